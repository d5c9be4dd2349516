import type { DraftSlot, DraftSpeaker, DraftTalk } from '../../programme/joining/draft.ts';
import type { Link, TalkKind } from '../../programme/talk.ts';
import { nameKey } from '../../text/fold.ts';
import { groupByEach } from '../../text/keys.ts';
import { cleanLine } from './clean.ts';
import { maskEmails } from './contacts.ts';
import { readAbstract, readId, readLanguages, readTitle } from './fields.ts';
import { classifyEntry } from './kinds.ts';
import { readLink } from './links.ts';
import { toReadableText } from './readable-text.ts';
import type { Report, Spot } from './report.ts';
import { readCancellation } from './status.ts';
import { type RawSlot, readSlot } from './times.ts';

/** A talk as a file has it, its fields found and named. A text is empty if the file does not give it. */
export interface RawTalk {
  readonly id: string;
  readonly title: string;
  /** All texts about it, in order: an abstract, a longer description. */
  readonly texts: readonly string[];
  readonly speakers: readonly DraftSpeaker[];
  readonly slots: readonly RawSlot[];
  readonly links?: readonly RawLink[];
  readonly track?: string;
  readonly level?: string;
  readonly languages?: string;
  /** The file's own word for it: "Keynote", "Lunch". */
  readonly type?: string;
  /** Set if the file states it. */
  readonly kind?: TalkKind | undefined;
  readonly isCancelled?: boolean;
  /** The title of the session or contribution of which it is a part. */
  readonly within?: string | undefined;
}

export interface RawLink {
  readonly url: string;
  readonly title?: string;
  readonly kind?: Link['kind'];
}

/** Cleans a talk so that it can be shown and searched; undefined if it has no title, which is reported. */
export function readTalk(raw: RawTalk, report: Report): DraftTalk | undefined {
  const id = readId(raw.id);
  const { title: uncancelled, status } = readCancellation(raw.title);
  const title = readTitle(toReadableText(uncancelled), {}, report);
  if (title === '') {
    report.fail({ item: id }, 'The entry has no title; it was left out.');
    return undefined;
  }
  const spot = { item: title };
  return {
    id,
    // Formats that have one put it in. Node 20 makes a hidden class for each object that gets a new field after a spread.
    guid: undefined,
    title,
    abstract: readTexts(raw.texts, spot, report),
    speakers: capList(raw.speakers, 'speakers', spot, report),
    track: readName(raw.track),
    slots: joinRooms(
      capList(raw.slots, 'times', spot, report).flatMap(slot => readSlot(slot, spot, report) ?? []),
    ),
    line: undefined,
    kind:
      raw.kind ?? classifyEntry({ type: raw.type, title, hasSpeakers: raw.speakers.length > 0 }) ?? 'talk',
    status: raw.isCancelled ? 'cancelled' : status,
    level: readName(raw.level),
    languages: readLanguages(raw.languages ?? ''),
    links: capList(raw.links ?? [], 'links', spot, report).flatMap(link => readLink(link) ?? []),
    within: raw.within === undefined ? undefined : maskEmails(cleanLine(raw.within)),
  };
}

/** No talk has as many speakers, times or links. */
const LIST_MAX = 200;

function capList<Item>(items: readonly Item[], noun: string, spot: Spot, report: Report): readonly Item[] {
  if (items.length > LIST_MAX)
    report.fail(spot, `It has more than ${LIST_MAX} ${noun}; the others were left out.`);
  return items.slice(0, LIST_MAX);
}

/** Makes one slot of those at the same time in different rooms. */
function joinRooms(slots: readonly DraftSlot[]): readonly DraftSlot[] {
  const groups = groupByEach(slots, ({ start, end }) => [`${start} ${end}`]);
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    return { ...first, rooms: [...new Set([first, ...others].flatMap(slot => slot.rooms))] };
  });
}

/** A text that another one contains is dropped, and so is one without letters or digits, such as "-". */
function readTexts(raw: readonly string[], spot: Spot, report: Report): string {
  const texts = raw.map(text => toReadableText(text).trim()).filter(text => /[\p{L}\p{N}]/u.test(text));
  const whole = texts.filter(
    (text, i) => !texts.some((other, j) => (other.length > text.length || j < i) && other.includes(text)),
  );
  return whole.length === 0 ? '' : readAbstract(whole.join('\n\n'), spot, report);
}

/** Reads the name of a track or a level. */
function readName(raw = ''): string | undefined {
  return maskEmails(cleanLine(toReadableText(raw))).slice(0, NAME_LENGTH_MAX) || undefined;
}

const NAME_LENGTH_MAX = 200;

/** Joins talks with the same id and title into one: some files repeat a talk for each of its slots or speakers. */
export function uniteSlots<Raw extends RawTalk>(talks: readonly Raw[]): readonly Raw[] {
  const groups = groupByEach(talks, talk => [identityOf(talk) ?? talk]);
  return [...groups.values()].flatMap(group => {
    const [first] = group;
    if (first === undefined) return [];
    return [{ ...first, slots: group.flatMap(talk => talk.slots), speakers: uniteSpeakers(group) }];
  });
}

function uniteSpeakers(group: readonly RawTalk[]): readonly DraftSpeaker[] {
  const [first, ...others] = group.map(talk => talk.speakers);
  if (first === undefined || others.length === 0) return first ?? [];
  const people = new Map(
    [first, ...others].flat().map(person => [person.id ?? nameKey(person.name), person]),
  );
  return [...people.values()];
}

function identityOf({ id, title }: RawTalk): string | undefined {
  return id === '' ? undefined : JSON.stringify([id, nameKey(title)]);
}
