import { compare } from '../../text/compare.ts';
import { nameKey } from '../../text/fold.ts';
import { groupByEach } from '../../text/group.ts';
import { hashId } from '../../text/hash-id.ts';
import type { Conference } from '../conference.ts';
import { epochOf, placeMoment, programmeDay } from '../moment.ts';
import { unitePauses } from '../pauses.ts';
import type { Problem } from '../problem.ts';
import { numberedIds, type Programme, programmeOf } from '../programme.ts';
import type { Slot, Talk } from '../talk.ts';
import { clashes } from './clashes.ts';
import { withTrueClocks } from './clocks.ts';
import { completeSpeakers } from './complete-speakers.ts';
import type { Draft, DraftSlot, DraftTalk, Entry } from './draft.ts';
import { uniteCells } from './grid.ts';
import { joinSchedule } from './join.ts';
import { type People, peopleOf } from './people.ts';
import { uniteCopies, uniteSame } from './same-entry.ts';

/**
 * Makes one programme of what the files of a conference say. What they say twice or in contradiction is settled and
 * reported; no talk is left out.
 */
export function buildProgramme(
  conference: Conference,
  drafts: readonly Draft[],
): { readonly programme: Programme; readonly problems: readonly Problem[] } {
  const known = completed(conference, drafts);
  const timed = drafts.map(draft => withTrueClocks(draft, conference.timeZone));
  const entries = timed.flatMap(({ draft }) => draft.talks.map(talk => ({ draft, talk })));
  const named = completeSpeakers(
    uniteCells(entries),
    drafts.flatMap(draft => draft.people ?? []),
  );
  const joined = joinSchedule(named.entries);
  const same = uniteSame(uniteCopies(joined.entries), known.timeZone);
  const united = unitePauses(same.entries);
  const people = peopleOf(united.flatMap(({ talk }) => talk.speakers));
  const trackNames = Object.assign({}, ...drafts.map(draft => draft.trackNames));
  const problems: Problem[] = [
    ...timed.flatMap(one => one.problems),
    ...[named, joined, same].flatMap(one => one.problems),
  ];
  const talks = united.map(entry => talkOf(entry, { conference: known, trackNames, people, problems }));
  const doubt = zoneDoubt(talks, known);
  if (doubt !== undefined) problems.push(doubt);
  problems.push(...clashes(talks));
  return { programme: programmeOf(known, withOwnIds(talks, problems)), problems };
}

function isUnplaced({ slots }: Talk): boolean {
  return slots.some(({ start }) => epochOf(start) === undefined);
}

/** Problems that come from a missing zone: times in no known zone, or a whole conference in UTC. */
function zoneDoubt(talks: readonly Talk[], { timeZone }: Conference): Problem | undefined {
  const unplaced = talks.find(isUnplaced);
  if (unplaced !== undefined)
    return aboutZone(
      unplaced,
      'Nothing says in which time zone these times are; they are shown as written, and what runs now cannot be told.',
    );
  const timed = talks.filter(({ slots }) => slots.length > 0);
  const [first] = timed;
  const areUtc = timed.every(({ slots }) => slots.every(({ start }) => start.endsWith('+00:00')));
  return timeZone === undefined && first !== undefined && areUtc
    ? aboutZone(
        first,
        'All times are in UTC, and nothing says in which zone the conference is; they are shown in UTC.',
      )
    : undefined;
}

function aboutZone({ file }: Talk, message: string): Problem {
  return {
    severity: 'warning',
    file,
    line: undefined,
    item: undefined,
    message: `${message} Set timeZone in conference.yml, such as timeZone: Europe/Madrid.`,
  };
}

/** The files may say what `conference.yml` does not. */
function completed(conference: Conference, drafts: readonly Draft[]): Conference {
  return {
    ...conference,
    name: conference.name ?? drafts.find(draft => draft.conferenceName)?.conferenceName,
    timeZone: conference.timeZone ?? drafts.find(draft => draft.timeZone)?.timeZone,
    url: conference.url ?? drafts.find(draft => draft.conferenceUrl)?.conferenceUrl,
  };
}

interface Surroundings {
  readonly conference: Conference;
  readonly trackNames: Readonly<Record<string, string>>;
  readonly people: People;
  readonly problems: Problem[];
}

