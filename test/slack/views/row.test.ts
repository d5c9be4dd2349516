import { describe, expect, test } from 'vitest';
import type { Reader } from '../../../src/conversation/context.ts';
import type { Talk } from '../../../src/programme/talk.ts';
import { talkRow, talkTitle } from '../../../src/slack/views/row.ts';
import { programme, talk } from '../../support/conference.ts';
import { queryWords } from '../../support/query-words.ts';
import { read } from '../../support/read.ts';

const { conference } = programme();

function row(given: Partial<Talk> = {}, place: Reader['place'] = 'channel') {
  return talkRow(talk(given), {
    reader: { zone: undefined, place, stars: new Map() },
    words: undefined,
    conference,
    page: undefined,
    days: 'above',
  });
}

/** Each button's label, with its action and value. */
function buttons(blocks: ReturnType<typeof talkRow>) {
  const elements = blocks.flatMap(block => (block.type === 'actions' ? block.elements : []));
  return elements.map(each =>
    each.type === 'button' ? [each.text.text, each.action_id, each.value, each.accessibility_label] : [],
  );
}

test('a row is a title, a line, a summary and buttons', () => {
  expect(read(row({ abstract: 'How a ferry line runs Ceph on board.' }))).toEqual([
    'Ceph at sea | Ada Lund · Storage | How a ferry line runs Ceph on board.',
    '[Details][Share][Star]',
  ]);
});

describe('the buttons of a row', () => {
  const details = ['Details', 'talk:details', 'storage/ceph-at-sea', 'Details: Ceph at sea'];
  const star = ['Star', 'talk:star', 'storage/ceph-at-sea', 'Star: Ceph at sea'];

  test.each([
    ['channel', ['Share', 'talk:share', 'storage/ceph-at-sea', 'Share: Ceph at sea']],
    ['apart', ['Share...', 'talk:share_elsewhere', 'storage/ceph-at-sea', 'Share: Ceph at sea']],
  ] as const)('for one reader (%s)', (place, share) => {
    expect(buttons(row({}, place))).toEqual([details, share, star]);
  });

  test('for a whole channel', () => {
    expect(buttons(row({}, 'thread'))).toEqual([details, star]);
  });

  test.each([
    ['talk', ['Details', 'Share', 'Star']],
    ['social', ['Details', 'Share', 'Star']],
    ['service', ['Details']],
    ['break', []],
  ] as const)('of a %s', (kind, labels) => {
    expect(buttons(row({ kind })).map(([label]) => label)).toEqual(labels);
  });

  test('name the folder of the conference', () => {
    const blocks = talkRow(talk(), {
      reader: { zone: undefined, place: 'thread', stars: undefined },
      words: undefined,
      conference: { ...conference, folder: 'bow' },
      page: undefined,
      days: 'above',
    });
    expect(buttons(blocks).map(([, , value]) => value)).toEqual(
      Array(2).fill('["bow","storage/ceph-at-sea"]'),
    );
  });
});

test('matched words are bold in the summary', () => {
  const words = queryWords(word => (word === 'ferry' ? 1 : 0));
  const [text] = talkRow(talk({ abstract: 'How a ferry line runs Ceph.' }), {
    reader: { zone: undefined, place: 'channel', stars: undefined },
    words,
    conference,
    page: undefined,
    days: 'above',
  });
  expect(JSON.stringify(text)).toContain('"text":"ferry","style":{"bold":true}');
});

test('a cancelled talk says so first, and a long title is shortened', () => {
  expect(talkTitle(talk({ status: 'cancelled' }))).toBe('CANCELLED: Ceph at sea');
  expect(talkTitle(talk({ title: 'x'.repeat(200) }))).toHaveLength(150);
});

describe('a row takes at most four lines of a phone', () => {
  const slot = {
    start: '2027-05-11T09:00:00+02:00',
    end: '2027-05-11T09:40:00+02:00',
    rooms: ['Quay Hall'],
    day: '2027-05-11',
  };
  const abstract =
    'How a ferry line runs Ceph on board of its boats while they are at sea, and what it learnt.';

  test.each([
    [
      'Ceph at sea',
      ['Ceph at sea', 'How a ferry line runs Ceph on board of its boats while they are at sea, and what it…'],
    ],
    [
      'Ceph at sea: what a ferry line learnt on board',
      ['Ceph at sea: what a ferry line learnt on board', 'How a ferry line runs Ceph on board of…'],
    ],
    [
      'Ceph at sea: what a ferry line learnt on board of its nine boats in the course of ten years',
      [
        'Ceph at sea: what a ferry line learnt on board of its nine boats in the course of…',
        'How a ferry line runs Ceph on board of…',
      ],
    ],
  ])('with the title %s', (title, [shown, summary]) => {
    expect(read(row({ title, abstract, slots: [slot] }))[0]).toBe(
      `${shown} | Ada Lund · 09:00–09:40 · Quay Hall | ${summary}`,
    );
  });

  test('with the day that the heading does not name', () => {
    const context = {
      reader: { zone: undefined, place: 'thread', stars: undefined },
      words: undefined,
      conference,
      page: undefined,
    } as const;
    const facts = (days: 'above' | 'weekday' | 'date') =>
      read(talkRow(talk({ slots: [slot, slot], abstract: '' }), { ...context, days }))[0]?.split(' | ')[1];
    expect([facts('above'), facts('weekday'), facts('date')]).toEqual([
      'Ada Lund · 09:00 +1 time · Quay Hall',
      'Ada Lund · Tue 09:00 +1 time · Quay Hall',
      'A. Lund · 11 May 09:00 +1 time · Quay Hall',
    ]);
  });
});
