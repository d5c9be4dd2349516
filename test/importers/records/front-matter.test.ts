import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frontMatter } from '../../../src/importers/records/front-matter.ts';
import { cases } from '../../support/cases.ts';
import { hostileText } from '../../support/hostile.ts';
import { PLAIN_TALK } from '../../support/plain-talk.ts';
import { hasRealProgrammes, realBytes, realFiles } from '../../support/real-programme.ts';

const TALK = { ...PLAIN_TALK, id: 'ceph', abstract: 'How.' };

function read(text: string, path = 'talks/ceph.md') {
  const { talks, people, problems } = frontMatter.read(text, path);
  return {
    talks: talks ?? [],
    people: people ?? [],
    problems: problems.map(({ severity, line, message }) => `${severity} ${line}: ${message}`),
  };
}

/** One talk as it differs from a plain one. */
function check(text: string, talk: Partial<Record<keyof typeof TALK, unknown>>, path?: string) {
  expect(frontMatter.recognises(text)).toBe(true);
  expect(read(text, path)).toEqual({ talks: [{ ...TALK, ...talk }], people: [], problems: [] });
}

/** A page that is not read, and why. */
function checkRefused(text: string, problem: string, path?: string) {
  expect(read(text, path)).toEqual({ talks: [], people: [], problems: [problem] });
}

const yaml = (head: string, body = '\nHow.\n') => `---\n${head}\n---\n${body}`;

describe('reads a talk', () => {
  test.each([
    ['in YAML', yaml('title: Ceph at sea')],
    ['in YAML that says so', `---yaml\ntitle: Ceph at sea\n---\nHow.`],
    ['in TOML', '+++\nTitle = "Ceph at sea"\n+++\nHow.'],
    ['without the first fence', 'title: Ceph at sea\nroom:\n---\n\nHow.'],
    ['with spaces behind a fence', '--- \ntitle: Ceph at sea\n---  \nHow.'],
    ['behind empty lines', '\n\n---\ntitle: Ceph at sea\n---\nHow.'],
  ])('%s', (_, text) => check(text, {}));

  test('with the fields of DjangoCon', () =>
    check(
      yaml(`category: talks
start_datetime: 2027-05-11 09:00:00-04:00
end_datetime: 2027-05-11 09:40:00-04:00
permalink: /talks/ceph/
presenter_slugs:
- ada-lund
- bo
room: Quay Hall
title: Ceph at sea
track: t0
difficulty: All
video_url: 'https://youtu.be/x'`),
      {
        speakers: [
          { id: 'ada-lund', name: '', bio: '' },
          { id: 'bo', name: '', bio: '' },
        ],
        track: 't0',
        level: 'All',
        slots: [
          { start: '2027-05-11T09:00:00-04:00', end: '2027-05-11T09:40:00-04:00', rooms: ['Quay Hall'] },
        ],
        links: [{ kind: 'video', url: 'https://youtu.be/x', title: '' }],
      },
    ));

  test('with the fields of devopsdays', () =>
    check(
      '+++\nTalk_date = "2027-05-11"\nTalk_start_time = "09:00"\nTalk_end_time = ""\nTitle = "Ceph at sea"\nType = "talk"\nSpeakers = ["ada-lund"]\n+++\nHow.<br>\nWhy.',
      {
        abstract: 'How.\n\nWhy.',
        speakers: [{ id: 'ada-lund', name: '', bio: '' }],
        slots: [{ start: '2027-05-11T09:00:00', rooms: [] }],
      },
    ));

  test.each([
    [
      'times of TOML',
      '+++\ntitle = "Ceph at sea"\nstart = 2027-05-11T09:00:00-05:00\n+++\nHow.',
      '2027-05-11T09:00:00-05:00',
    ],
    [
      'a day and a time of TOML',
      '+++\ntitle = "Ceph at sea"\ndate = 2027-05-11\nstart = 09:00:00\n+++\nHow.',
      '2027-05-11T09:00:00',
    ],
    ['times of YAML 1.1', yaml('title: Ceph at sea\ndate: 2027-05-11\nstart: 12:30'), '2027-05-11T12:30:00'],
    ['a time without a zone', yaml('title: Ceph at sea\nstart: 2027-05-11 09:00:00'), '2027-05-11T09:00:00'],
  ])('with %s', (_, text, start) => check(text, { slots: [{ start, rooms: [] }] }));

  test('without the day on which the page was written', () =>
    check(yaml('title: Ceph at sea\ndate: 2026-01-01'), {}));

  test.each([
    [
      'names',
      'speakers: [Ada Lund, Bo Ek]',
      [
        { name: 'Ada Lund', bio: '' },
        { name: 'Bo Ek', bio: '' },
      ],
    ],
    ['a name', 'speaker: Ada Lund', [{ name: 'Ada Lund', bio: '' }]],
    [
      'names in one text',
      'speaker: Ada Lund and Bo Ek',
      [
        { name: 'Ada Lund', bio: '' },
        { name: 'Bo Ek', bio: '' },
      ],
    ],
    ['the name of a page', 'speaker: ada-lund', [{ id: 'ada-lund', name: '', bio: '' }]],
    [
      'people',
      'speakers:\n- name: Ada Lund\n  slug: ada\n  bio: Keeper.\n  email: ada@secret.example',
      [{ id: 'ada', name: 'Ada Lund', bio: 'Keeper.' }],
    ],
    ['nobody', 'speakers: []', []],
    ['nothing', 'speakers: null', []],
  ])('whose speakers are %s', (_, line, speakers) =>
    check(yaml(`title: Ceph at sea\n${line}`), { speakers }),
  );

  test.each([
    ['talks/ceph.md', 'ceph'],
    ['talks/ceph/index.md', 'ceph'],
    ['2027-05-11-ceph.md', '2027-05-11-ceph'],
  ])('from %s under the id %s', (path, id) => check(yaml('title: Ceph at sea'), { id }, path));

  test('under an id of its own', () => check(yaml('title: Ceph at sea\nslug: "007"'), { id: '007' }));

  test('that is cancelled', () => check(yaml('title: "CANCELLED: Ceph at sea"'), { status: 'cancelled' }));
});

