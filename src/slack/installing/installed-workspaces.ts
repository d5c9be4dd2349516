import type { AuthorizeSourceData } from '@slack/bolt';
import type { Logger } from 'pino';
import { SealedFault } from '../../store/database/sealing.ts';
import type { InstallationRepository, KeptInstallation } from '../../store/workspaces/installations.ts';
import { forgetOldest } from '../../text/remember.ts';
import { WAIT_MS, waitAtMost } from '../digest/late-answer.ts';
import { UnknownWorkspace, type Workspaces } from '../workspace-tokens.ts';
import type { TokenRenewal } from './token-renewal.ts';
import type { UnreadableTokens } from './unreadable-tokens.ts';

export interface InstalledWorkspacesOptions {
  readonly store: Pick<InstallationRepository, 'find'>;
  readonly renewal: Pick<TokenRenewal, 'valid'>;
  readonly unreadable: Pick<UnreadableTokens, 'add' | 'delete'>;
  /** In milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Logger;
  /** How long a request waits for its workspace; a second by default. What takes longer serves the next one. */
  readonly answerWithinMs?: number;
}

/** Another process may have installed Lectern again, or renewed a token. */
const LOOK_AGAIN_MS = 60_000;
/** While the database is away, Lectern answers where it has answered before, for as long as a token lives. */
const KNOWN_FOR_MS = 12 * 60 * 60 * 1000;
/** An entry takes about a kilobyte. */
const KNOWN_AT_MOST = 10_000;

interface Known {
  readonly installation: KeptInstallation;
  readonly readAt: number;
  lookAgainAt: number;
}

/** The workspaces into which people have installed Lectern. What the database said is remembered for a while. */
export class InstalledWorkspaces implements Workspaces {
  readonly #store: InstalledWorkspacesOptions['store'];
  readonly #renewal: InstalledWorkspacesOptions['renewal'];
  readonly #unreadable: InstalledWorkspacesOptions['unreadable'];
  readonly #now: () => number;
  readonly #log: Logger;
  readonly #answerWithinMs: number;
  /** By the ids that were looked for. A Map keeps its entries in the order of insertion: the oldest go first. */
  readonly #known = new Map<string, Known>();
  /** Counts what was forgotten: a read that began before must not be remembered. */
  #forgotten = 0;
  readonly #reading = new Map<string, Promise<KeptInstallation | undefined>>();

  constructor(options: InstalledWorkspacesOptions) {
    this.#store = options.store;
    this.#renewal = options.renewal;
    this.#unreadable = options.unreadable;
    this.#now = options.now;
    this.#log = options.log;
    this.#answerWithinMs = options.answerWithinMs ?? WAIT_MS.workspace;
  }

  async tokenFor(workspace: string): Promise<string | undefined> {
    return (await this.#find([workspace]))?.bot.token;
  }

  /** Where Lectern is installed in the whole organisation, a request of one of its teams may not say so. */
  async authorize({
    teamId,
    enterpriseId,
    isEnterpriseInstall,
  }: AuthorizeSourceData<boolean>): ReturnType<Workspaces['authorize']> {
    const ids = [isEnterpriseInstall ? undefined : teamId, enterpriseId].filter(id => id !== undefined);
    const found = await waitAtMost(
      this.#find(ids).then(installation => ({ installation })),
      this.#answerWithinMs,
    );
    if (found === undefined) throw new Error('Neither the database nor Slack tells in time of a workspace.');
    const { installation } = found;
    if (installation === undefined) throw new UnknownWorkspace(ids.join(' of '));
    const { workspace, bot } = installation;
    return {
      workspace,
      scopes: bot.scopes,
      botToken: bot.token,
      botUserId: bot.userId,
      ...(bot.id !== undefined && { botId: bot.id }),
    };
  }

  /** The database is read at the next request of this workspace. */
  forget(workspace: string): void {
    this.#forgotten += 1;
    this.#unreadable.delete(workspace);
    for (const [key, { installation }] of this.#known)
      if (installation.workspace === workspace || key.split(' ').includes(workspace)) this.#known.delete(key);
  }

  async #find(ids: readonly string[]): Promise<KeptInstallation | undefined> {
    const key = ids.join(' ');
    const known = this.#known.get(key);
    const found =
      known === undefined || this.#isOver(known)
        ? await this.#read(key, ids)
        : await this.#refresh(key, ids, known);
    return found && this.#renewal.valid(found);
  }

  #isOver({ readAt }: Known): boolean {
    return this.#now() - readAt >= KNOWN_FOR_MS;
  }

  /** If the database does not answer soon, the known installation serves, and a minute later it is asked again. */
  async #refresh(key: string, ids: readonly string[], known: Known): Promise<KeptInstallation | undefined> {
    if (this.#now() < known.lookAgainAt) return known.installation;
    known.lookAgainAt = this.#now() + LOOK_AGAIN_MS;
    const reading = this.#read(key, ids).then(
      installation => ({ installation }),
      (error: unknown) => {
        // The loop that delivers says once that the database cannot be used.
        this.#log.debug(
          { err: error },
          'The database did not tell of an installation; what is known of it holds.',
        );
        return known;
      },
    );
    return ((await waitAtMost(reading, this.#answerWithinMs / 4)) ?? known).installation;
  }

  /** However many requests come at once, the database is asked once. */
  #read(key: string, ids: readonly string[]): Promise<KeptInstallation | undefined> {
    const reading =
      this.#reading.get(key) ?? this.#readNow(key, ids).finally(() => this.#reading.delete(key));
    this.#reading.set(key, reading);
    return reading;
  }

  async #readNow(key: string, ids: readonly string[]): Promise<KeptInstallation | undefined> {
    const forgotten = this.#forgotten;
    const installation = await this.#readFrom(ids);
    this.#known.delete(key);
    // Another process may have handled the end of an installation that this one could not read.
    for (const id of installation === undefined ? ids : [installation.workspace]) this.#unreadable.delete(id);
    if (installation === undefined || forgotten !== this.#forgotten) return installation;
    const now = this.#now();
    this.#known.set(key, { installation, readAt: now, lookAgainAt: now + LOOK_AGAIN_MS });
    forgetOldest(this.#known, KNOWN_AT_MOST);
    return installation;
  }

  async #readFrom(ids: readonly string[]): Promise<KeptInstallation | undefined> {
    try {
      return await this.#store.find(...ids);
    } catch (error) {
      if (error instanceof SealedFault) this.#unreadable.add(error);
      throw error;
    }
  }
}
