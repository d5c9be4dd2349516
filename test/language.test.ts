import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The language that the code speaks: one word per idea, plain sentences. CONTRIBUTING.md says why. */
const SOURCE = new URL('../src/', import.meta.url);

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter(file => /\.tsx?$/.test(file))
  .map(file => ({ file, text: readFileSync(new URL(file, SOURCE), 'utf8') }));

/** The page runs in the browser and the local Slack speaks Slack's words, so the two name things for themselves. */
const ours = files.filter(({ file }) => !file.startsWith('local-slack/'));

const EXPORTED_TYPE = /^export (?:abstract )?(?:interface|type|class) (\w+)/gm;

function exportedTypes(): readonly { readonly name: string; readonly file: string }[] {
  return ours.flatMap(({ file, text }) =>
    [...text.matchAll(EXPORTED_TYPE)].map(([, name = '']) => ({ name, file })),
  );
}

test('sees the exported types', () => {
  expect(exportedTypes().length).toBeGreaterThan(100);
});

test('an exported type has a name of its own', () => {
  const byName = new Map<string, string[]>();
  for (const { name, file } of exportedTypes()) byName.set(name, [...(byName.get(name) ?? []), file]);
  const shared = [...byName]
    .filter(([, where]) => where.length > 1)
    .map(([name, where]) => ({ name, where }));
  expect(shared).toEqual([
    // One message as Slack takes it, and the same as it is kept: the second knows no Slack.
    { name: 'Message', where: expect.any(Array) },
  ]);
});

test('what an answer depends on is called a context', () => {
  const other = exportedTypes().filter(({ name }) => /(?:Setting|Surroundings|Circumstances)$/.test(name));
  expect(other).toEqual([]);
});

test('a comment begins with its subject', () => {
  const riddles = files.flatMap(({ file, text }) =>
    text
      .split('\n')
      .filter((line, i, lines) => isFirstOfComment(line, lines[i - 1] ?? ''))
      .filter(line => /^\s*(?:\/\*\*|\/\/|\*) (?:What|Whatever|Who|Whoever|Of)\b/.test(line))
      .map(line => `${file}: ${line.trim()}`),
  );
  expect(riddles).toEqual([]);
});

function isFirstOfComment(line: string, before: string): boolean {
  if (/^\s*\/\*\* /.test(line)) return true;
  if (/^\s*\/\/ /.test(line)) return !/^\s*\/\//.test(before);
  return /^\s*\* /.test(line) && /^\s*\/\*\*\s*$/.test(before);
}

test('no folder is flat', () => {
  const counts = new Map<string, number>();
  for (const { file } of files) {
    const folder = file.split('/').slice(0, -1).join('/');
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  expect([...counts].filter(([, count]) => count > 18)).toEqual([]);
});
