import type { DraftSlot, DraftSpeaker, DraftTalk } from '../../programme/joining/draft.ts';
import type { Link } from '../../programme/talk.ts';
import { nameKey } from '../../text/fold.ts';
import { classifyEntry } from '../reading/kinds.ts';
import { readLink } from '../reading/links.ts';
import { createPersonReader, type RawPerson } from '../reading/people.ts';
import { createLineReport, type Report, type Spot } from '../reading/report.ts';
import { readTalk } from '../reading/talk.ts';
import { type FrabTime, readFrabSlot } from './slot.ts';

/**
 * An event of a schedule as frab and its kin write it, in XML or JSON, its fields found and named. There is no field
 * for answers, notes or addresses, so none can get in. Texts are empty where the file says nothing.
 */
export interface FrabEvent {
  readonly line?: number | undefined;
  /** pretalx' name for the submission, `HQCCYH`, which all that it exports has in common. */
  readonly code: string;
  /** The submission's number. */
  readonly id: string;
  /** The slot's own name. */
  readonly guid: string;
  readonly title: string;
  readonly texts: readonly string[];
  readonly type: string;
  readonly track: string;
  readonly language: string;
  readonly persons: readonly RawPerson[];
  /** Its own page. */
  readonly url: string;
  readonly links: readonly FrabLink[];
  readonly time: FrabTime;
}

interface EventContext {
  /** What paths are taken from; empty where the file does not say. */
  readonly baseUrl: string;
  readonly report: Report;
}

/** Reads events, and makes one talk of those that are slots of one submission. */
export function readEvents(
  events: readonly FrabEvent[],
  { baseUrl, report }: EventContext,
): readonly DraftTalk[] {
  const people = createPersonReader(report);
  const read = events.flatMap(event => {
    const here = { baseUrl, report: createLineReport(event.line, report) };
    const speakers = event.persons.flatMap(person => people(person, event.title, event.line));
    const talk = readEvent(event, speakers, here);
    return talk === undefined ? [] : [{ talk, guid: event.guid }];
  });
  return uniteById(read, report);
}

function readEvent(
  event: FrabEvent,
  speakers: readonly DraftSpeaker[],
  { baseUrl, report }: EventContext,
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
    },
    report,
  );
  if (talk === undefined) return undefined;
  const spot = { item: talk.title };
  const slot = readFrabSlot(event.time, spot, report);
  return {
    ...talk,
    line,
    kind: talk.kind === 'talk' && isMeal(track, hasSpeakers) ? 'break' : talk.kind,
    slots: slot === undefined ? [] : [slot],
    links: readFrabLinks([...event.links, { url: event.url, title: 'Talk page', type: 'web' }], spot, {
      baseUrl,
      report,
    }),
  };
}

/** Before it wrote codes down, pretalx had them in the addresses of its pages. */
function readCode(url: string): string | undefined {
  return /\/talk\/([A-Z\d]{6})\/$/.exec(url)?.[1];
}

/** DebConf's program puts meals on a track of their own, under the names of dishes. */
function isMeal(track: string, hasSpeakers: boolean): boolean {
  return !hasSpeakers && classifyEntry({ title: track, hasSpeakers }) === 'break';
}

/**
 * The number belongs to the submission and comes back with each of its slots. But a title that differs is another talk,
 * whatever its number, and a slot that was cancelled is not one that takes place: those go by the slot's own name.
 */
function uniteById(
  read: readonly { readonly talk: DraftTalk; readonly guid: string }[],
  report: Report,
): readonly DraftTalk[] {
  const firsts = new Map<string, DraftTalk>();
  const slots = new Map<DraftTalk, DraftSlot[]>();
  for (const { talk, guid } of read) {
    const first = firsts.get(talk.id ?? '');
    const isAgain =
      first !== undefined && nameKey(first.title) === nameKey(talk.title) && first.status === talk.status;
    if (isAgain) slots.get(first)?.push(...talk.slots);
    else if (first === undefined) {
      if (talk.id !== undefined) firsts.set(talk.id, talk);
      slots.set(talk, [...talk.slots]);
    } else {
      slots.set({ ...talk, id: guid || talk.id }, [...talk.slots]);
      report.warn(
        { line: talk.line, item: talk.title },
        `"${first.title}" has the number ${talk.id} too; they are listed as two talks.`,
      );
    }
  }
  return [...slots].map(([talk, all]) => ({ ...talk, slots: all }));
}

export interface FrabLink {
  readonly url: string;
  readonly title: string;
  /** What the file says that it leads to: "slides", "paper", "ORIGIN". */
  readonly type: string;
}

/** The links of an event that lead somewhere on the web, each once; the others are one problem. Paths are taken from `baseUrl`. */
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

/** Forms are sent with the beginning that stood in the field; and a `urn:` only names the event. */
const PLACEHOLDER = /^\s*(?:https?:\/\/|urn:.*)?\s*$/i;

/** People type `www.example.org`, `example.org/page` and `example.org`; a path of the file's own begins with a slash. */
function addScheme(url: string): string {
  return /^\s*(?:www\.|(?:[a-z\d-]+\.)+(?:[a-z]{2,}\/|(?:org|com|net|eu|de|io|dev)\s*$))/i.test(url)
    ? `https://${url.trim()}`
    : url;
}
