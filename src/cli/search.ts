import { performance } from 'node:perf_hooks';
import type { Command } from 'commander';
import { requestContext } from '../conversation/answer.ts';
import { readConference } from '../conversation/conference.ts';
import type { Answering } from '../conversation/context.ts';
import { readRequest } from '../conversation/request.ts';
import type { Request } from '../conversation/request-kinds.ts';
import { findTalks } from '../conversation/results.ts';
import { formatSlot } from '../programme/moment.ts';
import { speakerNames, type Talk } from '../programme/talk.ts';
import { parseQuery } from '../search/query/parse-query.ts';
import type { QueryWords, SearchResult } from '../search/search-result.ts';
import { highlight } from '../search/summary/highlight.ts';
import { summarise } from '../search/summary/summarise.ts';
import { type Found, SUMMARY_LENGTH, searchJson } from '../search/talk-json.ts';
import { pluralise } from '../text/display.ts';
import { UsageError, wholeNumber } from './faults.ts';
import { type ExitCode, type Io, jsonLine, type Paint, painter, printable, readLines, write } from './io.ts';
import { loadData } from './load-data.ts';

interface Options {
  readonly data?: string;
  readonly limit: number;
  readonly json?: true;
  readonly stdin?: true;
}

export function searchCommand(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('search')
    .description('find talks and speakers')
    .argument('[words...]', 'what to look for, as in Slack; behind --, words may begin with a dash')
    .option('--data <dir>', 'the folder to search in, instead of DATA_DIR')
    .option('--limit <n>', 'how many talks to show at most', wholeNumber, 10)
    .option('--json', 'print JSON')
    .option('--stdin', 'a query a line in, a JSON object a line out')
    .action(async (words: string[], options: Options) => {
      await search(words, options, io);
      done(0);
    });
}

async function search(words: readonly string[], options: Options, io: Io): Promise<void> {
  if (options.stdin && words.length > 0)
    throw new UsageError('With --stdin the queries are the lines that come in; leave out the words.');
  if (!options.stdin && words.length === 0)
    throw new UsageError('Give some words to search for: lectern search ceph');
  const context = await loadData(options, io);
  const { limit } = options;
  if (options.stdin) return searchEachLine(io, line => searchJson(find(line, context, limit), limit));
  const found = find(words.join(' '), context, limit);
  await write(
    io.stdout,
    options.json ? jsonLine(searchJson(found, limit)) : searchText(found, { limit, paint: painter(io) }),
  );
}

async function searchEachLine(io: Io, answer: (line: string) => object): Promise<void> {
  for await (const line of readLines(io.stdin)) await write(io.stdout, jsonLine(answer(line)));
}

/** Measures the search alone, from reading the query to the ranked list: summaries and output are not in it. */
function find(typed: string, current: Answering, limit: number): Found {
  const { context, words, notes } = readConference(typed, current);
  const { programme } = context;
  const before = performance.now();
  const result = findTalks(parseQuery(words), context, { limit, areWeakLast: false });
  const tookMs = performance.now() - before;
  const { kind } = readRequest(words, requestContext(context));
  const said = [...notes, ...(words === '' ? [] : otherCommandNotes(kind, typed)), ...result.notes];
  return { result: { ...result, query: typed, notes: said }, tookMs, programme };
}

/** Says which command gives the answer of Slack, which would not have searched these words. */
function otherCommandNotes(kind: Request['kind'], typed: string): readonly string[] {
  if (kind === 'search') return [];
  const other =
    kind === 'agenda'
      ? `To see what is on: lectern agenda ${typed}`
      : `To get the answer of /talk: lectern ask ${typed}`;
  return [`These words were searched. ${other}`];
}

interface Layout {
  readonly limit: number;
  readonly paint: Paint;
}

/** The answer for people: how many match, who is meant, and a few lines on each talk. */
export function searchText({ result, programme }: Found, { limit, paint }: Layout): string {
  const shown = result.talks.slice(0, limit);
  const paragraphs = [
    [heading(result, shown.length), ...result.notes].map(printable),
    ...result.speakers.map(({ speaker }) => [
      [paint('bold', printable(speaker.name)), printable(speaker.affiliation ?? '')]
        .filter(Boolean)
        .join(', '),
      marked(
        summarise(speaker.bio, { subject: 'person', words: result.words, length: SUMMARY_LENGTH }),
        result.words,
        paint,
      ),
      ...programme.talksBy(speaker.id).map(talk => `- ${printable(talk.title)}`),
    ]),
    ...shown.map(talk => talkLines(talk, result.words, paint)),
  ];
  return `${paragraphs.map(lines => lines.filter(line => line !== '').join('\n')).join('\n\n')}\n`;
}

function heading({ query, total, speakers, correction, nearest }: SearchResult, shown: number): string {
  if (total === 0 && speakers.length === 0) {
    const others = nearest.length === 0 ? '' : ` Perhaps: ${nearest.join(', ')}.`;
    return `Nothing matches "${query}".${others}`;
  }
  const count = pluralise(total, 'talk');
  const range = shown < total ? `, the best ${shown}` : '';
  return correction === undefined
    ? `${count} for "${query}"${range}`
    : `${count} for "${correction}" (you typed "${query}")${range}`;
}

function talkLines(talk: Talk, words: QueryWords, paint: Paint): readonly string[] {
  return [
    paint('bold', printable(talk.title)),
    detailsOf(talk),
    marked(summarise(talk.abstract, { words, length: SUMMARY_LENGTH }), words, paint),
    paint('dim', printable(talk.id)),
  ];
}

/** Speakers, track, times and rooms, as far as they are known; a cancelled talk says so first. */
export function detailsOf({ status, speakers, track, slots }: Talk): string {
  const times = slots.map(slot => [formatSlot(slot), ...slot.rooms].join(', '));
  const parts = [
    status === 'cancelled' ? 'cancelled' : '',
    speakerNames({ speakers }),
    track ?? '',
    times.join('; '),
  ];
  return printable(parts.filter(part => part !== '').join(' · '));
}

function marked(text: string, words: QueryWords, paint: Paint): string {
  return highlight(printable(text), words)
    .map(piece => (piece.strong ? paint('bold', piece.text) : piece.text))
    .join('');
}
