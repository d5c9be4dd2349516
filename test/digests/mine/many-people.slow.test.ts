import { expect, test } from 'vitest';
import { conferenceKey } from '../../../src/programme/conference.ts';
import type { Talk } from '../../../src/programme/talk.ts';
import { desk } from '../../support/desk.ts';
import { hour, lighthouseDays, session } from '../../support/lighthouse-days.ts';
import { database, store } from '../../support/store.ts';

const PEOPLE = 1500;
const STARS = 20;
const TALKS = 1000;
const CHANGED = 300;
const CONFERENCE = conferenceKey(lighthouseDays([]).conference);

/** The talks that a person starred, spread over the programme and the same in every run. */
function starsOf(person: number): readonly string[] {
  return Array.from({ length: STARS }, (_, star) => `talk ${(person * 37 + star * 53) % TALKS}`);
}

test('many people are told of three hundred changes within the limits, each once, over two kills', async () => {
  const talks = Array.from({ length: TALKS }, (_, at) => session(`Talk ${at}`, '2027-05-11', '09:00'));
  const changed = talks.map(
    (talk, at): Talk => (at < CHANGED ? { ...talk, slots: [hour('2027-05-11', '13:00')] } : talk),
  );
  const url = database();
  const first = desk({
    programme: lighthouseDays(talks),
    at: '2027-05-10T08:00:00Z',
    store: store({ url }),
  });
  const people = Array.from({ length: PEOPLE }, (_, at) => at);
  for (const at of people)
    for (const talk of starsOf(at))
      await first.store.stars.star(
        { workspace: 'T1', person: `U${at}`, conference: CONFERENCE, talk },
        first.now,
      );
  const begin = first.process();
  await begin.tick();
  first.show(lighthouseDays(changed));
  first.now += 61_000;
  // A kill leaves what is in the database: another process goes on with it, twice.
  let now = first.now;
  for (const limit of [400, 900, Number.POSITIVE_INFINITY]) {
    const made = desk({
      programme: lighthouseDays(changed),
      at: now,
      store: store({ url }),
      posted: first.posted,
    });
    const deliverer = made.process();
    let idle = 0;
    while (first.posted.length < limit && idle < 70) {
      const sent = first.posted.length;
      await deliverer.tick();
      await deliverer.settled();
      idle = first.posted.length === sent ? idle + 1 : 0;
      made.now += 1000;
    }
    now = made.now;
  }
  const told = people.filter(at => starsOf(at).some(talk => Number(talk.slice(5)) < CHANGED));
  expect(first.posted.map(({ channel }) => channel).sort()).toEqual(told.map(at => `U${at}`).sort());
  expect(Math.max(...countsOfMinutes(first.posted.map(({ at }) => at)))).toBeLessThanOrEqual(280);
});

/** How many of these instants, in their order, lie within the minute up to each of them. */
function countsOfMinutes(instants: readonly number[]): readonly number[] {
  let from = 0;
  return instants.map((at, place) => {
    while ((instants[from] ?? at) <= at - 60_000) from++;
    return place - from + 1;
  });
}
