import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { InstallationRepository, KeptInstallation } from '../../store/workspaces/installations.ts';
import { forgetOldest } from '../../text/remember.ts';
import { underSameId } from '../../text/work-id.ts';
import { isRefreshRefused, type OauthAccess } from './oauth-access.ts';

export interface TokenRenewalOptions {
  readonly store: Pick<InstallationRepository, 'find' | 'lock' | 'unlock' | 'replace'>;
  readonly renew: OauthAccess['renew'];
  /** In milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Logger;
  /** Waits so many milliseconds. */
  readonly pause?: (delayMs: number) => Promise<void>;
}

/** A token lives for twelve hours. Renewed so early, the old one serves until the new one is there. */
const RENEW_BEFORE_MS = 2 * 60 * 60 * 1000;
/** A call to Slack that begins now may arrive so much later. */
const MARGIN_MS = 30_000;
/** Longer than Slack and the database take together, at worst. */
const LOCK_MS = 60_000;
/** How often a process looks whether another one is done with the renewal, and for how long. */
const LOOK_MS = 200;
const LOOKS = 25;
/** After a failure, a renewal is tried again so much later: while the old token serves, and when it has ended. */
const AGAIN_MS = 60_000;
const AGAIN_AT_END_MS = 5000;
/** A new token is written again and again: the one before it cannot be renewed any more. */
const WRITES = 12;
const REWRITE_MS = 500;
/** A workspace renews its token every ten hours. */
const VERSIONS_AT_MOST = 10_000;

/**
 * Renews tokens that end. A refresh token is good once, so one process alone renews the token of a workspace, under a lock
 * in its row, and what it got replaces only what it had read.
 */
export class TokenRenewal {
  readonly #store: TokenRenewalOptions['store'];
  readonly #renew: TokenRenewalOptions['renew'];
  readonly #now: () => number;
  readonly #log: Logger;
  readonly #pause: (delayMs: number) => Promise<void>;
  /** By workspace. */
  readonly #running = new Map<string, Promise<KeptInstallation | undefined>>();
  readonly #failed = new Map<string, { readonly at: number; readonly error: unknown }>();
  /**
   * Installations that were renewed, by the version before: it may still be known elsewhere, and stands in the database
   * until the new one is written.
   */
  readonly #newer = new Map<string, KeptInstallation>();
  /** The versions that Slack will never renew. Another process may still write a newer one. */
  readonly #refused = new Set<string>();

  constructor({ store, renew, now, log, pause = waitUnlessItEnds }: TokenRenewalOptions) {
    this.#store = store;
    this.#renew = renew;
    this.#now = now;
    this.#log = log;
    this.#pause = pause;
  }

  /**
   * The installation with a token that Slack takes. Returns undefined if Lectern was uninstalled meanwhile, or if the token
   * has ended and Slack will never renew it. Rejects if it has ended and cannot be renewed now.
   */
  async valid(kept: KeptInstallation): Promise<KeptInstallation | undefined> {
    const latest = this.#newer.get(kept.version) ?? kept;
    if (this.#refused.has(latest.version)) return this.#endsWithin(MARGIN_MS, latest) ? undefined : latest;
    const { workspace } = kept;
    const failed = this.#failed.get(workspace);
    const sinceMs = failed === undefined ? Number.POSITIVE_INFINITY : this.#now() - failed.at;
    if (this.#endsWithin(MARGIN_MS, latest)) {
      if (sinceMs < AGAIN_AT_END_MS) throw failed?.error;
      return this.#renewOnce(latest);
    }
    // Nobody waits for this, and what failed is logged.
    if (this.#endsWithin(RENEW_BEFORE_MS, latest) && sinceMs >= AGAIN_MS)
      this.#renewOnce(latest).catch(() => {});
    return latest;
  }

  #endsWithin(spanMs: number, { bot: { rotation } }: KeptInstallation): boolean {
    return rotation !== undefined && rotation.expiresAt * 1000 - this.#now() <= spanMs;
  }

  #renewOnce(kept: KeptInstallation): Promise<KeptInstallation | undefined> {
    const { workspace } = kept;
    const running = this.#running.get(workspace) ?? this.#renewOrSay(kept);
    this.#running.set(workspace, running);
    return running;
  }

