import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areAtOnce } from '../../src/conversation/mine/free-time.ts';
import { planDay, type Wish } from '../../src/mcp/plan.ts';
import { timed } from '../../src/people/my-talks.ts';
import type { TimedSession } from '../../src/programme/sessions.ts';
import type { Slot } from '../../src/programme/talk.ts';
import { programme, talk } from '../support/conference.ts';

/** A talk at some hours of one day: `{ from: 9, to: 10 }`. */
interface Hours {
  readonly from: number;
  readonly to: number;
}

function slot({ from, to }: Hours): Slot {
  const time = (hour: number) => `2027-05-11T${String(hour).padStart(2, '0')}:00:00+02:00`;
  return { start: time(from), end: time(to), rooms: [], day: '2027-05-11' };
}

/** Sessions by the ids of their talks. */
function sessionsOf(talks: Readonly<Record<string, readonly Hours[]>>): readonly TimedSession[] {
  return timed(
    programme(Object.entries(talks).map(([id, hours]) => talk({ id, title: id, slots: hours.map(slot) })))
      .sessions,
  );
}

function wishesFor(
  sessions: readonly TimedSession[],
  worth: Readonly<Record<string, number>>,
): readonly Wish[] {
  return sessions.flatMap(session => {
    const each = worth[session.talk.id];
    return each === undefined ? [] : { session, worth: each };
  });
}

function idsOf(sessions: readonly TimedSession[]): readonly string[] {
  return sessions.map(session => `${session.talk.id} ${session.slot.start.slice(11, 13)}`);
}

test('takes what is worth most together, not what is worth most alone', () => {
  const sessions = sessionsOf({
    long: [{ from: 9, to: 12 }],
    a: [{ from: 9, to: 10 }],
    b: [{ from: 11, to: 12 }],
  });
  const { chosen, leftOut } = planDay([], wishesFor(sessions, { long: 1, a: 0.6, b: 0.6 }));
  expect([idsOf(chosen), idsOf(leftOut)]).toEqual([['a 09', 'b 11'], ['long 09']]);
});

test('keeps what is decided, the earlier of two that overlap', () => {
  const sessions = sessionsOf({
    mine: [{ from: 9, to: 11 }],
    too: [{ from: 10, to: 12 }],
    best: [{ from: 9, to: 10 }],
    later: [{ from: 11, to: 12 }],
  });
  const decided = wishesFor(sessions, { mine: 1, too: 1 });
  const { chosen, leftOut } = planDay(decided, wishesFor(sessions, { best: 5, later: 1 }));
  expect([idsOf(chosen), idsOf(leftOut)]).toEqual([
    ['mine 09', 'later 11'],
    ['too 10', 'best 09'],
  ]);
});

test('shows a talk that is held twice once, at the time that leaves room for others', () => {
  const sessions = sessionsOf({
    twice: [
      { from: 9, to: 10 },
      { from: 11, to: 12 },
    ],
    once: [{ from: 9, to: 10 }],
  });
  const { chosen } = planDay([], wishesFor(sessions, { twice: 1, once: 0.5 }));
  expect(idsOf(chosen)).toEqual(['once 09', 'twice 11']);
});

test('moves what is decided to the time at which more of it, and of the wishes, fits', () => {
  const times = [
    { from: 9, to: 10 },
    { from: 11, to: 12 },
  ];
  const sessions = sessionsOf({ a: times, b: times.slice(0, 1), c: times });
  const ids = (decided: Readonly<Record<string, number>>, wishes: Readonly<Record<string, number>>) =>
    idsOf(planDay(wishesFor(sessions, decided), wishesFor(sessions, wishes)).chosen);
  expect(ids({ a: 1, b: 1 }, {})).toEqual(['b 09', 'a 11']);
  expect(ids({ a: 1 }, { b: 0.1 })).toEqual(['b 09', 'a 11']);
  expect(ids({ a: 1, b: 3 }, { c: 9 })).toEqual(['b 09', 'a 11']);
});

test('of what is decided and overlaps it keeps what is worth more', () => {
  const sessions = sessionsOf({ star: [{ from: 9, to: 11 }], must: [{ from: 10, to: 12 }] });
  const { chosen, leftOut } = planDay(wishesFor(sessions, { star: 1, must: 2 }), []);
  expect([idsOf(chosen), idsOf(leftOut)]).toEqual([['must 10'], ['star 09']]);
});

const hours = fc
  .tuple(fc.integer({ min: 8, max: 19 }), fc.integer({ min: 1, max: 4 }))
  .map(([from, length]) => ({ from, to: from + length }));
/** Talks that are held up to three times, each with its worth. */
const wishList = fc.array(
  fc.tuple(fc.array(hours, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 9 })),
  { maxLength: 6 },
);

test('no plan overlaps, none is worth more, and the order of wishes does not matter', () => {
  fc.assert(
    fc.property(wishList, list => {
      const sessions = sessionsOf(Object.fromEntries(list.map(([times], place) => [`t${place}`, times])));
      const worth = Object.fromEntries(list.map(([, each], place) => [`t${place}`, each]));
      const wishes = wishesFor(sessions, worth);
      const { chosen, leftOut } = planDay([], wishes);
      expect(chosen.some((a, at) => chosen.slice(at + 1).some(b => areAtOnce(a, b)))).toBe(false);
      expect(new Set([...chosen, ...leftOut].map(({ talk: { id } }) => id)).size).toBe(list.length);
      expect(chosen.length + leftOut.length).toBe(list.length);
      expect(sum(chosen, worth)).toBe(mostWorth(wishes));
      expect(planDay([], [...wishes].reverse()).chosen).toEqual(chosen);
    }),
  );
});

function sum(sessions: readonly TimedSession[], worth: Readonly<Record<string, number>>): number {
  return sessions.reduce((all, { talk: { id } }) => all + (worth[id] ?? 0), 0);
}

/** By trying all plans. */
function mostWorth([first, ...others]: readonly Wish[]): number {
  if (first === undefined) return 0;
  const compatible = others.filter(
    ({ session }) => session.talk !== first.session.talk && !areAtOnce(session, first.session),
  );
  return Math.max(mostWorth(others), first.worth + mostWorth(compatible));
}
