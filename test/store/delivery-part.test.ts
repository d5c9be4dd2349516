import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DeliveryPart, readPart, writePart } from '../../src/store/delivery-part.ts';
import { codePoint } from '../support/code-point.ts';

const first: DeliveryPart = { kind: 'day', position: 0 };

/** The texts stand in people's databases and in Slack's buttons: none of them may change. */
const TEXTS: readonly (readonly [string, DeliveryPart])[] = [
  ['0', first],
  ['12', { kind: 'day', position: 12 }],
  ['change 3', { kind: 'change', version: 3 }],
  ['changes 3 0f1e2d3c4b5a6978', { kind: 'changes', version: 3, changes: '0f1e2d3c4b5a6978' }],
  [
    'soon 1809852600000 0f1e2d3c4b5a6978',
    { kind: 'reminder', startsAt: 1_809_852_600_000, sessions: '0f1e2d3c4b5a6978' },
  ],
  [
    'soon -3600000 talk#0 other talk#1',
    { kind: 'reminder', startsAt: -3_600_000, sessions: 'talk#0 other talk#1' },
  ],
  ['room talk', { kind: 'room', about: 'talk' }],
  ['room changed 3', { kind: 'room', about: 'changed', version: 3 }],
  ['room topic 7', { kind: 'room', about: 'topic', number: 7 }],
  ['question 0 1', { kind: 'notice', about: 'doubt', part: first, attempts: 1 }],
  [
    'question change 2 4',
    { kind: 'notice', about: 'doubt', part: { kind: 'change', version: 2 }, attempts: 4 },
  ],
  [
    'question soon 0 a b 2',
    { kind: 'notice', about: 'doubt', part: { kind: 'reminder', startsAt: 0, sessions: 'a b' }, attempts: 2 },
  ],
  ['notice ended', { kind: 'notice', about: 'end' }],
  ['notice missed 1809856200000', { kind: 'notice', about: 'missed', until: 1_809_856_200_000 }],
  ['notice paused 1809856200001', { kind: 'notice', about: 'pause', at: 1_809_856_200_001 }],
  ['notice refused not_in_channel', { kind: 'notice', about: 'refusal', reason: 'not_in_channel' }],
  ['notice refused ', { kind: 'notice', about: 'refusal', reason: '' }],
];

describe('a part as text', () => {
  test.each(TEXTS)('%j', (text, part) => {
    expect(writePart(part)).toBe(text);
    expect(readPart(text)).toEqual(part);
  });
});

test.each([
  '',
  ' 0',
  '0\n',
  '-1',
  '007',
  '1.5',
  '1e3',
  '99999999999999999999',
  'change',
  'change ',
  'change -1',
  'change 2 3',
  'changes 2',
  'room',
  'room talk 1',
  'room topic',
  'room topic 1 2',
  'question room talk 1',
  'changes a 2',
  'soon 1',
  'soon soon a',
  'notice',
  'notice ended ',
  'notice missed',
  'notice missed 01',
  'notice of something else',
  'question 0',
  'question notice ended 1',
  'question question 0 1 1',
  'reminder 1 a',
])('%j is not a part', text => {
  expect(readPart(text)).toBe(undefined);
});

const channelPart = fc.oneof(
  fc.record({ kind: fc.constant('day' as const), position: fc.maxSafeNat() }),
  fc.record({ kind: fc.constant('change' as const), version: fc.maxSafeNat() }),
  fc.record({
    kind: fc.constant('changes' as const),
    version: fc.maxSafeNat(),
    changes: fc.string({ minLength: 1, unit: codePoint }),
  }),
  fc.record({
    kind: fc.constant('reminder' as const),
    startsAt: fc.maxSafeInteger(),
    sessions: fc.string({ minLength: 1, unit: codePoint }),
  }),
);
const notice = fc.constant('notice' as const);
const part: fc.Arbitrary<DeliveryPart> = fc.oneof(
  channelPart,
  fc.record({
    kind: notice,
    about: fc.constant('doubt' as const),
    part: channelPart,
    attempts: fc.maxSafeNat(),
  }),
  fc.record({ kind: notice, about: fc.constant('end' as const) }),
  fc.record({ kind: notice, about: fc.constant('missed' as const), until: fc.maxSafeInteger() }),
  fc.record({ kind: notice, about: fc.constant('pause' as const), at: fc.maxSafeInteger() }),
  fc.record({ kind: notice, about: fc.constant('refusal' as const), reason: fc.string({ unit: codePoint }) }),
);

test('every part is read back from its text', () => {
  fc.assert(
    fc.property(part, each => {
      expect(readPart(writePart(each))).toEqual(each);
    }),
  );
});

test('a text that is read is the text of its part', () => {
  const word = fc.oneof(
    fc.constantFrom('soon', 'change', 'changes', 'question', 'notice', 'ended', 'missed'),
    fc.integer().map(String),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word).map(words => words.join(' ')),
      ),
      text => {
        const read = readPart(text);
        if (read !== undefined) expect(writePart(read)).toBe(text);
      },
    ),
  );
});
