import type { types } from '@slack/bolt';
import { type Page, writePage } from '../../../conversation/paging.ts';
import { ACTION } from '../../action-ids.ts';
import { actionBlocks, button, type WrittenAction } from './button.ts';
import { aside } from './rich-text.ts';

interface Part {
  readonly shown: number;
  /** The number of things up to the end of this part of a list. */
  readonly all: number;
  readonly size: number;
  readonly paged: boolean;
  /** The place at which the part begins, if others come before it. */
  readonly from?: number;
  /** The name of the part that follows, if one does. */
  readonly next?: string | undefined;
  /** Buttons that stand after these. */
  readonly beside?: readonly types.Button[];
  /** Writes their actions; those for Lectern's own listeners unless it is given. */
  readonly writer?: PageWriter;
}

/** Writes the action that leads to the page at an offset; undefined if a surface has none. */
type PageWriter = (way: 'more' | 'back', offset: number) => WrittenAction | undefined;

function messagePages({ query }: Page): PageWriter {
  return (way, offset) => ({ action: ACTION[way], value: writePage({ query, offset }) });
}

/**
 * Buttons to the pages before and after. After the last page of a part *More* is named by the part that follows. A message
 * that others see too cannot change its page: it gets a line that says how to see the rest.
 */
export function pageButtons(page: Page, of: Part): types.KnownBlock[] {
  const { from = 0, next } = of;
  const after = of.all - page.offset - of.shown;
  const left = after > 0 ? { label: 'More', says: `More: ${after} left`, line: `${after} more` } : undefined;
  const forward = left ?? (next === undefined ? undefined : { label: next, says: next, line: next });
  if (!of.paged)
    return forward === undefined
      ? []
      : [aside(`${forward.line}: type /talk and the same words in the channel.`)];
  const { writer = messagePages(page) } = of;
  const before = page.offset > from ? Math.max(from, page.offset - of.size) : lastPage(from, of.size);
  const more = forward === undefined ? undefined : writer('more', page.offset + of.shown);
  const back = page.offset > 0 ? writer('back', before) : undefined;
  return actionBlocks([
    ...(forward === undefined || more === undefined
      ? []
      : [button({ label: forward.label, says: forward.says, ...more })]),
    ...(back === undefined ? [] : [button({ label: 'Back', ...back })]),
    ...(of.beside ?? []),
  ]);
}

/** ` (1 to 12 of 20)`; empty if all are shown. */
export function rangeOf(
  shown: number,
  { total, offset }: { readonly total: number; readonly offset: number },
): string {
  if (shown === 0 || shown === total) return '';
  const to = shown === 1 ? '' : ` to ${offset + shown}`;
  return ` (${offset + 1}${to} of ${total})`;
}

/** The offset of the last of the pages before a part. */
function lastPage(from: number, size: number): number {
  return Math.max(0, Math.floor((from - 1) / size) * size);
}
