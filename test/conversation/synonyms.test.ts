import { expect, test } from 'vitest';
import { requestContext } from '../../src/conversation/answer.ts';
import { readRequest } from '../../src/conversation/request.ts';
import { searchWords } from '../../src/conversation/widening.ts';
import { load } from '../../src/live/load.ts';

const sample = await load(new URL('../../data', import.meta.url).pathname);
const context = requestContext({ ...sample, now: Date.parse('2027-05-11T10:40+02:00') });

function read(typed: string) {
  const request = readRequest(typed, context);
  if (request.kind !== 'search') throw new Error(`${typed} is no search.`);
  return { searched: searchWords(request.search), mended: request.search.mended };
}

test.each([
  ['terraform', 'opentofu'],
  ['tf', 'opentofu'],
  ['pg', 'postgresql'],
  ['k8', 'kubernetes'],
  ['wasm', 'webassembly'],
])('%j is searched as %j', (typed, taken) => {
  expect(read(typed)).toEqual({ searched: taken, mended: [{ typed, taken }] });
});

test('A name of several words stands for one', () => {
  expect(read('vms on ceph')).toEqual({
    searched: 'virtual machines on ceph',
    mended: [{ typed: 'vms', taken: 'virtual machines' }],
  });
});

test.each(['opentofu', 'postgresql', 'ruby', '"tf"', 'tf-idf'])('%j stays as it is', typed => {
  expect(read(typed)).toEqual({ searched: typed, mended: [] });
});

test('A whole title stays as it is', () => {
  expect(read('OpenTofu state for forty teams: split, encrypt, hand over').mended).toEqual([]);
});
