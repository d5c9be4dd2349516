import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseContent } from '../../../src/digests/compose/content.ts';
import type { Change } from '../../../src/programme/changes.ts';
import type { Talk } from '../../../src/programme/talk.ts';
import { talk } from '../../support/conference.ts';
import { digest } from '../../support/digests.ts';
import { lighthouseDays, lighthouseTalks, session } from '../../support/lighthouse-days.ts';
import { loadedWith } from '../../support/loaded.ts';
import { inTime } from '../../support/post-time.ts';

function contentFor(
  talks: readonly Talk[],
  {
    day = '2027-05-11',
    filters = '',
    told = [],
    changes = [],
    span = 'day',
  }: {
    day?: string;
    filters?: string;
    told?: readonly string[];
    changes?: readonly Change[];
    span?: 'day' | 'week';
  } = {},
) {
  const loaded = loadedWith(lighthouseDays(talks));
  const order = digest({ filters, span });
  const posted = inTime(order, day);
  const context = { loaded, posted, changes, toldTalks: new Set(told), rehearsal: false };
  return chooseContent(order, day, context);
}

describe('the content of a day', () => {
  const coffee = session('Coffee', '2027-05-11', '10:30', { kind: 'break' });
  const fog = session('Fog', '2027-05-11', '11:00', { status: 'cancelled' });
  const off = session('Nap', '2027-05-11', '12:00', { kind: 'break', status: 'cancelled' });

  test('has the sessions and the breaks apart, cancelled ones too', () => {
    const [lamps, lenses] = lighthouseTalks;
    const changes: readonly Change[] = [{ kind: 'cancelled', talk: fog }];
    const talks = [lamps, lenses].flatMap(each => each ?? []);
    const content = contentFor([...talks, coffee, fog, off], { changes });
    if (content?.kind !== 'day') throw new Error('There is no day.');
    const { sessions, breaks, ...rest } = content;
    expect(rest).toEqual({ kind: 'day', day: '2027-05-11', number: 1, days: 1, changes, when: 'today' });
    expect([sessions, breaks].map(each => each.map(({ talk: { title } }) => title))).toEqual([
      ['Lamps', 'Lenses', 'Fog'],
      ['Coffee', 'Nap'],
    ]);
  });

  test('counts the days of the conference, whatever the digest is about', () => {
    const talks = [
      session('Ropes', '2027-05-14', '09:00', { track: 'People' }),
      session('Tides', '2027-05-10', '09:00'),
      session('Night', '2027-05-13', '09:00', { kind: 'break' }),
      ...lighthouseTalks,
    ];
    const numberOf = (day: string, filters: string) => contentFor(talks, { day, filters });
    expect(numberOf('2027-05-14', 'track:people')).toMatchObject({ number: 4, days: 4 });
    expect(numberOf('2027-05-11', '')).toMatchObject({ number: 2, days: 4 });
  });

  test('is none if the digest has nothing to tell of it', () => {
    expect(contentFor(lighthouseTalks, { day: '2027-05-13' })).toBe(undefined);
    expect(contentFor(lighthouseTalks, { filters: 'track:people' })).toBe(undefined);
    expect(contentFor([coffee, fog, session('Keepers', '2027-05-12', '09:00')])).toBe(undefined);
  });
});

describe('the content of a week', () => {
  test('has the days with sessions of the seven from its first, on which there may be none', () => {
    const talks = [
      ...lighthouseTalks,
      session('Late', '2027-05-17', '09:00'),
      session('Over', '2027-05-18', '09:00'),
    ];
    const content = contentFor(talks, { day: '2027-05-11', span: 'week' });
    if (content?.kind !== 'week') throw new Error('There is no week.');
    const { days, ...rest } = content;
    expect(rest).toEqual({ kind: 'week', day: '2027-05-11', lastDay: '2027-05-17', when: 'today' });
    expect(days.map(({ day, number, when }) => [day, number, when])).toEqual([
      ['2027-05-11', 1, 'today'],
      ['2027-05-12', 2, 'tomorrow'],
      ['2027-05-17', 3, 'another day'],
    ]);
    expect(contentFor(talks, { day: '2027-05-19', span: 'week' })).toBe(undefined);
  });
});

describe('the talks of a day for a conference without times', () => {
  const named = (id: string, given: Partial<Talk> = {}) => talk({ id, title: id, slots: [], ...given });
  const tracked = (track: string | undefined, count: number) =>
    Array.from({ length: count }, (_, index) => named(`${track} ${index + 1}`, { track }));
  const idsFor = (...given: Parameters<typeof contentFor>) => {
    const content = contentFor(...given);
    if (content === undefined) return undefined;
    if (content.kind !== 'spotlight') throw new Error('That is no list of talks.');
    return { ids: content.talks.map(({ id }) => id), left: content.left };
  };

  test('are the first five that nobody was told of', () => {
    const talks = tracked('Sea', 8);
    expect(idsFor(talks)).toEqual({ ids: talks.slice(0, 5).map(({ id }) => id), left: 3 });
    expect(idsFor(talks, { told: ['Sea 2', 'Sea 4', 'another'] })).toEqual({
      ids: ['Sea 1', 'Sea 3', 'Sea 5', 'Sea 6', 'Sea 7'],
      left: 1,
    });
  });

  test('come from as many tracks as there are, in turn', () => {
    const talks = [...tracked('Sea', 4), ...tracked('Land', 4), ...tracked(undefined, 1)];
    expect(idsFor(talks)).toEqual({
      ids: ['undefined 1', 'Land 1', 'Sea 1', 'Land 2', 'Sea 2'],
      left: 4,
    });
  });

  test('come first from tracks of which a smaller share was told', () => {
    const talks = [...tracked('Land', 4), ...tracked('Sea', 8)];
    const told = ['Land 1', 'Land 2', 'Sea 1', 'Sea 2', 'Sea 3'];
    expect(idsFor(talks, { told })?.ids).toEqual(['Sea 4', 'Land 3', 'Sea 5', 'Land 4', 'Sea 6']);
  });

  test('are neither cancelled, nor breaks, nor what the filters leave out', () => {
    const talks = [
      named('off', { status: 'cancelled' }),
      named('coffee', { kind: 'break' }),
      named('people', { track: 'People' }),
      named('on'),
    ];
    expect(idsFor(talks, { filters: 'track:storage' })).toEqual({ ids: ['on'], left: 0 });
  });

  test('are none once each has had its turn', () => {
    expect(idsFor(tracked('Sea', 2), { told: ['Sea 1', 'Sea 2'] })).toBe(undefined);
    expect(idsFor([named('off', { status: 'cancelled' })])).toBe(undefined);
  });

  test('are told once each, in as few days as can be, all tracks to their end', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 5 }), sizes => {
        const talks = sizes.flatMap((size, track) => tracked(`Track ${track}`, size));
        const told: string[] = [];
        let days = 0;
        for (let today = idsFor(talks); today !== undefined; today = idsFor(talks, { told })) {
          told.push(...today.ids);
          days += 1;
          expect(today.left).toBe(talks.length - told.length);
        }
        expect([...told].sort()).toEqual(talks.map(({ id }) => id).sort());
        expect(days).toBe(Math.ceil(talks.length / 5));
      }),
      { numRuns: 30 },
    );
  });
});
