import { conferenceMeant, inConference } from '../conversation/conference-meant.ts';
import { mistypedOrder } from '../conversation/digest/request.ts';
import { ofTheName } from '../conversation/of-the-name.ts';
import { pageWithin } from '../conversation/page.ts';
import { readRequest } from '../conversation/request.ts';
import { todayAt } from '../programme/agenda.ts';
import { dateOf, momentAt, timeOf } from '../programme/moment.ts';
import { dayWords } from '../programme/when.ts';
import type { Answer } from '../search/answer.ts';
import { find } from '../search/find.ts';
import type { Loaded } from '../search/loaded.ts';
import { agendaReply } from './agenda-reply.ts';
import { narrower } from './narrower.ts';
import type { ReplySetting } from './reply-setting.ts';
import type { Message } from './views/blocks/message.ts';
import { mistypedNote } from './views/digest/help.ts';
import { help } from './views/help.ts';
import { results } from './views/results.ts';
import type { Suggestion } from './views/search-buttons.ts';

/**
 * The answer to what a person typed, in plain words: one page of it, from `offset` on; where none is given, from what
 * they want to read first.
 */
export function reply(typed: string, given: ReplySetting, offset?: number): Message {
  const { loaded, words, prefix, notes: which } = conferenceMeant(typed, given.loaded);
  const { days } = loaded.programme;
  const today = todayAt(given.now, loaded.programme);
  const request = readRequest(words, { today, days });
  const setting = { ...given, loaded, prefix, notes: [...which, ...age(loaded)] };
  switch (request.kind) {
    case 'help':
      return help(loaded, prefix);
    case 'search': {
      const answer = answerTo(request.query, loaded, today);
      const page = pageWithin({ query: prefix + request.query, offset: offset ?? 0 }, answer.talks.length);
      const mistyped = mistypedOrder(words, { today, days });
      return results(answer, page, {
        ...setting,
        notes: [...setting.notes, ...(mistyped === undefined ? [] : [mistypedNote(mistyped)])],
        narrower: narrower(request.query, { today, programme: loaded.programme }).map(one => ({
          ...one,
          query: prefix + one.query,
        })),
        elsewhere: () => elsewhere(request.query, loaded, given),
      });
    }
    default:
      return agendaReply(request, { query: prefix + request.typed, offset, today, setting });
  }
}

function answerTo(query: string, { index }: Loaded, today: string): Answer {
  return ofTheName(find(index, query, { today }));
}

/** A source that cannot be had is no reason not to answer, but one to say how old the answer is. */
function age({ asOf, programme }: Loaded): readonly string[] {
  if (asOf === undefined) return [];
  const moment = momentAt(asOf, programme.conference.timeZone);
  return [`Programme as of ${dayWords(dateOf(moment))} ${timeOf(moment)}.`];
}

/** The other conferences than the one that answers in which the same words find something, with how many talks. */
function elsewhere(
  query: string,
  answering: Loaded,
  { loaded: current, now }: Pick<ReplySetting, 'loaded' | 'now'>,
): readonly Suggestion[] {
  const here = {
    name: current.programme.conference.name ?? 'The current one',
    prefix: '',
    open: () => current,
  };
  const apart = current.others.filter(({ isAlong }) => !isAlong);
  const others = apart.map(({ name, open }) => ({ name, prefix: inConference(name), open }));
  return [here, ...others].flatMap(({ name, prefix, open }) => {
    const other = open();
    if (other.programme === answering.programme) return [];
    const found = answerTo(query, other, todayAt(now, other.programme)).talks.length;
    return found === 0 ? [] : [{ label: `${name} (${found})`, query: prefix + query }];
  });
}
