import { expect, test } from 'vitest';
import { rowButtons } from '../../../src/slack/views/row.ts';
import { toggleStar } from '../../../src/slack/views/star.ts';
import { expectValidMessage } from '../../support/block-kit.ts';
import { programme, talk } from '../../support/conference.ts';
import { lighthouseDays, session } from '../../support/lighthouse-days.ts';
import { read } from '../../support/read.ts';

const both = programme([talk(), talk({ id: 'fog', title: 'Fog' })]);
const { conference } = both;
const reader = { zone: undefined, place: 'apart', stars: new Map() } as const;
const page = { query: 'ceph', offset: 5 };
const rows = both.talks.flatMap(each => rowButtons(each, { reader, conference, page }));

function press(
  isStarred: boolean,
  blocks = rows,
  clashes = lighthouseDays([session('Lamps', '2027-05-11', '09:00')]).sessions,
) {
  const value = { talk: 'fog', place: page };
  const shown = toggleStar(blocks, { talk: talk(), programme: both, value, isStarred, clashes });
  expectValidMessage({ blocks: shown, text: 'x', unfurl_links: false, unfurl_media: false });
  return shown;
}

test('the pressed button alone gets the other label, and a press back the first one', () => {
  const starred = press(true, rows, []);
  expect(read(starred)).toEqual(['[Details][Share...][Star]', '[Details][Share...][Unstar]']);
  const unstar = JSON.stringify(starred.at(-1));
  expect(unstar).toContain('"action_id":"talk:unstar"');
  expect(unstar).toContain('"accessibility_label":"Unstar: Fog"');
  expect(press(false, starred, [])).toEqual(rows);
});

test('the overlap stands once, although the talk stands there twice, and goes with the next press', () => {
  const starred = press(true, [...rows, ...rows.slice(1)]);
  expect(read(starred)).toEqual([
    '[Details][Share...][Star]',
    '[Details][Share...][Unstar]',
    'Overlaps Lamps, Tue 09:00',
    '[Details][Share...][Unstar]',
  ]);
  expect(read(press(false, starred, []))).toEqual(Array(3).fill('[Details][Share...][Star]'));
});
