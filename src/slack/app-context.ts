import { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { FeedContext } from '../calendar/feeds.ts';
import { type Answering, placeStars, type Reader } from '../conversation/context.ts';
import { RESULTS_A_PAGE } from '../conversation/paging.ts';
import type { Preferences } from '../people/preferences.ts';
import { type Member, memberKey } from '../people/stars.ts';
import type { Loaded } from '../search/loaded.ts';
import type { Store } from '../store/open.ts';
import { StoreFault } from '../store/store-fault.ts';
import type { WorkspaceSettings } from '../store/workspaces/workspace-settings.ts';
import { forgetOldest } from '../text/remember.ts';
import { underSameId } from '../text/work-id.ts';
import type { DigestContext } from './digest/context.ts';
import { WAIT_MS, waitAtMost } from './digest/late-answer.ts';
import type { HomePublisher } from './home-publisher.ts';
import type { AskedCounter } from './insight/asked-counter.ts';
import type { LinkPreviews } from './links/link-previews.ts';
import type { Observer } from './observer.ts';
import { RefusalLog } from './receiving/refusal-log.ts';
import type { WorkspaceTokens } from './workspace-tokens.ts';

/** The parts of the database that listeners use; digests have their own way to it. */
export type StoreOfPeople = Pick<
  Store,
  | 'acts'
  | 'alerts'
  | 'askedWords'
  | 'calendarEntries'
  | 'digestRecords'
  | 'forget'
  | 'news'
  | 'preferences'
  | 'ratings'
  | 'stars'
>;

/** The choices that the organisers of a workspace make for everybody there. */
export interface WorkspaceChoosing {
  /** False until the database was read. */
  readonly isKnown: boolean;
  settingsOf(workspace: string): WorkspaceSettings;
  /** Keeps them, and what the person who chose wants for themselves: both or neither. */
  change(by: Member, settings: WorkspaceSettings, own: Partial<Preferences>): Promise<void>;
  /** The keys of all conferences that are loaded, as conferenceKey makes them. */
  conferences(): readonly string[];
  /** Whether the operator has named organisers. If not, admins of a workspace may choose. */
  readonly hasOrganisers: boolean;
}

/** Everything that a listener may use. */
export interface AppContext extends StoreOfPeople {
  /** The conferences that a workspace sees now. Ask for them each time, since a reload makes a new programme. */
  readonly current: (workspace: string) => Loaded;
  /** Lectern's clock, in milliseconds since 1970. */
  readonly now: () => number;
  readonly readers: Readers;
  readonly choices: WorkspaceChoosing;
  readonly homes: HomePublisher;
  readonly previews: LinkPreviews;
  readonly digests: DigestContext;
  /** Undefined if the outside cannot reach Lectern. */
  readonly feeds: FeedContext | undefined;
  /** Whether the workspace has granted the scope for it. `granted` are the scopes of its installation, if there are many. */
  readonly canSendFiles: (granted: readonly string[] | undefined) => boolean;
  /** How long an answer waits for Slack before it is given without Slack's result. */
  readonly answerWithinMs: number;
  /** Counts what people ask, for organisers. */
  readonly asked: Pick<AskedCounter, 'hear' | 'flush'>;
  /** Posts to a `response_url`. Throws if Slack does not take it. */
  readonly respondAt: (url: string, answer: object) => Promise<void>;
  readonly observer: Observer | undefined;
  readonly log: Logger;
}

type OwnPlace = Exclude<Reader['place'], 'thread'>;
type AnsweringApp = Pick<AppContext, 'current' | 'now' | 'readers' | 'stars' | 'feeds'>;

/** The context of an answer that one person sees. */
export async function contextFor(
  member: Member,
  place: OwnPlace,
  app: AnsweringApp & Pick<AppContext, 'log'>,
): Promise<Answering> {
  return contextWith(await readStars(member, app), { member, place, app });
}

/** The same without waiting; undefined if the database does not tell at once what the person starred. */
export function contextNow(member: Member, place: OwnPlace, app: AnsweringApp): Answering | undefined {
  const stars = app.stars.starsNow(member);
  return stars && contextWith(stars, { member, place, app });
}

function contextWith(
  stars: NonNullable<Reader['stars']>,
  { member, place, app }: { readonly member: Member; readonly place: OwnPlace; readonly app: AnsweringApp },
): Answering {
  const loaded = app.current(member.workspace);
  return answering(
    {
      place,
      zone: app.readers.zoneOf(member),
      stars: stars === 'unavailable' ? stars : placeStars(stars, loaded),
      feeds: app.feeds !== undefined,
    },
    { loaded, now: app.now() },
  );
}

/** The talks that a person starred, if the database tells in time. */
export async function readStars(
  member: Member,
  { stars, log }: Pick<AppContext, 'stars' | 'log'>,
): Promise<NonNullable<Reader['stars']>> {
  const known = stars.starsNow(member);
  if (known !== undefined) return known;
  const reading = stars.starsOf(member).catch((error: unknown) => {
    // The loop that delivers says once that the database cannot be used.
    log.debug(
      { err: error },
      'The database did not tell what a person starred; they are answered without it.',
    );
    return 'unavailable' as const;
  });
  return (await waitAtMost(reading, WAIT_MS.stars)) ?? 'unavailable';
}

/** The context of an answer that everyone in a channel sees. */
export function contextForEveryone(
  workspace: string,
  { current, now }: Pick<AppContext, 'current' | 'now'>,
): Answering {
  const reader = { zone: undefined, place: 'thread', stars: undefined } as const;
  return answering(reader, { loaded: current(workspace), now: now() });
}

export function answering(
  reader: Reader,
  { loaded, now }: { readonly loaded: Loaded; readonly now: number },
): Answering {
  return { now, reader, prefix: '', resultsMax: RESULTS_A_PAGE, ...loaded };
}

const KNOWN_FOR_MS = 60 * 60 * 1000;
/** Those who asked longest ago are forgotten first. */
const KNOWN_AT_MOST = 20_000;

interface KnownZone {
  /** IANA; undefined if Slack has not told. */
  zone: string | undefined;
  /** Whether the person is an admin or owner of the workspace; undefined if Slack has not told. */
  isAdmin: boolean | undefined;
  readonly askedAt: number;
  /** Resolves when Slack has answered, or has failed to. */
  asking: Promise<void>;
}

/**
 * The time zones that people's Slack is set to. An answer never waits for one: Slack is asked after the first answer, and
 * until then answers show both the conference's time and that of the reader's device. If Slack does not answer, that is
 * logged, and what was known before holds.
 */
export class Readers {
  readonly #known = new Map<string, KnownZone>();
  readonly #now: () => number;
  readonly #client: webApi.WebClient;
  readonly #tokens: WorkspaceTokens;
  readonly #log: Logger;
  readonly #refusals: RefusalLog;

  /** A client that has to wait lets all its calls wait, so it must be one that answers nobody. */
  constructor(of: {
    readonly now: () => number;
    readonly client: webApi.WebClient;
    readonly tokens: WorkspaceTokens;
    readonly log: Logger;
  }) {
    this.#now = of.now;
    this.#client = of.client;
    this.#tokens = of.tokens;
    this.#log = of.log;
    this.#refusals = new RefusalLog(of.log);
  }

  zoneOf(member: Member): string | undefined {
    return this.#known.get(memberKey(member))?.zone;
  }

  /** Whether Slack has said that the person is an admin or owner of the workspace; undefined if it has not told. */
  isAdmin(member: Member): boolean | undefined {
    return this.#known.get(memberKey(member))?.isAdmin;
  }

  /** The zone for a message that waits for it: Slack is asked first, unless that was done within the hour. */
  async zoneFor(member: Member): Promise<string | undefined> {
    await this.learn(member);
    return this.zoneOf(member);
  }

  /** Slack is asked again after the next answer. */
  forget(member: Member): void {
    this.#known.delete(memberKey(member));
  }

  learn(member: Member): Promise<void> {
    const key = memberKey(member);
    const known = this.#known.get(key);
    if (known !== undefined && this.#now() - known.askedAt < KNOWN_FOR_MS) return known.asking;
    const { zone, isAdmin } = known ?? {};
    const entry: KnownZone = { zone, isAdmin, askedAt: this.#now(), asking: Promise.resolve() };
    // A Map keeps its entries in the order of insertion.
    this.#known.delete(key);
    this.#known.set(key, entry);
    forgetOldest(this.#known, KNOWN_AT_MOST);
    entry.asking = underSameId(() => this.#ask(member, entry));
    return entry.asking;
  }

  /** A person who is forgotten meanwhile stays so: the answer goes to an entry that is no longer known. */
  async #ask({ workspace, person }: Member, entry: KnownZone): Promise<void> {
    try {
      const token = await this.#tokens.tokenFor(workspace);
      if (token === undefined) return;
      const { user } = await this.#client.users.info({ user: person, token });
      entry.zone = user?.tz;
      // An admin of one team does not choose for all teams of an organisation, which are one workspace to Lectern.
      const roles = workspace.startsWith('E') ? user?.enterprise_user : user;
      entry.isAdmin = roles?.is_admin === true || roles?.is_owner === true;
    } catch (error) {
      const why = reasonOf(error);
      this.#log.debug({ err: error }, 'Slack was asked for a time zone in vain.');
      // Elsewhere is said once that the database, or a token in it, cannot be used.
      if (!(error instanceof StoreFault))
        this.#refusals.refuse(`Slack did not give a reader's time zone (${why}); both times are shown.`);
    }
  }
}

/** Anybody of another workspace may write in a shared channel, and Slack tells of none of them: one of a few reasons. */
function reasonOf(error: unknown): string {
  if (error instanceof webApi.WebAPIRateLimitedError) return 'ratelimited';
  const code = error instanceof webApi.WebAPIPlatformError ? error.data.error : '';
  return /^\w{1,50}$/.test(code) ? code : 'no answer';
}
