import type { DraftSpeaker, DraftTalk } from '../../programme/joining/draft.ts';
import { cleanLine } from '../reading/clean.ts';
import { classifyEntry, parseKind } from '../reading/kinds.ts';
import { splitNames } from '../reading/names.ts';
import { readSpeaker } from '../reading/people.ts';
import { toReadableText } from '../reading/readable-text.ts';
import { createLineReport, type Report } from '../reading/report.ts';
import { isCancelled } from '../reading/status.ts';
import { type RawTalk, readTalk } from '../reading/talk.ts';
import { type SplitDescription, splitForeignDescription, splitOwnDescription } from './description.ts';
import type { IcsTalk, TitledEvent } from './group-events.ts';
import {
  findProperty,
  findValue,
  findValues,
  type IcsBlock,
  type IcsCalendar,
  type IcsProperty,
  isWrittenByLectern,
  unescapeText,
} from './lines.ts';
import { createRoomReader } from './rooms.ts';
import { REPEATS_MAX, readIcsSlots } from './slots.ts';
import type { IcsSummary } from './summary.ts';
import type { IcsZones } from './zones.ts';

export interface IcsEvent extends TitledEvent {
  readonly summary: IcsSummary;
}

/**
 * Returns a reader of a calendar's talks. Locations, categories and organisers can only be read with those of all
 * events at hand.
 */
export function createTalkReader(
  calendar: IcsCalendar,
  { zones, report }: { readonly zones: IcsZones; readonly report: Report },
): (talk: IcsTalk<IcsEvent>) => DraftTalk | undefined {
  const all = (name: string) => calendar.events.map(({ properties }) => findValue(properties, name));
  const surroundings: CalendarContext = {
    zones,
    rooms: createRoomReader(all('location')),
    track: isWrittenByLectern(calendar)
      ? cleanLine
      : createTrackReader(calendar.events.flatMap(categoriesOf)),
    lastDay: all('dtstart')
      .reduce((last, start) => (start > last ? start : last), '')
      .slice(0, 10),
    organisersSpeak: areDistinct(calendar.events.map(organiserOf)),
    more: { left: REPEATS_MAX },
    isCancelled: /^cancel$/i.test(findValue(calendar.properties, 'method').trim()),
    part: isWrittenByLectern(calendar) ? splitOwnDescription : splitForeignDescription,
  };
  return talk => {
    const { line } = talk.main.block;
    const here = createLineReport(line, report);
    const read = readTalk(toRawTalk(talk, surroundings, here), here);
    return read && { ...read, line };
  };
}

interface CalendarContext {
  readonly zones: IcsZones;
  readonly rooms: (location: string) => readonly string[];
  readonly track: (category: string) => string;
  readonly lastDay: string;
  readonly organisersSpeak: boolean;
  readonly more: { left: number };
  /** True for a calendar that is sent to cancel its events (METHOD:CANCEL of RFC 5546). */
  readonly isCancelled: boolean;
  /** Splits a description into abstract and speakers. */
  readonly part: (block: IcsBlock) => SplitDescription;
}

function toRawTalk(
  { id = '', main, others, replaced }: IcsTalk<IcsEvent>,
  around: CalendarContext,
  report: Report,
): RawTalk {
  const { properties } = main.block;
  const { type } = main.summary;
  const { abstract, speakers } = around.part(main.block);
  const spot = { item: cleanLine(main.title) };
  const people = [...speakersOf(main, around), ...speakers].flatMap(
    ({ name, bio, affiliation }): DraftSpeaker | [] =>
      readSpeaker({ name, bio: toReadableText(bio), affiliation }, spot, report) ?? [],
  );
  const track = categoriesOf(main.block).map(around.track).join(', ');
  return {
    id,
    title: dropLink(main.title),
    texts: [abstract],
    speakers: people,
    slots: [main, ...others].flatMap(({ block }) =>
      readIcsSlots(block, {
        ...around,
        rooms: roomsOf(block, around),
        replaced: block === main.block ? replaced : [],
        spot,
        report,
      }),
    ),
    links: [{ url: unescapeText(findValue(properties, 'url')) }],
    track: track || trackOfType(type),
    // Sched has breaks in tracks of their own.
    type: type || (people.length === 0 ? track : ''),
    kind: parseKind(findValue(properties, 'x-lectern-kind')),
    isCancelled: around.isCancelled || isCancelled(cleanLine(findValue(properties, 'status')).toLowerCase()),
  };
}

