import { expect, test } from 'vitest';
import { programme } from '../../support/conference.ts';
import { desk } from '../../support/desk.ts';
import { lighthouseBut, lighthouseTalks } from '../../support/lighthouse-days.ts';

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
