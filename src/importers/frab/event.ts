import type { DraftSlot, DraftSpeaker, DraftTalk } from '../../programme/joining/draft.ts';
import { timeOf } from '../../programme/moment.ts';
import type { Link } from '../../programme/talk.ts';
import { pluralise } from '../../text/display.ts';
import { nameKey } from '../../text/fold.ts';
import { readId } from '../reading/fields.ts';
import { classifyEntry } from '../reading/kinds.ts';
import { readLink } from '../reading/links.ts';
import { createPersonReader, type RawPerson } from '../reading/people.ts';
import { createLineReport, type Report, type Spot } from '../reading/report.ts';
import { isAccepted, isCancelled, reportLeftOut, translateState } from '../reading/status.ts';
import { readTalk } from '../reading/talk.ts';
import { type FrabTime, readFrabSlot } from './slot.ts';

/**
 * An event of a schedule as frab and similar programs write it, in XML or JSON, its fields found and named. There is no
 * field for answers, notes or addresses, so none can get in. A text is empty if the file does not give it.
 */
export interface FrabEvent {
  readonly line?: number | undefined;
  /** pretalx' code of the submission, `HQCCYH`, the same in all of its exports. */
  readonly code: string;
  /** The submission's number. */
  readonly id: string;
  /** The slot's own id. */
  readonly guid: string;
  readonly title: string;
  readonly texts: readonly string[];
  readonly type: string;
  readonly track: string;
  readonly language: string;
  readonly persons: readonly RawPerson[];
  /** The event's own page. */
  readonly url: string;
  readonly links: readonly FrabLink[];
  readonly time: FrabTime;
  /** The review state; few programs write it. */
  readonly state: string;
}

interface EventContext {
  /** The base of relative URLs; empty if the file does not give it. */
  readonly baseUrl: string;
  readonly countsDays: boolean;
  readonly report: Report;
}

/** Reads events, one after the other, and joins those that are slots of one submission into one talk. */
export function readEvents(events: Iterable<FrabEvent>, context: EventContext): readonly DraftTalk[] {
  return uniteById(readEach(events, context), context.report);
}

interface ReadEvent {
  readonly talk: DraftTalk;
  readonly guid: string;
}

function* readEach(events: Iterable<FrabEvent>, context: EventContext): Generator<ReadEvent> {
  const people = createPersonReader(context.report);
  const leftOut: string[] = [];
  const timed: DraftTalk[] = [];
  for (const event of events) {
    const state = translateState(event.state, { isScheduled: true });
    if (!isAccepted({ state, isScheduled: true })) {
      leftOut.push(state);
      const names = event.persons.map(({ name }) => name).join(', ');
      context.report.withhold({ id: event.code || event.id, title: event.title, names });
      continue;
    }
    const speakers = event.persons.flatMap(person => people(person, event.title, event.line));
    const report = createLineReport(event.line, context.report);
    const talk = readEvent({ ...event, state }, speakers, { ...context, report });
    if (talk === undefined) continue;
    timed.push(talk);
    yield { talk, guid: event.guid };
  }
  reportLeftOut(leftOut, context.report);
  reportTwoTimes(timed, context.report);
}

/**
 * Reports once that the time in `date` and `start` differ. A file whose dates are all in UTC means the same time by both,
 * on different clocks.
 */
function reportTwoTimes(talks: readonly DraftTalk[], report: Report): void {
  const differ = ({ start, clock }: DraftSlot) => clock !== undefined && clock !== timeOf(start);
  const doubtful = talks.filter(({ slots }) => slots.some(differ));
  const [first, ...others] = doubtful;
  const slot = first?.slots.find(differ);
  const isUtc = talks.every(({ slots }) => slots.every(({ start }) => /(?:Z|[+-]00:?00)$/.test(start)));
  if (first === undefined || slot === undefined || isUtc) return;
  const more = others.length === 0 ? '' : `, here and in ${pluralise(others.length, 'more talk')}`;
  report.warn(
    { line: first.line, item: first.title },
    `Its date says ${timeOf(slot.start)} and its start ${slot.clock}${more}; the date's time was used.`,
  );
}

