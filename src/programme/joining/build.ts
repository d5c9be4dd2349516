import { finish, mapInSteps, type Steps } from '../../text/steps.ts';
import type { Conference } from '../conference.ts';
import type { Problem } from '../problem.ts';
import { createProgramme, type Programme } from '../programme.ts';
import type { Speaker, Talk } from '../talk.ts';
import type { Draft, DraftTalk, Entry } from './draft.ts';
import { joinSchedule } from './join.ts';
import { mergeCells, mergeCopies, mergePauses, mergeRepeats } from './merge-entries.ts';
import { resolveNames } from './names.ts';
import { reportPages } from './pages.ts';
import { reportSharedChannels } from './shared-channels.ts';
import { reportSparse } from './sparse.ts';
import { completeSpeakers, indexSpeakers, reportIdlePeople, reportUnknownTalks } from './speakers.ts';
import { chooseId, makeIdsUnique, relativePath } from './talk-ids.ts';
import { findClashes } from './times/clashes.ts';
import { correctOffsets, keepNewOffsets } from './times/clocks.ts';
import { fillOpenSlots } from './times/open-slots.ts';
import { placeSlots } from './times/place-slots.ts';
import { resolveTimeslots } from './times/timeslots.ts';
import { findCommonOffset, findZoneProblems } from './times/zone-problems.ts';
import { reportUnknownRooms } from './unknown-rooms.ts';
import { reportUnreadKeys } from './unread-keys.ts';
import { leaveOutWithheld } from './withheld.ts';

/**
 * Makes one programme of what the files of a conference say. What they say twice or in contradiction is settled and
 * reported; no talk is left out.
 */
export function buildProgramme(conference: Conference, drafts: readonly Draft[]): Built {
  return finish(buildInSteps(conference, drafts));
}

export interface Built {
  readonly programme: Programme;
  readonly problems: readonly Problem[];
  /** The talks in which there was no problem, by what their files say of them. */
  readonly talkOf: ReadonlyMap<DraftTalk, Talk>;
  /** All that they depend on besides, as JSON. */
  readonly context: string;
}

/**
 * The same in steps, so that answers come between. Talks and speakers of which the files say the same as `before` are the
 * same objects: most are, after a reload.
 */
export function* buildInSteps(
  conference: Conference,
  drafts: readonly Draft[],
  before?: Built,
): Steps<Built> {
  const known = completeConference(conference, drafts);
  const shown = leaveOutWithheld(drafts);
  const resolved = resolveNames(shown.drafts);
  const placed = resolveTimeslots(resolved.drafts);
  const filled = fillOpenSlots(placed.drafts);
  yield;
  const timed = yield* mapInSteps(filled.drafts, written => {
    const { draft, problems } = correctOffsets(written, conference.timeZone);
    const kept = keepNewOffsets(draft, known.timeZone);
    return { draft: kept.draft, problems: [...problems, ...kept.problems] };
  });
  const entries = timed.flatMap(({ draft }) => draft.talks.map(talk => ({ draft, talk })));
  const named = completeSpeakers(
    mergeCells(entries),
    drafts.flatMap(draft => draft.people ?? []),
  );
  yield;
  const joined = joinSchedule(named.entries);
  yield;
  const whole = mergeCopies(joined.entries);
  yield;
  const same = yield* mergeRepeats(whole, known.timeZone);
  yield;
  const united = mergePauses(same.entries);
  yield;
  const people = indexSpeakers(
    united.flatMap(({ talk }) => talk.speakers),
    before?.programme,
  );
  const trackNames = Object.assign({}, ...drafts.map(draft => draft.trackNames));
  const problems: Problem[] = [
    ...shown.problems,
    ...resolved.problems,
    ...placed.problems,
    ...filled.problems,
    ...timed.flatMap(one => one.problems),
    ...[named, joined, same].flatMap(one => one.problems),
  ];
  const context = JSON.stringify([known, trackNames]);
  const formerOf = before?.context === context ? before.talkOf : undefined;
  const talkOf = new Map<DraftTalk, Talk>();
  yield;
  const talks = yield* mapInSteps(united, entry => {
    const speakers = people.all(entry.talk.speakers);
    const former = formerOf?.get(entry.talk);
    const reported = problems.length;
    const talk =
      former !== undefined && isSameList(former.speakers, speakers)
        ? former
        : buildTalk(entry, { conference: known, trackNames, speakers, problems });
    if (problems.length === reported) talkOf.set(entry.talk, talk);
    return talk;
  });
  const reports = [
    () => findZoneProblems(talks, known),
    () => findClashes(talks, indexSources(united, talks)),
    () => reportPages(drafts),
    () => reportIdlePeople(drafts, named.entries),
    () => reportUnknownTalks(drafts),
    () => reportUnreadKeys(drafts),
    () => reportSparse(talks),
    () => reportUnknownRooms(talks, known),
    () => reportSharedChannels(known),
  ];
  problems.push(...(yield* mapInSteps(reports, report => report())).flat());
  const programme = createProgramme(known, makeIdsUnique(talks, problems));
  return { programme, problems, talkOf, context };
}

