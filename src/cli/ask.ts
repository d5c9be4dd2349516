import { type Command, InvalidArgumentError } from 'commander';
import type { SessionGroup } from '../conversation/agenda/sessions-at.ts';
import {
  type AgendaAnswer,
  type Answer,
  answer,
  isPersonal,
  PERSONAL_ELSEWHERE,
  type PersonalAnswer,
  UNCLEAR,
} from '../conversation/answer.ts';
import type { Answering } from '../conversation/context.ts';
import { orderMistakeNote, typedForms } from '../conversation/digest/order-mistakes.ts';
import { RESULTS_A_PAGE, SESSIONS_A_PAGE } from '../conversation/paging.ts';
import { practicalNote } from '../conversation/practical.ts';
import type { Results } from '../conversation/results.ts';
import { type Understood, understoodIn } from '../conversation/understood.ts';
import type { List } from '../conversation/verbs.ts';
import type { When } from '../conversation/when.ts';
import type { JsonObject } from '../local-slack/json.ts';
import { formatMessage } from '../local-slack/text/blocks.ts';
import { formatSlot, parseInstant, timeOf, toMoment } from '../programme/moment.ts';
import type { Programme } from '../programme/programme.ts';
import { findToday } from '../programme/sessions.ts';
import type { Filter, FilterName } from '../search/query/filters.ts';
import { speakerJson, talkJson } from '../search/talk-json.ts';
import { answerMessage } from '../slack/views/answer.ts';
import type { Message } from '../slack/views/blocks/message.ts';
import { pluralise } from '../text/display.ts';
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
  const context = { ...loaded, now: options.at ?? loaded.now };
  const json = (typed: string) => {
    const answered = answer(typed, context);
    return jsonLine(askJson(typed, answered, options.limit ?? pageOf(answered)));
  };
  if (options.stdin) for await (const line of readLines(io.stdin)) await write(io.stdout, json(line));
  else if (options.json) await write(io.stdout, json(words.join(' ')));
  else await write(io.stdout, `${withoutControls(asText(answer(words.join(' '), context)))}\n`);
}

function pageOf({ kind }: Answer): number {
  return kind === 'agenda' ? SESSIONS_A_PAGE : RESULTS_A_PAGE;
}

