import { describe, expect, test } from 'vitest';
import { readToolCall } from '../../../src/local-slack/block-kit/tool-result.ts';
import { ALL_TOOLS } from '../../../src/mcp/tools/all-tools.ts';
import type { Slot } from '../../../src/programme/talk.ts';
import { slackbotRenderer } from '../../../src/slack/slackbot/renderer.ts';
import { programme, speaker, talk } from '../../support/conference.ts';
import { loadedWith } from '../../support/loaded.ts';
import { read } from '../../support/read.ts';
import { callFromSlackbot, slackbotContext } from '../../support/slackbot.ts';

const at = (hour: string, day = '2027-05-11'): Slot => ({
  start: `${day}T${hour}:00+00:00`,
  end: `${day}T${hour.slice(0, 2)}:40:00+00:00`,
  rooms: ['Quay Hall'],
  day,
});
const talks = [
  talk({ slots: [at('09:00')], links: [{ kind: 'slides', url: 'https://example.org/s', title: '' }] }),
  talk({
    id: 'fog',
    title: 'Fog',
    abstract: 'Horns.',
    speakers: [speaker({ id: 'ines', name: 'Ines Moll' })],
    slots: [at('09:00')],
  }),
  talk({
    id: 'lamps',
    title: 'Lamps',
    abstract: 'Ceph and lamps.',
    slots: [at('10:00'), at('11:00', '2027-05-12')],
    links: [{ kind: 'web', url: 'http://example.org/lamps', title: '' }],
  }),
];
const loaded = loadedWith(programme(talks, { timeZone: 'UTC' }));
/** Fog is one of the person's talks. */
const context = slackbotContext(loaded, Date.UTC(2027, 4, 11, 8), new Set(['fog']));

async function seen(name: string, args: object, of = context) {
  const { blocks } = await callFromSlackbot(name, args, of);
  return read(blocks);
}

