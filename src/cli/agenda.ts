import type { Command } from 'commander';
import { conferenceMeant } from '../conversation/conference-meant.ts';
import { readRequest } from '../conversation/request.ts';
import { todayAt } from '../programme/agenda.ts';
import { dateOf, timeOf } from '../programme/moment.ts';
import type { Session } from '../programme/session.ts';
import { speakerNames } from '../programme/speaker-names.ts';
import { dayWords } from '../programme/when.ts';
import { agendaOf } from '../slack/agenda-reply.ts';
import type { Agenda } from '../slack/views/agenda.ts';
import { UsageError } from './faults.ts';
import { type ExitCode, type Io, painter, printable, write } from './io.ts';
import { loadAsked } from './load-asked.ts';
import { nextDay } from './next-day.ts';
import type { Paint } from './search-text.ts';

export function agendaCommand(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('agenda')
    .description('show what runs now or at a time, what is next, or what a day holds')
    .argument(
      '[when...]',
      'now, next, today, tomorrow, a weekday, a date or a time, and filters: tuesday 14:00 track:storage',
    )
    .option('--data <dir>', 'the folder it is in, instead of DATA_DIR')
    .option('--json', 'an answer for programs')
    .action(async (when: string[], options: { readonly data?: string; readonly json?: true }) => {
      const current = await loadAsked(options, io);
      const { now } = current;
      const { loaded, words: asked, notes } = conferenceMeant(when.join(' '), current.loaded);
      const { programme } = loaded;
      const today = todayAt(now, programme);
      const words = asked === '' ? nextDay(today, programme.days) : asked;
      const request = readRequest(words, { today, days: programme.days });
      if (request.kind === 'search' || request.kind === 'help')
        throw new UsageError(
          `"${words}" is no day. Say now, next, today, tomorrow, a weekday, a date such as 2027-05-11, or a time such as 14:00.`,
        );
      const agenda = agendaOf(request, { programme, today, now });
      const shown = { ...agenda, notes: [...notes, ...agenda.notes] };
      await write(
        io.stdout,
        options.json ? `${JSON.stringify(asJson(shown))}\n` : asText(shown, painter(io)),
      );
      done(0);
    });
}

function asJson({ title, notes, groups }: Agenda): object {
  const sessions = groups
    .flatMap(group => group.sessions)
    .map(({ talk, slot }) => ({
      id: talk.id,
      kind: talk.kind,
      status: talk.status,
      title: talk.title,
      speakers: talk.speakers.map(speaker => speaker.name),
      track: talk.track ?? null,
      start: slot.start,
      end: slot.end ?? null,
      rooms: slot.rooms,
    }));
  return { title, notes, sessions };
}

function asText({ title, date, notes, groups, days }: Agenda, paint: Paint): string {
  const lines = groups.flatMap(({ heading, sessions }) => [
    ...(heading === '' ? [] : ['', paint('bold', heading)]),
    ...sessions.flatMap((session, index) => {
      const on = dateOf(session.slot.start);
      const before = sessions[index - 1];
      const isNew = on !== (before === undefined ? date : dateOf(before.slot.start));
      return [...(isNew ? [paint('bold', dayWords(on))] : []), sessionLine(session, paint)];
    }),
  ]);
  const others =
    days.length === 0 ? [] : [`Days with sessions: ${days.map(({ day }) => dayWords(day)).join(', ')}`];
  return `${[paint('bold', title), ...notes, ...others, ...lines].join('\n')}\n`;
}

function sessionLine({ talk, slot }: Session, paint: Paint): string {
  const times = `${timeOf(slot.start)}${slot.end === undefined ? '' : `–${timeOf(slot.end)}`}`;
  const title = `${talk.status === 'cancelled' ? 'CANCELLED: ' : ''}${talk.title}`;
  const speakers = speakerNames(talk);
  const parts = [slot.rooms.join(', '), title, speakers].map(printable);
  const painted = parts.map((part, index) => (index === 1 ? paint('bold', part) : part));
  return `${paint('dim', times)} ${painted.filter(part => part !== '').join(' · ')}`;
}
