import { expect, test } from 'vitest';
import { hasRealProgrammes } from '../support/real-programme.ts';
import { pagesOfReal } from './real-pages.ts';

test.skipIf(!hasRealProgrammes).each([
  ['frab-xml/38c3.xml', ['events.ccc.de 1007'], 1007],
  ['frab-xml/31c3.xml', [], 0],
  ['frab-xml/fosdem-2013.xml', [], 0],
  ['frab-xml/fosdem-2024.xml', [], 0],
  ['frab-xml/fosdem-2026.xml', ['fosdem.org 883'], 883],
  ['ics/kubecon-eu-2026-0322.ics', ['kccnceu2026.sched.com 587'], 587],
  ['ics/pycon-us-2025.ics', ['us.pycon.org 149'], 149],
])('finds the pages of the real programme %s', (path, hosts, pages) => {
  expect(pagesOfReal(path)).toEqual({ hosts, pages });
});
