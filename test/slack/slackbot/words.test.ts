import { describe, expect, test } from 'vitest';
import { ALL_TOOLS } from '../../../src/mcp/tools/all-tools.ts';
import { programme, talk } from '../../support/conference.ts';
import { loadedWith } from '../../support/loaded.ts';
import { read } from '../../support/read.ts';
import { callFromSlackbot, slackbotContext } from '../../support/slackbot.ts';

const at = (hour: number) => ({
  start: `2027-05-11T${String(hour).padStart(2, '0')}:00:00+00:00`,
  end: `2027-05-11T${String(hour).padStart(2, '0')}:40:00+00:00`,
  rooms: ['Quay Hall'],
  day: '2027-05-11',
});
const loaded = loadedWith(
  programme(
    [
      talk({ slots: [at(9)] }),
      talk({ id: 'fog', title: 'Fog', abstract: 'Horns.', slots: [at(9)] }),
      talk({ id: 'lamps', title: 'Lamps', abstract: 'Ceph and lamps.', slots: [at(10)] }),
    ],
    { timeZone: 'UTC' },
  ),
);
const NOW = Date.UTC(2027, 4, 11, 8);
const withStars = (...ids: readonly string[]) => slackbotContext(loaded, NOW, new Set(ids));
const context = withStars('fog');
const { answering } = context;
const unknownStars = {
  ...context,
  answering: { ...answering, reader: { ...answering.reader, stars: 'unavailable' as const } },
};

async function seen(name: string, args: object, of = context) {
  const { blocks, problems } = await callFromSlackbot(name, args, of);
  expect(problems).toEqual([]);
  return read(blocks);
}

describe('what is written for a model has other words for people, or none', () => {
  const calls: readonly (readonly [string, object, typeof context, string | undefined])[] = [
    [
      'search_talks',
      { query: 'ceph', fits_my_talks: true },
      context,
      '1 more match left out: at the same time as a talk that you go to, or without a time.',
    ],
    [
      'search_talks',
      { query: 'lamps', fits_my_talks: true },
      withStars(),
      'You have no talks yet, so every talk fits.',
    ],
    [
      'search_talks',
      { query: 'fog', day: 'wednesday' },
      context,
      '“Fog” does not fit the rest of the question.',
    ],
    ['search_talks', { query: 'ceph on wednesday', day: 'tuesday' }, context, 'Tue 11 May'],
    [
      'search_talks',
      { query: 'ceph', avoid: ['gone'] },
      context,
      'One of the talks that you go to is no longer in the programme. Please ask again.',
    ],
    ['search_talks', { query: 'ceph', from: '14:00', to: '09:00' }, context, undefined],
    ['search_talks', { query: 'now' }, context, undefined],
    [
      'search_talks',
      { query: 'ceph', room: 'Loft' },
      context,
      'There is no room “Loft”. The rooms of this conference are Quay Hall.',
    ],
    ['get_agenda', { when: 'now', day: 'tuesday' }, context, undefined],
    ['get_agenda', { at: '14:00', from: '09:00' }, context, undefined],
    [
      'get_agenda',
      { day: 'someday' },
      context,
      '“someday” is not a day. The days of this conference are Tue 11 May.',
    ],
    [
      'get_agenda',
      { conference: 'autumn' },
      context,
      'Lectern does not know the conference “autumn” now. Please ask again.',
    ],
    [
      'get_talk',
      { id: 'nope' },
      context,
      'There is no such talk in the programme now: it may have been withdrawn. Ask for it by a word of its title.',
    ],
    [
      'my_talks',
      {},
      unknownStars,
      "Lectern's database does not answer now, so your talks are not known. Please try again in a minute.",
    ],
    ['get_talk', { id: 'fog' }, unknownStars, 'Your stars are not known right now.'],
    ['my_talks', { day: '2027-05-12' }, context, 'None of your talks is on that day.'],
    ['my_talks', {}, withStars('fog', 'gone'), '1 of your talks is no longer in the programme.'],
  ];

  test.each(calls)('%s %j', async (name, args, of, expected) => {
    const lines = await seen(name, args, of);
    if (expected === undefined) expect(lines).toEqual([]);
    else expect(lines).toContain(expected);
    const forModels = [...ALL_TOOLS.map(tool => tool.name), 'parameter', 'the person', 'The person'];
    expect(forModels.filter(word => lines.join('\n').includes(word))).toEqual([]);
  });
});

test('somebody whose only talk was withdrawn has had one', async () => {
  expect(await seen('my_talks', {}, withStars('gone'))).toEqual([
    'My talks',
    '1 of your talks is no longer in the programme.',
  ]);
});

test('a day of their own is named, if it is empty too', async () => {
  expect(await seen('my_talks', { day: '2027-05-12' })).toEqual([
    'My talks, Wed 12 May',
    'None of your talks is on that day.',
  ]);
});