describe('reads a person', () => {
  const ada = { id: 'ada-lund', name: 'Ada Lund', bio: 'Keeper.' };
  test.each([
    [
      'by a name',
      yaml('name: Ada Lund\nhidden: false\nsocial:\n  twitter: ada', 'Keeper.'),
      'presenters/ada-lund.md',
    ],
    ['by a type', '+++\nTitle = "Ada Lund"\ntype = "speaker"\n+++\nKeeper.', 'x/ada-lund.md'],
    ['by a folder', yaml('title: Ada Lund\nlayout: page', 'Keeper.'), '_speakers/ada-lund.md'],
    ['with a bio in the head', yaml('name: Ada Lund\nbio: Keeper.', ''), 'ada-lund.md'],
  ])('%s', (_, text, path) => expect(read(text, path)).toEqual({ talks: [], people: [ada], problems: [] }));

  test('without what is nobody else’s business', () => {
    const text = yaml(
      'name: Ada Lund\nemail: ada@secret.example\nphone: "+34 600 123 456"',
      'Ask ada@secret.example.',
    );
    expect(JSON.stringify(read(text, 'speakers/ada.md'))).not.toMatch(/secret|600/);
  });
});

describe('leaves out', () => {
  test.each([
    [
      'code',
      '---js\nthrow new Error("run")\n---\n',
      'error 1: The front matter is in "js"; Lectern reads only YAML and TOML, and runs no code. The page was left out.',
    ],
    [
      'JSON',
      '---json\n{"title": "Ceph"}\n---\n',
      'error 1: The front matter is in "json"; Lectern reads only YAML and TOML, and runs no code. The page was left out.',
    ],
    [
      'broken YAML',
      yaml('title: Ceph\nroom: [Pier'),
      'error 4: This is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]. The page was left out.',
    ],
    [
      'broken TOML',
      '+++\ntitle = "Ceph"\nroom = Pier\n+++\n',
      'error 3: This is not valid TOML. The page was left out.',
    ],
    [
      'a head without fields',
      yaml('- title: Ceph'),
      'error undefined: The page has no front matter. The page was left out.',
    ],
    [
      'a draft',
      yaml('title: Ceph\ndraft: true'),
      'warning undefined: The page is marked as hidden or as a draft; it was left out.',
    ],
    [
      'a page of a site',
      yaml('title: Code of conduct\nlayout: page'),
      'warning undefined: The page describes neither a talk nor a person; it was left out.',
    ],
    [
      'a page without a title',
      yaml('layout: talk\nroom: Pier'),
      'warning undefined: The page describes neither a talk nor a person; it was left out.',
    ],
  ])('%s', (_, text, problem) => checkRefused(text, problem));

  test('a copy that a program left behind', () =>
    checkRefused(
      yaml('title: Ceph'),
      'warning undefined: This is a leftover copy of a page; it was left out.',
      'a/ceph.md.tmp',
    ));

  test('an alias bomb', () => {
    const bomb = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`);
    const { talks, problems } = read(yaml(['title: Ceph', 'a0: &a0 [x]', ...bomb].join('\n')));
    expect({ talks, problems }).toEqual({
      talks: [],
      problems: [
        'error 2: This YAML refers to itself, or too often to the same value. The page was left out.',
      ],
    });
  });

  test('what is nested beyond reason', () => {
    expect(read(yaml(`title: ${'['.repeat(50_000)}`)).talks).toEqual([]);
    expect(
      read(yaml(`title:\n${Array.from({ length: 300 }, (_, i) => `${' '.repeat(i + 1)}a:`).join('\n')}`))
        .people,
    ).toEqual([]);
    expect(read(`+++\ntitle = ${'['.repeat(20_000)}\n+++\n`).talks).toEqual([]);
  });
});

test('takes no harm from names that objects have', () => {
  check(yaml('title: Ceph at sea\n__proto__: { polluted: true }\nconstructor: x'), {});
  check('+++\ntitle = "Ceph at sea"\n[__proto__]\npolluted = true\n+++\nHow.', {});
  expect('polluted' in {}).toBe(false);
});

test.each([
  ['---\ntitle: a\n---\n', true],
  ['+++\ntitle = "a"\n+++\n', true],
  ['---\n- title: a\n---\n', false],
  ['---\ntitle: a\n', false],
  ['Ceph at sea\n---\nHow.', false],
  ['Note: this is no head\n---\n', false],
  ['Ceph\n~~~~\n', false],
  ['---\nABC\n---\n', false],
  ['-----\nCrews\n-----\n', false],
  ['---\n---\n', false],
])('recognises %j: %s', (text, expected) => expect(frontMatter.recognises(text)).toBe(expected));

test('is not kept long by lines that look like a head', () => {
  expect(frontMatter.recognises(`title: a\n${'  - b\n'.repeat(200_000)}`)).toBe(false);
  expect(frontMatter.recognises(`title: a\n${'  - b\n'.repeat(5_000)}!\n---\n`)).toBe(false);
});

test('never throws', () => {
  const line = fc.tuple(
    fc.constantFrom('title', 'start', 'speakers', 'date', '__proto__', '- ', '  '),
    fc.constantFrom(': ', ' = '),
    hostileText,
  );
  fc.assert(
    fc.property(fc.constantFrom('---', '+++'), fc.array(line, { maxLength: 5 }), (fence, lines) => {
      const text = `${fence}\n${lines.map(parts => parts.join('')).join('\n')}\n${fence}\n`;
      expect(read(text).problems).toBeInstanceOf(Array);
    }),
    { numRuns: cases(50) },
  );
});

describe.skipIf(!hasRealProgrammes)('real pages', () => {
  test.each([
    ['djangocon-us-2024', { talks: 62, people: 60, speakers: 60, days: 4, problems: 0 }],
    ['devopsdays-chicago-2023', { talks: 2, people: 1, speakers: 3, days: 0, problems: 0 }],
  ])('%s', (folder, counts) => {
    const root = `frontmatter/${folder}/`;
    const pages = realFiles(['md']).filter(path => path.startsWith(root));
    const all = pages.map(path => read(String(realBytes(path)), path.slice(root.length)));
    const talks = all.flatMap(page => page.talks);
    const distinct = (values: readonly unknown[]) => new Set(values).size;
    expect({
      talks: talks.length,
      people: all.flatMap(page => page.people).length,
      speakers: distinct(talks.flatMap(talk => talk.speakers.map(speaker => speaker.id))),
      days: distinct(talks.flatMap(talk => talk.slots.map(({ start }) => start.slice(0, 10)))),
      problems: all.flatMap(page => page.problems).length,
    }).toEqual(counts);
  });
});

test.each([
  [
    'talks/ceph.md',
    'title: Ceph at sea\nroom: Quay\ntrack: Tar\nprize: gold\nlayout: talk\nlinktitle: ceph\ncategory: talks\nempty:',
    ['prize'],
  ],
  ['speakers/ada.md', 'name: Ada Lund\npronouns: she/her\nphoto: ada.png\nwebsite: x.example', ['pronouns']],
  [
    'talks/ceph.md',
    'title: Ceph at sea\nspeakers:\n  - name: Ada Lund\n    pronouns: she',
    ['speakers.pronouns'],
  ],
  ['talks/ceph.md', 'title: Ceph at sea\nroom: Quay', undefined],
])('keeps the keys of %s that were not read: %j', (path, head, unreadKeys) =>
  expect(frontMatter.read(yaml(head), path).unreadKeys).toEqual(unreadKeys),
);
