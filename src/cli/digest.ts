import { type Command, Option } from 'commander';
import type { Answering } from '../conversation/context.ts';
import { chooseContent } from '../digests/compose/content.ts';
import type { DayContext } from '../digests/messages.ts';
import type { JsonObject } from '../local-slack/json.ts';
import { formatMessage } from '../local-slack/text/blocks.ts';
import { conferenceName, featuredCount } from '../programme/day-heading.ts';
import { formatDay } from '../programme/moment.ts';
import { findToday } from '../programme/sessions.ts';
import { type PublishedDay, publishDay, publishTalks } from '../publishing/day.ts';
import { dayHtml } from '../publishing/day-html.ts';
import { dayMarkdown } from '../publishing/day-markdown.ts';
import { talkAddresses } from '../publishing/talk-address.ts';
import { newDigest } from '../slack/digest/orders.ts';
import { composeDigest } from '../slack/views/digest/compose.ts';
import type { Digest } from '../store/digests.ts';
import { dayToCome, readDay } from '../text/read-day.ts';
import { wordsIn } from '../words/catalogue.ts';
import { LANGUAGES, type Language } from '../words/languages.ts';
import { UsageError } from './faults.ts';
import { type ExitCode, type Io, withoutControls, write } from './io.ts';
import { loadData } from './load-data.ts';

interface Options {
  readonly day?: string;
  readonly data?: string;
  readonly json?: true;
  readonly to: DigestForm;
  readonly language: Language;
}

const FORMS = ['slack', 'markdown', 'html'] as const;

type DigestForm = (typeof FORMS)[number];

export function digestCommand(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('digest')
    .description('show what a digest would post')
    .argument('[day...]', 'today, tuesday, 2027-05-12...; otherwise the next day with sessions')
    .option('--day <day>', 'the same')
    .option('--data <dir>', 'the folder that the conference is in, instead of DATA_DIR')
    .option('--json', 'print JSON')
    .addOption(
      new Option('--to <form>', 'Slack messages, Markdown for a newsletter, or a page to print')
        .choices(FORMS)
        .default('slack'),
    )
    .addOption(
      new Option('--language <code>', "the language of Lectern's own words").choices(LANGUAGES).default('en'),
    )
    .action(async (words: string[], { day: named, to, json, data, language }: Options) => {
      if (json && to !== 'slack')
        throw new UsageError(`--json prints Slack's messages; leave it out, or leave out --to ${to}.`);
      const context = await loadData({ ...(data !== undefined && { data }) }, io);
      const day = chooseDay(named ?? words.join(' '), context);
      const digest = { ...PLAIN, language };
      if (to === 'slack') await write(io.stdout, slackDigest(digest, { day, context, json }));
      else {
        const published = publish(digest, day, context);
        // Standard output goes into a newsletter or a file.
        if (published === undefined) await write(io.stderr, nothingOn(day));
        else await write(io.stdout, WRITERS[to](published, talkAddresses(context.programme)));
      }
      done(0);
    });
}

const WRITERS = { markdown: dayMarkdown, html: dayHtml };

/** The day as people read it outside Slack; undefined if it has no sessions. */
function publish(digest: Digest, day: string, context: Answering): PublishedDay | undefined {
  const { programme } = context;
  const { conference } = programme;
  const words = wordsIn(digest.language);
  const content = chooseContent(digest, day, contextOf(context));
  if (content === undefined || content.kind === 'week') return undefined;
  if (content.kind === 'spotlight') {
    const { talks, left } = content;
    const heading = words.heading.spotlight(conferenceName(conference, words));
    const fact = featuredCount(talks.length, left, words);
    return publishTalks(talks, { heading, fact }, { conference, words });
  }
  const told = new Set([...content.sessions, ...content.breaks]);
  const sessions = programme.sessions.filter(session => told.has(session));
  return publishDay({ ...content, sessions }, conference, words);
}

interface SlackDigest {
  readonly day: string;
  readonly context: Answering;
  readonly json: true | undefined;
}

function slackDigest(digest: Digest, { day, context, json }: SlackDigest): string {
  const messages = composeMessages(digest, day, context);
  return json ? `${JSON.stringify({ day, messages })}\n` : digestText(day, messages, context.now);
}

interface Posted {
  readonly text: string;
  readonly blocks: readonly JsonObject[];
}

/** The first stands in the channel, the others in its thread. */
function composeMessages(digest: Digest, day: string, context: Answering): readonly Posted[] {
  const parts = composeDigest(digest, day, contextOf(context));
  return parts.map(({ message: { text, blocks } }) => ({ text, blocks: blocks as readonly JsonObject[] }));
}

/** It is read now, so that only the present day is called today. */
function contextOf(context: Answering): DayContext {
  const posted = { from: context.now, until: context.now };
  return { loaded: context, posted, changes: [], toldTalks: new Set(), rehearsal: false };
}

function nothingOn(day: string): string {
  return `Nothing would be posted: ${formatDay(day)} has no sessions.\n`;
}

/** The messages one below the other, as somebody in the time zone of this terminal would read them. */
function digestText(day: string, messages: readonly Posted[], now: number): string {
  if (messages.length === 0) return nothingOn(day);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const reader = { findName: () => 'you', timeZone, now };
  const texts = messages.map(message => withoutControls(formatMessage(message, reader)));
  return `${texts.join('\n\n\n')}\n`;
}

/** The digest that an order without further words makes. */
const PLAIN: Digest = newDigest({ user: 'you', channel: '', workspace: '' }, 'UTC');

function chooseDay(typed: string, { programme, now }: Pick<Answering, 'programme' | 'now'>): string {
  const { days } = programme;
  const today = findToday(now, programme);
  if (typed === '') return dayToCome({ today, days });
  const day = readDay(typed, { today, days });
  if (day !== undefined) return day;
  throw new UsageError(`"${typed}" is not a day. Say today, tuesday, 12 May or 2027-05-12.`);
}
