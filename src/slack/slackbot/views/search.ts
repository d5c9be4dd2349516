import type { z } from 'zod';
import { understoodLine } from '../../../conversation/constraints/constraints-line.ts';
import { searchTalks } from '../../../mcp/tools/search-talks.ts';
import { formatDay, isDate } from '../../../programme/moment.ts';
import { findToday } from '../../../programme/sessions.ts';
import { pluralise, shorten } from '../../../text/display.ts';
import { readDay } from '../../../text/read-day.ts';
import { rangeOf } from '../../views/blocks/paging.ts';
import { asideIfAny, bold, type Inline, plain, richText } from '../../views/blocks/rich-text.ts';
import { correctionNote } from '../../views/results.ts';
import { talkRows } from '../../views/row.ts';
import { speakerCard } from '../../views/speaker-card.ts';
import { listedDays } from '../../views/when-and-where.ts';
import { type AnswerOf, drawerOf } from '../drawer.ts';
import { lastingArgs } from '../lasting-call.ts';
import { atSlot, callButtons, firstRows, noteLines, pagesOf } from '../parts.ts';
import { toolActions } from '../tool-actions.ts';

type SearchAnswer = AnswerOf<typeof searchTalks>;

const QUERY_SHOWN = 80;
const UNDERSTOOD_LENGTH = 200;
const SPEAKER_CARDS = 2;
const SUGGESTIONS = 5;

/** The talks that match, and the people whom the words name, as `/talk` shows them. */
export const drawSearch = drawerOf(searchTalks, answer => {
  const { args, structured, shown, view } = answer;
  const { programme, reader } = view.asked;
  const { conference } = programme;
  const talks = firstRows(shown).map(({ talk, slot }) => atSlot(talk, slot));
  const days = listedDays(
    talks.flatMap(({ slots }) => slots.slice(0, 1)),
    { timeZone: conference.timeZone, readerZone: reader.zone, named: dayNamed(answer) },
  );
  const row = {
    reader,
    words: view.words,
    conference,
    page: undefined,
    days: days.style,
    writer: toolActions(view),
  };
  const people = structured.offset === 0 ? (view.speakers ?? []).slice(0, SPEAKER_CARDS) : [];
  return [
    richText(headingOf(answer, talks.length)),
    ...asideIfAny(shorten(constraintsIn(answer) ?? '', UNDERSTOOD_LENGTH)),
    ...noteLines(view),
    ...(days.line.length === 0 ? [] : [richText([days.line])]),
    ...people.flatMap(speaker => speakerCard(speaker, programme, talks)),
    ...talkRows(talks, row),
    ...pagesOf(searchTalks, lastingArgs({ ...args, ...hoursNamed(answer) }, view, dayNamed(answer)), {
      ...structured,
      shown: talks.length,
    }),
    ...suggestionButtons(answer),
  ];
});

function headingOf(answer: SearchAnswer, shown: number): readonly (readonly Inline[])[] {
  const { structured, view } = answer;
  const { total, speakers, correction } = structured;
  const typed = view.search?.topic ?? '';
  const searched = correction ?? typed;
  const words = searched === '' ? [] : [bold(shorten(searched, QUERY_SHOWN))];
  if (total === 0 && speakers.length === 0)
    return words.length === 0
      ? [[plain('No talk matches.')]]
      : [[plain('No talk matches '), ...words, plain('.')]];
  const count = `${pluralise(total, 'talk')}${words.length === 0 ? '' : ' for '}`;
  return [
    [plain(count), ...words, plain(rangeOf(shown, structured))],
    correctionNote({ query: typed, correction }),
  ];
}

/** The date that the line of what was understood names, if it is a single one. */
function dayNamed({ view }: SearchAnswer): string | undefined {
  const { programme, now } = view.asked;
  const [day, ...others] = (view.search?.query.filters ?? []).filter(({ name }) => name === 'day');
  if (day === undefined || day.not || others.length > 0) return undefined;
  return readDay(day.value, { today: findToday(now, programme), days: programme.days });
}

const HOURS = /^(\d\d:\d\d)?-(\d\d:\d\d)?$/;

/** The hours that the words name, if it is a single span: `in the next two hours` are others later. */
function hoursNamed({ view }: SearchAnswer) {
  const [time, ...others] = (view.search?.query.filters ?? []).filter(({ name }) => name === 'time');
  const span = time === undefined || time.not || others.length > 0 ? null : HOURS.exec(time.value);
  return span === null ? {} : { from: span[1], to: span[2] };
}

function dayOf(value: string): string {
  return isDate(value) ? formatDay(value) : value;
}

/** The heading has the topic. */
function constraintsIn({ view: { search, asked } }: SearchAnswer): string | undefined {
  return search === undefined ? undefined : understoodLine({ ...search, topic: '' }, asked.programme);
}

/** If nothing was found: what would find something. */
function suggestionButtons({ args: { limit }, structured, view }: SearchAnswer) {
  const calls = structured.suggestions.slice(0, SUGGESTIONS).map(suggestion => {
    const args = JSON.parse(suggestion) as z.input<typeof searchTalks.input>;
    const { conference: _conference, avoid: _avoid, fits_my_talks: _fits, ...said } = args;
    return {
      label: Object.values(said).map(String).map(dayOf).join(' · '),
      args: lastingArgs({ ...args, limit }, view, undefined),
    };
  });
  return callButtons(searchTalks, 'Search instead', calls);
}
