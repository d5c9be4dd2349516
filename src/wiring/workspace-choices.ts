import type { Logger } from 'pino';
import { seenConferences } from '../live/seen-conferences.ts';
import { conferenceKey } from '../programme/conference.ts';
import { conferencesOf, type Loaded } from '../search/loaded.ts';
import type { WorkspaceChoosing } from '../slack/app-context.ts';
import {
  DEFAULT_WORKSPACE_SETTINGS,
  type WorkspaceSettings,
  type WorkspaceSettingsRepository,
} from '../store/workspaces/workspace-settings.ts';

const REFRESH_MS = 60_000;

export interface WorkspaceChoicesOptions {
  readonly store: WorkspaceSettingsRepository;
  /** Those who may organise in every workspace. */
  readonly organisers: readonly string[];
  /** All that is loaded now. */
  readonly current: () => Loaded;
  readonly now: () => number;
  readonly log: Logger;
}

/**
 * The choices of each workspace, in memory: every answer asks for them. A change by another process is known within a minute.
 * Until the database was read, a workspace sees all conferences.
 */
export class WorkspaceChoices implements WorkspaceChoosing {
  readonly #options: WorkspaceChoicesOptions;
  #known: ReadonlyMap<string, WorkspaceSettings> = new Map();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: WorkspaceChoicesOptions) {
    this.#options = options;
  }

  settingsOf(workspace: string): WorkspaceSettings {
    return this.#known.get(workspace) ?? DEFAULT_WORKSPACE_SETTINGS;
  }

  /** The conferences that a workspace sees now. */
  seenIn(workspace: string): Loaded {
    const { current, now } = this.#options;
    return seenConferences(current(), this.settingsOf(workspace).conferences, now());
  }

  /** The ids of the people who may order digests in a workspace; none if anyone may. */
  organisersOf(workspace: string): readonly string[] {
    return [...new Set([...this.#options.organisers, ...this.settingsOf(workspace).organisers])];
  }

  get hasOrganisers(): boolean {
    return this.#options.organisers.length > 0;
  }

  conferences(): readonly string[] {
    const keys = conferencesOf(this.#options.current()).map(({ conference }) => conferenceKey(conference));
    return [...new Set(keys)];
  }

  async change(workspace: string, settings: WorkspaceSettings): Promise<void> {
    await this.#options.store.save(workspace, settings);
    this.#known = new Map([...this.#known, [workspace, settings]]);
  }

  /** Lectern was uninstalled from a workspace: another installation there begins without choices. */
  forget(workspace: string): void {
    this.#known = new Map([...this.#known].filter(([id]) => id !== workspace));
  }

  /** Reads them now and every minute. Never rejects: what was known holds if the database cannot be read. */
  async start(): Promise<void> {
    this.#timer = setInterval(() => void this.refresh(), REFRESH_MS);
    await this.refresh();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async refresh(): Promise<void> {
    const { store, log } = this.#options;
    try {
      this.#known = await store.all();
    } catch (error) {
      // The loop that delivers says once that the database cannot be used.
      log.debug({ err: error }, 'What workspaces chose could not be read; what was known holds.');
    }
  }
}