function asText(answered: Answer): string {
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

/** An answer for programs, in the same shape whatever was asked; fields that say nothing are null or empty. */
export function askJson(typed: string, answer: Answer, limit: number) {
  return { typed, ...contentOf(answer, limit) };
}

/** All that the command line says of an answer besides the words. */
function contentOf(answer: Answer, limit: number): Content {
  switch (answer.kind) {
    case 'help':
      return filled('help', {});
    case 'digest': {
      const { digest } = answer;
      return filled('digest', digest.kind === 'mistake' ? { notes: [orderMistakeNote(digest.mistake)] } : {});
    }
    case 'alert':
    case 'reminders':
    case 'undo':
    case 'unstar':
    case 'news':
      return filled('none', { notes: [PERSONAL_ELSEWHERE[answer.kind]] });
    case 'more':
    case 'thanks':
      return filled('none', {});
    case 'settings':
      return filled('none', { notes: [SETTINGS_ELSEWHERE] });
    case 'unclear':
      return filled('none', { notes: [UNCLEAR] });
    case 'practical':
      return filled('none', { notes: [practicalNote(answer.topic, answer.context.programme)] });
    case 'facts':
      return filled('facts', { notes: [answer.fact] });
    case 'list':
      return filled('list', listJson(answer.list, answer.context.programme));
    case 'mine':
      return filled('mine', {
        understood: understoodIn(answer),
        notes: ['On the command line nobody has stars: /talk mine shows them in Slack.'],
      });
    case 'agenda':
      return filled('agenda', { ...agendaJson(answer, limit), understood: understoodIn(answer) });
    case 'results':
    case 'none': {
      const kind = answer.kind === 'none' ? 'none' : 'search';
      return filled(kind, { ...resultsJson(answer, limit), understood: understoodIn(answer) });
    }
  }
}

const SETTINGS_ELSEWHERE = 'On the command line nobody has settings: /talk settings opens them in Slack.';

interface Content extends Window {
  readonly kind:
    | Exclude<
        Answer['kind'],
        'results' | 'practical' | 'more' | 'thanks' | 'settings' | 'unclear' | PersonalAnswer['kind']
      >
    | 'search';
  readonly understood: readonly Understood[];
  readonly correction: string | null;
  readonly notes: readonly string[];
  readonly total: number;
  readonly talks: readonly ReturnType<typeof talkJson>[];
  readonly speakers: readonly ReturnType<typeof speakerJson>[];
}

/** The programme day and the times of it that were asked about, on the conference's clocks; null if none was. */
interface Window {
  readonly day: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

function filled(kind: Content['kind'], content: Partial<Content>): Content {
  return {
    kind,
    day: null,
    from: null,
    to: null,
    understood: [],
    correction: null,
    notes: [],
    total: 0,
    talks: [],
    speakers: [],
    ...content,
  };
}

function agendaJson({ agenda, request, context }: AgendaAnswer & InContext, limit: number) {
  const sessions = agenda.groups.flatMap(group => group.sessions);
  const talks = sessions.slice(0, limit).map(({ talk, slot }) => talkJson(talk, { slot }));
  const notes = [...agenda.notes, ...agenda.nearest.map(nearestNote)];
  return { ...windowOf(request.when, context), notes, total: sessions.length, talks };
}

/** `Last before: Rook on Kubernetes, Tue 11 May 14:00–14:40, Quay Hall.` */
function nearestNote({ heading, sessions }: SessionGroup): string {
  const those = sessions.map(({ talk, slot }) => [talk.title, formatSlot(slot), ...slot.rooms].join(', '));
  return `${heading}: ${those.join('; ')}.`;
}

function resultsJson({ results, context }: { readonly results: Results } & InContext, limit: number) {
  const { found, notes, search, also } = results;
  const apart = also && `Also ${pluralise(also.talks.length, 'talk')} ${also.which}.`;
  const { words, scores, correction = null } = found;
  return {
    ...windowOfFilters(search.read),
    correction,
    notes: [...notes, ...(apart === undefined ? [] : [apart])],
    total: found.talks.length,
    talks: found.talks
      .slice(0, limit)
      .map((talk, place) => talkJson(talk, { words, score: scores[place] ?? 0 })),
    speakers: found.speakers.map(match => speakerJson(match, context.programme, words)),
  };
}

interface InContext {
  readonly context: Answering;
}

function windowOf(when: When, { now, programme }: Answering): Window {
  switch (when.kind) {
    case 'day':
    case 'first':
    case 'last':
      return { day: when.day, from: null, to: null };
    case 'moment':
      return { day: when.day, from: when.time, to: null };
    case 'now': {
      const moment = toMoment(now, programme.conference.timeZone);
      return { day: findToday(now, programme), from: timeOf(moment), to: null };
    }
    case 'window':
      return { day: when.day, from: when.from ?? null, to: when.to ?? null };
    case 'any':
    case 'days':
    case 'next':
      return { day: null, from: null, to: null };
  }
}

function windowOfFilters(filters: readonly Filter[]): Window {
  const valueFor = (name: FilterName) => filters.find(filter => filter.name === name)?.value;
  const [from = '', to = ''] = (valueFor('time') ?? '').split('-');
  return { day: valueFor('day') ?? null, from: from || null, to: to || null };
}

/** A list for programs: names of tracks and rooms are notes, people are speakers. */
function listJson(list: List, programme: Programme) {
  if (list !== 'speakers') return { total: programme[list].length, notes: programme[list] };
  const speakers = programme.speakers.map(speaker => speakerJson({ speaker }, programme));
  return { total: speakers.length, speakers };
}
