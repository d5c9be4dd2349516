import type { types } from '@slack/bolt';
import type { Answering } from '../../conversation/context.ts';
import { type Page, pageWithin, RESULTS_A_PAGE } from '../../conversation/paging.ts';
import type { Also, Results } from '../../conversation/results.ts';
import { formatSlot } from '../../programme/moment.ts';
import type { Slot, Talk } from '../../programme/talk.ts';
import { splitTyped } from '../../search/query/parse-query.ts';
import type { SearchResult } from '../../search/search-result.ts';
import { formatCount, pluralise, shorten } from '../../text/display.ts';
import { rememberOf } from '../../text/remember.ts';
import { type Message, message } from './blocks/message.ts';
import { pageButtons } from './blocks/paging.ts';
import type { MessagePart } from './blocks/ready-blocks.ts';
import { aside, asideIfAny, bold, type Inline, plain, richText } from './blocks/rich-text.ts';
import { calendarButtons } from './calendar/calendar-button.ts';
import { speakerNames } from './facts-line.ts';
import { readyRows } from './ready/ready-rows.ts';
import { talkTitle } from './row.ts';
import { searchButtons, trackButtons, widerButtons } from './search-buttons.ts';
import { speakerCard } from './speaker-card.ts';
import { listedDays } from './when-and-where.ts';

/** So few, since everyone in the channel sees them. */
const THREAD_ROWS = 3;
const SPEAKER_CARDS = 2;
/** A query may be 900 characters long. */
const QUERY_SHOWN = 80;
const UNDERSTOOD_LENGTH = 200;

/** One page of results: their number, the speakers that match, the talks, and buttons to other pages. */
export function results(answer: Results, context: Answering, offset: number): Message<MessagePart> {
  const { found, notes, also } = answer;
  const { reader, programme } = context;
  const count = found.total;
  const page = pageWithin({ query: answer.asked, offset }, count + (also?.total ?? 0));
  const isAlso = also !== undefined && page.offset >= count;
  const [part, from] = isAlso ? [also, count] : [found, 0];
  const isShared = reader.place === 'thread';
  const size = isShared ? THREAD_ROWS : RESULTS_A_PAGE;
  const talks = part.talks.slice(page.offset - from, page.offset - from + size);
  const speakers = page.offset === 0 ? found.speakers.slice(0, SPEAKER_CARDS) : [];
  const { conference } = programme;
  const days = listedDays(firstSlots(talks), {
    timeZone: conference.timeZone,
    readerZone: reader.zone,
    named: dayNamed(answer),
  });
  const row = { reader, words: found.words, conference, days: days.style, page };
  const first = page.offset - from + 1;
  const shown = wordsShown(answer);
  const counted = {
    words: isAlso ? `Also ${pluralise(also.total, 'talk')} ${also.which} for` : countWords(found),
    range: talks.length === part.total ? '' : ` (${first} to ${first + talks.length - 1})`,
    also: also === undefined || isAlso ? undefined : alsoWords(also),
  };
  const blocks: MessagePart[] = [richText([resultsHeading(shown, counted), correctionNote(shown)])];
  blocks.push(...understoodLine(answer));
  for (const note of notes) blocks.push(aside(note));
  blocks.push(...widerButtons(answer.wider));
  if (days.line.length > 0) blocks.push(richText([days.line]));
  for (const { speaker } of speakers) blocks.push(...speakerCard(speaker, programme, talks));
  blocks.push(...readyRows(talks, row));
  const pages = pageButtons(page, {
    shown: talks.length,
    all: from + part.total,
    size: RESULTS_A_PAGE,
    paged: !isShared,
    from,
    next: counted.also,
    beside: calendarButtons({ kind: 'results', results: answer, context }),
  });
  blocks.push(...pages);
  const elsewhere = { heading: 'In other conferences', row: 'conference', suggestions: answer.elsewhere };
  blocks.push(...searchButtons(elsewhere));
  return message(
    blocks,
    resultsText({ found: shown, understood: answer.understood, notes }, { counted, page, talks, first }),
  );
}

function firstSlots(talks: readonly Talk[]): readonly Slot[] {
  const slots: Slot[] = [];
  for (const { slots: all } of talks) if (all[0] !== undefined) slots.push(all[0]);
  return slots;
}

/** The day that the line of what was understood names, if it is a single one. */
function dayNamed({ search }: Results): string | undefined {
  const days = search.query.filters.filter(({ name }) => name === 'day');
  const [day] = days;
  return day === undefined || day.not || days.length > 1 ? undefined : day.value;
}

/** The constraints that were understood, so that a person can see and undo them. */
function understoodLine({ understood }: Pick<Results, 'understood'>): types.KnownBlock[] {
  return [...asideIfAny(shorten(understood ?? '', UNDERSTOOD_LENGTH))];
}

/** The number of talks, those that a page shows of them, and the weak matches, in words. */
interface Counted {
  readonly words: string;
  readonly range: string;
  readonly also: string | undefined;
}

