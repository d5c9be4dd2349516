import type { types } from '@slack/bolt';
import { ACTION } from '../action-ids.ts';
import { type Page, writePage } from '../page.ts';
import { actions, button } from './button.ts';
import { aside } from './rich-text.ts';

/**
 * The way to the pages before and after: buttons, or, where a change of page would change what others see, a line that
 * says how to see the rest.
 */
export function turning(
  page: Page,
  of: { readonly shown: number; readonly all: number; readonly size: number; readonly paged: boolean },
): types.KnownBlock[] {
  const after = of.all - page.offset - of.shown;
  if (!of.paged) return after > 0 ? [aside(`${after} more: type /talk and the same words.`)] : [];
  const turn = (label: string, action: string, offset: number) =>
    button({ label, action, value: writePage({ query: page.query, offset }) });
  const buttons = [
    ...(after > 0 ? [turn(`More (${after} left)`, ACTION.more, page.offset + of.shown)] : []),
    ...(page.offset > 0 ? [turn('Back', ACTION.back, Math.max(0, page.offset - of.size))] : []),
  ];
  return buttons.length === 0 ? [] : [actions(buttons)];
}
