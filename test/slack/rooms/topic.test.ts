import fc from 'fast-check';
import { expect, test } from 'vitest';
import { topicWith } from '../../../src/slack/rooms/topic.ts';
import { cases } from '../../support/cases.ts';

test.each([
  ['', 'Now: Fog', '▶ Now: Fog ◀'],
  ['Welcome!', 'Now: Fog', 'Welcome! ▶ Now: Fog ◀'],
  ['Welcome! ▶ Now: Fog ◀', 'Now: Lamps', 'Welcome! ▶ Now: Lamps ◀'],
  ['▶ Now: Fog ◀', 'Now: Lamps', '▶ Now: Lamps ◀'],
  ['Welcome! ▶ Now: Fog ◀ Be kind.', 'Now: Lamps', 'Welcome! Be kind. ▶ Now: Lamps ◀'],
  ['Welcome! ▶ Now: Fog ◀', '', 'Welcome!'],
  ['▶ Now: Fog ◀', '', ''],
  ['Welcome!', '', 'Welcome!'],
  ['Press ▶ to play', 'Now: Fog', 'Press ▶ to play ▶ Now: Fog ◀'],
  ['Welcome!', 'Now: ◀ Fog ▶', 'Welcome! ▶ Now:  Fog  ◀'],
  ['x'.repeat(240), 'Now: Fog', 'x'.repeat(240)],
  [`${'x'.repeat(240)} ▶ Now: Fog ◀`, 'Now: Lamps', 'x'.repeat(240)],
])('behind “%s”, “%s” makes “%s”', (topic, words, expected) => {
  expect(topicWith(words, topic)).toBe(expected);
});

test('Lectern’s words are cut to fit, and no escaped sign is cut through', () => {
  const people = 'x'.repeat(200);
  for (let length = 20; length < 60; length += 1) {
    const made = topicWith(`${'y'.repeat(length)}&amp;${'z'.repeat(60)}`, people);
    expect(made.length).toBeLessThanOrEqual(250);
    expect(made).toMatch(/^x{200} ▶ y+(?:&amp;z*)?…? ◀$/);
  }
});

test('whatever people wrote stays, however often Lectern adds its own', () => {
  const people = fc.string({ maxLength: 250, unit: 'grapheme' }).filter(text => !/[▶◀]/.test(text));
  const talks = fc.array(fc.string({ minLength: 1, maxLength: 120 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(people, talks, (topic, all) => {
      let made = topic;
      for (const words of all) made = topicWith(words, made);
      expect(made.length).toBeLessThanOrEqual(Math.max(250, topic.length));
      expect(made.startsWith(topic)).toBe(true);
      expect(topicWith('', made)).toBe(topic);
    }),
    { numRuns: cases(300) },
  );
});
