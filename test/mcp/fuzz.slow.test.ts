import fc from 'fast-check';
import { expect, test } from 'vitest';
import { load } from '../../src/live/load.ts';
import { openAssistant } from '../support/assistant.ts';
import { hostileText } from '../support/hostile.ts';

const CALLS = 10_000;

const TOOLS = [
  ...['search_talks', 'get_agenda', 'get_talk', 'find_speaker', 'plan_day', 'list_conferences'],
  ...['my_talks', 'star_talk'],
];

const text = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  {
    weight: 3,
    arbitrary: fc.constantFrom('ceph', 'Harbour', 'storage', 'Quay Hall', 'Oßwald', 'es', 'wednesday'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'storage/rgw-multi-site-across-three-ports',
      '2027-05-12',
      '2027-13-40',
      '10:30',
      '24:00',
    ),
  },
);
const value = fc.oneof(
  { weight: 8, arbitrary: text },
  { weight: 2, arbitrary: fc.integer({ min: -2, max: 60 }) },
  { weight: 2, arbitrary: fc.boolean() },
  { weight: 2, arbitrary: fc.array(text, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.jsonValue() },
);

/** Parameters that there are, with values that may fit and may not; sometimes another one. */
const args = fc.record(
  {
    query: text,
    day: text,
    from: fc.oneof(text, fc.constantFrom('09:00', '23:59')),
    to: fc.oneof(text, fc.constantFrom('12:00', '24:00')),
    at: fc.oneof(text, fc.constantFrom('10:45')),
    when: fc.oneof(text, fc.constantFrom('now', 'next')),
    room: value,
    track: value,
    speaker: value,
    language: value,
    level: value,
    name: value,
    company: value,
    id: value,
    conference: value,
    topics: fc.array(text, { maxLength: 4 }),
    must_see: fc.array(text, { maxLength: 2 }),
    avoid: fc.array(text, { maxLength: 2 }),
    fits_my_talks: fc.boolean(),
    use_my_talks: fc.boolean(),
    starred: fc.boolean(),
    limit: fc.integer({ min: 0, max: 51 }),
    offset: fc.oneof(fc.integer({ min: -1, max: 60 }), fc.integer()),
    // Without brackets it would set the prototype, and never be tried.
    ['__proto__']: value,
  },
  { requiredKeys: [], noNullPrototype: true },
);

/** Most calls have few parameters that the tool knows, so that many are taken. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  search_talks: [
    'query',
    'day',
    'from',
    'to',
    'room',
    'track',
    'speaker',
    'avoid',
    'fits_my_talks',
    'limit',
    'offset',
  ],
  get_agenda: ['when', 'day', 'from', 'to', 'at', 'room', 'track', 'limit', 'offset'],
  get_talk: ['id'],
  find_speaker: ['name', 'company', 'limit', 'offset'],
  plan_day: ['day', 'topics', 'must_see', 'use_my_talks', 'from', 'to'],
  list_conferences: ['limit', 'offset'],
  my_talks: ['day', 'conference', 'limit', 'offset'],
  star_talk: ['id', 'starred'],
};

const call = fc
  .tuple(fc.constantFrom(...TOOLS), args, fc.integer({ min: 0, max: 3 }), fc.nat())
  .map(([name, given, kept, seed]) => {
    if (kept === 0) return { name, given };
    const known = (KNOWN[name] ?? []).filter((_, place) => ((seed >> place) & 1) === 1);
    return {
      name,
      given: Object.fromEntries(Object.entries(given).filter(([key]) => known.includes(key))),
    };
  });

test('10,000 calls are answered or refused, and none is a fault', async () => {
  const stars = new Map([
    ['Harbour Cloud Days 2027', new Set(['storage/rgw-multi-site-across-three-ports'])],
  ]);
  const { call: callTool, faults } = await openAssistant({ loaded: await load('data'), stars });
  const outcomes = { answered: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(call, async ({ name, given }) => {
      const { isError, content } = await callTool(name, given);
      if (isError === true) outcomes.refused += 1;
      else outcomes.answered += 1;
      expect(content).toMatchObject([{ type: 'text', text: expect.stringMatching(/./) }]);
      expect(faults).toEqual([]);
    }),
    { numRuns: CALLS },
  );
  // A fuzzer that is always refused tries nothing.
  expect(Math.min(outcomes.answered, outcomes.refused)).toBeGreaterThan(CALLS / 10);
});
