import { createHash, randomBytes } from 'node:crypto';
import { describeWords } from '../conversation/constraints/constraints-line.ts';
import { writeCalendar } from '../exporters/icalendar.ts';
import { slugOf } from '../exporters/ids.ts';
import type { CalendarEntry } from '../programme/calendar-entries.ts';
import { conferenceKey } from '../programme/conference.ts';
import type { Programme } from '../programme/programme.ts';
import type { Talk } from '../programme/talk.ts';
import type { Loaded } from '../search/loaded.ts';
import type { Feed, FeedRepository, FeedSubject } from '../store/feeds.ts';
import { createEventList, findEvents } from './feed-request.ts';

/** Everything that is needed to open and revoke feeds. */
export interface FeedContext {
  readonly store: FeedRepository;
  /** Where the outside reaches Lectern: `https://talks.example.org`. */
  readonly publicUrl: string;
}

/** Makes a feed. Returns its address, which cannot be shown again: only a hash of its secret is kept. */
export async function openFeed(
  feed: Omit<Feed, 'hash'>,
  { store, publicUrl }: FeedContext,
): Promise<{ readonly address: string; readonly hash: string }> {
  const secret = randomBytes(32).toString('base64url');
  const hash = hashSecret(secret);
  await store.add({ ...feed, hash });
  return { address: `${publicUrl}/calendar/${secret}.ics`, hash };
}

export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Often enough on a day of the conference. A copy that is up to date costs a short answer. */
const REFRESH_EVERY = 'PT30M';

/** All that a feed shows depends on. */
export interface FeedSources {
  readonly loaded: Loaded;
  readonly entries: readonly CalendarEntry[];
  /** The ids of the talks that the owner has starred. */
  readonly starred: ReadonlySet<string>;
}

/** Writes a feed as a calendar. It is the same text until its talks change. */
export function writeFeed(
  { subject, createdAt }: Pick<Feed, 'subject' | 'createdAt'>,
  { loaded, entries, starred }: FeedSources,
): string {
  const { programme } = loaded;
  const { conference } = programme;
  const events =
    subject.kind === 'search'
      ? findEvents({ words: subject.words, typedAt: createdAt }, loaded, entries)
      : programme.talks.filter(({ id }) => starred.has(id)).flatMap(createEventList(loaded, entries));
  return writeCalendar(events, {
    conference,
    name: [feedName(subject, programme), conference.name ?? ''].filter(name => name !== '').join(' · '),
    stampedAt: new Date(createdAt).toISOString(),
    refreshEvery: REFRESH_EVERY,
  });
}

/** A file with the sessions of one talk. It has the same UIDs as a feed, so that no program shows them twice. */
export function writeTalkFile(
  talk: Talk,
  programme: Programme,
  { entries, now }: { readonly entries: readonly CalendarEntry[]; readonly now: number },
): { readonly name: string; readonly text: string } {
  const events = createEventList({ programme }, entries)(talk).filter(({ isLost }) => !isLost);
  const { conference } = programme;
  const stampedAt = new Date(now).toISOString();
  return {
    name: `${slugOf(talk.title) || 'talk'}.ics`,
    text: writeCalendar(events, { conference, name: talk.title, stampedAt }),
  };
}

/** In plain words, not as the filters that are kept: `ceph · Tue 11 May`. */
export function feedName(subject: FeedSubject, programme: Programme): string {
  return subject.kind === 'search' ? describeWords(subject.words, programme) : 'My talks';
}

/** The conference of a feed, with its index; undefined if it is not there. */
export function findConference(key: string, loaded: Loaded): Loaded | undefined {
  if (conferenceKey(loaded.programme.conference) === key) return loaded;
  return loaded.others.find(({ programme }) => conferenceKey(programme.conference) === key)?.open();
}
