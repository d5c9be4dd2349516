import { performance } from 'node:perf_hooks';
import type { Command } from 'commander';
import { requestContext } from '../../conversation/answer.ts';
import { readConference } from '../../conversation/conference.ts';
import type { Answering } from '../../conversation/context.ts';
import { type Request, readRequest } from '../../conversation/request.ts';
import { findTalks } from '../../conversation/results.ts';
import { parseQuery } from '../../search/query/parse-query.ts';
import { UsageError, wholeNumber } from '../faults.ts';
import { type ExitCode, type Io, jsonLine, painter, readLines, write } from '../io.ts';
import { loadData } from '../load-data.ts';
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
  if (options.stdin) return searchEachLine(io, line => searchJson(find(line, context), limit));
  const found = find(words.join(' '), context);
  await write(
    io.stdout,
    options.json ? jsonLine(searchJson(found, limit)) : searchText(found, { limit, paint: painter(io) }),
  );
}

async function searchEachLine(io: Io, answer: (line: string) => object): Promise<void> {
  for await (const line of readLines(io.stdin)) await write(io.stdout, jsonLine(answer(line)));
}

/** Measures the search alone, from reading the query to the ranked list: summaries and output are not in it. */
function find(typed: string, current: Answering): Found {
  const { context, words, notes } = readConference(typed, current);
  const { programme } = context;
  const before = performance.now();
  const result = findTalks(parseQuery(words), context);
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
