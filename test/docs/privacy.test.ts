import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Forgotten } from '../../src/store/forget.ts';

const PAGE = readFileSync(new URL('../../docs/privacy.md', import.meta.url), 'utf8');

test('the page names all that is kept about a person', () => {
  const rows: Readonly<Record<keyof Forgotten, string>> = {
    stars: 'stars',
    ratings: 'ratings',
    preferences: 'settings',
    feeds: 'calendar feeds',
    alerts: 'alerts',
    acts: 'last acts',
  };
  const named = [...PAGE.matchAll(/^\| ([a-z ]+) \|/gm)].map(([, name]) => name);
  expect(named).toEqual(expect.arrayContaining(Object.values(rows)));
});
