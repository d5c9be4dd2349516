import { type Command, InvalidArgumentError } from 'commander';
import { type Answer, answer, isPersonal } from '../conversation/answer.ts';
import { orderMistakeNote, typedForms } from '../conversation/digest/order-mistakes.ts';
import { PERSONAL_ELSEWHERE } from '../conversation/mine/personal-answer.ts';
import { RESULTS_A_PAGE, SESSIONS_A_PAGE } from '../conversation/paging.ts';
import type { JsonObject } from '../local-slack/json.ts';
import { formatMessage } from '../local-slack/text/blocks.ts';
import { parseInstant } from '../programme/moment.ts';
import { answerMessage } from '../slack/views/answer.ts';
import type { Message } from '../slack/views/blocks/message.ts';
import { newsMessage } from '../slack/views/news.ts';
import { askJson, newsJson } from './answer-json.ts';
import { readNewsOf } from './ask-news.ts';
import { UsageError, wholeNumber } from './faults.ts';
import { type ExitCode, type Io, jsonLine, readLines, withoutControls, write } from './io.ts';
import { loadData } from './load-data.ts';

interface Options {
  readonly data?: string;
  readonly at?: number;
  readonly limit?: number;
  readonly json?: true;
  readonly stdin?: true;
}

/** `lectern ask`: the answer that `/talk` would give to the same words at that instant. */
export function askCommand(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('ask')
    .description('answer as /talk would')
    .argument('[words...]', 'anything that one can type behind /talk; behind --, words may begin with a dash')
    .option('--data <dir>', 'the folder to answer from, instead of DATA_DIR')
    .option('--at <instant>', 'when it is asked, such as 2027-05-11T10:40+02:00, instead of now', instant)
    .option('--limit <n>', 'how many talks to show at most, instead of a page', wholeNumber)
    .option('--json', 'print JSON')
    .option('--stdin', 'read a question a line, and print a JSON object a line')
    .action(async (words: string[], options: Options) => {
      await ask(words, options, io);
      done(0);
    });
}

async function ask(words: readonly string[], options: Options, io: Io): Promise<void> {
  if (options.stdin && words.length > 0)
    throw new UsageError('With --stdin the questions are the lines that come in; leave out the words.');
  const loaded = await loadData(options, io);
  const resultsMax = options.limit ?? loaded.resultsMax;
  const context = { ...loaded, now: options.at ?? loaded.now, resultsMax };
  const json = async (typed: string) => {
    const answered = answer(typed, context);
    const limit = options.limit ?? pageOf(answered);
    return jsonLine(
      answered.kind === 'news'
        ? newsJson(typed, answered, await readNewsOf(answered, io.env), limit)
        : askJson(typed, answered, limit),
    );
  };
  if (options.stdin) for await (const line of readLines(io.stdin)) await write(io.stdout, await json(line));
  else if (options.json) await write(io.stdout, await json(words.join(' ')));
  else await write(io.stdout, `${withoutControls(await asText(answer(words.join(' '), context), io))}\n`);
}

function pageOf({ kind }: Answer): number {
  return kind === 'agenda' ? SESSIONS_A_PAGE : RESULTS_A_PAGE;
}

async function asText(answered: Answer, { env }: Io): Promise<string> {
  if (answered.kind === 'news') {
    const read = await readNewsOf(answered, env);
    if ('why' in read) return read.why;
    return formatMessage(asJson(newsMessage(read.news, answered, answered.context)));
  }
  if (answered.kind === 'digest' && answered.digest.kind === 'mistake')
    return [orderMistakeNote(answered.digest.mistake), ...typedForms(answered.digest.mistake)].join('\n');
  return answered.kind === 'digest'
    ? 'This sets up or changes a digest, which needs a channel: type it in Slack, or in lectern chat.'
    : isPersonal(answered)
      ? PERSONAL_ELSEWHERE[answered.kind]
      : formatMessage(asJson(answerMessage(answered)));
}

/** Slack gets blocks as JSON, and so does what prints them. */
function asJson(message: Message): { readonly text: string; readonly blocks: readonly JsonObject[] } {
  return JSON.parse(JSON.stringify(message));
}

function instant(text: string): number {
  const read = parseInstant(text);
  if (read === undefined)
    throw new InvalidArgumentError('It must be an instant with its offset, such as 2027-05-11T10:40+02:00.');
  return read;
}
