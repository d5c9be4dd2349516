/** Slack: about one chat.postMessage a second and channel, and several hundred a minute and workspace. */
const perChannelMs = 1000;
const perWorkspaceMs = 60_000;
const perWorkspaceMax = 300;

/** Counts posts and other calls; says how many seconds to wait where there were too many. */
export class RateLimits {
  #posts: readonly { readonly channel: string; readonly at: number }[] = [];

  readonly #calls = new Map<string, readonly number[]>();

  /** A method's tier: so many calls a minute and workspace. */
  takeCall(method: string, perMinute: number, now: number): number | undefined {
    const recent = (this.#calls.get(method) ?? []).filter(at => now - at < perWorkspaceMs);
    const [oldest] = recent;
    if (oldest !== undefined && recent.length >= perMinute) return seconds(oldest + perWorkspaceMs - now);
    this.#calls.set(method, [...recent, now]);
    return undefined;
  }

  take(channel: string, now: number): number | undefined {
    this.#posts = this.#posts.filter(post => now - post.at < perWorkspaceMs);
    const recent = this.#posts.find(post => post.channel === channel && now - post.at < perChannelMs);
    const [oldest] = this.#posts;
    if (oldest !== undefined && this.#posts.length >= perWorkspaceMax)
      return seconds(oldest.at + perWorkspaceMs - now);
    if (recent !== undefined) return seconds(recent.at + perChannelMs - now);
    this.#posts = [...this.#posts, { channel, at: now }];
    return undefined;
  }
}

function seconds(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1000));
}
