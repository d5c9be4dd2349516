import { describe, expect, test } from 'vitest';
import { completeWord } from '../../../../src/local-slack/page/composer/completion.ts';
import type { PageState } from '../../../../src/local-slack/serving/contract.ts';
import { OFFERS } from '../../../../src/slack/offers.ts';

const state: PageState = {
  team: 'Harbour Cloud',
  bot: { id: 'UBOT', name: 'Lectern', handle: 'lectern' },
  offers: OFFERS,
  you: 'U1',
  people: [{ id: 'U1', handle: 'mira', name: 'Mira Castell', timeZone: 'Europe/Madrid' }],
  channels: [
    { id: 'C1', name: 'lobby', kind: 'public', members: [] },
    { id: 'D1', name: 'directmessage', kind: 'dm', members: [] },
  ],
  messages: [],
  modals: [],
  home: undefined,
  pane: undefined,
  draft: undefined,
  refusals: [],
  clock: [],
};

function completed(before: string, thread?: string): readonly string[] | undefined {
  const completion = completeWord(before, thread, state);
  return completion?.suggestions.map(
    ({ insert, label }) => before.slice(0, completion.from) + (insert ?? `[${label}]`),
  );
}

describe('what is typed may become', () => {
  test.each([
    ['/', ['/talk ', '[Find a talk]', '/invite ']],
    ['/t', ['/talk ']],
    ['/find', ['[Find a talk]']],
    ['@l', ['@Lectern ']],
    ['@', ['@Lectern ', '@mira ']],
    ['ask @MI', ['ask @mira ']],
    ['@cas', undefined],
    ['in #lo', ['in #lobby ']],
    ['', undefined],
    ['/talk ceph', undefined],
    ['say /t', undefined],
    ['/nothing', undefined],
    ['/talk', undefined],
    ['/invite', undefined],
    ['/invite @Lectern', undefined],
    ['ask @LECTERN', undefined],
    ['ask @mira', undefined],
    ['/talk #lobby', undefined],
    ['mira@l', undefined],
  ])('%s', (before, expected) => {
    expect(completed(before)).toEqual(expected);
  });
});

test('a thread takes names, and no commands', () => {
  expect(completed('/', '1.2')).toEqual(undefined);
  expect(completed('@l', '1.2')).toEqual(['@Lectern ']);
});
