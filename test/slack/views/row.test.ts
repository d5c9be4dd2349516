import { describe, expect, test } from 'vitest';
import type { Reader } from '../../../src/conversation/context.ts';
import type { Talk } from '../../../src/programme/talk.ts';
import { speakerNames, talkRow, talkTitle } from '../../../src/slack/views/row.ts';
import { speaker, talk } from '../../support/conference.ts';
import { queryWords } from '../../support/query-words.ts';
import { read } from '../../support/read.ts';

function row(given: Partial<Talk> = {}, place: Reader['place'] = 'channel') {
  return talkRow(talk(given), { reader: { zone: undefined, place }, words: undefined, folder: '' });
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
    '[Details][Share]',
  ]);
});

describe('the buttons of a row', () => {
  const details = ['Details', 'talk:details', 'storage/ceph-at-sea', 'Details: Ceph at sea'];

  test.each([
    ['channel', ['Share', 'talk:share', 'storage/ceph-at-sea', 'Share: Ceph at sea']],
    ['apart', ['Share...', 'talk:share_elsewhere', 'storage/ceph-at-sea', 'Share: Ceph at sea']],
  ] as const)('for one reader (%s)', (place, share) => {
    expect(buttons(row({}, place))).toEqual([details, share]);
  });

  test('for a whole channel', () => {
    expect(buttons(row({}, 'thread'))).toEqual([details]);
  });

  test.each([
    ['talk', ['Details', 'Share']],
    ['social', ['Details', 'Share']],
    ['service', ['Details']],
    ['break', []],
  ] as const)('of a %s', (kind, labels) => {
    expect(buttons(row({ kind })).map(([label]) => label)).toEqual(labels);
  });

  test('name the folder of the conference', () => {
    const blocks = talkRow(talk(), {
      reader: { zone: undefined, place: 'thread' },
      words: undefined,
      folder: 'bow',
    });
    expect(buttons(blocks).map(([, , value]) => value)).toEqual(['["bow","storage/ceph-at-sea"]']);
  });
});

test('matched words are bold in the summary', () => {
  const words = queryWords(word => (word === 'ferry' ? 1 : 0));
  const [text] = talkRow(talk({ abstract: 'How a ferry line runs Ceph.' }), {
    reader: { zone: undefined, place: 'channel' },
    words,
    folder: '',
  });
  expect(JSON.stringify(text)).toContain('"text":"ferry","style":{"bold":true}');
});

test('a cancelled talk says so first, and a long title is shortened', () => {
  expect(talkTitle(talk({ status: 'cancelled' }))).toBe('CANCELLED: Ceph at sea');
  expect(talkTitle(talk({ title: 'x'.repeat(200) }))).toHaveLength(150);
});

test.each([
  [0, ''],
  [1, 'P0'],
  [3, 'P0, P1, P2'],
  [4, 'P0, P1 and 2 more'],
  [30, 'P0, P1 and 28 more'],
])('%i speakers', (count, names) => {
  const speakers = Array.from({ length: count }, (_, index) =>
    speaker({ id: `${index}`, name: `P${index}` }),
  );
  expect(speakerNames(speakers)).toBe(names);
});