/** The words that the heading names: filters and exclusions stand in the line below it, on each page alike. */
function wordsShown({ found, search }: Results): SearchResult {
  const { filters, without } = search.query;
  if (filters.length === search.read.length && without.length === 0) return found;
  const words = (text: string) => {
    const { parts } = splitTyped(text);
    const kept = parts.flatMap(({ kind, text: part }) =>
      kind === 'words' ? [part.trim()] : kind === 'phrase' ? [`“${part}”`] : [],
    );
    return kept.filter(part => part !== '').join(' ') || text;
  };
  const { query, correction } = found;
  return {
    ...found,
    query: words(query),
    correction: correction === undefined ? undefined : words(correction),
  };
}

function resultsHeading(found: SearchResult, { words, range, also }: Counted): Inline[] {
  return [
    plain(`${words} `),
    bold(shorten(found.correction ?? found.query, QUERY_SHOWN)),
    plain(`${range}${also === undefined ? '' : ` · ${lowercaseFirst(also)}`}`),
  ];
}

function countWords({ total }: SearchResult): string {
  return `${pluralise(total, 'talk')} for`;
}

/** `Also 31 with only “data”` */
function alsoWords({ total, which }: Also): string {
  return `Also ${formatCount(total)} ${which}`;
}

function lowercaseFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** That misspelt words were taken for others; empty if they were not. */
export function correctionNote(answer: {
  readonly query: string;
  readonly correction?: string | undefined;
}): Inline[] {
  if (answer.correction === undefined) return [];
  const typed = shorten(answer.query, QUERY_SHOWN);
  return [
    plain('Showing results for '),
    bold(shorten(answer.correction, QUERY_SHOWN)),
    plain(` (you typed ${typed})`),
  ];
}

/** The same for screen readers: the number, what was understood, then title, speakers, time and room of each talk shown. */
function resultsText(
  { found, understood, notes }: Pick<Results, 'found' | 'understood' | 'notes'>,
  {
    counted: { words, also },
    page,
    talks,
    first,
  }: {
    readonly counted: Counted;
    readonly page: Page;
    readonly talks: readonly Talk[];
    readonly first: number;
  },
): string {
  const query = shorten(found.query, QUERY_SHOWN).replace(/[\s.?!]+$/u, '');
  let text = `${words} ${query}.`;
  if (found.correction !== undefined) text += ` Showing results for ${found.correction}.`;
  if (also !== undefined) text += ` ${also}.`;
  if (understood !== undefined) text += `\n${shorten(understood, UNDERSTOOD_LENGTH)}`;
  const people = page.offset === 0 ? found.speakers.slice(0, SPEAKER_CARDS) : [];
  for (const { speaker } of people) text += `\n${speaker.name}.`;
  for (let at = 0; at < talks.length; at++) {
    const talk = talks[at];
    if (talk !== undefined) text += `\n${first + at}. ${describeTalk(talk)}`;
  }
  for (const note of notes) text += `\n${note}`;
  return text;
}

/** `Ceph at sea, by Ada Lund, Tue 11 May 09:00–09:40, Quay Hall` */
export const describeTalk = rememberOf((talk: Talk): string => {
  const [slot] = talk.slots;
  const by = talk.speakers.length === 0 ? '' : `, by ${speakerNames(talk.speakers)}`;
  const when =
    slot === undefined ? '' : `, ${formatSlot(slot)}${slot.rooms.map(room => `, ${room}`).join('')}`;
  return `${talkTitle(talk)}${by}${when}`;
});

/** No talk matches: what was understood, the nearest words that would find something, and the tracks to browse. */
export function nothingFound(
  answer: Results,
  { programme, prefix }: Pick<Answering, 'programme' | 'prefix'>,
): Message {
  const { notes, wider, nearest, elsewhere } = answer;
  const found = wordsShown(answer);
  const query = shorten(found.correction ?? found.query, QUERY_SHOWN);
  const blocks: types.KnownBlock[] = [
    richText([[plain('No talk matches '), bold(query), plain('.')]]),
    ...understoodLine(answer),
    ...notes.map(note => aside(note)),
    ...widerButtons(wider),
    ...searchButtons({ heading: 'Did you mean', row: 'nearest', suggestions: nearest }),
    ...searchButtons({ heading: 'In other conferences', row: 'conference', suggestions: elsewhere }),
    ...trackButtons(programme, { heading: 'Browse a track', prefix }),
  ];
  const understood =
    answer.understood === undefined ? '' : `${shorten(answer.understood, UNDERSTOOD_LENGTH)}.`;
  const labels = (suggestions: Results['wider']) => suggestions.map(({ label }) => label).join(', ');
  const offers = [
    wider.length === 0 ? '' : `Search instead: ${labels(wider)}.`,
    nearest.length === 0 ? '' : `Did you mean ${labels(nearest)}?`,
  ].filter(Boolean);
  const isHelpless = offers.length === 0 && notes.length === 0;
  const hint = 'Try fewer or shorter words, or /talk help.';
  return message(
    isHelpless ? [...blocks, aside(hint)] : blocks,
    [`No talk matches ${query}.`, understood, ...notes, ...offers, isHelpless ? hint : '']
      .filter(Boolean)
      .join(' '),
  );
}
