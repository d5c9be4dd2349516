import { readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { load } from '../src/live/load.ts';
import { blocksAsText } from '../src/local-slack/text/blocks.ts';
import { reply } from '../src/slack/reply.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('README shows the very answer that /talk cehp gets', async () => {
  const shown = /\/talk cehp\n\n([\s\S]*?)```/.exec(readme)?.[1]?.trim() ?? '';
  const loaded = await load(new URL('../data', import.meta.url).pathname);
  const setting = { loaded, now: 0, readerZone: 'Europe/Madrid', share: 'here', paged: true } as const;
  const answer = blocksAsText(JSON.parse(JSON.stringify(reply('cehp', setting).blocks)));
  expect(shown.length).toBeGreaterThan(300);
  expect(answer.slice(0, shown.length)).toBe(shown);
});

test('README shows pictures that are there and soon loaded', () => {
  const pictures = [...readme.matchAll(/!\[[^\]]+\]\((docs\/[^)]+)\)/g)].map(match => match[1] ?? '');
  const sizes = pictures.map(path => statSync(new URL(`../${path}`, import.meta.url)).size);
  expect(pictures.length).toBeGreaterThanOrEqual(3);
  expect(Math.max(...sizes)).toBeLessThan(2_000_000);
});