  async #renewOrSay(kept: KeptInstallation): Promise<KeptInstallation | undefined> {
    const { workspace } = kept;
    try {
      const renewed = await this.#renewWithOthers(kept);
      this.#failed.delete(workspace);
      return renewed;
    } catch (error) {
      this.#failed.set(workspace, { at: this.#now(), error });
      this.#log.warn({ err: error, workspace }, 'A token could not be renewed; Lectern tries again.');
      throw error;
    } finally {
      this.#running.delete(workspace);
    }
  }

  async #renewWithOthers({ workspace, version }: KeptInstallation): Promise<KeptInstallation | undefined> {
    for (let look = 0; look < LOOKS; look += 1) {
      const kept = await this.#store.find(workspace);
      if (kept === undefined) return undefined;
      if (!this.#endsWithin(RENEW_BEFORE_MS, kept)) return this.#remember(version, kept);
      const now = this.#now();
      if (await this.#store.lock(kept, { now, until: now + LOCK_MS })) return this.#renewLocked(kept);
      await this.#pause(LOOK_MS);
    }
    throw new Error(`Another process has not renewed the token of the workspace ${workspace} in time.`);
  }

  async #renewLocked(kept: KeptInstallation): Promise<KeptInstallation | undefined> {
    const { rotation } = kept.bot;
    if (rotation === undefined) return kept;
    try {
      const bot = { ...kept.bot, ...(await this.#renew(rotation.refreshToken)) };
      return await this.#write(this.#remember(kept.version, { ...kept, bot }));
    } catch (error) {
      // It may have been renewed by a process whose lock ran out before it wrote.
      const now = await this.#store.find(kept.workspace);
      if (now?.version !== kept.version) return now;
      const isRefused = isRefreshRefused(error);
      if (isRefused) this.#giveUp(kept);
      await this.#store.unlock(kept);
      if (isRefused) return undefined;
      throw error;
    }
  }

  #giveUp({ workspace, version }: KeptInstallation): void {
    this.#refused.add(version);
    forgetOldest(this.#refused, VERSIONS_AT_MOST);
    this.#log.error(
      { workspace },
      'Slack will not renew the token of a workspace any more: Lectern must be installed again there.',
    );
  }

  /** Still has the version that it replaces. */
  async #write(renewed: KeptInstallation): Promise<KeptInstallation | undefined> {
    try {
      return await this.#writeOnce(renewed);
    } catch (error) {
      const { workspace } = renewed;
      this.#log.error(
        { err: error, workspace },
        'A renewed token could not be kept; Lectern tries again for half an hour, and must not be stopped meanwhile.',
      );
      void underSameId(() => this.#writeLater(renewed));
      return renewed;
    }
  }

  async #writeLater(renewed: KeptInstallation): Promise<void> {
    const { workspace } = renewed;
    for (let write = 0; write < WRITES; write += 1) {
      await this.#pause(REWRITE_MS * 2 ** write);
      try {
        await this.#writeOnce(renewed);
        this.#log.warn({ workspace }, 'The renewed token is kept now.');
        return;
      } catch (error) {
        this.#log.debug({ err: error, workspace }, 'The renewed token could not be kept again.');
      }
    }
    this.#log.error(
      { workspace },
      'A renewed token was not kept: Lectern must be installed again in that workspace.',
    );
  }

  async #writeOnce(renewed: KeptInstallation): Promise<KeptInstallation | undefined> {
    const written = await this.#store.replace(renewed, renewed.version);
    if (written !== undefined) return this.#remember(renewed.version, written);
    // Lectern was uninstalled or installed again meanwhile, or the database had taken an earlier try without saying so.
    this.#newer.delete(renewed.version);
    return this.#store.find(renewed.workspace);
  }

  #remember(version: string, newer: KeptInstallation): KeptInstallation {
    this.#newer.set(version, newer);
    forgetOldest(this.#newer, VERSIONS_AT_MOST);
    return newer;
  }
}

function waitUnlessItEnds(delayMs: number): Promise<void> {
  return wait(delayMs, undefined, { ref: false });
}
