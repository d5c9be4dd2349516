import { useEffect, useState } from 'preact/hooks';

/** Where in the workspace one is: a channel, perhaps with a thread beside it, or the app's Home. */
export interface Route {
  readonly channel: string | undefined;
  readonly thread: string | undefined;
  readonly isHome: boolean;
}

/** The place that the address names after its #, so that the browser's way back works. */
export function useRoute(): Route {
  const [place, setPlace] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const follow = () => setPlace(parseRoute(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return place;
}

export function formatRoute(channel: string, thread?: string): string {
  return thread === undefined ? `#${channel}` : `#${channel}/${thread}`;
}

export const HOME_ADDRESS = '#home';

function parseRoute(hash: string): Route {
  const [channel, thread] = hash.slice(1).split('/');
  if (hash === HOME_ADDRESS) return { channel: undefined, thread: undefined, isHome: true };
  return { channel: channel === '' ? undefined : channel, thread, isHome: false };
}
