import { expect, test } from 'vitest';
import { ratableTalks } from '../../../src/conversation/mine/ratable-talks.ts';
import type { Rating } from '../../../src/people/ratings.ts';
import type { Slot } from '../../../src/programme/talk.ts';
import type { Loaded } from '../../../src/search/loaded.ts';
import { programme, talk } from '../../support/conference.ts';

const NOW = Date.parse('2027-05-11T12:00:00+02:00');
const ME = { workspace: 'T1', person: 'U0MIRA0001', conference: 'Lighthouse Days' };

function slot(start: string, end: string): Slot {
  return {
    ...{ start: `2027-05-11T${start}:00+02:00`, end: `2027-05-11T${end}:00+02:00` },
    ...{ rooms: [], day: '2027-05-11', untimed: undefined },
  };
}
const TALKS = ['early', 'dawn', 'noon', 'late'].map((id, hour) =>
  talk({ id, slots: [slot(`${hour + 9}`.padStart(2, '0').concat(':00'), `${hour + 10}:00`)] }),
);
const asking = programme(TALKS, { feedback: true });

function ids(
  starred: readonly string[],
  rated: readonly string[] = [],
  of: Partial<Loaded> & Pick<Loaded, 'programme'> = { programme: asking },
) {
  const ratings = rated.map((id): Rating => ({ ...ME, talk: id, rating: 4, line: '' }));
  const stars = new Map([['Lighthouse Days', new Set(starred)]]);
  return ratableTalks({ others: [], ...of }, { stars, ratings, now: NOW }).map(({ talk: { id }, given }) =>
    given === undefined ? id : `${id}: ${given.rating}`,
  );
}

test('talks that are over come last first, and rated ones behind them, with or without their star', () => {
  expect(ids(['early', 'dawn', 'noon', 'late', 'gone'])).toEqual(['noon', 'dawn', 'early']);
  expect(ids(['early', 'dawn', 'noon'], ['noon'])).toEqual(['dawn', 'early', 'noon: 4']);
  expect(ids(['dawn'], ['early'])).toEqual(['dawn', 'early: 4']);
});

test('nothing is rated where the conference does not ask, nor for a star of another one', () => {
  expect(ids(['early'], [], { programme: programme(TALKS) })).toEqual([]);
  const other = programme(TALKS, { name: 'Other Days', feedback: true });
  expect(ids(['early'], ['dawn'], { programme: other })).toEqual([]);
});

test('of several conferences that answer together those that ask are rated, under their own ids', () => {
  const quiet = programme([talk({ id: 'quiet' })], { name: 'Quiet Days', folder: 'quiet' });
  const all = programme([...TALKS, talk({ id: 'quiet' })], { feedback: true });
  expect(ids(['early', 'quiet'], [], { programme: all, joined: [asking, quiet] })).toEqual(['early']);
});