function readEvent(
  event: FrabEvent,
  speakers: readonly DraftSpeaker[],
  { baseUrl, countsDays, report }: EventContext,
): DraftTalk | undefined {
  const { track, type, line } = event;
  const hasSpeakers = speakers.length > 0;
  const talk = readTalk(
    {
      id: event.code || readCode(event.url) || event.id || event.guid,
      title: event.title,
      texts: event.texts,
      speakers,
      slots: [],
      track,
      type,
      languages: event.language,
      isCancelled: isCancelled(event.state),
    },
    report,
  );
  if (talk === undefined) return undefined;
  const spot = { item: talk.title };
  const slot = readFrabSlot(event.time, { countsDays, spot, report });
  return {
    ...talk,
    guid: readId(event.guid),
    line,
    kind: talk.kind === 'talk' && isMeal(track, hasSpeakers) ? 'break' : talk.kind,
    slots: slot === undefined ? [] : [slot],
    links: readFrabLinks([...event.links, { url: event.url, title: 'Talk page', type: 'web' }], spot, {
      baseUrl,
      report,
    }),
  };
}

/** Older versions of pretalx give the code only in the URL of the page. */
function readCode(url: string): string | undefined {
  return /\/talk\/([A-Z\d]{6})\/$/.exec(url)?.[1];
}

/** DebConf's program puts meals on a track of their own, under the names of dishes. */
function isMeal(track: string, hasSpeakers: boolean): boolean {
  return !hasSpeakers && classifyEntry({ title: track, hasSpeakers }) === 'break';
}

/**
 * Joins events with the same number, which belongs to the submission and comes back with each of its slots. An event
 * with another title is another talk all the same, and so is a cancelled slot: those are listed under the slot's own
 * id.
 */
function uniteById(read: Iterable<ReadEvent>, report: Report): readonly DraftTalk[] {
  const united: DraftTalk[] = [];
  const places = new Map<string, number>();
  for (const { talk, guid } of read) {
    const place = places.get(talk.id ?? '') ?? united.length;
    const first = united[place];
    if (first === undefined) {
      if (talk.id !== undefined) places.set(talk.id, place);
      united.push(talk);
    } else if (nameKey(first.title) === nameKey(talk.title) && first.status === talk.status)
      united[place] = { ...first, slots: [...first.slots, ...talk.slots] };
    else {
      united.push({ ...talk, id: guid || talk.id });
      report.warn(
        { line: talk.line, item: talk.title },
        `"${first.title}" has the number ${talk.id} too; they are listed as two talks.`,
      );
    }
  }
  return united;
}

export interface FrabLink {
  readonly url: string;
  readonly title: string;
  /** The file's own word: "slides", "paper", "ORIGIN". */
  readonly type: string;
}

/**
 * Reads the links of an event, each once; those that are not web addresses are reported together. Relative URLs are
 * resolved against `baseUrl`.
 */
export function readFrabLinks(
  raw: readonly FrabLink[],
  spot: Spot,
  { baseUrl, report }: { readonly baseUrl: string; readonly report: Report },
): readonly Link[] {
  const links = new Map<string, Link>();
  const others: string[] = [];
  for (const { url, title, type } of raw.slice(0, LINKS_MAX)) {
    const kind = KINDS.get(type.toLowerCase());
    const link = readLink({ url: addScheme(url), title, kind }, baseUrl || undefined);
    if (link !== undefined && !links.has(link.url)) links.set(link.url, link);
    if (link === undefined && !PLACEHOLDER.test(url)) others.push(`"${url.slice(0, 80)}"`);
  }
  if (raw.length > LINKS_MAX) report.warn(spot, 'It has more than 200 links; the others were left out.');
  if (others.length > 0)
    report.warn(
      spot,
      `These links are not web addresses and were left out: ${others.join(', ').slice(0, 300)}.`,
    );
  return [...links.values()];
}

const LINKS_MAX = 200;

const KINDS: ReadonlyMap<string, Link['kind']> = new Map([
  ['slides', 'slides'],
  ['presentation', 'slides'],
  ['video', 'video'],
  ['recording', 'video'],
  ['media', 'video'],
  ['feedback', 'feedback'],
  ['web', 'web'],
]);

/** Some forms are submitted with "https://" only, their initial value; and a `urn:` only names the event. */
const PLACEHOLDER = /^\s*(?:https?:\/\/|urn:.*)?\s*$/i;

/** People type `www.example.org`, `example.org/page` and `example.org`; a relative path begins with a slash. */
function addScheme(url: string): string {
  return /^\s*(?:www\.|(?:[a-z\d-]+\.)+(?:[a-z]{2,}\/|(?:org|com|net|eu|de|io|dev)\s*$))/i.test(url)
    ? `https://${url.trim()}`
    : url;
}
