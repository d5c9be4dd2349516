import { useCallback, useEffect, useState } from 'preact/hooks';
import { asString } from '../../json.ts';
import type { PageState, Refusal } from '../../serving/contract.ts';
import { formatClock, readAppTime } from './app-time.ts';
import { currentPersonOf, displayNameOf } from './names.tsx';
import { type Banner, usePageContext } from './page-context.ts';
import type { Route } from './route.ts';

/** More than these would hide the conversation. */
const UNFOLDED_MAX = 3;

export interface BannerBoard {
  /** Nobody answers. */
  readonly isLost: boolean;
  readonly told: readonly (Banner & { readonly id: number })[];
  readonly refusals: readonly Refusal[];
  readonly tell: (notice: Banner) => void;
  readonly untell: () => void;
  readonly dismiss: (id: number) => void;
  readonly dismissRefusal: (id: string) => void;
}

/** What the person has been told here, and what was refused before their eyes; without what they put away. */
export function useBanners({ refusals, you }: PageState, place: Route, isLost: boolean): BannerBoard {
  const [told, setTold] = useState<BannerBoard['told']>([]);
  const [opened, setOpened] = useState({ by: you, at: performance.timeOrigin });
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const untell = useCallback(() => setTold([]), []);
  useEffect(untell, [you, place]);
  useEffect(() => {
    if (opened.by !== you) setOpened({ by: you, at: Date.now() });
  }, [you]);
  const tell = useCallback(
    (notice: Banner) => setTold(before => [...before, { ...notice, id: Date.now() + before.length }]),
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
export function splitBanners(
  board: BannerBoard,
  { thread }: Route,
): { readonly channel: BannerBoard; readonly thread: BannerBoard } {
  const nothing: BannerBoard = { ...board, isLost: false, refusals: [], told: [] };
  const isCovered = thread !== undefined && matchMedia('(max-width: 760px)').matches;
  if (isCovered) return { channel: nothing, thread: board };
  return {
    channel: { ...board, told: board.told.filter(({ isInThread }) => isInThread !== true) },
    thread: { ...nothing, told: board.told.filter(({ isInThread }) => isInThread === true) },
  };
}

/** Errors, and what Slack says beside the conversation. */
export function Banners({ board }: { readonly board: BannerBoard }) {
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

function Told({ notice, dismiss }: { readonly notice: Banner; readonly dismiss: () => void }) {
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
  const { state } = usePageContext();
  const { method, error, details, at } = refusal;
  const time = formatClock(currentPersonOf(state).timeZone, readAppTime(state.clock, at));
  const channel = asString(refusal.arguments.channel);
  return (
    <div class="notice notice-error">
      <div class="notice-words">
        <p>
          Slack would refuse <code>{method}</code>: <code>{error}</code>{' '}
          <span class="notice-when">
            at {time}
            {channel !== undefined && ` in ${displayNameOf(channel, state)}`}
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
