import { dayAt } from '../programme/moment.ts';
import { find } from '../search/find.ts';
import type { Loaded } from '../search/loaded.ts';
import { agendaReply } from './agenda-reply.ts';
import type { Page } from './page.ts';
import { readRequest } from './request.ts';
import { help } from './views/help.ts';
import type { Message } from './views/message.ts';
import { type ResultsSetting, results } from './views/results.ts';

/** What an answer depends on besides its words. */
export interface ReplySetting extends Omit<ResultsSetting, 'loaded'> {
  readonly loaded: Loaded;
  /** Lectern's clock, in milliseconds since 1970. */
  readonly now: number;
}

/** The answer to what a person typed, in plain words: one page of it, from `offset` on. */
export function reply(words: string, setting: ReplySetting, offset = 0): Message {
  const { programme } = setting.loaded;
  const today = dayAt(setting.now, programme.conference);
  const request = readRequest(words, { today, days: programme.days });
  switch (request.kind) {
    case 'help':
      return help(setting.loaded);
    case 'search':
      return searched({ query: request.query, offset }, today, setting);
    default:
      return agendaReply(request, { offset, today, setting });
  }
}

/** A page that a shorter programme no longer has is its first one. */
function searched(page: Page, today: string, setting: ReplySetting): Message {
  const answer = find(setting.loaded.index, page.query, { today });
  return results(answer, page.offset < answer.talks.length ? page : { ...page, offset: 0 }, setting);
}
