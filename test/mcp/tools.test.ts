import { describe, expect, test } from 'vitest';
import type { StarWish } from '../../src/mcp/tool.ts';
import type { Slot } from '../../src/programme/talk.ts';
import type { Loaded } from '../../src/search/loaded.ts';
import { openAssistant } from '../support/assistant.ts';
import { programme, talk } from '../support/conference.ts';
import { harbour } from '../support/harbour.ts';
import { loadedWith } from '../support/loaded.ts';

interface Listed {
  readonly total: number;
  readonly nextOffset?: number;
  readonly talks: readonly { readonly id: string; readonly title: string; readonly starred?: true }[];
  readonly notes: readonly string[];
}

test('tools are listed in one order, and tell when to use another', async () => {
  const { listTools } = await openAssistant({ loaded: loadedWith(harbour), stars: new Map() });
  const tools = await listTools();
  expect(tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint])).toEqual([
    ['search_talks', true],
    ['get_agenda', true],
    ['get_talk', true],
    ['find_speaker', true],
    ['plan_day', true],
    ['list_conferences', true],
    ['my_talks', true],
    ['star_talk', false],
  ]);
  const names = tools.map(({ name }) => name);
  for (const { name, description = '', inputSchema } of tools) {
    const { properties = {} } = inputSchema as { properties?: Record<string, { description?: string }> };
    expect(names.some(other => other !== name && description.includes(other))).toBe(true);
    expect(Object.entries(properties).filter(([, property]) => !property.description)).toEqual([]);
  }
});

test('each part of an answer leads to the next, and all parts are the whole', async () => {
  const { ask } = await openAssistant({ loaded: loadedWith(harbour) });
  const ids: string[] = [];
  for (let offset: number | undefined = 0; offset !== undefined; ) {
    const part: Listed = await ask('search_talks', { query: 'ceph', limit: 3, offset });
    ids.push(...part.talks.map(({ id }) => id));
    expect(part.total).toBe(7);
    offset = part.nextOffset;
  }
  expect([ids.length, new Set(ids).size]).toEqual([7, 7]);
  expect(await ask('search_talks', { query: 'ceph', offset: 7 })).toMatchObject({ total: 7, talks: [] });
});

/** An hour of the first day. */
function at(hour: number): Slot {
  const time = (each: number) => `2027-05-11T${String(each).padStart(2, '0')}:00:00+02:00`;
  return { start: time(hour), end: time(hour + 1), rooms: ['Quay Hall'], day: '2027-05-11' };
}

describe('two conferences whose talks have the same ids', () => {
  const first = programme([talk({ id: '1', title: 'Ropes' }), talk({ id: 'only', title: 'Knots' })], {
    name: 'Spring',
  });
  const second = programme([talk({ id: '1', title: 'Anchors' })], { name: 'Autumn', folder: 'autumn' });
  const other = loadedWith(second);
  const loaded: Loaded = loadedWith(first, {
    others: [{ name: 'Autumn', programme: second, open: () => other }],
  });

  test('their ids name the conference, and lead back to the talk', async () => {
    const { ask } = await openAssistant({ loaded });
    const spring = await ask<Listed>('search_talks', {});
    const autumn = await ask<Listed>('search_talks', { conference: 'autumn' });
    expect([...spring.talks, ...autumn.talks].map(({ id, title }) => [id, title])).toEqual([
      ['1@Spring', 'Ropes'],
      ['only', 'Knots'],
      ['1@Autumn', 'Anchors'],
    ]);
    for (const { id, title } of [...spring.talks, ...autumn.talks])
      expect(await ask('get_talk', { id })).toMatchObject({ id, title });
  });

  test('each is listed, the current one first, and read as a resource', async () => {
    const { ask, client } = await openAssistant({ loaded });
    expect(await ask('list_conferences')).toMatchObject({
      conferences: [
        { id: 'Spring', current: true },
        { id: 'Autumn', current: false },
      ],
    });
    const { resources } = await client.listResources();
    const read = resources.map(async ({ uri }) => {
      const { contents } = await client.readResource({ uri });
      const [first] = contents;
      return JSON.parse(first !== undefined && 'text' in first ? first.text : '');
    });
    expect((await Promise.all(read)).map(({ id, title }) => title ?? id)).toEqual([
      ...['Spring', 'Autumn', 'Ropes', 'Knots', 'Anchors'],
    ]);
  });

  test('the address of a resource leads to its talk like its id', async () => {
    const { ask, client } = await openAssistant({ loaded, stars: new Map() });
    const { resources } = await client.listResources();
    const talks = resources.filter(({ uri }) => uri.startsWith('lectern://talk/'));
    const titles = talks.map(
      async ({ uri }) => (await ask<{ title: string }>('get_talk', { id: uri })).title,
    );
    expect(await Promise.all(titles)).toEqual(['Ropes', 'Knots', 'Anchors']);
    expect(await ask('star_talk', { id: 'lectern://talk/1%40Autumn' })).toMatchObject({ id: '1@Autumn' });
  });

  test('a star is kept where the talk belongs', async () => {
    const stars: StarWish[] = [];
    const { ask } = await openAssistant({ loaded, stars: new Map(), onStar: star => stars.push(star) });
    await ask('star_talk', { id: '1@Autumn' });
    await ask('star_talk', { id: '1@Spring', starred: false });
    expect(stars).toEqual([
      { conference: 'Autumn', talk: '1', starred: true },
      { conference: 'Spring', talk: '1', starred: false },
    ]);
  });
});

