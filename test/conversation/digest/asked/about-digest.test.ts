import { expect, test } from 'vitest';
import { requestContext } from '../../../../src/conversation/answer.ts';
import { readRequest } from '../../../../src/conversation/request.ts';
import { answeringFor } from '../../../support/answering.ts';
import { programme, talk } from '../../../support/conference.ts';
import { lighthouse } from '../../../support/lighthouse-days.ts';
import { loadedWith } from '../../../support/loaded.ts';

function read(typed: string, of = lighthouse) {
  const request = readRequest(typed, requestContext(answeringFor(loadedWith(of))));
  if (request.kind !== 'digest') return request.kind;
  const { digest } = request;
  return digest.kind === 'mistake' ? digest.mistake : digest.kind;
}

test.each([
  'when is the next digest?',
  'did the digest go out',
  'who gets the digest',
  'wann kommt der digest',
  'show our digests',
  'why is the digest not there today',
  'does the digest work',
])('%s is answered by the list of digests', typed => {
  expect(read(typed)).toBe('list');
});

test.each([
  ['stop the digest', 'off'],
  ['turn off the digest', 'off'],
  ['send the digest now', 'now'],
  ['pause the daily digest', 'pause'],
  ['move the digest to 9', 'edit'],
])('%s changes nothing, and is told the form that does', (typed, form) => {
  expect(read(typed)).toEqual({ kind: 'unknown', words: [typed], nearest: [form, 'list', 'help'] });
});

test('where talks have the word it is searched', () => {
  const security = programme([talk({ id: 'auth', title: 'How the digest of a file is made' })]);
  expect(read('how is the digest made', security)).toBe('search');
  expect(read('stop the digest', security)).toBe('search');
  expect(read('tape digest')).toBe('search');
});

test.each([
  'how does the digest algorithm work',
  'show me the digest sizes',
  'wie ist der digest algorithmus',
])('%s is a topic', typed => {
  expect(read(typed)).toBe('search');
});
