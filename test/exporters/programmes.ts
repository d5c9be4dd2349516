import fc from 'fast-check';
import { buildProgramme } from '../../src/programme/joining/build.ts';
import type { DraftTalk } from '../../src/programme/joining/draft.ts';
import type { Programme } from '../../src/programme/programme.ts';
import type { Link } from '../../src/programme/talk.ts';
import { conference, draft } from '../support/conference.ts';

/** Words as importers give them: what looks like markup is there on purpose. */
const word = fc.constantFrom(
  ...[
    'Ceph',
    'Zoë',
    'R&D',
    '<3',
    'a < b',
    '&amp;',
    '&#8217;',
    'Vec<T>',
    '</p>',
    '<br>',
    '“x”',
    '東京',
    '"q"',
    ']]>',
    '*b*',
  ],
);
const words = fc.array(word, { maxLength: 5 }).map(parts => parts.join(' '));
const paragraphs = fc
  .array(words, { maxLength: 3 })
  // An abstract in which no letter is says nothing, to an importer.
  .map(parts => parts.map(part => `On ${part}`.trim()).join('\n\n'));

const link = fc.record({
  kind: fc.constantFrom<Link['kind']>('web', 'video', 'slides', 'feedback'),
  title: fc.oneof(
    words.map(text => `To ${text}`.trim()),
    fc.constant('Talk page'),
  ),
  path: fc.constantFrom('', 'a b|c', '?q=[1]&x={y}', 'talk/ABCDEF/', '#top', '%zz', 'ü'),
});

/** In the night in which clocks go back as well. */
const start = fc.constantFrom(
  ...[
    '2027-10-30T09:00:00',
    '2027-10-30T23:30:00',
    '2027-10-31T01:30:00',
    '2027-10-31T02:30:00',
    '2027-10-31T14:00:30',
  ],
);
/** With those that last all day, and those of which only the day is known. */
const time = fc.oneof(
  { weight: 4, arbitrary: fc.record({ start, minutes: fc.constantFrom(0, 5, 40, 22 * 60) }) },
  fc.record({
    start: fc.constantFrom('2027-10-30T00:00:00', '2027-10-31T00:00:00'),
    minutes: fc.constantFrom(24 * 60, 3 * 24 * 60),
  }),
  fc.record({ start: fc.constantFrom('2027-10-30', '2027-10-31'), minutes: fc.constant(0) }),
);
const slot = fc.record({
  time,
  rooms: fc.uniqueArray(fc.constantFrom('Quay Hall', 'R&D <2>', '__proto__', '101', 'Überseesaal'), {
    maxLength: 3,
  }),
});

const talk = fc.record({
  id: fc.oneof(
    fc.integer({ min: 1, max: 10 ** 9 }).map(String),
    fc.constantFrom('HQCCYH', 'ABC', 'storage/ceph', '007', '', 'ü'),
  ),
  // The words in front keep it from being a lunch or cancelled.
  title: words.map(text => `Talk of ${text}`.trim()),
  kind: fc.constantFrom('talk' as const, 'break' as const, 'social' as const, 'service' as const),
  status: fc.constantFrom('confirmed' as const, 'cancelled' as const),
  abstract: paragraphs,
  speakers: fc.uniqueArray(
    fc.record({
      name: fc.constantFrom('Ada Lund', 'Bo Quay', 'Zoë R&D', '李雷'),
      bio: fc.constantFrom('', 'Sails. &amp; <br> writes.', 'Sails.\n\n* Far'),
      affiliation: fc.constantFrom(undefined, 'Head of R&D, Dock &lt;2&gt; Ltd'),
    }),
    { maxLength: 3, selector: person => person.name },
  ),
  track: fc.constantFrom(undefined, 'Storage', 'R&D &lt;2&gt;'),
  level: fc.constantFrom(undefined, 'Beginner'),
  languages: fc.uniqueArray(fc.constantFrom('en', 'de', 'pt-br'), { maxLength: 2 }),
  links: fc.array(link, { maxLength: 4 }),
  slots: fc.array(slot, { maxLength: 3 }),
});

/** Programmes as they come of files, with all that a form has to hold or to do without. */
export const anyProgramme: fc.Arbitrary<Programme> = fc
  .record({
    talks: fc.uniqueArray(talk, { maxLength: 6, selector: each => each.id }),
    name: fc.constantFrom(undefined, 'Harbour Days 2027', 'X', '東京 & <co>'),
    timeZone: fc.constantFrom('Europe/Madrid', 'America/New_York', 'UTC', 'CET', undefined),
    url: fc.constantFrom(undefined, 'https://example.org/ü|'),
    dayStart: fc.constantFrom('00:00', '05:00'),
  })
  .map(({ talks, ...of }) => {
    const drafts = talks.map(
      ({ links, slots, ...given }, nth): DraftTalk => ({
        ...given,
        line: undefined,
        // Titles that differ, to find a talk again by.
        title: `${given.title} ${nth}`,
        links: links.map(({ kind, title, path }, at) => ({
          kind,
          title,
          url: new URL(`https://example.org/${at}/${path}`).href,
        })),
        slots: slots.map(({ time: { start, minutes }, rooms }) => ({
          start,
          end: endOf(start, minutes),
          rooms,
        })),
      }),
    );
    return buildProgramme(conference(of), [draft(drafts)]).programme;
  });

function endOf(start: string, minutes: number): string | undefined {
  if (minutes === 0) return undefined;
  return new Date(Date.parse(`${start}Z`) + minutes * 60_000).toISOString().slice(0, 19);
}
