import type { Command } from 'commander';
import type { Answering } from '../conversation/context.ts';
import type { JsonObject } from '../local-slack/json.ts';
import { formatMessage } from '../local-slack/text/blocks.ts';
import { formatDay } from '../programme/moment.ts';
import { findToday } from '../programme/sessions.ts';
import type { Loaded } from '../search/loaded.ts';
import { newDigest } from '../slack/digest/orders.ts';
import { composeDigest } from '../slack/views/digest/compose.ts';
import { dayToCome, readDay } from '../text/read-day.ts';
import { UsageError } from './faults.ts';
import { type ExitCode, type Io, withoutControls, write } from './io.ts';
import { loadData } from './load-data.ts';

interface Options {
  readonly day?: string;
  readonly data?: string;
  readonly json?: true;
}

export function digestCommand(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('digest')
    .description('show what a digest would post')
    .argument('[day...]', 'today, tuesday, 2027-05-12...; otherwise the next day with sessions')
    .option('--day <day>', 'the same')
    .option('--data <dir>', 'the folder that the conference is in, instead of DATA_DIR')
    .option('--json', 'print JSON')
    .action(async (words: string[], options: Options) => {
      const context = await loadData(options, io);
      const day = chooseDay(options.day ?? words.join(' '), context);
      const messages = composeMessages(day, context);
      await write(
        io.stdout,
        options.json ? `${JSON.stringify({ day, messages })}\n` : digestText(day, messages, context.now),
      );
      done(0);
    });
}

interface Posted {
  readonly text: string;
  readonly blocks: readonly JsonObject[];
}

/** The first stands in the channel, the others in its thread. */
function composeMessages(day: string, loaded: Loaded): readonly Posted[] {
  const parts = composeDigest(PLAIN, day, { loaded, changes: [], toldTalks: new Set(), rehearsal: false });
  return parts.map(({ message: { text, blocks } }) => ({ text, blocks: blocks as readonly JsonObject[] }));
}

/** The messages one below the other, as somebody in the time zone of this terminal would read them. */
function digestText(day: string, messages: readonly Posted[], now: number): string {
  if (messages.length === 0) return `Nothing would be posted: ${formatDay(day)} has no sessions.\n`;
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const reader = { findName: () => 'you', timeZone, now };
  const texts = messages.map(message => withoutControls(formatMessage(message, reader)));
  return `${texts.join('\n\n\n')}\n`;
}

/** The digest that an order without further words makes. */
const PLAIN = newDigest({ user: 'you', channel: '', workspace: '' }, 'UTC');

function chooseDay(typed: string, { programme, now }: Pick<Answering, 'programme' | 'now'>): string {
  const { days } = programme;
  const today = findToday(now, programme);
  if (typed === '') return dayToCome({ today, days });
  const day = readDay(typed, { today, days });
  if (day !== undefined) return day;
  throw new UsageError(`"${typed}" is not a day. Say today, tuesday, 12 May or 2027-05-12.`);
}
