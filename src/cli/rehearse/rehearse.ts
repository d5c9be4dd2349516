import type { Command } from 'commander';
import type { Answering } from '../../conversation/context.ts';
import { findToday } from '../../programme/sessions.ts';
import { readDay } from '../../text/read-day.ts';
import { UsageError } from '../faults.ts';
import { type ExitCode, type Io, jsonLine, painter, write } from '../io.ts';
import { loadData, readConfigOrThrow } from '../load-data.ts';
import { rehearsalText } from './report.ts';

interface Options {
  readonly day?: string;
  readonly data?: string;
  readonly order?: readonly string[];
  readonly topics?: boolean;
  readonly json?: true;
}

export function rehearseCommand(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('rehearse')
    .description('list every message that would go out, and what would fail; posts and changes nothing')
    .argument('[day...]', 'a day of the conference; otherwise all of it')
    .option('--day <day>', 'the same')
    .option('--order <words...>', 'such as "daily 08:00 in #corridor", instead of the orders given in Slack')
    .option('--data <dir>', 'the folder that the conference is in, instead of DATA_DIR')
    .option('--topics', "list each topic of rooms' channels, not one line a channel and day")
    .option('--json', 'print JSON')
    .action(async (words: string[], { day: named, order, topics = false, json, data }: Options) => {
      const answering = await loadData({ ...(data !== undefined && { data }) }, io);
      const day = readRehearsedDay(named ?? words.join(' '), answering);
      const { databaseUrl, slack, clock } = readConfigOrThrow(io.env);
      // Loaded only here: Bolt and the databases take long.
      const { reportRehearsal } = await import('./rehearsal.ts');
      const report = await reportRehearsal({
        loaded: answering,
        day,
        // The sample is rehearsed whole, whenever that is.
        now: clock ?? (answering.programme.conference.sample ? 0 : Date.now()),
        order,
        databaseUrl,
        slack,
      });
      await write(io.stdout, json ? jsonLine(report) : rehearsalText(report, { paint: painter(io), topics }));
      done(report.problems.some(({ severity }) => severity === 'error') ? 1 : 0);
    });
}

/** Undefined for the whole conference. */
function readRehearsedDay(typed: string, { programme, now }: Answering): string | undefined {
  if (typed === '') return undefined;
  const { days } = programme;
  const day = readDay(typed, { today: findToday(now, programme), days });
  if (day !== undefined && days.includes(day)) return day;
  throw new UsageError(
    `"${typed}" is not a day of this conference. ${days.length === 0 ? 'It has no days.' : `Its days: ${days.join(', ')}.`}`,
  );
}
