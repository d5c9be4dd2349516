import { expect, test } from 'vitest';
import { createCancelledTalks } from '../../src/live/cancelled-talks.ts';
import type { LoadedFolder } from '../../src/live/choose-programme.ts';
import { keepCancelled } from '../../src/programme/joining/counterparts.ts';
import { lighthouseDays, lighthouseTalks, session } from '../support/lighthouse-days.ts';
import { loadedWith } from '../support/loaded.ts';

const [, ...others] = lighthouseTalks;
const all = lighthouseDays(lighthouseTalks);

function folderWith(talks: typeof lighthouseTalks): LoadedFolder {
  return { ...loadedWith(lighthouseDays(talks)), problems: [] };
}

/** The titles, the cancelled ones behind a dash. */
function shown({ programme: { talks }, index }: LoadedFolder): readonly string[] {
  expect(index.talks.length).toBe(talks.length);
  return talks.map(({ title, status }) => (status === 'cancelled' ? `-${title}` : title));
}

test('what was cancelled before is there, and stays when the files change', () => {
  const { addTo: whole, remember } = createCancelledTalks();
  const read = folderWith(others);
  expect(shown(whole(read))).toEqual(['Lenses', 'Fog', 'Foghorns', 'Keepers']);
  remember(read.programme, keepCancelled(all, read.programme).programme);
  expect(shown(whole(read))).toEqual(['Lenses', 'Fog', 'Foghorns', 'Keepers', '-Lamps']);
  const changed = folderWith([...others, session('Tides', '2027-05-12', '10:00')]);
  expect(shown(whole(changed))).toEqual(['Lenses', 'Fog', 'Foghorns', 'Keepers', 'Tides', '-Lamps']);
  expect(whole(changed)).toBe(whole(changed));
  expect(shown(whole(folderWith(lighthouseTalks)))).toEqual([
    'Lamps',
    'Lenses',
    'Fog',
    'Foghorns',
    'Keepers',
    '-Tides',
  ]);
});

test("another event that takes the folder's place has nothing of the former", () => {
  const { addTo: whole, remember } = createCancelledTalks();
  const read = folderWith(others);
  remember(read.programme, keepCancelled(all, read.programme).programme);
  expect(shown(whole(folderWith([session('Ropes', '2028-05-12', '10:00')])))).toEqual(['Ropes']);
});
