import { expect, test } from 'vitest';
import { programme } from '../../support/conference.ts';
import { type Desk, desk, withConferences } from '../../support/desk.ts';
import { hour, lighthouseBut, lighthouseTalks, session } from '../../support/lighthouse-days.ts';
import { database, store } from '../../support/store.ts';

const QUAY = 'C0QUAYHALL';
const LINKS = { timeZone: 'UTC', roomLinks: [{ room: 'Quay Hall', channel: QUAY }] };

test('the topic of a room follows its talks through the day, once each', async () => {
  const made = desk({ programme: programme(lighthouseTalks, LINKS), at: '2027-05-11T07:50Z' });
  await made.until('2027-05-11T20:00Z', { by: [made.process(), made.process()] });
  expect(made.topics).toEqual([
    [QUAY, '- / Lamps'],
    [QUAY, 'Lamps / Lenses'],
    [QUAY, 'Lenses / Fog'],
    [QUAY, 'Fog / Foghorns'],
    [QUAY, '- / Foghorns'],
    [QUAY, 'Foghorns / -'],
    [QUAY, '- / -'],
  ]);
});

test('a change of the programme changes the topic at once', async () => {
  const made = desk({ programme: programme(lighthouseTalks, LINKS), at: '2027-05-11T09:05Z' });
  const process = made.process();
  await made.until('2027-05-11T09:06Z', { by: [process] });
  made.show(programme(lighthouseBut('Lenses', 'gone'), LINKS));
  await made.until('2027-05-11T09:08Z', { by: [process] });
  expect(made.topics.map(([, words]) => words)).toEqual(['Lamps / Lenses', 'Lamps / Fog']);
});

test('a topic that Slack did not confirm or take is set again, one that it forbids is not', async () => {
  const made = desk({ programme: programme(lighthouseTalks, LINKS), at: '2027-05-11T09:05Z' });
  made.answers.push('lost answer', { kind: 'refused', retryAfterMs: 2000, reason: 'ratelimited' });
  await made.until('2027-05-11T09:06Z');
  expect(made.topics).toEqual([[QUAY, 'Lamps / Lenses']]);
  const rows = await made.store.deliveries.countByState();
  expect(rows).toEqual([{ state: 'posted', count: 1 }]);
});

test('a talk that was next and moves far away leaves no topic behind', async () => {
  const made = desk({ programme: programme(lighthouseTalks, LINKS), at: '2027-05-12T08:30Z' });
  const by = [made.process(), made.process()];
  await made.until('2027-05-12T08:31Z', { by });
  made.show(programme(lighthouseBut('Keepers', { slots: [] }), LINKS));
  await made.until('2027-05-12T08:40Z', { by });
  expect(made.topics.map(([, words]) => words)).toEqual(['- / Keepers', '- / -']);
});

const days = (talks = lighthouseTalks, links = LINKS) => programme(talks, links);
const words = ({ topics }: Desk) => topics.map(([, each]) => each);

test('a change that is taken back takes back the topic, and what was cleared returns', async () => {
  const made = desk({ programme: days(), at: '2027-05-12T08:30Z' });
  const by = [made.process(), made.process()];
  await made.until('2027-05-12T08:31Z', { by });
  made.show(days(lighthouseBut('Keepers', { title: 'Wardens' })));
  await made.until('2027-05-12T08:33Z', { by });
  made.show(days());
  await made.until('2027-05-12T08:35Z', { by });
  made.show(days(lighthouseBut('Keepers', 'gone')));
  await made.until('2027-05-12T08:37Z', { by });
  made.show(days());
  await made.until('2027-05-12T08:40Z', { by: [...by, made.process()] });
  expect(words(made)).toEqual(['- / Keepers', '- / Wardens', '- / Keepers', '- / -', '- / Keepers']);
});

test('a conference that is over leaves alone the channel of one that has its room', async () => {
  const old = programme([session('Old', '2026-05-11', '09:00')], { ...LINKS, name: 'Days 2026' });
  const made = desk({ programme: days(), at: '2027-05-11T08:55Z' });
  withConferences(made, [old, days()]);
  await made.until('2027-05-11T09:30Z');
  expect(words(made)).toEqual(['- / Lamps', 'Lamps / Lenses']);
});

test('two rooms of one channel share its topic', async () => {
  const nets = session('Nets', '2027-05-11', '09:00', { slots: [hour('2027-05-11', '09:00', 'Net Loft')] });
  const roomLinks = ['Quay Hall', 'Net Loft'].map(room => ({ room, channel: QUAY }));
  const made = desk({
    programme: days([...lighthouseTalks, nets], { timeZone: 'UTC', roomLinks }),
    at: '2027-05-11T08:55Z',
  });
  await made.until('2027-05-11T10:05Z');
  expect(words(made)).toEqual(['- / Lamps', 'Lamps+Nets / Lenses', 'Lenses / Fog']);
});

test.each([
  ['the last talk has ended', '2027-05-12T11:10Z', days()],
  ['the talk is gone', '2027-05-12T09:20Z', days(lighthouseBut('Keepers', 'gone'))],
  ['the room has no channel any more', '2027-05-12T09:20Z', days(undefined, { ...LINKS, roomLinks: [] })],
])('a start clears what was left when %s', async (_, at, then) => {
  const url = database();
  const before = desk({ programme: days(), at: '2027-05-12T09:05Z', store: store({ url }) });
  await before.until('2027-05-12T09:06Z');
  const later = desk({ programme: then, at, store: store({ url }) });
  await later.until(Date.parse(at) + 60_000, { by: [later.process(), later.process()] });
  expect([words(before), words(later)]).toEqual([['Keepers / -'], ['- / -']]);
});

test('a start before Slack has said where Lectern is clears nothing', async () => {
  const url = database();
  const before = desk({ programme: days(), at: '2027-05-12T09:05Z', store: store({ url }) });
  await before.until('2027-05-12T09:06Z');
  const later = desk({ programme: days(), at: '2027-05-12T09:20Z', store: store({ url }) });
  later.context.homeWorkspace = () => undefined;
  await later.until('2027-05-12T09:22Z');
  expect(words(later)).toEqual([]);
});

test('a channel that a room loses is cleared at once', async () => {
  const made = desk({ programme: days(), at: '2027-05-12T09:05Z' });
  const by = [made.process()];
  await made.until('2027-05-12T09:06Z', { by });
  made.show(days(undefined, { ...LINKS, roomLinks: [] }));
  await made.until('2027-05-12T09:08Z', { by });
  expect(words(made)).toEqual(['Keepers / -', '- / -']);
});

test('a topic that is late does not take the place of a newer one', async () => {
  const made = desk({ programme: days(), at: '2027-05-11T09:05Z' });
  const by = [made.process()];
  made.answers.push({ kind: 'refused', retryAfterMs: 90_000, reason: 'ratelimited' });
  await made.until('2027-05-11T09:06Z', { by });
  made.show(days(lighthouseBut('Lenses', 'gone')));
  await made.until('2027-05-11T09:10Z', { by });
  expect(words(made)).toEqual(['Lamps / Fog']);
});

test('a rehearsal sets no topic', async () => {
  const made = desk({ programme: days(), at: '2027-05-11T08:49Z', rehearsal: true });
  await made.until('2027-05-11T08:52Z');
  expect(words(made)).toEqual([]);
});
