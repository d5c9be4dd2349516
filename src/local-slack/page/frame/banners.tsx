import { useCallback, useEffect, useState } from 'preact/hooks';
import { asString } from '../../json.ts';
import type { PageState, Refusal } from '../../serving/contract.ts';
import { formatClock, readAppTime } from './app-time.ts';
import { currentPersonOf, displayNameOf } from './names.tsx';
import { type Banner, type PageContext, usePageContext } from './page-context.ts';
import type { Route } from './route.ts';

/** More banners would hide the conversation. */
const UNFOLDED_MAX = 3;

export interface BannerBoard extends Pick<PageContext, 'showBanner' | 'clearBanners'> {
  readonly isLost: boolean;
  readonly banners: readonly (Banner & { readonly id: number })[];
  readonly refusals: readonly Refusal[];
  readonly dismiss: (id: number) => void;
  readonly dismissRefusal: (id: string) => void;
}

/**
 * The banners for this person here, and the calls that were refused since they opened the page, without those they
 * dismissed. A change of person or route clears the banners.
 */
export function useBanners({ refusals, you }: PageState, route: Route, isLost: boolean): BannerBoard {
  const [banners, setBanners] = useState<BannerBoard['banners']>([]);
  const [opened, setOpened] = useState({ by: you, at: performance.timeOrigin });
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const clearBanners = useCallback(() => setBanners([]), []);
  useEffect(clearBanners, [you, route]);
  useEffect(() => {
    if (opened.by !== you) setOpened({ by: you, at: Date.now() });
  }, [you]);
  const showBanner = useCallback(
    (banner: Banner) => setBanners(before => [...before, { ...banner, id: Date.now() + before.length }]),
    [],
  );
  return {
    isLost,
    banners,
    refusals: refusals.filter(({ id, at }) => at >= opened.at && !dismissed.includes(id)),
    showBanner,
    clearBanners,
    dismiss: id => setBanners(before => before.filter(banner => banner.id !== id)),
    dismissRefusal: id => setDismissed(before => [...before, id]),
  };
}

/** Splits the banners between a channel and the thread beside it. A thread that covers the channel has them all. */
export function splitBanners(
  board: BannerBoard,
  thread: string | undefined,
): { readonly channel: BannerBoard; readonly thread: BannerBoard } {
  const empty: BannerBoard = { ...board, isLost: false, refusals: [], banners: [] };
  const isCovered = thread !== undefined && matchMedia('(max-width: 760px)').matches;
  if (isCovered) return { channel: empty, thread: board };
  return {
    channel: { ...board, banners: board.banners.filter(({ isInThread }) => isInThread !== true) },
    thread: { ...empty, banners: board.banners.filter(({ isInThread }) => isInThread === true) },
  };
}

/** Refused calls and banners, and whether Lectern answers at all. */
export function Banners({ board }: { readonly board: BannerBoard }) {
  const { isLost, banners, refusals, dismiss, dismissRefusal } = board;
  const all = [
    ...refusals.map(refusal => (
      <RefusedCall key={refusal.id} refusal={refusal} dismiss={() => dismissRefusal(refusal.id)} />
    )),
    ...banners.map(banner => (
      <OneBanner key={banner.id} banner={banner} dismiss={() => dismiss(banner.id)} />
    )),
  ];
  const earlier = all.slice(0, -UNFOLDED_MAX);
  return (
    <div class="banners" role="alert">
      {isLost && <p class="banner banner-error">Lectern does not answer. Start it again with npm start.</p>}
      {earlier.length > 0 && (
        <details class="banners-earlier">
          <summary>{earlier.length} earlier</summary>
          {earlier}
        </details>
      )}
      {all.slice(-UNFOLDED_MAX)}
    </div>
  );
}

function OneBanner({ banner, dismiss }: { readonly banner: Banner; readonly dismiss: () => void }) {
  const { text, remedy } = banner;
  return (
    <div class="banner">
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

/** A contributor has to see at once that Slack would refuse this call. */
function RefusedCall({ refusal, dismiss }: { readonly refusal: Refusal; readonly dismiss: () => void }) {
  const { state } = usePageContext();
  const { method, error, details, at } = refusal;
  const time = formatClock(currentPersonOf(state).timeZone, readAppTime(state.clock, at));
  const channel = asString(refusal.arguments.channel);
  return (
    <div class="banner banner-error">
      <div class="banner-words">
        <p>
          Slack would refuse <code>{method}</code>: <code>{error}</code>{' '}
          <span class="banner-when">
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
          <summary>Show the call</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must reach what scrolls. */}
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
