import fc from 'fast-check';
import type { Slot, Speaker, Talk } from '../../src/programme/talk.ts';
import { codePoint } from './code-point.ts';

const HOSTILE = [
  '<!channel>',
  '<!here|x>',
  '<@U1>',
  '<#C1|general>',
  '<https://evil.example|click>',
  '@here #general',
  '*bold* _it_ ~no~ `code` ```block```',
  '> quote',
  ':smile:',
  '&lt;!channel&gt;',
  '\u202Eright to left',
  'مرحبا بالعالم',
  '👩‍👩‍👧‍👦🏴‍☠️',
  '"quoted',
  '-',
  'track:',
  '\ud800',
  '\u0000\u0007',
  ' ',
  '',
] as const;

const longText = fc
  .tuple(fc.constantFrom(...HOSTILE, 'word '), fc.integer({ min: 1, max: 5000 }))
  .map(([text, times]) => text.repeat(times).slice(0, 100_000));

/** Whatever may stand in a file or be typed: up to 100 kB, markup, broken Unicode, nothing at all. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 4, arbitrary: fc.string({ unit: codePoint, maxLength: 60 }) },
  {
    weight: 4,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.lorem({ maxCount: 4 })), { maxLength: 12 })
      .map(parts => parts.join(' ')),
  },
  // A talk has ten texts and more, so that most programmes have a long one all the same.
  { weight: 1, arbitrary: longText },
);

/** fast-check's `webUrl` makes a table of all code points, which takes a second. */
const webAddress = fc.string({ unit: codePoint, maxLength: 20 }).map(path => {
  const url = new URL('https://host.example');
  url.pathname = path;
  return url.href;
});

const hostileSpeaker: fc.Arbitrary<Speaker> = fc.record({
  id: fc.string({ minLength: 1, maxLength: 40 }),
  name: hostileText.map(text => text || 'Someone'),
  bio: hostileText,
  affiliation: fc.option(hostileText, { nil: undefined }),
});

const hostileSlot: fc.Arbitrary<Slot> = fc.record({
  start: fc.constantFrom('2027-05-11T09:00:00+02:00', '2027-05-11T09:00:00'),
  end: fc.constantFrom('2027-05-11T09:40:00+02:00', undefined),
  rooms: fc.array(hostileText, { maxLength: 4 }),
  day: fc.constant('2027-05-11'),
});

/** Valid where Lectern itself makes the value (ids, times); hostile where a file does. */
export const hostileTalk: fc.Arbitrary<Talk> = fc.record({
  id: fc.string({ minLength: 1, maxLength: 200 }),
  kind: fc.constantFrom('talk', 'break', 'social', 'service'),
  status: fc.constantFrom('confirmed', 'cancelled'),
  level: fc.option(hostileText, { nil: undefined }),
  languages: fc.array(fc.constantFrom('en', 'de'), { maxLength: 3 }),
  links: fc.array(
    fc.record({
      kind: fc.constantFrom('web', 'slides', 'video', 'feedback'),
      url: fc.oneof(
        webAddress,
        fc.constantFrom('javascript:alert(1)', 'https://e.example/a|b<c> d'),
        hostileText,
      ),
      title: hostileText,
    }),
    { maxLength: 3 },
  ),
  title: hostileText.map(text => text || 'Untitled'),
  abstract: hostileText,
  speakers: fc.oneof(
    { weight: 9, arbitrary: fc.array(hostileSpeaker, { maxLength: 3 }) },
    fc.array(hostileSpeaker, { minLength: 31, maxLength: 40 }),
  ),
  track: fc.option(
    hostileText.map(text => text || 'Track'),
    { nil: undefined },
  ),
  slots: fc.oneof(
    { weight: 19, arbitrary: fc.array(hostileSlot, { maxLength: 4 }) },
    { weight: 1, arbitrary: fc.array(hostileSlot, { minLength: 31, maxLength: 35 }) },
  ),
  file: fc.constant('talk.txt'),
});
