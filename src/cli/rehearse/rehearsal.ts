import { existsSync } from 'node:fs';
import { conferenceName } from '../../programme/day-heading.ts';
import { toMoment } from '../../programme/moment.ts';
import type { Programme } from '../../programme/programme.ts';
import { isHeld } from '../../programme/talk.ts';
import type { Loaded } from '../../search/loaded.ts';
import { describeDigest } from '../../slack/views/digest/answers.ts';
import { TITLE_LENGTH } from '../../slack/views/row.ts';
import { openRehearsalStore } from '../../store/database/rehearsal-store.ts';
import type { Store } from '../../store/open.ts';
import { isPostgresUrl } from '../../store/postgres/postgres-url.ts';
import { pathOfFileUrl } from '../../store/sqlite/file-url.ts';
import { listSome, pluralise, shorten } from '../../text/display.ts';
import { fold } from '../../text/fold.ts';
import type { Config } from '../../wiring/config.ts';
import { defaultDatabase } from '../../wiring/digests.ts';
import { createLog } from '../../wiring/log.ts';
import { rehearse } from '../../wiring/rehearsal.ts';
import { ENGLISH } from '../../words/en.ts';
import { error, type Finding, findInOrders, note } from './findings.ts';
import { type Orders, readOrders } from './orders.ts';
import type { RehearsalReport } from './report.ts';
import { describeDays, describePost, findInPosts } from './sent.ts';
import { instantsOf, ofOneDay, type Span, spanOf, withEarlyPosts } from './span.ts';

export interface RehearsalWish extends Pick<Config, 'databaseUrl' | 'slack'> {
  readonly loaded: Loaded;
  /** Undefined for the whole conference. */
  readonly day: string | undefined;
  /** In milliseconds since 1970. */
  readonly now: number;
  /** Orders in words; those of the database without it. */
  readonly order: readonly string[] | undefined;
}

/** Rehearses on a copy of what Lectern remembers. */
export async function reportRehearsal(wish: RehearsalWish): Promise<RehearsalReport> {
  const source = findOrders(wish);
  const store = await openRehearsalStore(source.database, source.run);
  try {
    return await reportFrom(store, source, wish);
  } finally {
    await store.close();
  }
}

/** Where the orders are: given in words, or in a database. */
interface OrderSource {
  readonly database: string | undefined;
  readonly run: string;
  readonly given: Orders;
  readonly findings: readonly Finding[];
}

function findOrders({ order, loaded, now, slack, databaseUrl }: RehearsalWish): OrderSource {
  const run = slack.kind === 'local' ? 'local' : 'real';
  const none = { database: undefined, run, given: NO_ORDERS, findings: [] };
  if (order !== undefined) {
    const given = readOrders(order, loaded, now);
    return { ...none, given, findings: given.findings };
  }
  const database = databaseUrl ?? defaultDatabase({ slack, clock: undefined });
  if (isPostgresUrl(database) || existsSync(pathOfFileUrl(database))) return { ...none, database };
  // An address may hold a password; a file's does not.
  const hint = `There is no database at ${database}. Give orders by --order "daily 08:00 in #corridor", or name the database by DATABASE_URL.`;
  return { ...none, findings: [note(hint)] };
}

const NO_ORDERS: Orders = { digests: [], channelNames: new Map(), findings: [] };

async function reportFrom(
  store: Store,
  { given, findings }: OrderSource,
  wish: RehearsalWish,
): Promise<RehearsalReport> {
  const { loaded, day, now } = wish;
  const { programme } = loaded;
  const { timeZone } = programme.conference;
  const ordered = [...(await store.digests.all()), ...given.digests];
  const usual = spanOf(programme, day, now);
  const span = day === undefined ? withEarlyPosts(usual, { digests: ordered, loaded, now }) : usual;
  // Posts that were due earlier are there, or were told to be missed.
  const digests = ordered.map(digest => ({ ...digest, since: span.from }));
  const rehearsed = digests.map(digest => ofOneDay(digest, day));
  for (const digest of rehearsed) await store.digests.save(digest);
  const faults: string[] = [];
  const log = createLog({ level: 'error', secrets: [], write: line => faults.push(faultOf(line)) });
  const posts = await rehearse({ loaded, store, instants: instantsOf(span, rehearsed, loaded), log });
  const nameOf = (channel: string) => given.channelNames.get(channel) ?? channel;
  const described = new Map(
    digests.map(digest => [digest.id, `${nameOf(digest.channel)}, ${describeDigest(digest)}`]),
  );
  const momentOf = (at: number) => toMoment(at, timeZone);
  const states = await store.deliveries.countByState();
  const unsent = states.filter(({ state }) => state !== 'posted').reduce((sum, { count }) => sum + count, 0);
  return {
    conference: conferenceName(programme.conference, ENGLISH),
    days: describeDays(day === undefined ? programme.days : [day], timeZone),
    from: momentOf(span.from),
    orders: [...described.values()],
    messages: posts.map(post => describePost(post, { momentOf, nameOf })),
    problems: [
      ...findInOrders(digests, { loaded, span, day, nameOf: ({ id }) => described.get(id) ?? id }),
      ...findInPosts(posts, nameOf),
      ...[...new Set(faults)].map(error),
      ...(unsent === 0 ? [] : [error(`Messages that would not go out in time: ${unsent}.`)]),
      ...findInProgramme(loaded),
      ...findings,
      ...findInSpan(span, now),
    ],
  };
}

function faultOf(line: string): string {
  const { msg, err } = JSON.parse(line) as { msg: string; err?: { message?: string } };
  return err?.message === undefined ? msg : `${msg} ${err.message}`;
}

function findInProgramme({ programme }: Loaded): readonly Finding[] {
  if (programme.days.length === 0)
    return [
      note('The programme has no times: two weeks were rehearsed, in which each digest features five talks.'),
    ];
  if (!programme.talks.some(isHeld)) return [error('Nothing in this programme takes place.')];
  return [...findRooms(programme), ...findLongTitles(programme)];
}

function findLongTitles({ sessions }: Programme): readonly Finding[] {
  const long = new Set(sessions.map(({ talk }) => talk.title).filter(title => title.length > TITLE_LENGTH));
  const [first] = long;
  if (first === undefined) return [];
  const count = pluralise(long.size, 'title');
  return [
    note(
      `${count} of more than ${TITLE_LENGTH} characters, cut in each message: ${shorten(first, TITLE_LENGTH)}`,
    ),
  ];
}

/** Rooms that are left out where others have a channel. */
function findRooms({ conference: { roomLinks }, rooms }: Programme): readonly Finding[] {
  const linked = roomLinks.flatMap(({ room, channel }) => (channel === undefined ? [] : fold(room)));
  const others = rooms.filter(room => !linked.includes(fold(room)));
  if (linked.length === 0 || others.length === 0) return [];
  return [note(`No channel is set for ${listSome(others, 5)} (rooms: in conference.yml).`)];
}

function findInSpan({ from, to, isUnderWay }: Span, now: number): readonly Finding[] {
  if (isUnderWay) return [note('What was due before now is left out.')];
  return now > to && from < now
    ? [note('This time is over: it was rehearsed as if it were to come. CLOCK sets another moment.')]
    : [];
}