test('talks of the person who asks are marked, told with what they clash with, and kept free of others', async () => {
  const talks = [
    talk({ id: 'mine', title: 'Ropes', slots: [at(9)] }),
    talk({ id: 'same-time', title: 'Knots', slots: [at(9)] }),
    talk({ id: 'later', title: 'Anchors', slots: [at(9), at(11)] }),
  ];
  const loaded = loadedWith(programme(talks));
  const stars = new Map([['Lighthouse Days', new Set(['mine', 'gone'])]]);
  const { ask } = await openAssistant({ loaded, stars });
  expect(await ask('get_talk', { id: 'same-time' })).toMatchObject({
    clashes: [{ id: 'mine', starred: true }],
  });
  const fitting = await ask<Listed>('search_talks', { fits_my_talks: true });
  expect(fitting).toMatchObject({ total: 1, talks: [{ id: 'later', start: at(11).start }] });
  expect(await ask('my_talks')).toMatchObject({
    total: 1,
    sessions: [{ id: 'mine', overlaps: [] }],
    notes: ['1 of the starred talks is no longer in the programme.'],
  });
});

test('an answer is drawn for surfaces that show more than text', async () => {
  const { call, listTools } = await openAssistant({
    loaded: loadedWith(harbour),
    renderer: {
      describe: ({ name }) => (name === 'search_talks' ? { draws: true } : undefined),
      draw: ({ name }, { shown }, args) => ({
        drawn: [name, ...shown.map(({ talk: { id } }) => id), args],
      }),
      drawRefusal: ({ refusal }) => ({ refused: refusal }),
    },
  });
  const [search, agenda] = await listTools();
  expect([search?._meta, agenda?._meta]).toEqual([{ draws: true }, undefined]);
  const found = await call('search_talks', { query: 'radio' });
  const args = { query: 'radio', limit: 10, offset: 0 };
  expect(found._meta).toMatchObject({ drawn: ['search_talks', 'people/radio', args] });
  const none = await call('get_talk', { id: 'none' });
  expect(none._meta).toMatchObject({ refused: expect.stringContaining('No talk has the id “none”') });
});

test('a talk to avoid must be of the conference that is searched', async () => {
  const autumn = programme([talk({ id: 'anchors', title: 'Anchors' })], { name: 'Autumn', folder: 'autumn' });
  const other = loadedWith(autumn);
  const loaded = loadedWith(harbour, {
    others: [{ name: 'Autumn', programme: autumn, open: () => other }],
  });
  const { refusal } = await openAssistant({ loaded });
  expect(await refusal('search_talks', { avoid: ['anchors'] })).toMatch(
    /^“Anchors” belongs to another conference than the search\./,
  );
});

test('starred talks with and without a time are parts of one list', async () => {
  const talks = [
    talk({ id: 'ropes', slots: [at(9)] }),
    ...['knots', 'anchors', 'sails'].map(id => talk({ id, slots: [] })),
  ];
  const stars = new Map([['Lighthouse Days', new Set(talks.map(({ id }) => id))]]);
  const { ask } = await openAssistant({ loaded: loadedWith(programme(talks)), stars });
  const ids = async (offset: number) => {
    const { total, nextOffset, sessions, unscheduled } = await ask<{
      readonly total: number;
      readonly nextOffset?: number;
      readonly sessions: readonly { readonly id: string }[];
      readonly unscheduled: readonly { readonly id: string }[];
    }>('my_talks', { limit: 2, offset });
    return [total, nextOffset, sessions.map(({ id }) => id), unscheduled.length];
  };
  expect(await ids(0)).toEqual([4, 2, ['ropes'], 1]);
  expect(await ids(2)).toEqual([4, undefined, [], 2]);
});

test('a short first name is not a part of the name of somebody else, and nobody is said', async () => {
  const farah = { id: 'farah', name: 'Farah Daneshvar', bio: '', affiliation: 'Quay Labs' };
  const loaded = loadedWith(programme([talk({ speakers: [farah] })]));
  const { ask } = await openAssistant({ loaded });
  const names = async (args: Record<string, unknown>) => {
    const { speakers, notes } = await ask<{
      readonly speakers: readonly { readonly name: string }[];
      readonly notes: readonly string[];
    }>('find_speaker', args);
    return [speakers.map(({ name }) => name), notes];
  };
  expect(await names({ name: 'ines' })).toEqual([[], ['No speaker is called “ines”.']]);
  expect(await names({ name: 'farha' })).toEqual([
    ['Farah Daneshvar'],
    ['Showing Farah Daneshvar (you typed farha).'],
  ]);
  expect(await names({ company: 'Acme' })).toEqual([
    [],
    ["No speaker's affiliation or biography names “Acme”."],
  ]);
});

test('an answer tells how old a programme is whose source could not be read since', async () => {
  const asOf = Date.parse('2027-05-11T06:30Z');
  const spring = programme([talk({ id: '1', title: 'Ropes' })], { name: 'Spring' });
  const autumn = programme([talk({ id: '2', title: 'Anchors' })], { name: 'Autumn', folder: 'autumn' });
  const other = loadedWith(autumn, { asOf });
  const loaded = loadedWith(spring, {
    others: [{ name: 'Autumn', programme: autumn, asOf, open: () => other }],
  });
  const { ask } = await openAssistant({ loaded });
  const old = { conference: { asOf: '2027-05-11T08:30:00+02:00' } };
  expect(await ask('search_talks', { conference: 'autumn' })).toMatchObject(old);
  expect(await ask('get_talk', { id: '2' })).toMatchObject(old);
  const { conferences } = await ask<{ conferences: { asOf?: string }[] }>('list_conferences');
  expect(conferences.map(each => each.asOf)).toEqual([undefined, old.conference.asOf]);
});
