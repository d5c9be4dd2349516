import type { DraftSlot, DraftSpeaker, DraftTalk } from '../../programme/joining/draft.ts';
import type { Link, TalkKind } from '../../programme/talk.ts';
import { groupByEach } from '../../text/group.ts';
import { readCancellation } from './cancellation.ts';
import { cleanLine } from './clean.ts';
import { maskEmails } from './contacts.ts';
import { entryKind } from './entry-kind.ts';
import { readAbstract, readTitle } from './fields.ts';
import { readId } from './ids.ts';
import { readLanguages } from './languages.ts';
import { readLink } from './links.ts';
import { readableText } from './readable-text.ts';
import type { Report, Spot } from './report.ts';
import { type RawSlot, readSlot } from './slots.ts';

/** An entry of a programme as a file has it, its fields found and named. Texts are empty where the file says nothing. */
export interface RawTalk {
  readonly id: string;
  readonly title: string;
  /** What the file says of it, in order: an abstract, a longer description. */
  readonly texts: readonly string[];
  readonly speakers: readonly DraftSpeaker[];
  readonly slots: readonly RawSlot[];
  readonly links?: readonly RawLink[];
  readonly track?: string;
  readonly level?: string;
  readonly languages?: string;
  /** What the file calls entries of its sort: "Keynote", "Lunch". */
  readonly type?: string;
  /** Where the file itself says what it is. */
  readonly kind?: TalkKind | undefined;
  readonly isCancelled?: boolean;
}

export interface RawLink {
  readonly url: string;
  readonly title?: string;
  readonly kind?: Link['kind'];
}

/** Makes what a file says of a talk fit to be shown and searched; nothing where it has no title, which is reported. */
export function readTalk(raw: RawTalk, report: Report): DraftTalk | undefined {
  const id = readId(raw.id);
  const { title: uncancelled, status } = readCancellation(raw.title);
  const title = readTitle(readableText(uncancelled), {}, report);
  if (title === '') {
    report.fail({ item: id }, 'The entry has no title; it was left out.');
    return undefined;
  }
  const spot = { item: title };
  return {
    id,
    title,
    abstract: readTexts(raw.texts, spot, report),
    speakers: atMost(raw.speakers, 'speakers', spot, report),
    track: readName(raw.track),
    slots: oneATime(
      atMost(raw.slots, 'times', spot, report).flatMap(slot => readSlot(slot, spot, report) ?? []),
    ),
    line: undefined,
    kind: raw.kind ?? entryKind({ type: raw.type, title, hasSpeakers: raw.speakers.length > 0 }) ?? 'talk',
    status: raw.isCancelled ? 'cancelled' : status,
    level: readName(raw.level),
    languages: readLanguages(raw.languages ?? ''),
    links: atMost(raw.links ?? [], 'links', spot, report).flatMap(link => readLink(link) ?? []),
  };
}

/** No talk has as many speakers, times or links. */
const LIST_MAX = 200;

function atMost<Item>(items: readonly Item[], noun: string, spot: Spot, report: Report): readonly Item[] {
  if (items.length > LIST_MAX)
    report.fail(spot, `It has more than ${LIST_MAX} ${noun}; the others were left out.`);
  return items.slice(0, LIST_MAX);
}

/** What is in several rooms at one time has one slot. */
function oneATime(slots: readonly DraftSlot[]): readonly DraftSlot[] {
  const groups = groupByEach(slots, ({ start, end }) => [`${start} ${end}`]);
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    return { ...first, rooms: [...new Set([first, ...others].flatMap(slot => slot.rooms))] };
  });
}

/** Where one text repeats the other, the longer one says it all. "-" stands for nothing. */
function readTexts(raw: readonly string[], spot: Spot, report: Report): string {
  const texts = raw.map(text => readableText(text).trim()).filter(text => /[\p{L}\p{N}]/u.test(text));
  const whole = texts.filter(
    (text, i) => !texts.some((other, j) => (other.length > text.length || j < i) && other.includes(text)),
  );
  return whole.length === 0 ? '' : readAbstract(whole.join('\n\n'), spot, report);
}

/** The name of a track or a level. */
function readName(raw = ''): string | undefined {
  return maskEmails(cleanLine(readableText(raw))).slice(0, NAME_MAX) || undefined;
}

const NAME_MAX = 200;
