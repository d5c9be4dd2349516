import { expect, test } from 'vitest';
import { answer } from '../../src/conversation/answer.ts';
import { askedBy } from '../../src/conversation/asked.ts';
import { answeringFor } from '../support/answering.ts';
import { programme, talk } from '../support/conference.ts';
import { harbour } from '../support/harbour.ts';
import { loadedWith } from '../support/loaded.ts';

const asked = (typed: string) => askedBy(answer(typed, answeringFor(loadedWith(harbour))));

test.each([
  ['ceph', { outcome: 'found', words: 'ceph' }],
  ['  CEPH!', { outcome: 'found', words: 'ceph' }],
  ['where is the ceph talk?', { outcome: 'found', words: 'ceph' }],
  ['ceph on tuesday at 14:00', { outcome: 'found', words: 'ceph' }],
  ['zeppelins', { outcome: 'none', words: 'zeppelins' }],
  ['zep\0pelins', { outcome: 'none', words: 'zep pelins' }],
  ['node.js', { outcome: 'none', words: 'node.js' }],
  ['ceph -daylight', { outcome: 'found', words: 'ceph' }],
  ['"radio silences"', { outcome: 'found', words: '"radio silences"' }],
  ['is there parking?', { outcome: 'no fact', words: 'parking' }],
])('%s is counted', (typed, expected) => {
  expect(asked(typed)).toEqual(expected);
});

test.each([
  'help',
  'today',
  'thanks',
  'mine',
  'rooms',
  'digest 08:00',
  'insight',
  'settings',
  'alert zeppelins',
])('%s is no search', typed => {
  expect(asked(typed)).toBe(undefined);
});

test('a question that the organisers have answered lacks nothing', () => {
  const facts = [{ asked: ['parking'], answer: 'Behind the Customs House.' }];
  const answered = programme([talk()], { facts });
  expect(askedBy(answer('parking', answeringFor(loadedWith(answered))))).toBe(undefined);
});

test.each([
  'ada.lund@example.org',
  'zeppelin ada (at) example (dot) org',
  'zeppelin +34 600 100 200',
  'zeppelin 0341-555-12',
  'https://example.org/zeppelin/ada',
  'zeppelin@ada',
  'linkedin.com/in/mira-fischer',
  't.me/mira',
  'discord.gg/abcDEF',
  'example.org/invite?token=abc',
  'zeppelin ada at example.org',
  'zeppelin ada%40example.org',
  'zeppelin u0june0002',
  'zeppelin 0341 · 555 · 12',
  'zeppelin xoxb12ab34cd56',
  'my colleague wants a zeppelin and cannot come before noon because of reasons',
  `zeppelin ${'z'.repeat(60)}`,
])('%s is counted without its words', typed => {
  expect(asked(typed)).toMatchObject({ words: '' });
});
