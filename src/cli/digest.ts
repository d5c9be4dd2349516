import type { Command } from 'commander';
import { load } from '../load.ts';
import type { JsonObject } from '../local/json.ts';
import { messageAsText } from '../local/text.ts';
import { dayAt } from '../programme/moment.ts';
import { readDay } from '../programme/read-day.ts';
import { dayWords } from '../programme/when.ts';
import type { Loaded } from '../search/loaded.ts';
import { composeDigest } from '../slack/views/digest.ts';
import type { Digest } from '../store/digests.ts';
import { UsageError } from './faults.ts';
import { type ExitCode, type Io, write } from './io.ts';

import { settingsWithoutSlack } from './settings.ts';

interface Options {
  readonly day?: string;
  readonly data?: string;
}

export function digestCommand(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('digest')
    .description('show what a digest would post')
    .option('--day <day>', 'today, tuesday, 2027-05-12...; otherwise the next day with sessions')
    .option('--data <dir>', 'the folder that the conference is in, instead of DATA_DIR')
    .action(async (options: Options) => {
      const config = settingsWithoutSlack(io.env);
      const loaded = await load(options.data ?? config.dataDir);
      const today = dayAt(config.clock ?? Date.now(), loaded.programme.conference);
      await write(io.stdout, digestText(chosenDay(options.day, today, loaded), loaded));
      done(0);
    });
}

/** The messages one below the other; the first stands in the channel, the others in its thread. */
function digestText(day: string, loaded: Loaded): string {
  const parts = composeDigest(PLAIN, day, { loaded, changes: [], told: new Set(), rehearsal: false });
  if (parts.length === 0) return `Nothing is posted: ${dayWords(day)} has no sessions.\n`;
  const reader = { nameOf: () => 'whoever orders it' };
  const texts = parts.map(({ message }) =>
    messageAsText({ text: message.text, blocks: message.blocks as readonly JsonObject[] }, reader),
  );
  return `${texts.map(text => text.replace(/[^\P{Cc}\n]/gu, '')).join('\n\n\n')}\n`;
}

/** Everything, each day: what one gets who says nothing else. */
const PLAIN: Digest = {
  id: 'shown',
  team: undefined,
  channel: '',
  owner: 'whoever orders it',
  timeOfDay: '08:00',
  timeZone: 'UTC',
  days: 'daily',
  eve: false,
  filters: '',
  reminders: false,
  paused: false,
  since: 0,
  failures: 0,
};

function chosenDay(typed: string | undefined, today: string, { programme: { days } }: Loaded): string {
  if (typed === undefined) return days.find(day => day >= today) ?? days.at(0) ?? today;
  const day = readDay(typed, { today, days });
  if (day !== undefined) return day;
  throw new UsageError(`"${typed}" is no day. Say today, tuesday, 12 May or 2027-05-12.`);
}
