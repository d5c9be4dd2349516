import { performance } from 'node:perf_hooks';
import { type Command, InvalidArgumentError } from 'commander';
import { conferenceMeant } from '../conversation/conference-meant.ts';
import { readRequest } from '../conversation/request.ts';
import { todayAt } from '../programme/agenda.ts';
import { find } from '../search/find.ts';
import type { Loaded } from '../search/loaded.ts';
import { UsageError } from './faults.ts';
import { type ExitCode, type Io, painter, write } from './io.ts';
import { linesOf } from './lines.ts';
import { loadAsked } from './load-asked.ts';
import { type Found, searchJson } from './search-json.ts';
import { searchText } from './search-text.ts';

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
    .option('--json', 'an answer for programs')
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
    throw new UsageError('What is to be found? Give some words: lectern search ceph');
  const { loaded, now } = await loadAsked(options, io);
  const { limit } = options;
  if (options.stdin) return searchEachLine(io, line => searchJson(ask(line, loaded, now), limit));
  const found = ask(words.join(' '), loaded, now);
  await write(
    io.stdout,
    options.json ? jsonLine(searchJson(found, limit)) : searchText(found, { limit, paint: painter(io) }),
  );
}

async function searchEachLine(io: Io, answer: (line: string) => object): Promise<void> {
  for await (const line of linesOf(io.stdin)) await write(io.stdout, jsonLine(answer(line)));
}

/** The time is the search's alone: summaries and output are not in it. */
function ask(typed: string, current: Loaded, now: number): Found {
  const { loaded, words, notes } = conferenceMeant(typed, current);
  const { programme, index } = loaded;
  const today = todayAt(now, programme);
  const before = performance.now();
  const answer = find(index, words, { today });
  const tookMs = performance.now() - before;
  const isAgenda = asksForAgenda(words, { today, days: programme.days });
  const said = [...notes, ...(isAgenda ? [agendaNote(typed)] : []), ...answer.notes];
  return { answer: { ...answer, query: typed, notes: said }, tookMs, programme };
}

function asksForAgenda(words: string, calendar: Parameters<typeof readRequest>[1]): boolean {
  const { kind } = readRequest(words, calendar);
  return kind !== 'search' && kind !== 'help';
}

/** In Slack, one place takes both; here, what is on has a command of its own. */
function agendaNote(typed: string): string {
  return `This was searched for as words. What is on: lectern agenda ${typed}`;
}

/** On one line for every reader: JSON leaves some characters as they are at which other languages end a line. */
function jsonLine(value: object): string {
  const json = JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    end => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${json}\n`;
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It is to be a whole number from 1.');
  return Number(text);
}
