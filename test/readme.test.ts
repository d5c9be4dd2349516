import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerWithoutOrders } from '../src/conversation/answer.ts';
import { RESULTS_A_PAGE } from '../src/conversation/paging.ts';
import type { Verb } from '../src/conversation/verbs.ts';
import { load } from '../src/live/load.ts';
import { formatBlocks } from '../src/local-slack/text/blocks.ts';
import { FILTER_NAMES } from '../src/search/query/filters.ts';
import { answerMessage } from '../src/slack/views/answer.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('README shows the very answer that /talk cehp gets', async () => {
  const shown = /\/talk cehp\n\n([\s\S]*?)```/.exec(readme)?.[1]?.trim() ?? '';
  const loaded = await load(new URL('../data', import.meta.url).pathname);
  const context = {
    ...loaded,
    now: 0,
    reader: { zone: 'Europe/Madrid', place: 'channel', stars: new Map() },
    prefix: '',
    resultsMax: RESULTS_A_PAGE,
  } as const;
  const answer = formatBlocks(
    JSON.parse(JSON.stringify(answerMessage(answerWithoutOrders('cehp', context)).blocks)),
  );
  expect(shown.length).toBeGreaterThan(300);
  expect(answer.slice(0, shown.length)).toBe(shown);
});

test('README names each filter and each verb that people can type, CHANGELOG each verb', () => {
  const typed = /## What people type\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? '';
  // Does not compile without a verb that there is.
  const verbs: Readonly<Record<Verb, string>> = {
    now: '`/talk now`',
    agenda: '`agenda`',
    help: '`/talk help`',
    tracks: '`tracks`',
    rooms: '`rooms`',
    speakers: '`speakers`',
    mine: '`/talk mine`',
    settings: '`/talk settings`',
    more: '`more`',
    thanks: '`thanks`',
  };
  const wanted = [...FILTER_NAMES.map(name => `${name}:`), ...Object.values(verbs)];
  expect(wanted.filter(words => !typed.includes(words))).toEqual([]);
  const changes = readFileSync(new URL('../CHANGELOG.md', import.meta.url), 'utf8');
  expect(Object.values(verbs).filter(words => !changes.includes(words))).toEqual([]);
});

test('README shows pictures that are there and soon loaded', () => {
  const pictures = [...readme.matchAll(/!\[[^\]]+\]\((docs\/[^)]+)\)/g)].map(match => match[1] ?? '');
  const sizes = pictures.map(path => statSync(new URL(`../${path}`, import.meta.url)).size);
  expect(pictures.length).toBeGreaterThanOrEqual(3);
  expect(Math.max(...sizes)).toBeLessThan(2_000_000);
});

test('README links each page of docs, and no page links one that is not there', () => {
  const root = new URL('../', import.meta.url);
  const docs = readdirSync(new URL('docs', root)).flatMap(name =>
    name.endsWith('.md') ? `docs/${name}` : [],
  );
  const decisions = readdirSync(new URL('docs/decisions', root)).map(name => `docs/decisions/${name}`);
  const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...docs, ...decisions];
  const linked = (page: string) =>
    [...readFileSync(new URL(page, root), 'utf8').matchAll(/\]\((?!https?:)([^)#\s]+)[^)]*\)/g)].map(
      ([, target = '']) => new URL(target, new URL(page, root)),
    );
  const targets = linked('README.md').map(({ href }) => href);
  expect(docs.filter(page => !targets.includes(new URL(page, root).href))).toEqual([]);
  expect(pages.flatMap(page => linked(page).filter(target => !existsSync(target)))).toEqual([]);
});

test('each decision has a number of its own, and none is left out', () => {
  const names = readdirSync(new URL('../docs/decisions', import.meta.url)).sort();
  expect(names.map(name => name.slice(0, 5))).toEqual(
    names.map((_, place) => `${String(place + 1).padStart(4, '0')}-`),
  );
});