function talkOf(entry: Entry, { conference, trackNames, people, problems }: Surroundings): Talk {
  const { draft, talk } = entry;
  const slots = talk.slots.flatMap(slot => {
    const placed = placeSlot(slot, conference);
    if (placed === undefined) problems.push(unreadableTime(entry, slot));
    return placed ?? [];
  });
  return {
    id: idOf(entry, conference.folder),
    kind: talk.kind ?? 'talk',
    status: talk.status ?? 'confirmed',
    title: talk.title,
    abstract: talk.abstract,
    speakers: people.all(talk.speakers),
    track: talk.track ?? trackOfFolder(draft.file, conference, trackNames),
    level: talk.level,
    languages: talk.languages ?? [],
    links: talk.links ?? [],
    slots: oneSlotATime(slots).sort((a, b) => compare(a.start, b.start)),
    file: draft.file,
  };
}

function placeSlot(slot: DraftSlot, conference: Conference): Slot | undefined {
  const start = placeMoment(slot.start, conference.timeZone);
  if (start === undefined) return undefined;
  const end = slot.end === undefined ? undefined : placeMoment(slot.end, conference.timeZone);
  return {
    start,
    end,
    rooms: slot.rooms,
    day: slot.day ?? programmeDay(start, dayStartFor(slot, conference)),
  };
}

/** A talk that is in several rooms at one time has one slot; so has one whose time two files state. */
function oneSlotATime(slots: readonly Slot[]): Slot[] {
  const byStart = groupByEach(slots, slot => [slot.start]);
  return [...byStart.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const rooms = new Set([first, ...others].flatMap(slot => slot.rooms));
    return { ...first, end: first.end ?? others.find(slot => slot.end)?.end, rooms: [...rooms] };
  });
}

/** Where times are UTC's for want of a zone, nobody knows when it is night at the conference: days are as written. */
function dayStartFor(slot: DraftSlot, { timeZone, dayStart }: Conference): string {
  return timeZone === undefined && /Z$/i.test(slot.start) ? '00:00' : dayStart;
}

function unreadableTime({ draft, talk }: Entry, slot: DraftSlot): Problem {
  return {
    severity: 'warning',
    file: draft.file,
    line: talk.line,
    item: talk.title,
    message: `"${slot.start}" is not a date and time; the talk is listed without a time.`,
  };
}

/** The source's own id, else the path of a file that holds just this talk, else what the talk is made of. */
function idOf(entry: Entry, conferenceFolder: string): string {
  const { draft, talk } = entry;
  if (talk.id !== undefined) return talk.id;
  if (draft.oneTalkAFile) return below(conferenceFolder, draft.file).replace(/\.[^./]+$/, '');
  return madeOf(talk, isPauseOrParty(talk) ? talk.slots[0]?.start : undefined);
}

function madeOf({ title, speakers }: Pick<DraftTalk, 'title' | 'speakers'>, start?: string): string {
  const parts = [title, ...speakers.map(speaker => speaker.name), ...(start === undefined ? [] : [start])];
  return hashId(parts.map(nameKey).join('\n'));
}

/** A conference has a coffee break a day: they are told apart by when they are. */
function isPauseOrParty({ kind = 'talk' }: DraftTalk): boolean {
  return kind !== 'talk';
}

function trackOfFolder(
  file: string,
  conference: Conference,
  trackNames: Readonly<Record<string, string>>,
): string | undefined {
  const folder = below(conference.folder, file).split('/').slice(0, -1).join('/');
  if (folder === '') return undefined;
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  const fullFolder = file.slice(0, file.lastIndexOf('/'));
  return conference.trackNames[folder] ?? conference.trackNames[name] ?? trackNames[fullFolder] ?? name;
}

function below(folder: string, file: string): string {
  return folder === '' ? file : file.slice(folder.length + 1);
}

/**
 * Two talks that come to the same id both stay. Where it is made of title and speakers, as of two panels without people,
 * the later one's is made of its start too; else it goes by a number of its own.
 */
function withOwnIds(talks: readonly Talk[], problems: Problem[]): readonly Talk[] {
  // An id that a later talk has of its own is none to give to an earlier one.
  const taken = new Set(talks.map(({ id }) => id));
  const numbered = numberedIds(taken);
  const seen = new Set<string>();
  return talks.map(talk => {
    if (!seen.has(talk.id)) {
      seen.add(talk.id);
      return talk;
    }
    const isMade = talk.id === madeOf(talk);
    const timed = isMade && talk.slots[0] !== undefined ? madeOf(talk, talk.slots[0].start) : undefined;
    const isTimed = timed !== undefined && !taken.has(timed);
    const id = isTimed ? timed : numbered(talk.id);
    taken.add(id);
    if (isTimed) return { ...talk, id };
    problems.push({
      severity: 'warning',
      file: talk.file,
      line: undefined,
      item: talk.title,
      message: isMade
        ? 'There is another entry with this title, these speakers and this time; both are listed.'
        : `Another talk has the id "${talk.id}"; this one goes by "${id}".`,
    });
    return { ...talk, id };
  });
}
