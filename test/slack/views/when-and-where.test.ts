import { describe, expect, test } from 'vitest';
import type { Slot } from '../../../src/programme/talk.ts';
import { plain } from '../../../src/slack/views/blocks/rich-text.ts';
import { joinParts, listedDays, ownTime, slotParts } from '../../../src/slack/views/when-and-where.ts';
import { read } from '../../support/read.ts';

const slot: Slot = {
  start: '2027-05-11T09:00:00+02:00',
  end: '2027-05-11T09:40:00+02:00',
  rooms: ['Quay Hall', 'Net Loft'],
  day: '2027-05-11',
};

describe("the reader's own time", () => {
  test('is an instant that Slack shows in the time of the device', () => {
    expect(ownTime(slot, 'Asia/Kathmandu')).toEqual([
      plain(' ('),
      {
        type: 'date',
        timestamp: Date.UTC(2027, 4, 11, 7) / 1000,
        format: '{date_short_pretty} {time}',
        fallback: 'Tue 11 May 09:00–09:40',
      },
      plain(' your time)'),
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

describe('the days of a list', () => {
  const listed = (days: readonly string[], readerZone: string | undefined, named?: string) => {
    const slots = days.map(day => ({
      ...slot,
      start: `${day}T09:00:00+02:00`,
      end: `${day}T09:40:00+02:00`,
      day,
    }));
    const { line, style } = listedDays(slots, { timeZone: 'Europe/Madrid', readerZone, named });
    return [read([{ elements: line }])[0], style];
  };

  test.each([
    [[], ['', 'above']],
    [
      ['2027-05-11', '2027-05-11'],
      ['Tue 11 May', 'above'],
    ],
    [
      ['2027-05-12', '2027-05-11'],
      ['Tue 11 to Wed 12 May', 'weekday'],
    ],
    [
      ['2027-05-31', '2027-06-02'],
      ['Mon 31 May to Wed 2 Jun', 'weekday'],
    ],
    [
      ['2027-05-11', '2027-05-18'],
      ['Tue 11 to Tue 18 May', 'date'],
    ],
  ])('%j', (days, expected) => {
    expect(listed(days, 'Europe/Madrid')).toEqual(expected);
  });

  test('are left out if a single one is named above', () => {
    const [day, other] = ['2027-05-11', '2027-05-12'] as const;
    expect(listed([day, day], 'Europe/Madrid', day)).toEqual(['', 'above']);
    expect(listed([day, day], 'Europe/Madrid', other)).toEqual(['Tue 11 May', 'above']);
    expect(listed([day, other], 'Europe/Madrid', day)).toEqual(['Tue 11 to Wed 12 May', 'weekday']);
  });

  test('come with both clocks where the reader has another one', () => {
    expect(listed(['2027-05-12', '2027-05-11'], 'Europe/London')).toEqual([
      'Tue 11 to Wed 12 May · times in Europe/Madrid: Wed 09:00 ({Wed 12 May 09:00–09:40} your time)',
      'weekday',
    ]);
  });
});

describe('when and where', () => {
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