function isSameList<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  return one.length === other.length && one.every((item, place) => item === other[place]);
}

/** The talks as their files have them, `talks` in the order of their entries. */
function indexSources(entries: readonly Entry[], talks: readonly Talk[]): ReadonlyMap<Talk, DraftTalk> {
  return new Map(
    talks.flatMap((talk, at): readonly [Talk, DraftTalk][] => {
      const entry = entries[at];
      return entry === undefined ? [] : [[talk, entry.talk]];
    }),
  );
}

/** The files may say what `conference.yml` does not. */
function completeConference(conference: Conference, drafts: readonly Draft[]): Conference {
  return {
    ...conference,
    name: conference.name ?? findConferenceName(drafts),
    timeZone:
      conference.timeZone ?? drafts.find(draft => draft.timeZone)?.timeZone ?? findCommonOffset(drafts),
    url: conference.url ?? drafts.find(draft => draft.conferenceUrl)?.conferenceUrl,
  };
}

/** A file with nothing but a name counts only if no other has one: an archive has one for each conference. */
function findConferenceName(drafts: readonly Draft[]): string | undefined {
  const named = drafts.filter(({ conferenceName }) => conferenceName);
  const whole = named.find(({ talks }) => talks.length > 0);
  const names = new Set(named.map(({ conferenceName }) => conferenceName));
  return whole?.conferenceName ?? (names.size === 1 ? [...names][0] : undefined);
}

interface BuildContext {
  readonly conference: Conference;
  readonly trackNames: Readonly<Record<string, string>>;
  readonly speakers: readonly Speaker[];
  readonly problems: Problem[];
}

/** One list for all, of which a large programme has very many. */
const NONE: readonly never[] = Object.freeze([]);

function buildTalk(entry: Entry, { conference, trackNames, speakers, problems }: BuildContext): Talk {
  const { draft, talk } = entry;
  const { slots, problems: ofSlots } = placeSlots(entry, conference);
  problems.push(...ofSlots);
  return {
    id: chooseId(entry, conference.folder),
    ...(talk.guid === undefined ? {} : { guid: talk.guid }),
    kind: talk.kind ?? 'talk',
    status: talk.status ?? 'confirmed',
    title: talk.title,
    abstract: talk.abstract,
    speakers,
    track: talk.track ?? resolveTrack(draft.file, conference, trackNames),
    level: talk.level,
    languages: talk.languages ?? NONE,
    links: talk.links ?? NONE,
    slots,
    file: draft.file,
  };
}

/** Folders that are named by what their files are, and not by what they are about. */
const OF_FILES =
  /^_?(?:talks?|sessions?|videos?|events?|papers?|data|json|files|content|programme?|schedule)$/i;

function resolveTrack(
  file: string,
  conference: Conference,
  trackNames: Readonly<Record<string, string>>,
): string | undefined {
  const folder = relativePath(conference.folder, file).split('/').slice(0, -1).join('/');
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  if (folder === '' || OF_FILES.test(name)) return undefined;
  const fullFolder = file.slice(0, file.lastIndexOf('/'));
  return conference.trackNames[folder] ?? conference.trackNames[name] ?? trackNames[fullFolder] ?? name;
}
