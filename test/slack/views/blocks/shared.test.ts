import { expect, test } from 'vitest';
import { shared } from '../../../../src/slack/views/blocks/shared.ts';

test('nothing in a shared part can be changed', () => {
  const part = shared({
    type: 'button',
    text: { type: 'plain_text', text: 'Star' },
    options: [{ value: '1' }],
  });
  expect(() => Object.assign(part, { type: 'header' })).toThrow(TypeError);
  expect(() => Object.assign(part.text, { text: 'Unstar' })).toThrow(TypeError);
  expect(() => part.options.push({ value: '2' })).toThrow(TypeError);
  expect(() => Object.assign(part.options[0] ?? {}, { value: '2' })).toThrow(TypeError);
});
