import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PageState, ShownMessage } from '../../serving/contract.ts';
import { unescapeText } from '../../text/mrkdwn.ts';
import { formatDay, instantOf, readAppTime } from '../frame/app-time.ts';
import { currentPersonOf, displayNameOf } from '../frame/names.tsx';
import { usePageContext } from '../frame/page-context.ts';
import { Message } from './message.tsx';

/** After a longer pause, Slack draws the picture and the name again. */
const CONTINUED_WITHIN_MS = 5 * 60 * 1000;

interface MessageListProps {
  readonly messages: readonly ShownMessage[];
  readonly intro?: ComponentChildren;
  readonly isThread?: boolean;
}

/** Messages with a line between days. A new one is scrolled into view, and its text is read out as in Slack. */
export function MessageList({ messages, intro, isThread = false }: MessageListProps) {
  const { state } = usePageContext();
  const list = useRef<HTMLElement>(null);
  const last = messages.at(-1);
  // Cards come after their message.
  useEffect(() => showLast(list.current), [last?.ts, last?.cards.length, state.you]);
  useEffect(() => stayAtEnd(list.current), [state]);
  const day = (message: ShownMessage) =>
    formatDay(currentPersonOf(state).timeZone, shownTimeOf(message, state));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must reach what scrolls.
    <section class="messages" ref={list} tabIndex={0} aria-label="Messages">
      {intro}
      <ul>
        {messages.map((message, index) => {
          const before = messages[index - 1];
          const isNewDay = !isThread && (before === undefined || day(before) !== day(message));
          return (
            <li key={message.ts}>
              {isNewDay && <DayLine day={day(message)} />}
              <Message
                message={message}
                isContinued={!isNewDay && before !== undefined && continues(message, before, state)}
                isInThread={isThread}
              />
            </li>
          );
        })}
      </ul>
      <p class="sr-only" aria-live="polite">
        {last !== undefined &&
          last.author !== state.you &&
          `${displayNameOf(last.author, state)}: ${unescapeText(last.text)}`}
      </p>
    </section>
  );
}

/** Whether a message continues the one before it: by the same author, soon after, and neither is ephemeral. */
function continues(message: ShownMessage, before: ShownMessage, state: PageState): boolean {
  if (before.author !== message.author || before.isEphemeral || message.isEphemeral) return false;
  const pause = shownTimeOf(message, state) - shownTimeOf(before, state);
  return pause >= 0 && pause < CONTINUED_WITHIN_MS;
}

function shownTimeOf({ ts }: ShownMessage, { clock }: PageState): number {
  return readAppTime(clock, instantOf(ts));
}

function DayLine({ day }: { readonly day: string }) {
  return (
    <h2 class="day">
      <span>{day}</span>
    </h2>
  );
}

/** Stays at the end while the last message grows, as by a reply below it. */
function stayAtEnd(list: HTMLElement | null): void {
  if (list === null) return;
  const below = list.scrollHeight - list.scrollTop - list.clientHeight;
  if (below < 60) list.scrollTop = list.scrollHeight;
}

/** Scrolls to the end; or, if the last message is taller than the list, to just before its beginning. */
function showLast(list: HTMLElement | null): void {
  const last = list?.querySelector(':scope > ul > li:last-child');
  if (list === null || !(last instanceof HTMLElement)) return;
  const fits = last.offsetHeight < list.clientHeight;
  list.scrollTop = fits ? list.scrollHeight : last.offsetTop - list.clientHeight / 4;
}
