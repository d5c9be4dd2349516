import { dateOf, dayAt, momentAt, timeOf } from '../programme/moment.ts';
import { dayWords } from '../programme/when.ts';
import { find } from '../search/find.ts';
import type { Loaded } from '../search/loaded.ts';
import { agendaReply } from './agenda-reply.ts';
import { conferenceMeant, inConference } from './conference-meant.ts';
import { ofTheName } from './of-the-name.ts';
import type { ReplySetting } from './reply-setting.ts';
import { readRequest } from './request.ts';
import { help } from './views/help.ts';
import type { Message } from './views/message.ts';
import { results } from './views/results.ts';
import type { Suggestion } from './views/search-buttons.ts';

/** The answer to what a person typed, in plain words: one page of it, from `offset` on. */
export function reply(typed: string, given: ReplySetting, offset = 0): Message {
  const { loaded, words, prefix, notes: which } = conferenceMeant(typed, given.loaded);
  const { conference, days } = loaded.programme;
  const today = dayAt(given.now, conference);
  const request = readRequest(words, { today, days });
  const setting = { ...given, loaded, notes: [...which, ...age(loaded)] };
  switch (request.kind) {
    case 'help':
      return help(loaded);
    case 'search': {
      const answer = ofTheName(find(loaded.index, request.query, { today }));
      // A page that a shorter programme no longer has is its first one.
      const page = { query: prefix + request.query, offset: offset < answer.talks.length ? offset : 0 };
      return results(answer, page, { ...setting, elsewhere: elsewhere(request.query, loaded, today) });
    }
    default:
      return agendaReply(request, { page: { query: prefix + request.typed, offset }, today, setting });
  }
}

/** A source that cannot be had is no reason not to answer, but one to say how old the answer is. */
function age({ asOf, programme }: Loaded): readonly string[] {
  if (asOf === undefined) return [];
  const moment = momentAt(asOf, programme.conference.timeZone);
  return [`Programme as of ${dayWords(dateOf(moment))} ${timeOf(moment)}.`];
}

/** The other conferences in which the same words find something, with how many talks. */
function elsewhere(query: string, { others }: Loaded, today: string): readonly Suggestion[] {
  return others.flatMap(({ name, open }) => {
    const found = find(open().index, query, { today }).talks.length;
    return found === 0 ? [] : [{ label: `${name} (${found})`, query: inConference(name) + query }];
  });
}
