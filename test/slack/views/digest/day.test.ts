import { describe, expect, test } from 'vitest';
import type { Change } from '../../../../src/programme/changes.ts';
import type { Talk } from '../../../../src/programme/talk.ts';
import { composeDay } from '../../../../src/slack/views/digest/day.ts';
import type { Digest } from '../../../../src/store/digests.ts';
import { ENGLISH } from '../../../../src/words/en.ts';
import { expectValidMessage } from '../../../support/block-kit.ts';
import { digest } from '../../../support/digests.ts';
import { hour, lighthouse, lighthouseDays, session } from '../../../support/lighthouse-days.ts';
import { read } from '../../../support/read.ts';

const DAY = '2027-05-11';

interface Given {
  readonly talks?: readonly Talk[];
  readonly breaks?: readonly Talk[];
  readonly rehearsal?: boolean;
  readonly order?: Partial<Digest>;
  readonly changes?: readonly Change[];
}

/** The messages of a day: a line for each block, and their talks. */
function partsOf({ talks = [], breaks = [], rehearsal = false, changes = [], order }: Given) {
  const parts = composeDay({
    digest: digest(order),
    words: ENGLISH,
    conference: lighthouse.conference,
    rehearsal,
    content: {
      kind: 'day',
      day: DAY,
      number: 1,
      days: 2,
      sessions: lighthouseDays(talks).sessions,
      breaks: lighthouseDays(breaks).sessions,
      changes,
      when: 'today',
    },
  });
  return parts.map(({ message, talks: ids }) => {
    expectValidMessage(message);
    return { lines: read(message.blocks), text: message.text, ids };
  });
}

/** So many talks, ten an hour. */
function many(count: number, given: (index: number) => Partial<Talk>): readonly Talk[] {
  return Array.from({ length: count }, (_, index) =>
    session(`Lamp ${index}`, DAY, '09:00', {
      slots: [hour(DAY, `${String(9 + Math.floor(index / 10)).padStart(2, '0')}:00`)],
      ...given(index),
    }),
  );
}

const countTracks = (talks: readonly Talk[]) =>
  partsOf({ talks })[0]?.lines.find(line => line.startsWith('By track'));

describe('the overview of a long day', () => {
  test('counts by track, the largest first', () => {
    const tracks = ['Sea', 'Land', undefined];
    expect(countTracks(many(31, index => ({ track: tracks[Math.min(2, index % 4)] })))).toBe(
      'By track | no track (15) · Sea (8) · Land (8)',
    );
  });

  test('counts no tracks if there are none', () => {
    expect(countTracks(many(31, () => ({ track: undefined })))).toBe(undefined);
    expect(countTracks(many(31, () => ({ track: ' ' })))).toBe(undefined);
  });

  test.each([
    [40, 'Track 39 (1)'],
    [41, '1 other track (1)'],
    [43, '3 other tracks (3)'],
  ])('names forty of %i tracks', (count, last) => {
    const line = countTracks(many(count, index => ({ track: `Track ${index}` })));
    expect(line?.split(' · ').at(-1)).toBe(last);
  });

  test('counts by the hour, and leads to messages named by their times', () => {
    const [overview, ...pages] = partsOf({ talks: many(45, () => ({})), rehearsal: true });
    expect(overview?.lines.find(line => line.startsWith('By time'))).toBe(
      'By time | 09:00 (10) · 10:00 (10) · 11:00 (10) · 12:00 (10) · 13:00 (5)',
    );
    expect(pages.map(({ text }) => text.split('\n')[0])).toEqual([
      'Rehearsal: 1 of 2: 09:00 to 11:00',
      'Rehearsal: 2 of 2: 12:00 to 13:00',
    ]);
    expect([overview, ...pages].map(part => part?.ids.length)).toEqual([0, 30, 15]);
  });
});

describe('a day in one message', () => {
  const hasSummaries = (count: number) => {
    const changes = Array.from(
      { length: 10 },
      (_, index): Change => ({
        kind: 'cancelled',
        talk: session(`${index} ${'c'.repeat(150)}`, DAY, '09:00'),
      }),
    );
    const talks = many(count, index => ({
      title: `${'il '.repeat(45)}${index}`,
      // Narrow letters, of which a line has most.
      abstract: 'It shows how a lamp is lit at sea.',
    }));
    const breaks = Array.from({ length: 40 }, (_, index) =>
      session(`${'b'.repeat(80)} ${index}`, DAY, '12:00', { kind: 'break' }),
    );
    const [first] = partsOf({ talks, changes, breaks });
    return first?.lines.some(line => line.includes('It shows how'));
  };

  test('has no summaries if it has many sessions, changes and breaks', () => {
    expect([10, 30].map(hasSummaries)).toEqual([true, false]);
  });

  test('is heard to its closing line and sponsor, however many sessions it has', () => {
    const talks = many(30, index => ({ title: `${'il '.repeat(45)}${index}` }));
    const order = { closing: 'See you', sponsor: 'Net Loft', sponsorLink: 'https://example.org' };
    const [part] = partsOf({ talks, order });
    const lines = part?.text.split('\n') ?? [];
    expect(lines.slice(-3)).toEqual([
      expect.stringMatching(/^And \d+ more\.$/),
      'See you',
      'Net Loft (https://example.org/)',
    ]);
    expect(part?.text.length).toBeGreaterThan(2400);
  });

  test('names a talk once that has two sessions', () => {
    const twice = session('Lamps', DAY, '09:00', { slots: [hour(DAY, '09:00'), hour(DAY, '10:00')] });
    const [part] = partsOf({ talks: [twice] });
    expect(part?.ids).toEqual(['lamps']);
    expect(part?.text.split('\n').slice(2)).toEqual(['09:00 Quay Hall: Lamps', '10:00 Quay Hall: Lamps']);
  });
});

describe('breaks', () => {
  const breakAt = (title: string, time: string, id = title) =>
    session(title, DAY, time, { id, kind: 'break' });
  const breaksLine = (breaks: readonly Talk[]) =>
    partsOf({ talks: [session('Lamps', DAY, '09:00')], breaks })[0]?.lines.find(line =>
      line.startsWith('Breaks'),
    );

  test('are one line, and a break in several rooms is one', () => {
    expect(
      breaksLine([
        breakAt('Coffee', '10:30'),
        breakAt('Coffee', '10:30', 'another room'),
        breakAt('Lunch', '12:00'),
      ]),
    ).toBe('Breaks: 10:30 Coffee, 12:00 Lunch');
    expect(breaksLine([])).toBe(undefined);
  });

  test('that do not fit are counted', () => {
    const breaks = Array.from({ length: 20 }, (_, index) =>
      breakAt(`Break ${index} ${'x'.repeat(60)}`, '10:00', `${index}`),
    );
    const line = breaksLine(breaks) ?? '';
    expect(line).toMatch(/ and 8 others$/);
    expect(line.split(', ').length).toBe(12);
  });
});
