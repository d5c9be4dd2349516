import { useEffect, useState } from 'preact/hooks';

/** The part of the workspace that is open: a channel, perhaps with a thread beside it, or the app's Home. */
export interface Route {
  readonly channel: string | undefined;
  readonly thread: string | undefined;
  readonly isHome: boolean;
}

/** The route in the address after its #, so that the browser's Back works. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const follow = () => setRoute(parseRoute(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
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
