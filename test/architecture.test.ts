import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const SOURCE = new URL('../src/', import.meta.url);

/** The table of ARCHITECTURE.md: what each part may import besides itself. */
const MAP = readFileSync(new URL('../ARCHITECTURE.md', import.meta.url), 'utf8');
const TABLE = MAP.split('| part | may import |')[1] ?? '';
const ROWS = [...TABLE.matchAll(/^\| ([a-z, -]+) \| ([a-z, -]+)(?::[^|]*)? \|$/gm)];
const PARTS = new Set(ROWS.flatMap(([, parts = '']) => parts.split(', ')));
const MAY_IMPORT: Record<string, readonly string[]> = Object.fromEntries(
  ROWS.flatMap(([, parts = '', others = '']) =>
    parts.split(', ').map(part => [part, others.split(', ').filter(other => PARTS.has(other))]),
  ),
);

/** The outer ring, which may import everything: what stands in no part, and the commands. */
function isOuter(part: string): boolean {
  return part.endsWith('.ts') || part === 'cli' || part === 'wiring';
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter(file => /\.tsx?$/.test(file))
  .map(file => ({ file, part: file.split('/')[0] ?? '', text: readFileSync(new URL(file, SOURCE), 'utf8') }));

function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map(match => match[1] ?? '');
}

/** The part that a relative import leads to; nothing for packages. */
function partOf(file: string, imported: string): string | undefined {
  if (!imported.startsWith('.')) return undefined;
  return new URL(imported, new URL(file, SOURCE)).pathname.slice(SOURCE.pathname.length).split('/')[0];
}

test('sees the source', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap(({ text }) => importsOf(text)).length).toBeGreaterThan(100);
  const parts = [...new Set(files.map(({ part }) => part))].filter(part => !isOuter(part));
  expect(parts.filter(part => MAY_IMPORT[part] === undefined)).toEqual([]);
});

test('each part imports only what it may', () => {
  const trespasses = files.flatMap(({ file, part, text }) =>
    importsOf(text)
      .map(imported => partOf(file, imported))
      .filter(to => to !== undefined && to !== part && !isOuter(part))
      .filter(to => !(MAY_IMPORT[part] ?? []).includes(to ?? ''))
      .map(to => `${file} imports ${to}`),
  );
  expect(trespasses).toEqual([]);
});

test('no file needs itself through others', () => {
  const needs = new Map(
    files.map(({ file, text }) => [
      file,
      importsOf(text)
        .filter(imported => imported.startsWith('.'))
        .map(imported => new URL(imported, new URL(file, SOURCE)).pathname.slice(SOURCE.pathname.length)),
    ]),
  );
  const circles: string[] = [];
  const visited = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    if (visited.has(file)) return;
    visited.add(file);
    for (const needed of needs.get(file) ?? []) visit(needed, [...path, file]);
  };
  for (const { file } of files) visit(file, []);
  expect(circles).toEqual([]);
});

test.each([
  ['@slack/', /^@slack\//, ['slack', 'wiring']],
  ['files', /^node:fs/, ['sources', 'live', 'store', 'cli', 'wiring']],
  ['SQL', /^(kysely|@photostructure\/sqlite|pg)$/, ['store']],
])('only those import %s who may', (_name, pattern, allowed) => {
  const trespasses = files
    .filter(({ part }) => !allowed.includes(part))
    .filter(({ text }) => importsOf(text).some(imported => pattern.test(imported)));
  expect(trespasses.map(({ file }) => file)).toEqual([]);
});

test('only open.ts knows which database it is', () => {
  const knowing = files.filter(({ text }) =>
    importsOf(text).some(imported => /\/(?:sqlite|postgres)-dialect/.test(imported)),
  );
  expect(knowing.map(({ file }) => file)).toEqual(['store/open.ts']);
});

test('only config.ts reads the environment', () => {
  const reading = files.filter(({ text }) => /process\.env/.test(text));
  expect(reading.map(({ file }) => file)).toEqual(['wiring/config.ts']);
});

test('the map names all that stands in src', () => {
  const unnamed = files.filter(({ file, part }) => file === part && !MAP.includes(file));
  expect(unnamed.map(({ file }) => file)).toEqual([]);
});

test.each(['ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md'])('%s names places that are there', page => {
  const text = readFileSync(new URL(`../${page}`, import.meta.url), 'utf8');
  const places = [...text.matchAll(/`((?:src|test|bench|docs)\/[^`\s]*)`/g)].map(match => match[1] ?? '');
  // An example of a file that somebody adds is called one.
  const missing = places.filter(
    place => !place.includes('example') && !existsSync(new URL(`../${place}`, import.meta.url)),
  );
  expect({ isAny: places.length > 3, missing }).toEqual({ isAny: true, missing: [] });
});

test('CONTRIBUTING names what stands in the files that it names', () => {
  const text = readFileSync(new URL('../CONTRIBUTING.md', import.meta.url), 'utf8');
  const places = [...text.matchAll(/^\| ([^|]+) \|/gm)].map(([, place = '']) =>
    [...place.matchAll(/`([^`]+)`/g)].map(match => match[1] ?? ''),
  );
  const named = places.flatMap(codes => {
    const paths = codes.filter(code => /^(?:src|test)\/.*\.ts$/.test(code) && !code.includes('example'));
    const names = codes.filter(code => /^[A-Za-z_]+$/.test(code));
    const code = paths.map(path => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')).join('\n');
    return code === '' ? [] : names.map(name => ({ name, isThere: new RegExp(`\\b${name}\\b`).test(code) }));
  });
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter(({ isThere }) => !isThere)).toEqual([]);
});
