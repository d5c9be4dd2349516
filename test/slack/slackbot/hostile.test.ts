import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Programme } from '../../../src/programme/programme.ts';
import type { Slot, Talk } from '../../../src/programme/talk.ts';
import { reachingOut } from '../../support/block-kit.ts';
import { cases } from '../../support/cases.ts';
import { programme, speaker, talk } from '../../support/conference.ts';
import { hostileTalk, hostileText } from '../../support/hostile.ts';
import { loadedWith } from '../../support/loaded.ts';
import { pressAll, slackbotContext } from '../../support/slackbot.ts';

const programmes: fc.Arbitrary<Programme> = fc
  .uniqueArray(hostileTalk, { minLength: 1, maxLength: 8, selector: ({ id }) => id })
  .map(talks => programme(talks));

/** Calls of every tool, about a talk and with typed words. */
function callsOf({ id, title, speakers }: Talk, typed: string): readonly (readonly [string, object])[] {
  const words = (text: string, length: number) => text.slice(0, length);
  const named = speakers.map(({ name }) => name.trim()).filter(name => name !== '');
  return [
    ['search_talks', {}],
    ['search_talks', { query: words(typed, 500), limit: 50 }],
    ['search_talks', { query: words(title, 500), offset: 1 }],
    ['get_agenda', { day: '2027-05-11', limit: 50 }],
    ['get_agenda', { when: 'now' }],
    ['get_agenda', { day: '2027-05-20' }],
    ['get_talk', { id }],
    ['star_talk', { id }],
    ['star_talk', { id, starred: false }],
    ['my_talks', {}],
    ['find_speaker', { limit: 50 }],
    ...named.slice(0, 1).map(name => ['find_speaker', { name: words(name, 200) }] as const),
    ['plan_day', { must_see: [id], topics: [words(typed, 100).trim() || 'x'] }],
    ['get_talk', { id: words(typed, 300) || 'x' }],
  ];
}

test('whatever stands in a file or is asked, Slackbot takes what every tool says, and each button does something', async () => {
  await fc.assert(
    fc.asyncProperty(programmes, hostileText, async (of, typed) => {
      const context = slackbotContext(loadedWith(of));
      const [talk] = of.talks;
      if (talk === undefined) return;
      for (const [name, args] of callsOf(talk, typed)) {
        const { wrong, blocks } = await pressAll(name, args, context);
        expect(wrong).toEqual([]);
        const kinds = reachingOut(blocks).map(each => (each as { type: string }).type);
        expect(kinds.filter(kind => kind !== 'link')).toEqual([]);
      }
    }),
    { numRuns: cases(60) },
  );
});

const hour = (place: number): Slot => {
  const at = (hours: number) => `2027-05-11T${String(hours).padStart(2, '0')}:00:00+02:00`;
  return { start: at(place % 23), end: at((place % 23) + 1), rooms: ['Quay Hall'], day: '2027-05-11' };
};

/** Each of many people speaks in many long talks. */
const many = programme(
  Array.from({ length: 80 }, (_, place) =>
    talk({
      id: `talk-${place}`,
      title: `Ceph ${'at sea '.repeat(30)}${place}`,
      abstract: 'How a ferry line runs Ceph on board. '.repeat(200),
      speakers: Array.from({ length: 20 }, (_none, who) =>
        speaker({ id: `${who}`, name: `Ada Lund ${who}` }),
      ),
      slots: [hour(place)],
    }),
  ),
);

test('the longest answers fit into a message', async () => {
  const all = new Set(many.talks.map(({ id }) => id));
  const context = slackbotContext(loadedWith(many), Date.UTC(2027, 4, 11), all);
  const calls: readonly (readonly [string, object])[] = [
    ['search_talks', { query: 'ceph', limit: 50 }],
    ['search_talks', { query: 'ada', limit: 50, offset: 40 }],
    ['get_agenda', { day: 'tuesday', limit: 50, offset: 20 }],
    ['get_talk', { id: 'talk-7' }],
    ['my_talks', { limit: 50 }],
    ['find_speaker', { limit: 50 }],
    ['plan_day', { day: 'tuesday', topics: ['ceph', 'zzq', 'yyq', 'xxq', 'wwq', 'vvq', 'uuq'] }],
  ];
  for (const [name, args] of calls) {
    const { wrong, blocks } = await pressAll(name, args, context);
    expect(wrong).toEqual([]);
    expect(blocks.length).toBeGreaterThan(5);
  }
});
