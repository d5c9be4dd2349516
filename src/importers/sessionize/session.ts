import { z } from 'zod';
import type { DraftTalk, WithheldEntry } from '../../programme/joining/draft.ts';
import type { TalkKind } from '../../programme/talk.ts';
import { flag, list, readEntries, text } from '../reading/json.ts';
import { classifyEntry } from '../reading/kinds.ts';
import { createPersonReader, type RawPerson } from '../reading/people.ts';
import type { Report } from '../reading/report.ts';
import { isCancelled, keepAccepted } from '../reading/status.ts';
import { type RawTalk, readTalk, uniteSlots } from '../reading/talk.ts';

/**
 * A session in any of Sessionize's views. `questionAnswers` are never read: they are confidential, even if one of them
 * is a link to a recording.
 */
const Session = z.object({
  id: text,
  title: text,
  description: text,
  startsAt: text,
  endsAt: text,
  isServiceSession: flag,
  /** Ids in the view All, ids and names in the others. */
  speakers: list(
    z.union([z.object({ id: text, name: text }), z.string().transform(id => ({ id, name: '' }))]),
  ),
  /** In the view All: ids. */
  categoryItems: list(text),
  /** In the other views. */
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

/** A speaker in the views All and Speakers, without `questionAnswers`. */
export const Person = z
  .object({ id: text, fullName: text, firstName: text, lastName: text, bio: text, tagLine: text })
  .transform(
    ({ id, fullName, firstName, lastName, bio, tagLine }): RawPerson => ({
      id,
      name: fullName || `${firstName} ${lastName}`.trim(),
      bio,
      // Speakers write there who they are: "Head of Sails, Harbour Ltd".
      affiliation: tagLine,
    }),
  );

/** Lists of the view All by id. */
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
  const readPerson = createPersonReader(report);
  const raws = keepAccepted(staged, report, describe).map(session => ({
    ...toRawTalk(session, lists),
    speakers: session.speakers.flatMap(({ id, name }) =>
      readPerson(lists.people.get(id) ?? { id, name, bio: '' }, session.title),
    ),
  }));
  return uniteSlots(raws).flatMap(raw => readTalk(raw, report) ?? []);
}

function describe({ id, title, speakers }: Session): WithheldEntry {
  return { id, title, names: speakers.map(({ name }) => name).join(', ') };
}

function toRawTalk(session: Session, lists: Lists): Omit<RawTalk, 'speakers'> {
  const { id, title, description, startsAt, endsAt, room, roomId, recordingUrl, liveUrl } = session;
  return {
    id,
    title,
    texts: [description],
    ...classifySession([...lists.categories(session.categoryItems), ...session.categories]),
    kind: kindOf(session),
    isCancelled: isCancelled(session.status.toLowerCase()),
    links: [
      { url: recordingUrl, title: 'Recording', kind: 'video' },
      { url: liveUrl, title: 'Live stream', kind: 'video' },
    ],
    slots: [{ start: startsAt, end: endsAt, rooms: [room || (lists.rooms.get(roomId) ?? '')] }],
  };
}

/** A service session stands between the others: lunch, registration, a party. */
function kindOf({ isServiceSession, speakers, title }: Session): TalkKind | undefined {
  if (!isServiceSession || speakers.length > 0) return undefined;
  return classifyEntry({ title, hasSpeakers: false }) ?? 'service';
}

/** A question of the call for papers and the answers that were ticked. Organisers write its title freely. */
export interface Category {
  readonly title: string;
  readonly names: readonly string[];
}

/** The answers about a session; empty if there are none. */
export interface Classes {
  readonly track: string;
  readonly level: string;
  readonly languages: string;
  readonly type: string;
}

/** "Which track does your session best fit into?" asks for the track, "Please select session type:" for the type. */
const QUESTIONS: Readonly<Record<keyof Classes, RegExp>> = {
  level: /\blevel|niveau|nivel|livello|schwierigkeit/i,
  languages: /language|sprache|langue|idioma|lingua/i,
  track: /track|stream|\btopic|\btheme|\bthema/i,
  type: /format|type|\btyp\b|\btipo/i,
};

/** Reads the answers about a session. A talk is on one track: the first of several. */
export function classifySession(categories: readonly Category[]): Classes {
  const namesOf = (of: keyof Classes) =>
    categories.filter(({ title }) => classifyQuestion(title) === of).flatMap(({ names }) => names);
  return {
    track: namesOf('track')[0] ?? '',
    level: namesOf('level').join(', '),
    languages: namesOf('languages').join(', '),
    type: namesOf('type')[0] ?? '',
  };
}

function classifyQuestion(title: string): keyof Classes | undefined {
  if (QUESTIONS.level.test(title)) return 'level';
  if (QUESTIONS.languages.test(title)) return 'languages';
  if (QUESTIONS.track.test(title)) return 'track';
  return QUESTIONS.type.test(title) ? 'type' : undefined;
}
