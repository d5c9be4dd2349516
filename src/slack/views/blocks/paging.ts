import type { types } from '@slack/bolt';
import { type Page, writePage } from '../../../conversation/paging.ts';
import { ACTION } from '../../action-ids.ts';
import { actions, button } from './button.ts';
import { aside } from './rich-text.ts';

/**
 * Buttons to the pages before and after. A message that others see too cannot change its page: it gets a line that says
 * how to see the rest.
 */
export function pageButtons(
  page: Page,
  of: { readonly shown: number; readonly all: number; readonly size: number; readonly paged: boolean },
): types.KnownBlock[] {
  const after = of.all - page.offset - of.shown;
  if (!of.paged)
    return after > 0 ? [aside(`${after} more: type /talk and the same words in the channel.`)] : [];
  const to = (offset: number) => writePage({ query: page.query, offset });
  const more = { label: 'More', action: ACTION.more, value: to(page.offset + of.shown) };
  const back = { label: 'Back', action: ACTION.back, value: to(Math.max(0, page.offset - of.size)) };
  const buttons = [
    ...(after > 0 ? [button({ ...more, says: `More: ${after} left` })] : []),
    ...(page.offset > 0 ? [button(back)] : []),
  ];
  return buttons.length === 0 ? [] : [actions(buttons)];
}
