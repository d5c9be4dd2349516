import type { DraftSpeaker, DraftTalk } from '../programme/draft.ts';
import { cleanLine } from './clean.ts';
import { entryKind } from './entry-kind.ts';
import { readSpeaker } from './fields.ts';
import { partDescription } from './ics-description.ts';
import { type IcsBlock, type IcsCalendar, propertyIn, valueIn } from './ics-lines.ts';
import { icsRooms } from './ics-rooms.ts';
import { icsSlots } from './ics-slots.ts';
import type { IcsSummary } from './ics-summaries.ts';
import type { IcsTalk, TitledEvent } from './ics-talks.ts';
import { icsTracks } from './ics-tracks.ts';
import type { IcsZones } from './ics-zones.ts';
import { namesIn } from './names.ts';
import { type RawTalk, readTalk } from './raw-talk.ts';
import { readableText } from './readable-text.ts';
import { type Report, reportAtLine } from './report.ts';

export interface IcsEvent extends TitledEvent {
  readonly summary: IcsSummary;
}

/** Reads the talks of a calendar. What its locations, categories and organisers mean, only all events together tell. */
export function icsTalkReader(
  calendar: IcsCalendar,
  { zones, report }: { readonly zones: IcsZones; readonly report: Report },
): (talk: IcsTalk<IcsEvent>) => DraftTalk | undefined {
  const all = (name: string) => calendar.events.map(({ properties }) => valueIn(properties, name));
  const surroundings: Surroundings = {
    zones,
    rooms: icsRooms(all('location')),
    track: icsTracks(calendar.events.flatMap(categoriesOf)),
    lastDay: all('dtstart')
      .reduce((last, start) => (start > last ? start : last), '')
      .slice(0, 10),
    organisersSpeak: isOneEach(calendar.events.map(organiserOf)),
  };
  return talk => {
    const { line } = talk.main.block;
    const here = reportAtLine(line, report);
    const read = readTalk(rawTalk(talk, surroundings, here), here);
    return read && { ...read, line };
  };
}

interface Surroundings {
  readonly zones: IcsZones;
  readonly rooms: (location: string) => readonly string[];
  readonly track: (category: string) => string;
  readonly lastDay: string;
  readonly organisersSpeak: boolean;
}

function rawTalk(
  { id = '', main, others, replaced }: IcsTalk<IcsEvent>,
  around: Surroundings,
  report: Report,
): RawTalk {
  const { properties } = main.block;
  const { type } = main.summary;
  const { abstract, speakers } = partDescription(valueIn(properties, 'description'));
  const spot = { item: cleanLine(main.title) };
  const people = [...speakersOf(main, around), ...speakers].flatMap(
    ({ name, bio }): DraftSpeaker | [] => readSpeaker({ name, bio: readableText(bio) }, spot, report) ?? [],
  );
  const track = categoriesOf(main.block).map(around.track).join(', ');
  return {
    id,
    title: withoutLink(main.title),
    texts: [abstract],
    speakers: people,
    slots: [main, ...others].flatMap(({ block }) =>
      icsSlots(block, {
        ...around,
        rooms: around.rooms(valueIn(block.properties, 'location')),
        replaced: block === main.block ? replaced : new Set(),
        spot,
        report,
      }),
    ),
    links: [{ url: valueIn(properties, 'url') }],
    track: track || trackOfType(type),
    // Sched has pauses in tracks of their own.
    type: type || (people.length === 0 ? track : ''),
    isCancelled: /^cancell?ed$/i.test(cleanLine(valueIn(properties, 'status'))),
  };
}

function speakersOf(
  { block, summary }: IcsEvent,
  { organisersSpeak }: Surroundings,
): readonly { name: string; bio: string }[] {
  const organisers = organisersSpeak ? namesIn(organiserOf(block)) : [];
  const lecterns = block.properties.flatMap(({ name, values }) =>
    name === 'x-lectern-speaker' ? values : [],
  );
  return [...summary.names, ...organisers, ...lecterns].map(name => ({ name, bio: '' }));
}

/** The name only; an organiser's address is never read. */
function organiserOf({ properties }: IcsBlock): string {
  return cleanLine(propertyIn(properties, 'organizer')?.parameters.get('cn')?.replaceAll('\n', ' ') ?? '');
}

const ORGANISERS_MIN = 5;

/** An event is organised by a few, and MOCA names another organiser for each talk: that is who gives it. */
function isOneEach(organisers: readonly string[]): boolean {
  const named = organisers.filter(organiser => organiser !== '');
  const distinct = new Set(named).size;
  return distinct >= ORGANISERS_MIN && distinct > named.length / 2;
}

function categoriesOf({ properties }: IcsBlock): readonly string[] {
  const categories = properties.flatMap(({ name, values }) => (name === 'categories' ? values : []));
  return categories.filter(category => category.trim() !== '');
}

/** "[Ceph at sea](https://example.org/ceph)" is how a title says where more is said of it. */
function withoutLink(title: string): string {
  return title.replace(/^\[([^\]]+)\]\(https?:[^)\s]*\)$/, '$1');
}

/** Tutorials are looked for as a track would be; pauses are not. */
function trackOfType(type: string): string {
  const isPause = entryKind({ type, title: '', hasSpeakers: true }) !== undefined;
  return isPause ? '' : type.slice(0, 1).toUpperCase() + type.slice(1);
}
