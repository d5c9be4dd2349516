import { useCallback, useEffect, useState } from 'preact/hooks';
import { textOf } from '../../json.ts';
import type { PageState, Refusal } from '../../serving/contract.ts';
import { appTime, clockText } from './app-time.ts';
import { nameOf, you } from './names.tsx';
import { type Notice, useStage } from './page-context.ts';
import type { Place } from './route.ts';

/** More than these would hide the conversation. */
const UNFOLDED_MAX = 3;

export interface NoticeBoard {
  /** Nobody answers. */
  readonly isLost: boolean;
  readonly told: readonly (Notice & { readonly id: number })[];
  readonly refusals: readonly Refusal[];
  readonly tell: (notice: Notice) => void;
  readonly untell: () => void;
  readonly dismiss: (id: number) => void;
  readonly dismissRefusal: (id: string) => void;
}

/** What the person has been told here, and what was refused before their eyes; without what they put away. */
export function useNotices({ refusals, you }: PageState, place: Place, isLost: boolean): NoticeBoard {
  const [told, setTold] = useState<NoticeBoard['told']>([]);
  const [opened, setOpened] = useState({ by: you, at: performance.timeOrigin });
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const untell = useCallback(() => setTold([]), []);
  useEffect(untell, [you, place]);
  useEffect(() => {
    if (opened.by !== you) setOpened({ by: you, at: Date.now() });
  }, [you]);
  const tell = useCallback(
    (notice: Notice) => setTold(before => [...before, { ...notice, id: Date.now() + before.length }]),
    [],
  );
  return {
    isLost,
    told,
    refusals: refusals.filter(({ id, at }) => at >= opened.at && !dismissed.includes(id)),
    tell,
    untell,
    dismiss: id => setTold(before => before.filter(notice => notice.id !== id)),
    dismissRefusal: id => setDismissed(before => [...before, id]),
  };
}

/** What is told in the channel, and what in the thread beside it; all of it there where a thread covers the channel. */
export function divided(
  board: NoticeBoard,
  { thread }: Place,
): { readonly channel: NoticeBoard; readonly thread: NoticeBoard } {
  const nothing: NoticeBoard = { ...board, isLost: false, refusals: [], told: [] };
  const isCovered = thread !== undefined && matchMedia('(max-width: 760px)').matches;
  if (isCovered) return { channel: nothing, thread: board };
  return {
    channel: { ...board, told: board.told.filter(({ isInThread }) => isInThread !== true) },
    thread: { ...nothing, told: board.told.filter(({ isInThread }) => isInThread === true) },
  };
}

/** Errors, and what Slack says beside the conversation. */
export function Notices({ board }: { readonly board: NoticeBoard }) {
  const { isLost, told, refusals, dismiss, dismissRefusal } = board;
  const all = [
    ...refusals.map(refusal => (
      <RefusedCall key={refusal.id} refusal={refusal} dismiss={() => dismissRefusal(refusal.id)} />
    )),
    ...told.map(notice => <Told key={notice.id} notice={notice} dismiss={() => dismiss(notice.id)} />),
  ];
  const earlier = all.slice(0, -UNFOLDED_MAX);
  return (
    <div class="notices" role="alert">
      {isLost && <p class="notice notice-error">Lectern does not answer. Start it again with npm start.</p>}
      {earlier.length > 0 && (
        <details class="notices-earlier">
          <summary>{earlier.length} earlier</summary>
          {earlier}
        </details>
      )}
      {all.slice(-UNFOLDED_MAX)}
    </div>
  );
}

function Told({ notice, dismiss }: { readonly notice: Notice; readonly dismiss: () => void }) {
  const { text, remedy } = notice;
  return (
    <div class="notice">
      <p>{text}</p>
      {remedy !== undefined && (
        <button
          type="button"
          class="button button-default"
          onClick={() => {
            remedy.run();
            dismiss();
          }}
        >
          {remedy.label}
        </button>
      )}
      <Dismiss dismiss={dismiss} />
    </div>
  );
}

/** What a contributor has to see at once: Slack would not take this. */
function RefusedCall({ refusal, dismiss }: { readonly refusal: Refusal; readonly dismiss: () => void }) {
  const { state } = useStage();
  const { method, error, details, at } = refusal;
  const time = clockText(you(state).timeZone, appTime(state.clock, at));
  const channel = textOf(refusal.arguments.channel);
  return (
    <div class="notice notice-error">
      <div class="notice-words">
        <p>
          Slack would refuse <code>{method}</code>: <code>{error}</code>{' '}
          <span class="notice-when">
            at {time}
            {channel !== undefined && ` in ${nameOf(channel, state)}`}
          </span>
        </p>
        {details.length > 0 && (
          <ul>
            {details.map(detail => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        )}
        <details>
          <summary>What was sent</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard. */}
          <pre tabIndex={0}>{JSON.stringify(refusal.arguments, null, 2)}</pre>
        </details>
      </div>
      <Dismiss dismiss={dismiss} />
    </div>
  );
}

function Dismiss({ dismiss }: { readonly dismiss: () => void }) {
  return (
    <button type="button" class="icon-button" aria-label="Dismiss" onClick={dismiss}>
      ×
    </button>
  );
}
