import type { Answer, DrawnAnswer } from '../conversation/answer.ts';
import { understoodIn } from '../conversation/understood.ts';
import { timeOf, toMoment } from '../programme/moment.ts';
import { findToday } from '../programme/sessions.ts';
import { speakerJson } from './search/search-json.ts';
import { talkJson } from './talk-json.ts';

/** An answer for programs, in the same shape whatever was asked; fields that say nothing are null or empty. */
export function askJson(typed: string, answer: Answer, limit: number) {
  return {
    typed,
    kind: answer.kind === 'results' ? ('search' as const) : answer.kind,
    ...windowOf(answer),
    understood: answer.kind === 'digest' ? [] : understoodIn(answer),
    ...(answer.kind === 'digest' ? NOTHING : contentOf(answer, limit)),
  };
}

const NOTHING = { correction: null, notes: [], total: 0, talks: [], speakers: [] };

function contentOf(answer: DrawnAnswer, limit: number) {
  switch (answer.kind) {
    case 'help':
      return NOTHING;
    case 'agenda': {
      const { groups, notes } = answer.agenda;
      const sessions = groups.flatMap(group => group.sessions);
      const talks = sessions.slice(0, limit).map(({ talk, slot }) => talkJson(talk, { slot }));
      return { correction: null, notes, total: sessions.length, talks, speakers: [] };
    }
    case 'results':
    case 'none': {
      const { found, notes } = answer.results;
      const { words, scores, correction = null } = found;
      return {
        correction,
        notes,
        total: found.talks.length,
        talks: found.talks
          .slice(0, limit)
          .map((talk, place) => talkJson(talk, { words, score: scores[place] ?? 0 })),
        speakers: found.speakers.map(match => speakerJson(match, words, answer.context.programme)),
      };
    }
  }
}

/** The programme day and the times of it that were asked about, on the conference's clocks; null if none was. */
function windowOf(answer: Answer): {
  readonly day: string | null;
  readonly from: string | null;
  readonly to: string | null;
} {
  if (answer.kind !== 'agenda') return { day: null, from: null, to: null };
  const { when } = answer.request;
  const { now, programme } = answer.context;
  switch (when.kind) {
    case 'day':
      return { day: when.day, from: null, to: null };
    case 'moment':
      return { day: when.day, from: when.time, to: null };
    case 'now': {
      const moment = toMoment(now, programme.conference.timeZone);
      return { day: findToday(now, programme), from: timeOf(moment), to: null };
    }
    case 'next':
      return { day: null, from: null, to: null };
  }
}
