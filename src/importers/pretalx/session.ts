import { z } from 'zod';
import { isFields, list, localised, minutes, pickLanguage, text } from '../reading/json.ts';
import type { RawPerson, ReadPerson } from '../reading/people.ts';
import { isCancelled } from '../reading/status.ts';
import type { RawTalk } from '../reading/talk.ts';

/**
 * A reference to a room, track or type: its name, one name per language, an object with either, or only its number if
 * pretalx was not asked to `expand` it.
 */
const reference = z
  .unknown()
  .optional()
  .transform(value => {
    if (typeof value === 'number') return { id: String(value), name: '' };
    const isNamed = isFields(value) && 'name' in value;
    return { id: '', name: pickLanguage(isNamed ? value.name : value) };
  });
type Reference = z.infer<typeof reference>;

const Slot = z.object({ start: text, end: text, duration: minutes, room: reference });

/** In a page of sessions a person may be only a code. */
export const Person = z.union([
  z.object({ code: text, name: localised, biography: localised }),
  z.string().transform(code => ({ code, name: '', biography: '' })),
]);

/** Has no `answers`, `notes`, `internal_notes` and `email`, which an organiser's copy has. */
export const PretalxSession = z.object({
  /** Missing in a break. */
  code: text,
  /** The number of a break. */
  id: text,
  title: localised,
  abstract: localised,
  description: localised,
  state: text,
  submission_type: reference,
  track: reference,
  content_locale: text,
  duration: minutes,
  speakers: list(Person),
  resources: list(z.object({ resource: text, link: text, description: localised })),
  /** Until 2024. */
  slot: Slot.optional().catch(undefined),
  /** Since 2025: numbers, unless they are expanded. */
  slots: list(z.union([Slot, z.number()])),
});
export type PretalxSession = z.infer<typeof PretalxSession>;

/** Names of rooms and tracks by number. */
export interface ReferenceNames {
  readonly rooms: ReadonlyMap<string, string>;
  readonly tracks: ReadonlyMap<string, string>;
}

export function toRawTalk(session: PretalxSession, names: ReferenceNames, readPerson: ReadPerson): RawTalk {
  const { code, id, title, resources } = session;
  return {
    id: code || id,
    title,
    texts: [session.abstract, session.description],
    speakers: session.speakers.flatMap(person => readPerson(toRawPerson(person), title)),
    track: referenceName(session.track, names.tracks),
    // A "Lunch" with speakers is more than a break.
    type: session.speakers.length > 0 ? '' : session.submission_type.name,
    kind: code === '' ? 'break' : undefined,
    languages: session.content_locale,
    links: resources.map(({ resource, link, description }) => ({
      url: resource || link,
      title: description,
    })),
    isCancelled: isCancelled(session.state),
    slots: slotsOf(session).map(slot => ({
      ...slot,
      minutes: slot.duration ?? session.duration,
      rooms: [referenceName(slot.room, names.rooms)],
    })),
  };
}

export function toRawPerson({ code, name, biography }: z.infer<typeof Person>): RawPerson {
  return { id: code, name, bio: biography };
}

/** Its slots, without those of which the page has only the number. */
export function slotsOf({ slot, slots }: PretalxSession): readonly z.infer<typeof Slot>[] {
  return [...(slot === undefined ? [] : [slot]), ...slots.filter(one => typeof one !== 'number')];
}

/** True if the page has only a number for a slot, a track or a room. */
export function hasOnlyNumbers(session: PretalxSession, names: ReferenceNames): boolean {
  const isUnnamed = ({ id }: Reference, known: ReadonlyMap<string, string>) => id !== '' && !known.has(id);
  return (
    session.slots.some(slot => typeof slot === 'number') ||
    isUnnamed(session.track, names.tracks) ||
    slotsOf(session).some(slot => isUnnamed(slot.room, names.rooms))
  );
}

function referenceName({ id, name }: Reference, names: ReadonlyMap<string, string>): string {
  return name || (names.get(id) ?? '');
}
