import { expect, it } from 'vitest';
import type { Surface } from '../../../src/local-slack/block-kit/blocks.ts';
import { checkBlocks } from '../../../src/local-slack/block-kit/check.ts';

export const x = (length: number): string => 'x'.repeat(length);
export const plain = (text: string) => ({ type: 'plain_text', text });
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text, verbatim: true });
export const button = (more: object = {}) => ({
  type: 'button',
  text: plain('Details'),
  action_id: 'details',
  ...more,
});
export const actions = (...elements: unknown[]) => ({ type: 'actions', elements });
export const option = (value: string, more: object = {}) => ({ text: plain(value), value, ...more });
export const input = (element: object, more: object = {}) => ({
  type: 'input',
  label: plain('Label'),
  element,
  ...more,
});
export const rich = (...elements: unknown[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});
export const numbers = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => String(index));

/** A name, a block, and what is wrong with it as `path: rule`, the path being within the block. */
export type Row = readonly [name: string, block: unknown, expected: readonly string[]];

/** One test a row: the whole list of problems, no more and no fewer. */
export function check(surface: Surface, rows: readonly Row[]): void {
  it.each(rows)(`%s (${surface})`, (_name, block, expected) => {
    const problems = checkBlocks([block], surface);
    expect(problems.map(({ path, rule }) => `${path.replace('/blocks/0', '')}: ${rule}`)).toEqual(expected);
  });
}