function speakersOf(
  { block, summary }: IcsEvent,
  { organisersSpeak }: CalendarContext,
): SplitDescription['speakers'] {
  const organisers = organisersSpeak ? splitNames(organiserOf(block)) : [];
  const attendees = block.properties.filter(({ name }) => name === 'attendee').map(commonNameOf);
  const lecterns = findValues(block.properties, 'x-lectern-speaker');
  return [
    ...summary.names.map((name, at) => ({ name, bio: '', affiliation: summary.affiliations?.[at] })),
    ...[...organisers, ...attendees.filter(Boolean), ...lecterns].map(name => ({ name, bio: '' })),
  ];
}

/** Commas separate rooms in a calendar, and are part of some rooms' names. */
function roomsOf({ properties }: IcsBlock, { rooms }: CalendarContext): readonly string[] {
  const lecterns = findValues(properties, 'x-lectern-room');
  return lecterns.length > 0 ? lecterns : rooms(findValue(properties, 'location'));
}

/** Only the name; the address is never read. */
function organiserOf({ properties }: IcsBlock): string {
  const organiser = findProperty(properties, 'organizer');
  return organiser === undefined ? '' : commonNameOf(organiser);
}

function commonNameOf({ parameters }: IcsProperty): string {
  return cleanLine(parameters.get('cn')?.replaceAll('\n', ' ') ?? '');
}

const DISTINCT_MIN = 5;

/** Most conferences have a few organisers. MOCA names another one for each talk: its speaker. */
function areDistinct(organisers: readonly string[]): boolean {
  const named = organisers.filter(organiser => organiser !== '');
  const distinct = new Set(named).size;
  return distinct >= DISTINCT_MIN && distinct > named.length / 2;
}

function categoriesOf({ properties }: IcsBlock): readonly string[] {
  return findValues(properties, 'categories').filter(category => category.trim() !== '');
}

/** Some titles are links: "[Ceph at sea](https://example.org/ceph)". */
function dropLink(title: string): string {
  return title.replace(/^\[([^\]]+)\]\(https?:[^)\s]*\)$/, '$1');
}

/** People look for a type such as "tutorial" as for a track, but not for breaks. */
function trackOfType(type: string): string {
  const isPause = classifyEntry({ type, title: '', hasSpeakers: true }) !== undefined;
  return isPause ? '' : type.slice(0, 1).toUpperCase() + type.slice(1);
}

/**
 * Returns a reader of categories as tracks. Sched writes them in capitals; then words get lower case again, except for
 * short ones and those without vowels, such as AI, ML and CNCF.
 */
function createTrackReader(categories: readonly string[]): (category: string) => string {
  const isShouted =
    categories.length > 0 && categories.every(category => category === category.toUpperCase());
  return category => cleanLine(isShouted ? category.replace(/[\p{L}\p{M}'’]+/gu, lowerWord) : category);
}

const SMALL = new Set(['AND', 'FOR', 'OF', 'IN', 'ON', 'THE', 'TO', 'WITH', 'BY', 'OR', 'AT', 'A']);

function lowerWord(word: string, at: number): string {
  if (SMALL.has(word)) return at === 0 ? capitalise(word) : word.toLowerCase();
  const isAbbreviation = [...word].length <= 3 || !/[AEIOUYÀ-ÖØ-Ý]/.test(word);
  return isAbbreviation && !['ALL', 'CO', 'DAY', 'NEW', 'NON', 'ONE', 'PRE', 'WEB'].includes(word)
    ? word
    : capitalise(word);
}

function capitalise(word: string): string {
  return word.slice(0, 1) + word.slice(1).toLowerCase();
}
