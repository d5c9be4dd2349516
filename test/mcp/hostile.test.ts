import { describe, expect, test } from 'vitest';
import { openAssistant } from '../support/assistant.ts';
import { harbour } from '../support/harbour.ts';
import { loadedWith } from '../support/loaded.ts';

const loaded = loadedWith(harbour);
const assistant = openAssistant({ loaded, stars: new Map() });
const nobody = openAssistant({ loaded });

describe('a tool says no, and what to do instead', () => {
  test.each<[string, string, Record<string, unknown>, RegExp]>([
    [
      'to an unknown id',
      'get_talk',
      { id: 'ceph-1' },
      /^No talk has the id “ceph-1”\. Perhaps .* whose id is storage\/ceph-1\. Find ids with search_talks\.$/,
    ],
    [
      'to an id that is like none',
      'get_talk',
      { id: '../../etc/passwd-1' },
      /^No talk has the id “..\/..\/etc\/passwd-1”\. Find ids with search_talks\.$/,
    ],
    [
      'to a day that is none',
      'get_agenda',
      { day: 'the day after' },
      /^“the day after” is not a day\. .* 2027-05-11 \(Tue 11 May\)\.$/,
    ],
    [
      'to a conference that is not there',
      'search_talks',
      { conference: 'PyCon' },
      /^There is no conference “PyCon” here\. Lectern knows Lighthouse Days\.$/,
    ],
    ['to now on another day', 'get_agenda', { when: 'now', day: 'tuesday' }, /leave out day/],
    ['to a time and a span', 'get_agenda', { at: '10:00', from: '09:00' }, /one or the other/],
    [
      'to a span that ends before it begins',
      'search_talks',
      { from: '14:00', to: '09:00' },
      /^Nothing begins from 14:00 and before 09:00: give an earlier from or a later to\.$/,
    ],
    ['to half a time', 'search_talks', { from: '2pm' }, /from must be HH:MM, such as 14:00\./],
    ['to half a moment', 'get_agenda', { at: '2pm' }, /at must be HH:MM, such as 14:00\./],
    [
      'to an unknown room',
      'get_agenda',
      { room: 'Ballroom' },
      /^There is no room “Ballroom”\. The rooms of this conference are Quay Hall\.$/,
    ],
    [
      'to an unknown track',
      'search_talks',
      { track: 'Cooking' },
      /^There is no track “Cooking”\. The tracks of this conference are .*People.*\.$/,
    ],
    [
      'to an unknown level',
      'search_talks',
      { level: 'expert' },
      /levels of this conference are not known\.$/,
    ],
    ['to a plan of nothing', 'plan_day', {}, /give topics/],
    ['to an unknown talk in a plan', 'plan_day', { must_see: ['none'] }, /No talk has the id “none”/],
    ['to an unknown talk to avoid', 'search_talks', { avoid: ['none'] }, /No talk has the id “none”/],
    ['to a star on nothing', 'star_talk', { id: 'none' }, /No talk has the id “none”/],
  ])('%s', async (_, name, args, refusal) => {
    expect(await (await assistant).refusal(name, args)).toMatch(refusal);
  });

  test.each<[string, Record<string, unknown>]>([
    ['get_talk', {}],
    ['get_talk', { id: '' }],
    ['get_talk', { id: 7 }],
    ['get_talk', { id: 'x'.repeat(301) }],
    ['search_talks', { query: 'x'.repeat(501) }],
    ['search_talks', { query: ['ceph'] }],
    ['search_talks', { limit: 0 }],
    ['search_talks', { limit: 51 }],
    ['search_talks', { offset: -1 }],
    ['search_talks', { limit: 1e99 }],
    ['search_talks', { limt: 5 }],
    ['search_talks', { from: '9am' }],
    ['search_talks', { from: '25:00' }],
    ['search_talks', { avoid: 'storage/ceph-1' }],
    ['get_agenda', { when: 'yesterday' }],
    ['plan_day', { topics: Array.from({ length: 11 }, () => 'ceph') }],
    ['star_talk', { id: 'storage/ceph-1', starred: 'yes' }],
  ])('%s to %j', async (name, args) => {
    expect(await (await assistant).refusal(name, args)).toMatch(/Invalid arguments/);
  });
});

