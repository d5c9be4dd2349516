import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ShownMessage } from '../../serving/contract.ts';
import { formatDay, instantOf, readAppTime } from '../frame/app-time.ts';
import { currentPersonOf, displayNameOf } from '../frame/names.tsx';
import { usePageContext } from '../frame/page-context.ts';
import { Message } from './message.tsx';

/** Slack draws the face and the name again after so long a pause. */
const CONTINUED_WITHIN_MS = 5 * 60 * 1000;

interface MessageListProps {
  readonly messages: readonly ShownMessage[];
  readonly intro?: ComponentChildren;
  readonly isThread?: boolean;
}

/** Messages with a line between days. What comes new is brought into sight, and read out by its text as in Slack. */
export function MessageList({ messages, intro, isThread = false }: MessageListProps) {
  const { state } = usePageContext();
  const list = useRef<HTMLElement>(null);
  const last = messages.at(-1);
  useEffect(() => showLast(list.current), [last?.ts, state.you]);
  useEffect(() => stayAtEnd(list.current), [state]);
  const shownAt = ({ ts }: ShownMessage) => readAppTime(state.clock, instantOf(ts));
  const day = (message: ShownMessage) => formatDay(currentPersonOf(state).timeZone, shownAt(message));
  const continues = (message: ShownMessage, before: ShownMessage | undefined) => {
    if (before === undefined || before.author !== message.author) return false;
    if (before.isEphemeral || message.isEphemeral) return false;
    const pause = shownAt(message) - shownAt(before);
    return pause >= 0 && pause < CONTINUED_WITHIN_MS;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
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
                isContinued={!isNewDay && continues(message, before)}
                isInThread={isThread}
              />
            </li>
          );
        })}
      </ul>
      <p class="sr-only" aria-live="polite">
        {last !== undefined &&
          last.author !== state.you &&
          `${displayNameOf(last.author, state)}: ${last.text}`}
      </p>
    </section>
  );
}

function DayLine({ day }: { readonly day: string }) {
  return (
    <h2 class="day">
      <span>{day}</span>
    </h2>
  );
}

/** A reply below the last message makes that taller. */
function stayAtEnd(list: HTMLElement | null): void {
  if (list === null) return;
  const below = list.scrollHeight - list.scrollTop - list.clientHeight;
  if (below < 60) list.scrollTop = list.scrollHeight;
}

/** The end of the list; where the last message is taller than the list, its beginning and a little before it. */
function showLast(list: HTMLElement | null): void {
  const last = list?.querySelector(':scope > ul > li:last-child');
  if (list === null || !(last instanceof HTMLElement)) return;
  const fits = last.offsetHeight < list.clientHeight;
  list.scrollTop = fits ? list.scrollHeight : last.offsetTop - list.clientHeight / 4;
}
