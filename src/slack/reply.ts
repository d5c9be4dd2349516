import { dayAt } from '../programme/moment.ts';
import { find } from '../search/find.ts';
import type { Loaded } from '../search/loaded.ts';
import type { Page } from './page.ts';
import { readRequest } from './typed.ts';
import { help } from './views/help.ts';
import type { Message } from './views/message.ts';
import { type ResultsSetting, results } from './views/results.ts';

/** What an answer depends on besides its words. */
export interface ReplySetting extends Omit<ResultsSetting, 'loaded'> {
  readonly loaded: Loaded;
  /** Lectern's clock, in milliseconds since 1970. */
  readonly now: number;
}

/** The answer to what a person typed, as Slack delivers it. */
export function reply(text: string, setting: ReplySetting): Message {
  const request = readRequest(text);
  return request.kind === 'help'
    ? help(setting.loaded)
    : pageOf({ query: request.query, offset: 0 }, setting);
}

/** One page of the answer to a query. A page that a shorter programme no longer has is its first one. */
export function pageOf(page: Page, setting: ReplySetting): Message {
  if (page.query === '') return help(setting.loaded);
  const { programme, index } = setting.loaded;
  const answer = find(index, page.query, { today: dayAt(setting.now, programme.conference) });
  return results(answer, page.offset < answer.talks.length ? page : { ...page, offset: 0 }, setting);
}
