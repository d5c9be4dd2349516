import { beforeAll, describe, expect, test } from 'vitest';
import { load } from '../../src/live/load.ts';
import { type Assistant, openAssistant } from '../support/assistant.ts';
import { programme, talk } from '../support/conference.ts';
import { loadedWith } from '../support/loaded.ts';

const SAMPLE = new URL('../../data', import.meta.url).pathname;

let assistant: Assistant;
beforeAll(async () => {
  assistant = await openAssistant({ loaded: await load(SAMPLE), stars: new Map() });
});

interface Listed {
  readonly total: number;
  readonly talks: readonly { readonly title: string; readonly start: string; readonly room?: string }[];
  readonly notes: readonly string[];
}

function search(args: Record<string, unknown>): Promise<Listed> {
  return assistant.ask<Listed>('search_talks', args);
}

const RGW = 'RGW multi-site across three ports';

describe('a title as query', () => {
  test('finds its talk only where the parameters leave it in', async () => {
    const [first] = (await search({ query: RGW })).talks;
    expect(first?.title).toMatch(/^RGW multi-site/);
    const { talks, notes } = await search({ query: RGW, day: 'thursday', room: 'Net Loft' });
    expect(talks.filter(({ start }) => !start.startsWith('2027-05-13'))).toEqual([]);
    expect(notes[0]).toMatch(/^“RGW multi-site.*” does not fit the other parameters\.$/);
    const morning = await search({ query: RGW, avoid: ['storage/rgw-multi-site-across-three-ports'] });
    expect(morning.talks.filter(({ title }) => title.startsWith('RGW multi-site'))).toEqual([]);
  });

  test('comes first of all talks with its words', async () => {
    const titles = [...Array.from({ length: 20 }, (_, place) => `Kubernetes part ${place}`), 'Kubernetes'];
    const talks = titles.map(title => talk({ id: title, title }));
    const { ask } = await openAssistant({ loaded: loadedWith(programme(talks)) });
    const { total, talks: found } = await ask<Listed>('search_talks', { query: 'kubernetes' });
    expect([total, found[0]?.title]).toEqual([21, 'Kubernetes']);
  });
});

describe('a parameter wins over the words of query', () => {
  test('of a time', async () => {
    const { talks, notes } = await search({
      query: 'storage wednesday morning',
      day: 'wednesday',
      from: '14:00',
    });
    const starts = talks.map(({ start }) => start.slice(0, 16));
    expect(starts.length).toBeGreaterThan(0);
    expect(starts.filter(start => start < '2027-05-12T14:00' || start > '2027-05-12T24:00')).toEqual([]);
    expect(notes).toEqual(['The time in query (-12:00) is left out, because the parameters say another.']);
  });

  test('of a day, and needs no note for the same day', async () => {
    const { talks, notes } = await search({ query: 'ceph on wednesday', day: 'thursday' });
    expect([...new Set(talks.map(({ start }) => start.slice(0, 10)))]).toEqual(['2027-05-13']);
    expect(notes).toContain('The day in query (2027-05-12) is left out, because the parameters say another.');
    expect((await search({ query: 'ceph on wednesday', day: 'wednesday' })).notes).toEqual([]);
  });
});

describe('a query without a topic finds nothing, and tells what to do instead', () => {
  test.each<[string, RegExp]>([
    ['🦀', /no word that can be searched. Leave query out/],
    ['?!', /no word that can be searched/],
    ['"', /no word that can be searched/],
    ['now', /use get_agenda with when: now/],
    ['next in Quay Hall', /use get_agenda with when: next/],
    ['mine', /use my_talks/],
    ['my talks on wednesday', /use my_talks/],
  ])('%s', async (query, note) => {
    const { total, talks, notes } = await search({ query, day: 'wednesday' });
    expect([total, talks]).toEqual([0, []]);
    expect(notes).toEqual([expect.stringMatching(note)]);
  });

  test('but no query lists all talks', async () => {
    expect(await search({ query: ' ' })).toMatchObject({ total: 48, notes: [] });
    expect(await search({})).toMatchObject({ total: 48, notes: [] });
  });
});

test('suggestions and corrections are in the words of the parameters', async () => {
  const none = await assistant.ask<Listed & { readonly suggestions: readonly string[] }>('search_talks', {
    query: 'ebpf',
    day: 'thursday',
    from: '17:45',
  });
  expect(none).toMatchObject({ total: 0, suggestions: ['{"query":"ebpf"}'] });
  const slip = { room: 'quai hall', day: 'wednesday' };
  const notes = ['Showing room “Quay Hall” (“quai hall” was given).'];
  expect(await search(slip)).toMatchObject({ notes });
  expect(await assistant.ask('get_agenda', slip)).toMatchObject({ notes });
});
