import type { Logger } from 'pino';
import { seenConferences } from '../live/seen-conferences.ts';
import type { Timers } from '../live/timers.ts';
import type { Preferences } from '../people/preferences.ts';
import type { Member } from '../people/stars.ts';
import { conferenceKey } from '../programme/conference.ts';
import { conferencesOf, type Loaded } from '../search/loaded.ts';
import type { WorkspaceChoosing } from '../slack/app-context.ts';
import { StoreFault } from '../store/store-fault.ts';
import {
  DEFAULT_WORKSPACE_SETTINGS,
  type WorkspaceSettings,
  type WorkspaceSettingsRepository,
} from '../store/workspaces/workspace-settings.ts';

const REFRESH_MS = 60_000;
/** Until the first success. */
const RETRY_MS = 1000;

export interface WorkspaceChoicesOptions {
  readonly store: Pick<WorkspaceSettingsRepository, 'all' | 'save'>;
  /** Those who may organise in every workspace. */
  readonly organisers: readonly string[];
  /** All that is loaded now. */
  readonly current: () => Loaded;
  readonly timers: Timers;
  readonly now: () => number;
  readonly log: Logger;
}

/**
 * The choices of each workspace, in memory: every answer asks for them. A change by another process is known within a minute.
 * Until the database was read, answers are about all conferences, and whatever could reach the wrong people waits.
 */
export class WorkspaceChoices implements WorkspaceChoosing {
  readonly #options: WorkspaceChoicesOptions;
  #known: ReadonlyMap<string, WorkspaceSettings> = new Map();
  #isKnown = false;
  /** Counts changes: a read that began before one must not undo it. */
  #changes = 0;
  #isReported = false;
  #isStopped = false;
  #cancel: (() => void) | undefined;

  constructor(options: WorkspaceChoicesOptions) {
    this.#options = options;
  }

  /** Whether the database was ever read. */
  get isKnown(): boolean {
    return this.#isKnown;
  }

  settingsOf(workspace: string): WorkspaceSettings {
    return this.#known.get(workspace) ?? DEFAULT_WORKSPACE_SETTINGS;
  }

  /** The conferences that a workspace sees now. */
  seenIn(workspace: string): Loaded {
    const { current, now } = this.#options;
    return seenConferences(current(), this.settingsOf(workspace).conferences, now());
  }

  /**
   * The ids of the people who may order digests in a workspace; none if anyone may. Undefined if the operator names none and
   * the database was not read yet.
   */
  organisersOf(workspace: string): readonly string[] | undefined {
    if (!this.#isKnown && !this.hasOrganisers) return undefined;
    return [...new Set([...this.#options.organisers, ...this.settingsOf(workspace).organisers])];
  }

  get hasOrganisers(): boolean {
    return this.#options.organisers.length > 0;
  }

  conferences(): readonly string[] {
    const keys = conferencesOf(this.#options.current()).map(({ conference }) => conferenceKey(conference));
    return [...new Set(keys)];
  }

  async change(by: Member, settings: WorkspaceSettings, own: Partial<Preferences>): Promise<void> {
    await this.#options.store.save(by, settings, own);
    this.#replace([...this.#known, [by.workspace, settings]]);
  }

  /** Lectern was uninstalled from a workspace: another installation there begins without choices. */
  forget(workspace: string): void {
    this.#replace([...this.#known].filter(([id]) => id !== workspace));
  }

  #replace(entries: readonly (readonly [string, WorkspaceSettings])[]): void {
    this.#changes += 1;
    this.#known = new Map(entries);
  }

  /** Reads them now and every minute, until the first success every second. Never rejects. */
  async start(): Promise<void> {
    await this.refresh();
    if (this.#isStopped) return;
    const again = this.#isKnown ? REFRESH_MS : RETRY_MS;
    this.#cancel = this.#options.timers.after(again, () => this.start());
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancel?.();
  }

  /** If the database cannot be read, what was known holds. */
  async refresh(): Promise<void> {
    const changes = this.#changes;
    try {
      const read = await this.#options.store.all();
      if (changes !== this.#changes) return;
      this.#known = read;
      this.#isKnown = true;
    } catch (error) {
      this.#report(error);
    }
  }

  #report(error: unknown): void {
    const { log } = this.#options;
    log.debug({ err: error }, 'The settings of workspaces could not be read; those that were known hold.');
    // The loop that delivers says once that the database cannot be used, and that digests wait.
    if (this.#isKnown || this.#isReported || error instanceof StoreFault) return;
    this.#isReported = true;
    log.warn(
      { err: error },
      'The settings of workspaces cannot be read yet: digests wait, and only the people in ORGANISERS can set them up.',
    );
  }
}
