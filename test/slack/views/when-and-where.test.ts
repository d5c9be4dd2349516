import { describe, expect, test } from 'vitest';
import type { Slot } from '../../../src/programme/talk.ts';
import { plain } from '../../../src/slack/views/blocks/rich-text.ts';
import { joinParts, ownTime, slotParts, whenAndWhere } from '../../../src/slack/views/when-and-where.ts';
import { talk } from '../../support/conference.ts';
import { read } from '../../support/read.ts';

const slot: Slot = {
  start: '2027-05-11T09:00:00+02:00',
  end: '2027-05-11T09:40:00+02:00',
  rooms: ['Quay Hall', 'Net Loft'],
  day: '2027-05-11',
};

const text = (parts: ReturnType<typeof whenAndWhere>) => read([{ elements: joinParts(parts) }])[0];

describe("the reader's own time", () => {
  test('is an instant that Slack shows in the time of the device', () => {
    expect(ownTime(slot, 'Asia/Kathmandu')).toEqual([
      plain(' (your time: '),
      {
        type: 'date',
        timestamp: Date.UTC(2027, 4, 11, 7) / 1000,
        format: '{date_short_pretty} {time}',
        fallback: 'Tue 11 May 09:00–09:40',
      },
      plain(')'),
    ]);
  });

  test.each([
    ['a zone that is not known', undefined, true],
    ['the zone of the conference', 'Europe/Madrid', false],
    ['another zone with the same clock', 'Africa/Johannesburg', false],
    ['a zone an hour apart', 'Europe/London', true],
  ])('with %s', (_what, zone, isShown) => {
    expect(ownTime(slot, zone).length > 0).toBe(isShown);
  });

  test('is left out of a slot whose own zone is not known', () => {
    expect(ownTime({ ...slot, start: '2027-05-11T09:00:00' }, undefined)).toEqual([]);
  });
});

describe('when and where', () => {
  test.each([
    [[], undefined],
    [[slot], 'Tue 11 May 09:00–09:40 · Quay Hall, Net Loft'],
    [[{ ...slot, rooms: [] }], 'Tue 11 May 09:00–09:40'],
    [
      [
        {
          start: '2027-05-11',
          end: undefined,
          rooms: ['Deck'],
          day: '2027-05-11',
          untimed: 'all day' as const,
        },
      ],
      'Tue 11 May, all day · Deck',
    ],
    [[slot, slot], 'Tue 11 May 09:00–09:40 · Quay Hall, Net Loft · and 1 more time'],
    [[slot, slot, slot], 'Tue 11 May 09:00–09:40 · Quay Hall, Net Loft · and 2 more times'],
  ])('%#', (slots, words) => {
    expect(text(whenAndWhere(talk({ slots }), 'Europe/Madrid')) || undefined).toBe(words);
  });

  test('many rooms are shortened', () => {
    const rooms = Array.from({ length: 30 }, (_, index) => `Room ${index}`);
    const [, where = []] = slotParts({ ...slot, rooms }, 'Europe/Madrid');
    const [inline] = where;
    const shown = inline?.type === 'text' ? inline.text : '';
    expect(shown.length).toBeLessThanOrEqual(80);
    expect(shown).toMatch(/^Room 0, Room 1, .*…$/);
  });
});

test('only parts with text are joined', () => {
  const parts = [[plain('')], [plain('a'), plain('b')], [], [plain('c')], [plain('')]];
  expect(joinParts(parts)).toEqual([plain('a'), plain('b'), plain(' · '), plain('c')]);
});
