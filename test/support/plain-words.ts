import type { Words } from '../../src/digests/compose/words.ts';
import { sessionsByDay } from '../../src/digests/plan/sessions-by-day.ts';
import { changeWords } from '../../src/programme/change-words.ts';
import { whenWords } from '../../src/programme/when.ts';
import type { Message } from '../../src/store/message.ts';

function says(text: string): Message {
  return { text, blocks: [] };
}

/** Words that a test can read: a part for every `sessionsAPart` sessions, the first of them the heading as well. */
export function plainWords(sessionsAPart = 3): Words {
  return {
    compose: (digest, day, { loaded, changes, told, rehearsal }) => {
      const all = sessionsByDay(digest.filters, loaded).get(day) ?? [];
      const lines = all.map(session => ({
        id: session.talk.id,
        line: `${session.talk.status === 'cancelled' ? 'CANCELLED ' : ''}${session.talk.title}, ${whenWords(session.slot)}, ${session.slot.rooms}`,
      }));
      const unscheduled = loaded.programme.talks
        .filter(talk => loaded.programme.days.length === 0 && !told.has(talk.id))
        .slice(0, 1)
        .map(talk => ({ id: talk.id, line: talk.title }));
      const rows = [...lines, ...unscheduled];
      const head = `${rehearsal ? 'Rehearsal. ' : ''}${day} by ${digest.owner}`;
      const news = changes.map(change => `\n! ${changeWords(change)}`).join('');
      return Array.from({ length: Math.ceil(rows.length / sessionsAPart) }, (_, part) => {
        const here = rows.slice(part * sessionsAPart, (part + 1) * sessionsAPart);
        const text = here.map(({ line }) => `\n${line}`).join('');
        return {
          message: says(`${part === 0 ? head + news : `part ${part}`}${text}`),
          talks: here.map(({ id }) => id),
        };
      });
    },
    changed: changes => says(`Changed: ${changes.map(changeWords).join('; ')}`),
    soon: (_digest, sessions) => says(`Soon: ${sessions.map(({ talk }) => talk.title).join(', ')}`),
    emptied: () => says('(moved)'),
    repeated: message => says(`(possibly repeated) ${message.text}`),
    question: (digest, { day, part }) => says(`Is it there? ${digest.id} ${day} ${part}`),
    answered: (_delivery, how) => says(`Settled: ${how}`),
    missed: (_digest, days) => says(`Missed: ${days.join(', ')}`),
    refused: (_digest, reason, paused) => says(`Refused: ${reason}${paused ? ', paused' : ''}`),
    ended: () => says('All told'),
  };
}
