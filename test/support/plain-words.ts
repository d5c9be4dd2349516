import type { AlertMatch, DigestMessages } from '../../src/digests/messages.ts';
import { daysTold } from '../../src/digests/plan/due.ts';
import { sessionsByDay } from '../../src/digests/plan/sessions-by-day.ts';
import { describeChange, describeDifference } from '../../src/programme/describe-change.ts';
import { formatSlot } from '../../src/programme/moment.ts';
import type { Message } from '../../src/store/delivery.ts';
import { writePart } from '../../src/store/delivery-part.ts';

function says(text: string): Message {
  return { text, blocks: [] };
}

function namesIn(matches: readonly AlertMatch[]): readonly string[] {
  return [...new Set(matches.flatMap(({ alerts }) => alerts.map(({ words }) => words)))];
}

/** Words that a test can read: a part for every `sessionsAPart` sessions, the first of them the heading as well. */
export function plainWords(sessionsAPart = 3): DigestMessages {
  return {
    compose: (digest, day, { loaded, changes, changedSince, toldTalks: told, rehearsal }) => {
      const byDay = sessionsByDay(digest.filters, loaded);
      const all = daysTold(day, digest).flatMap(each => byDay.get(each) ?? []);
      const lines = all.map(session => ({
        id: session.talk.id,
        line: `${session.talk.status === 'cancelled' ? 'CANCELLED ' : ''}${session.talk.title}, ${formatSlot(session.slot)}, ${session.slot.rooms}`,
      }));
      const unscheduled = loaded.programme.talks
        .filter(talk => loaded.programme.days.length === 0 && !told.has(talk.id))
        .slice(0, 1)
        .map(talk => ({ id: talk.id, line: talk.title }));
      const rows = [...lines, ...unscheduled];
      const head = `${rehearsal ? 'Rehearsal. ' : ''}${day} by ${digest.owner}`;
      const since = changedSince === undefined || changes.length === 0 ? '' : `\nSince ${changedSince}`;
      const news = [since, ...changes.map(change => `\n! ${describeChange(change)}`)].join('');
      return Array.from({ length: Math.ceil(rows.length / sessionsAPart) }, (_, part) => {
        const here = rows.slice(part * sessionsAPart, (part + 1) * sessionsAPart);
        const text = here.map(({ line }) => `\n${line}`).join('');
        return {
          message: says(`${part === 0 ? head + news : `part ${part}`}${text}`),
          talks: here.map(({ id }) => id),
        };
      });
    },
    changes: (_digest, changes) =>
      says(`Changed: ${changes.map(change => describeChange(change)).join('; ')}`),
    announcement: (_digest, changes) =>
      says(`Channel: ${changes.map(change => describeChange(change)).join('; ')}`),
    reminder: (_digest, sessions) => says(`Soon: ${sessions.map(({ talk }) => talk.title).join(', ')}`),
    roomTalk: ({ talk, slot }, { room: { stream } }) =>
      says(
        `Room: ${[talk.status === 'cancelled' ? 'cancelled' : slot === undefined ? 'not here' : '', talk.title, slot && formatSlot(slot), slot?.rooms[0], stream].filter(Boolean).join(', ')}`,
      ),
    roomChanges: changes =>
      says(`Changed here: ${changes.map(change => describeDifference(change)).join('; ')}`),
    roomTopic: ({ now, next }) =>
      says(`${now.map(({ talk }) => talk.title).join('+') || '-'} / ${next?.talk.title ?? '-'}`),
    roomRefused: (about, channel, reason) => says(`No ${about} in ${channel}: ${reason}`),
    starredSoon: sessions => says(`Soon: ${sessions.map(({ talk }) => talk.title).join(', ')}`),
    starredChanged: changes =>
      says(
        `Yours: ${changes.map(change => `${change.talk.title}: ${describeDifference(change)}`).join('; ')}`,
      ),
    alertFound: matches =>
      says(`For ${namesIn(matches).join(' and ')}: ${matches.map(({ talk }) => talk.title).join(', ')}`),
    joinNotices: notices =>
      notices.length > 3 ? undefined : says(notices.map(({ text }) => text).join(' + ')),
    emptyPart: () => says('(moved)'),
    markRepeated: message => says(`(possibly repeated) ${message.text}`),
    question: (digest, { day, part }) => says(`Is it there? ${digest.id} ${day} ${writePart(part)}`),
    settledQuestion: (_delivery, how) => says(`Settled: ${how}`),
    missedNotice: (_digest, days) => says(`Missed: ${days.join(', ')}`),
    joinMissed: notices => says(notices.map(({ text }) => text).join(' + ')),
    refusedNotice: (_digest, reason, paused) => says(`Refused: ${reason}${paused ? ', paused' : ''}`),
    endNotice: () => says('All told'),
  };
}