test.each<[string, Record<string, unknown>, string]>([
  ['search_talks', { limit: 0 }, 'limit must be at least 1.'],
  ['search_talks', { limit: 51 }, 'limit must be at most 50.'],
  ['search_talks', { limit: 1e99 }, 'limit must be at most 50.'],
  ['search_talks', { limit: 1.5 }, 'limit must be a whole number.'],
  ['search_talks', { limt: 5 }, 'There is no parameter limt.'],
  ['search_talks', { from: '9am' }, 'from must be HH:MM, such as 14:00.'],
  ['search_talks', { query: 'x'.repeat(501) }, 'query must have at most 500 characters.'],
  ['search_talks', { avoid: 'storage/ceph-1' }, 'avoid must be a list.'],
  ['search_talks', { avoid: [7] }, 'each of avoid must be a text.'],
  ['get_talk', {}, 'id must be a text.'],
  ['get_talk', { id: '' }, 'id must not be empty.'],
  ['get_agenda', { when: 'yesterday' }, 'when must be one of now, next.'],
  ['plan_day', { topics: Array(11).fill('ceph') }, 'topics must have at most 10 items.'],
  ['star_talk', { id: 'x', starred: 'yes' }, 'starred must be true or false.'],
])('%s says of %j in plain words what is wrong', async (name, args, sentence) => {
  const refusal = await (await assistant).refusal(name, args);
  expect(refusal).toBe(`Invalid arguments for ${name}: ${sentence}`);
});

test('nobody is known, so that nobody has stars', async () => {
  expect(await (await nobody).refusal('search_talks', { fits_my_talks: true })).toMatch(
    /stars belong to people in Slack/,
  );
  await expect((await nobody).call('star_talk', { id: 'storage/ceph-1' })).rejects.toThrow('not found');
  await expect((await nobody).call('constructor')).rejects.toThrow('constructor');
});

test('stars that the database does not tell are not taken for none', async () => {
  const kept: unknown[] = [];
  const onStar = (star: unknown) => kept.push(star);
  const { ask, refusal, faults } = await openAssistant({ loaded, stars: 'unavailable', onStar });
  const refusals = [
    await refusal('my_talks'),
    await refusal('search_talks', { fits_my_talks: true }),
    await refusal('plan_day', { topics: ['ceph'] }),
    await refusal('star_talk', { id: 'storage/ceph-1' }),
  ];
  expect(refusals.every(each => each.startsWith("Lectern's database does not answer now"))).toBe(true);
  expect([kept, faults]).toEqual([[], []]);
  expect(await ask('get_talk', { id: 'storage/ceph-1' })).not.toHaveProperty('clashes');
});

test('a fault is logged, and the caller learns no more than that there was one', async () => {
  const fault = new Error('password=hunter2');
  const { call, client, faults } = await openAssistant({ loaded, fault });
  const { isError, content } = await call('search_talks', { query: 'ceph' });
  await expect(client.listResources()).rejects.toThrow('Lectern could not answer this');
  expect([isError, faults]).toEqual([true, [fault, fault]]);
  expect(JSON.stringify(content)).not.toContain('hunter2');
});

test.each([
  'lectern://talk/none',
  'lectern://talk/%E0%A4%A',
  'lectern://speaker/ada',
  'lectern://conference/%00',
  'file:///etc/passwd',
  'x',
  '',
])('no resource is at %j', async uri => {
  const { client } = await assistant;
  await expect(client.readResource({ uri })).rejects.toThrow();
});

test('a cursor that is none of ours is refused', async () => {
  const { client } = await assistant;
  await expect(client.listResources({ cursor: '-1; drop table' })).rejects.toThrow('nextCursor');
});
