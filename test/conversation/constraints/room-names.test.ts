import { expect, test } from 'vitest';
import { roomNames } from '../../../src/conversation/constraints/room-names.ts';

const rooms = roomNames(['Quay Hall', 'Net Loft', 'Sail Loft', 'Lighthouse Room', 'H.1308 (Rolin)']);

test.each([
  ['hall', 'Quay Hall'],
  ['rolin', 'H.1308 (Rolin)'],
  ['loft', 'loft'],
  ['room', undefined],
  ['net', undefined],
  ['1308', undefined],
  ['lost', undefined],
])('%s is a word of the room %s', (word, room) => {
  expect(rooms.withWord(word)).toBe(room);
});

test.each([
  ['hal', { before: 'quay', behind: undefined }, 'hall'],
  ['qauy', { before: 'in', behind: 'hall' }, 'quay'],
  ['hall', { before: 'quay', behind: undefined }, undefined],
  ['loft', { before: 'quay', behind: undefined }, undefined],
  ['qauy', { before: undefined, behind: 'hal' }, undefined],
])('%s %j is the mistyped word of a room %s', (form, around, word) => {
  expect(rooms.near(form, around)).toBe(word);
});

test('a room is called whole, with or without its spaces, or by its first words', () => {
  const names = ['quay hall', 'quayhall', 'quay', 'hall'].map(text => rooms.named(text));
  expect(names).toStrictEqual([
    { name: 'Quay Hall', isWhole: true },
    { name: 'Quay Hall', isWhole: true },
    { name: 'Quay Hall', isWhole: false },
    undefined,
  ]);
});
