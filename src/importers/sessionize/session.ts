import { z } from 'zod';
import type { DraftTalk } from '../../programme/joining/draft.ts';
import type { TalkKind } from '../../programme/talk.ts';
import { acceptedOf, isCancelled } from '../reading/accepted.ts';
import { entryKind } from '../reading/entry-kind.ts';
import { flag, list, readEntries, text } from '../reading/lenient.ts';
import { peopleReader, type RawPerson } from '../reading/raw-people.ts';
import { type RawTalk, readTalk } from '../reading/raw-talk.ts';
import type { Report } from '../reading/report.ts';
import { uniteSlots } from '../reading/unite-slots.ts';
import { type Category, classesOf } from './categories.ts';

/**
 * A session in any of Sessionize's views. `questionAnswers` are never read: what speakers answer is between them and the
 * organisers, even where one of the questions is for a recording.
 */
const Session = z.object({
  id: text,
  title: text,
  description: text,
  startsAt: text,
  endsAt: text,
  isServiceSession: flag,
  /** Ids in the view All, ids and names elsewhere. */
  speakers: list(
    z.union([z.object({ id: text, name: text }), z.string().transform(id => ({ id, name: '' }))]),
  ),
  /** Ids, in the view All. */
  categoryItems: list(text),
  /** Elsewhere. */
  categories: list(
    z
      .object({ name: text, categoryItems: list(z.object({ name: text })) })
      .transform(({ name, categoryItems }) => ({ title: name, names: categoryItems.map(item => item.name) })),
  ),
  roomId: text,
  room: text,
  liveUrl: text,
  recordingUrl: text,
  status: text,
});
type Session = z.infer<typeof Session>;

/** A speaker as the view All and the page of speakers have them: never `questionAnswers`. */
export const Person = z
  .object({ id: text, fullName: text, firstName: text, lastName: text, bio: text, tagLine: text })
  .transform(
    ({ id, fullName, firstName, lastName, bio, tagLine }): RawPerson => ({
      id,
      name: fullName || `${firstName} ${lastName}`.trim(),
      bio: bio || tagLine,
    }),
  );

/** What the view All holds apart from its sessions, by id. */
export interface Lists {
  readonly people: ReadonlyMap<string, RawPerson>;
  readonly rooms: ReadonlyMap<string, string>;
  categories(itemIds: readonly string[]): readonly Category[];
}

const NO_LISTS: Lists = { people: new Map(), rooms: new Map(), categories: () => [] };

/** Reads the sessions of any view. */
export function readSessions(
  items: readonly unknown[],
  report: Report,
  lists = NO_LISTS,
): readonly DraftTalk[] {
  const sessions = readEntries(items, { entry: Session, noun: 'session' }, report);
  const staged = sessions.map(session => ({
    ...session,
    state: session.status.toLowerCase(),
    isScheduled: session.startsAt !== '',
  }));
  const readPerson = peopleReader(report);
  const raws = acceptedOf(staged, report).map(session => ({
    ...rawTalk(session, lists),
    speakers: session.speakers.flatMap(({ id, name }) =>
      readPerson(lists.people.get(id) ?? { id, name, bio: '' }, session.title),
    ),
  }));
  return uniteSlots(raws).flatMap(raw => readTalk(raw, report) ?? []);
}

function rawTalk(session: Session, lists: Lists): Omit<RawTalk, 'speakers'> {
  const { id, title, description, startsAt, endsAt, room, roomId, recordingUrl, liveUrl } = session;
  return {
    id,
    title,
    texts: [description],
    ...classesOf([...lists.categories(session.categoryItems), ...session.categories]),
    kind: kindOf(session),
    isCancelled: isCancelled(session.status.toLowerCase()),
    links: [
      { url: recordingUrl, title: 'Recording', kind: 'video' },
      { url: liveUrl, title: 'Live stream', kind: 'video' },
    ],
    slots: [{ start: startsAt, end: endsAt, rooms: [room || (lists.rooms.get(roomId) ?? '')] }],
  };
}

/** A service session is what the organisers put between the others: lunch, registration, a party. */
function kindOf({ isServiceSession, speakers, title }: Session): TalkKind | undefined {
  if (!isServiceSession || speakers.length > 0) return undefined;
  return entryKind({ title, hasSpeakers: false }) ?? 'service';
}
