import { expect, test } from 'vitest';
import { Deliverer } from '../../src/digests/deliver/deliverer.ts';
import { answerQuestion } from '../../src/digests/deliver/doubt.ts';
import type { DeliveryContext } from '../../src/digests/delivery-context.ts';
import { conferenceKey } from '../../src/programme/conference.ts';
import { isThorough } from '../support/cases.ts';
import { programme } from '../support/conference.ts';
import { type Desk, desk } from '../support/desk.ts';
import { digest, digestKey } from '../support/digests.ts';
import { fragile, type Mishap } from '../support/fragile.ts';
import { hour, lighthouse, lighthouseTalks } from '../support/lighthouse-days.ts';

/** `npm run test:slow` breaks each step, `npm test` each fifth one. */
const EACH = isThorough ? 1 : 5;

const CHANGED_AT = Date.parse('2027-05-11T08:30Z');
const OWNER = 'U0MIRA0001';
const JUNE = { workspace: 'T1', person: 'U0JUNE0001' };
const ROOM = 'C0QUAYHALL';
const LINKS = { timeZone: 'UTC', roomLinks: [{ room: 'Quay Hall', channel: ROOM }] };
const before = programme(lighthouseTalks, LINKS);
const moved = programme(
  lighthouseTalks.map(talk =>
    talk.title === 'Fog'
      ? { ...talk, slots: [hour('2027-05-11', '11:00', 'Net Loft')] }
      : talk.title === 'Lenses'
        ? { ...talk, abstract: 'How mirrors help.' }
        : talk.title === 'Foghorns'
          ? { ...talk, status: 'cancelled' as const }
          : talk,
  ),
  LINKS,
);

/**
 * A morning: three digests, one with notices before talks, one with important changes in the channel, one of changes only,
 * and a talk that changes its room at half past eight, another its abstract, and one that is cancelled. June starred the
 * first, wants reminders, and waits for a word that comes with the second. The room of the first talks has a channel.
 */
async function morning(): Promise<Desk> {
  const made = desk({ programme: before, at: '2027-05-11T07:59:50Z' });
  const conference = conferenceKey(before.conference);
  for (const talk of ['lamps', 'fog']) await made.store.stars.star({ ...JUNE, conference, talk }, made.now);
  await made.store.preferences.change(JUNE, { reminders: 10 });
  await made.store.alerts.add({ ...JUNE, conference, words: 'mirrors' }, [], made.now);
  // Of what changes after this, people are told.
  const known = made.process();
  await known.tick();
  await known.settled();
  await made.store.digests.save(digest({ timeZone: 'UTC', reminders: true }));
  await made.store.digests.save(
    digest({ id: 'two', channel: 'C2', timeZone: 'UTC', changesInChannel: true }),
  );
  await made.store.digests.save(digest({ id: 'three', channel: 'C3', timeZone: 'UTC', onlyChanges: true }));
  return made;
}

/** One process looks at these times of that day. */
async function at(made: Desk, context: DeliveryContext, times: readonly string[]): Promise<void> {
  const process = new Deliverer(context);
  for (const time of times) {
    made.now = Math.max(made.now, Date.parse(`2027-05-11T${time}Z`));
    if (made.now >= CHANGED_AT) made.show(moved);
    await process.tick();
    await process.settled();
    await answer(made);
  }
}

/** The owner looks into the channel and says what is there. */
async function answer({ store, posted, context }: Desk): Promise<void> {
  for (const delivery of await store.sending.unanswered(Number.MAX_SAFE_INTEGER)) {
    const isThere = posted.some(
      ({ channel, text }) => channel === delivery.channel && nameOf(text) === nameOf(delivery.message.text),
    );
    await answerQuestion(delivery, isThere ? 'it is there' : 'post it', context);
  }
}

const FIRST = [
  '07:59:59',
  '08:00:00',
  '08:00:02',
  '08:00:04',
  '08:30:00',
  '08:31:01',
  '08:31:03',
  '08:50:00',
];
const AFTER = ['08:51:00', '08:51:02', '08:51:04', '08:51:06', '08:51:08'];

/** What each channel has, by the beginning of the message, in the order of the alphabet. */
function channelsOf({ posted }: Desk): readonly string[] {
  return posted
    .filter(({ channel }) => channel !== OWNER && channel !== ROOM)
    .flatMap(partsOf)
    .sort();
}

/** What is due to a person at the same time is one message. */
function partsOf({ channel, text }: Desk['posted'][number]): readonly string[] {
  return text.split(' + ').map(part => `${channel}: ${nameOf(part)}`);
}

