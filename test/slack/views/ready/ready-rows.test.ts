import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reader } from '../../../../src/conversation/context.ts';
import { conferenceKey } from '../../../../src/programme/conference.ts';
import { drawBlocks } from '../../../../src/slack/views/blocks/ready-blocks.ts';
import { writeJson } from '../../../../src/slack/views/blocks/write-json.ts';
import { readyRows } from '../../../../src/slack/views/ready/ready-rows.ts';
import { talkRows } from '../../../../src/slack/views/row.ts';
import { programme, speaker, talk } from '../../../support/conference.ts';
import { hour } from '../../../support/lighthouse-days.ts';
import { queryWords } from '../../../support/query-words.ts';

const { conference } = programme();
const words = queryWords(word => (word === 'ferry' ? 1 : 0));
const title = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('Ceph "at" sea', 'Ropes '.repeat(40), '\0hole', 'half a \ud83d', 'two\u2028lines'),
);
const slot = fc.constantFrom(hour('2027-05-11', '09:00'), hour('2027-05-12', '17:30', 'Deck "B"'));

const wildTalk = fc
  .record({
    id: fc.constantFrom('ceph', 'storage/ceph', 'a "b"'),
    title,
    abstract: fc.oneof(
      fc.constant(''),
      fc.string(),
      fc.constant('How a ferry — the "Ada" — runs Ceph. '.repeat(9)),
    ),
    kind: fc.constantFrom('talk', 'break', 'service', 'social'),
    status: fc.constantFrom('confirmed', 'cancelled'),
    track: title,
    slots: fc.array(slot, { maxLength: 2 }),
    speakers: fc.array(
      title.map(name => speaker({ name })),
      { maxLength: 2 },
    ),
  })
  .map(talk);

const context = fc
  .record({
    place: fc.constantFrom<Reader['place']>('channel', 'apart', 'thread'),
    stars: fc.constantFrom(undefined, [], ['ceph', 'storage/ceph']),
    folder: fc.constantFrom('', 'bow'),
    page: fc.constantFrom(undefined, { query: 'a "ferry"', offset: 5 }),
    days: fc.constantFrom('above', 'weekday', 'date', 'weekday and date'),
  })
  .map(({ place, stars, folder, page, days }) => {
    const of = { ...conference, folder };
    const starred = stars && new Map([[conferenceKey(of), new Set(stars)]]);
    return { reader: { zone: undefined, place, stars: starred }, words, conference: of, page, days };
  });

test('rows that are ready are those that are drawn, whatever was asked for them before', () => {
  fc.assert(
    fc.property(
      fc.array(wildTalk, { maxLength: 3 }),
      fc.array(context, { maxLength: 4 }),
      (talks, contexts) => {
        for (const each of contexts) {
          const ready = readyRows(talks, each);
          const drawn = talkRows(talks, each);
          expect(drawBlocks(ready)).toEqual(drawn);
          expect(String(writeJson(ready))).toBe(JSON.stringify(drawn));
        }
      },
    ),
  );
});