describe('a person sees', () => {
  test.each<[string, string, object, readonly string[]]>([
    [
      'the talks that match, with another page',
      'search_talks',
      { query: 'ceph', limit: 1 },
      [
        '2 talks for ceph (1 of 2)',
        'Tue 11 May · times in UTC: 09:00 ({Tue 11 May 09:00–09:40} your time)',
        'Ceph at sea | Ada Lund · 09:00–09:40 · Quay Hall | How a ferry line runs Ceph on board. In this session we show what broke.',
        '[Details][Star]',
        '[More]',
      ],
    ],
    [
      'a talk at the time that was asked for',
      'search_talks',
      { query: 'lamps', day: 'wednesday' },
      [
        '1 talk for lamps',
        'Wed 12 May',
        'times in UTC: 11:00 ({Wed 12 May 11:00–11:40} your time)',
        'Lamps | Ada Lund · 11:00 +1 time · Quay Hall | Ceph and lamps.',
        '[Details][Star]',
      ],
    ],
    [
      'what would find something',
      'search_talks',
      { query: 'fog', day: 'wednesday' },
      [
        'No talk matches fog.',
        'Wed 12 May',
        '“Fog” does not fit the rest of the question.',
        'Search instead',
        '[fog]',
      ],
    ],
    ['nothing, if the model is told to ask another tool', 'search_talks', { query: 'now' }, []],
    [
      'a day',
      'get_agenda',
      { day: 'tuesday', limit: 2 },
      [
        'Tue 11 May: 3 sessions (1 to 2 of 3) · times in UTC: 09:00 ({Tue 11 May 09:00–09:40} your time)',
        'Ceph at sea | 09:00–09:40 · Quay Hall · Ada Lund',
        '[Details][Star]',
        'Fog | 09:00–09:40 · Quay Hall · Ines Moll',
        '[Details][Unstar]',
        '[More]',
      ],
    ],
    [
      'days that have something',
      'get_agenda',
      { day: '2027-05-20' },
      [
        'Thu 20 May: 0 sessions',
        'Nothing is scheduled then.',
        'Last before: Lamps, Wed 12 May 11:00–11:40, Quay Hall.',
        'Days',
        '[Tue 11 May]',
        '[Wed 12 May]',
      ],
    ],
    [
      'a talk, without a link that Slackbot does not take',
      'get_talk',
      { id: 'lamps' },
      [
        'Lamps',
        'Ada Lund | Tue 11 May 10:00–10:40 ({Tue 11 May 10:00–10:40} your time) · Quay Hall | Wed 12 May 11:00–11:40 ({Wed 12 May 11:00–11:40} your time) · Quay Hall | Storage',
        'Ceph and lamps.',
        'Ada Lund | Ada keeps the storage of a small harbour afloat.',
        '[Star]',
      ],
    ],
    [
      'a talk and what it overlaps',
      'get_talk',
      { id: 'storage/ceph-at-sea' },
      [
        'Ceph at sea',
        'Ada Lund | Tue 11 May 09:00–09:40 ({Tue 11 May 09:00–09:40} your time) · Quay Hall | Storage',
        'How a ferry line runs Ceph on board. In this session we show what broke.',
        '',
        'Ada Lund | Ada keeps the storage of a small harbour afloat.',
        '[Star]',
        'Overlaps Fog, Tue 09:00',
      ],
    ],
    [
      'that a talk is gone',
      'get_talk',
      { id: 'gone' },
      [
        'There is no such talk in the programme now: it may have been withdrawn. Ask for it by a word of its title.',
      ],
    ],
    [
      'a person with their talks',
      'find_speaker',
      { name: 'moll' },
      [
        'Ines Moll, 1 talk | Ada keeps the storage of a small harbour afloat.',
        '---',
        'Fog | Ines Moll · Tue 11 May 09:00 · Quay Hall | Horns.',
        '[Details][Unstar]',
      ],
    ],
    [
      'that there is no such person',
      'find_speaker',
      { name: 'Zephyrine' },
      ['No speaker is called “Zephyrine”.'],
    ],
    [
      'a plan',
      'plan_day',
      { day: 'tuesday', topics: ['lamps', 'ceph'] },
      [
        'Plan for Tue 11 May · times in UTC: 09:00 ({Tue 11 May 09:00–09:40} your time)',
        'Fog | 09:00–09:40 · Quay Hall · Ines Moll | One of your talks',
        '[Details][Unstar]',
        'Lamps | 10:00–10:40 · Quay Hall · Ada Lund | Fits lamps, ceph',
        '[Details][Star]',
        'Free from 09:40 to 10:00',
        'No time for “Ceph at sea”',
      ],
    ],
    [
      'their talks',
      'my_talks',
      {},
      [
        'My talks · times in UTC: Tue 09:00 ({Tue 11 May 09:00–09:40} your time)',
        'Tue 11 May',
        'Fog | 09:00–09:40 · Quay Hall · Ines Moll',
        '[Details][Unstar]',
      ],
    ],
    [
      'that a star was kept, and what it overlaps',
      'star_talk',
      { id: 'storage/ceph-at-sea' },
      [
        'Starred: it is one of your talks. | Tue 11 May · times in UTC: 09:00 ({Tue 11 May 09:00–09:40} your time)',
        'Ceph at sea | Ada Lund · 09:00–09:40 · Quay Hall | How a ferry line runs Ceph on board. In this session we show what broke.',
        '[Details][Unstar]',
        'Overlaps Fog, Tue 09:00',
      ],
    ],
    [
      'that a star was taken away',
      'star_talk',
      { id: 'fog', starred: false },
      [
        'It is no longer one of your talks. | Tue 11 May · times in UTC: 09:00 ({Tue 11 May 09:00–09:40} your time)',
        'Fog | Ines Moll · 09:00–09:40 · Quay Hall | Horns.',
        '[Details][Star]',
      ],
    ],
    ['no conferences, which no view draws', 'list_conferences', {}, []],
  ])('%s', async (_, name, args, expected) => {
    expect(await seen(name, args)).toEqual(expected);
  });

  test('how to get talks of their own', async () => {
    expect(await seen('my_talks', {}, slackbotContext(loaded, context.answering.now, new Set()))).toEqual([
      'You have no talks yet. Ask for talks, and press Star below one to add it here.',
    ]);
  });
});

test('tools say whether their answers are drawn', () => {
  const drawn = ALL_TOOLS.filter(tool => slackbotRenderer.describe(tool) !== undefined);
  expect(drawn.map(({ name }) => name)).toEqual(
    ALL_TOOLS.map(({ name }) => name).filter(name => name !== 'list_conferences'),
  );
  expect(drawn.map(tool => slackbotRenderer.describe(tool))).toEqual(
    drawn.map(() => ({ slack: { supportsBlockKit: true } })),
  );
});

test('buttons call tools with what they need', async () => {
  const { blocks } = await callFromSlackbot('search_talks', { query: 'ceph', limit: 1, offset: 1 }, context);
  const buttons = blocks.flatMap(({ type, elements = [] }) => (type === 'actions' ? elements : []));
  expect(buttons.map(each => readToolCall(each as Record<string, unknown>))).toEqual([
    { tool: 'get_talk', arguments: { id: 'lamps' } },
    { tool: 'star_talk', arguments: { id: 'lamps', starred: true } },
    {
      tool: 'search_talks',
      arguments: { conference: 'Lighthouse Days', query: 'ceph', limit: 1, offset: 0 },
    },
  ]);
});

test('a call that does not fit into a button is told in words', async () => {
  // JSON writes six characters for each of these.
  const query = `ceph ${'\u0001'.repeat(400)}`;
  expect((await seen('search_talks', { query, limit: 1 })).at(-1)).toBe('1 more: ask for them.');
});