/** How a message begins; what follows may be edited. */
function nameOf(text: string): string {
  return text.split(/[\n:]/)[0] ?? '';
}

const EVERYTHING = [
  'C0LOBBY001: 2027-05-11 by U0MIRA0001',
  'C0LOBBY001: Soon',
  'C0LOBBY001: part 1',
  'C2: 2027-05-11 by U0MIRA0001',
  'C2: Channel',
  'C2: part 1',
  'C3: Channel',
  `${JUNE.person}: For mirrors`,
  `${JUNE.person}: Soon`,
  `${JUNE.person}: Yours`,
];

/** Everything once, and a change once: surely where the day was posted without it, else where that could not be known. */
function expectOnce(made: Desk, when: string, by?: Mishap): void {
  const there = channelsOf(made);
  const others = there.filter(text => !text.endsWith('Changed'));
  expect([...new Set(others)], when).toEqual(EVERYTHING);
  // A person reads twice the one message that a killed process had sent and not recorded: nobody else could tell whether
  // it arrived.
  const twice = others.filter((text, at) => text === others[at - 1]);
  const sent = made.posted.filter(({ channel }) => by === 'killed' && channel === JUNE.person);
  const inDoubt = sent.map(message => [...partsOf(message)].sort());
  expect([[], ...inDoubt], when).toContainEqual(twice);
  expectInRoom(made, when, by);
  const told = there.filter(text => text.endsWith('Changed'));
  expect(new Set(told).size, when).toBe(told.length);
  const early = made.posted.filter(each => each.text.startsWith('2027') && each.at < CHANGED_AT);
  expect(told, when).toEqual(expect.arrayContaining(early.map(({ channel }) => `${channel}: Changed`)));
}

/** A notice whose arrival nobody knows is not repeated: half an hour later it is of no use. */
function expectInRoom({ posted, topics }: Desk, when: string, by?: Mishap): void {
  const there = posted.filter(({ channel }) => channel === ROOM).map(({ text }) => nameOf(text));
  expect(by === 'killed' ? [[], ['Room']] : [['Room']], when).toContainEqual(there);
  expect(topics, when).toEqual([[ROOM, '- / Lamps']]);
}

async function stepsOfAMorning(by: Mishap): Promise<number> {
  const made = await morning();
  const counted = fragile(made.context, { step: 0, by });
  await at(made, counted.context, FIRST);
  expectOnce(made, 'where nothing goes wrong');
  expect(channelsOf(made).length).toBe(EVERYTHING.length + 2);
  return counted.steps;
}

/** A morning on which one step goes wrong; where the process was killed, another one takes over. */
async function morningWith(by: Mishap, step: number): Promise<Desk> {
  const made = await morning();
  const broken = fragile(made.context, { step, by });
  await at(made, broken.context, FIRST);
  await at(made, by === 'disk full' ? broken.context : made.context, AFTER);
  return made;
}

test.each<[Mishap, number]>([
  ['killed', 40],
  ['disk full', 85],
])(
  `%s at ${isThorough ? 'each step' : 'each fifth step'}, nothing is lost, and no channel reads anything twice`,
  async (by, atLeast) => {
    const steps = await stepsOfAMorning(by);
    expect(steps).toBeGreaterThan(atLeast);
    for (let step = 1; step <= steps; step += EACH) {
      expectOnce(await morningWith(by, step), `${by} at step ${step} of ${steps}`, by);
    }
  },
);

test('a refusal counts once, whatever the database does not take of it', async () => {
  const refusedWith = async (step: number) => {
    const made = desk({ programme: lighthouse, at: '2027-05-11T08:00:00Z' });
    await made.store.digests.save(digest({ timeZone: 'UTC' }));
    made.answers.push({ kind: 'forbidden', reason: 'not_in_channel' });
    const broken = fragile(made.context, { step, by: 'disk full' });
    await at(made, broken.context, ['08:00:00', '08:00:02', '08:00:04']);
    const order = await made.store.digests.find(digestKey());
    return { steps: broken.steps, failures: order?.failures, told: made.posted.map(({ text }) => text) };
  };
  const { steps, ...unbroken } = await refusedWith(0);
  expect(unbroken).toEqual({ failures: 1, told: ['Refused: not_in_channel'] });
  for (let step = 1; step <= steps; step += EACH) {
    const { steps: _, ...broken } = await refusedWith(step);
    expect(broken, `step ${step} of ${steps}`).toEqual(unbroken);
  }
});
