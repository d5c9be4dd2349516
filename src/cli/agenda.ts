import type { Command } from 'commander';
import type { Agenda } from '../conversation/agenda/agenda.ts';
import { answerWithoutOrders } from '../conversation/answer.ts';
import { readConference } from '../conversation/conference.ts';
import type { Answering } from '../conversation/context.ts';
import { dateOf, formatDay, formatTimes } from '../programme/moment.ts';
import { findToday, type Session } from '../programme/sessions.ts';
import { speakerNames } from '../programme/talk.ts';
import { talkJson } from '../search/talk-json.ts';
import { dayToCome } from '../text/read-day.ts';
import { UsageError } from './faults.ts';
import { type ExitCode, type Io, jsonLine, type Paint, painter, printable, write } from './io.ts';
import { loadData } from './load-data.ts';

export function agendaCommand(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('agenda')
    .description('show what runs now or at a time, what is next, or what a day holds')
    .argument(
      '[when...]',
      'now, next, today, tomorrow, a weekday, a date or a time, and filters: tuesday 14:00 track:storage',
    )
    .option('--data <dir>', 'the folder it is in, instead of DATA_DIR')
    .option('--json', 'print JSON')
    .action(async (when: string[], options: { readonly data?: string; readonly json?: true }) => {
      const agenda = findAgenda(when.join(' '), await loadData(options, io));
      await write(io.stdout, options.json ? jsonLine(agendaJson(agenda)) : agendaText(agenda, painter(io)));
      done(0);
    });
}

/** Answers without words with the agenda of today or of the first day to come. */
function findAgenda(typed: string, current: Answering): Agenda {
  const { context, words } = readConference(typed, current);
  const { programme, now } = context;
  const day = words === '' ? dayToCome({ today: findToday(now, programme), days: programme.days }) : '';
  const answered = answerWithoutOrders(`${typed} ${day}`, current);
  if (answered.kind === 'agenda') return answered.agenda;
  throw new UsageError(
    `"${words}" is not a day. Say now, next, today, tomorrow, a weekday, a date such as 2027-05-11, or a time such as 14:00.`,
  );
}

function agendaJson({ title, notes, groups }: Agenda): object {
  const sessions = groups
    .flatMap(group => group.sessions)
    .map(({ talk, slot }) => ({ kind: talk.kind, ...talkJson(talk, { slot }) }));
  return { title, notes, sessions };
}

function agendaText({ title, date, notes, groups, days }: Agenda, paint: Paint): string {
  const lines = groups.flatMap(({ heading, sessions }) => [
    ...(heading === '' ? [] : ['', paint('bold', heading)]),
    ...sessions.flatMap((session, index) => {
      const on = dateOf(session.slot.start);
      const before = sessions[index - 1];
      const isNew = on !== (before === undefined ? date : dateOf(before.slot.start));
      return [...(isNew ? [paint('bold', formatDay(on))] : []), sessionLine(session, paint)];
    }),
  ]);
  const others =
    days.length === 0 ? [] : [`Days with sessions: ${days.map(({ day }) => formatDay(day)).join(', ')}`];
  return `${[paint('bold', title), ...notes, ...others, ...lines].join('\n')}\n`;
}

function sessionLine({ talk, slot }: Session, paint: Paint): string {
  const title = `${talk.status === 'cancelled' ? 'CANCELLED: ' : ''}${talk.title}`;
  const speakers = speakerNames(talk);
  const parts = [slot.rooms.join(', '), title, speakers].map(printable);
  const painted = parts.map((part, index) => (index === 1 ? paint('bold', part) : part));
  return `${paint('dim', formatTimes(slot))} ${painted.filter(part => part !== '').join(' · ')}`;
}
