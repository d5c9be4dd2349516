import { expect, test } from 'vitest';
import { actions, button } from '../../../../src/slack/views/blocks/button.ts';

test('a button has a label, an action and a value', () => {
  expect(button({ label: 'More', action: 'results:more', value: '6' })).toEqual({
    type: 'button',
    text: { type: 'plain_text', text: 'More', emoji: false },
    action_id: 'results:more',
    value: '6',
  });
});

test('screen readers may get another label', () => {
  const shown = button({ label: 'Details', action: 'a', value: 'v', says: 'Details: Ceph at sea' });
  expect(shown.accessibility_label).toBe('Details: Ceph at sea');
});

test.each([
  [75, 75],
  [76, 75],
])('a label of %i characters has %i', (length, shown) => {
  const long = button({ label: 'x'.repeat(length), action: 'a', value: 'v', says: 'y'.repeat(length) });
  expect([long.text.text.length, long.accessibility_label?.length]).toEqual([shown, shown]);
});

test('a row keeps the order of its buttons', () => {
  const [a, b] = ['a', 'b'].map(value => button({ label: value, action: value, value }));
  if (a === undefined || b === undefined) throw new Error('There are two buttons.');
  expect(actions([a, b])).toEqual({ type: 'actions', elements: [a, b] });
});
