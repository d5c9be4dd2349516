import type { Clock } from './clock.ts';

/** Slack: about one chat.postMessage a second and channel, and several hundred a minute and workspace. */
const channelWindowMs = 1000;
const workspaceWindowMs = 60_000;
const postsPerMinute = 300;

export interface RatedCall {
  readonly method: string;
  /** The method's tier; undefined if it has no limit of this kind. */
  readonly perMinute: number | undefined;
  /** Counts for chat.postMessage alone. */
  readonly channel: string;
}

/** Counts calls, and turns away those that come too fast while the limits are enforced. */
export class RateLimits {
  isEnforced = false;
  readonly #clock: Clock;
  readonly #calls = new Map<string, readonly number[]>();
  #posts: readonly { readonly channel: string; readonly at: number }[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts a call. Returns undefined if it may go on, or else the whole seconds to wait, at least 1. */
  take({ method, perMinute, channel }: RatedCall): number | undefined {
    if (!this.isEnforced) return undefined;
    const now = this.#clock.now();
    if (method === 'chat.postMessage') return this.#takePost(channel, now);
    return perMinute === undefined ? undefined : this.#takeCall(method, perMinute, now);
  }

  #takePost(channel: string, now: number): number | undefined {
    this.#posts = this.#posts.filter(post => now - post.at < workspaceWindowMs);
    const recent = this.#posts.find(post => post.channel === channel && now - post.at < channelWindowMs);
    const [oldest] = this.#posts;
    if (oldest !== undefined && this.#posts.length >= postsPerMinute)
      return toSeconds(oldest.at + workspaceWindowMs - now);
    if (recent !== undefined) return toSeconds(recent.at + channelWindowMs - now);
    this.#posts = [...this.#posts, { channel, at: now }];
    return undefined;
  }

  #takeCall(method: string, perMinute: number, now: number): number | undefined {
    const recent = (this.#calls.get(method) ?? []).filter(at => now - at < workspaceWindowMs);
    const [oldest] = recent;
    if (oldest !== undefined && recent.length >= perMinute)
      return toSeconds(oldest + workspaceWindowMs - now);
    this.#calls.set(method, [...recent, now]);
    return undefined;
  }
}

function toSeconds(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1000));
}
