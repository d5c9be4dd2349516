import type { TooMany } from './receiving/request-limits.ts';
import type { Arguments } from './tell-person.ts';

/** Hears how Lectern is doing, for those who watch it. It gets neither words nor names of people. */
export interface Observer {
  /** A request of Slack's is over; `kind` is `command`, `action`, `event`, `view` or `shortcut`. */
  requested(kind: string, result: 'ok' | 'fault', ms: number): void;
  /** Words were answered; `kind` is that of the answer, such as `results`, or `none` if nothing was found. */
  answered(kind: string, ms: number): void;
  /** Slack answered a call with this HTTP status, or `error` if it did not answer. */
  called(method: string, status: number | 'error'): void;
  /** A request was left aside, since so many came before it. */
  limited(which: TooMany): void;
}

/** Takes the time of each request, if somebody wants to know. */
export function observed(
  listener: (args: Arguments) => Promise<'ok' | 'fault'>,
  observer: Observer | undefined,
): (args: Arguments) => Promise<unknown> {
  if (observer === undefined) return listener;
  return async args => {
    const began = performance.now();
    const result = await listener(args);
    observer.requested(kindOfRequest(args), result, performance.now() - began);
  };
}

function kindOfRequest(args: Arguments): string {
  return ['command', 'event', 'shortcut', 'action', 'view'].find(kind => kind in args) ?? 'other';
}

/** The same fetch, of which each call is observed. */
export function observedFetch(fetch: typeof globalThis.fetch, observer: Observer): typeof globalThis.fetch {
  return async (input, init) => {
    const method = methodOf(input);
    try {
      const response = await fetch(input, init);
      observer.called(method, response.status);
      return response;
    } catch (error) {
      observer.called(method, 'error');
      throw error;
    }
  };
}

/** The method of an address of the Web API, such as `chat.postMessage`, which has dots. Others hold secrets. */
function methodOf(input: string | URL | Request): string {
  const address = typeof input === 'object' && 'url' in input ? input.url : String(input);
  return /\/([a-z]+(?:\.[A-Za-z]+)+)$/.exec(address)?.[1] ?? 'response_url';
}
