import { expect, test } from 'vitest';
import type { askJson } from '../../src/cli/answer-json.ts';
import type { Understood } from '../../src/conversation/understood.ts';
import { FORMATS } from '../../src/importers/import-file.ts';
import { lectern } from '../cli/support.ts';
import { codeIn, type DocsSection, docsPage } from '../support/docs-page.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const page = docsPage('json.md');
const sample = new URL('../../data', import.meta.url).pathname;

/** A folder in which nearly everything is missing that a programme can lack, and the rest is there. */
const gaps = temporaryFolder({
  'conference.yml': 'timeZone: Europe/Madrid\ncolour: blue\n',
  'ceph-at-sea.txt': 'Ceph at sea\n~~~~~~~~~~~\n\n**Abstract:**\n\nHow a ferry line runs Ceph on board.\n',
  'talks.yaml': `- title: Tape ashore
  id: tape
  level: Beginner
  start: 2027-05-11 09:00
  url: https://example.org/tape
  speakers: [{ name: Ada Lund, company: Quay Ltd, bio: Ada keeps the storage of a small harbour afloat. }]
`,
  'exhibition.yaml': '- title: Rope exhibition\n  id: ropes\n  date: 2027-05-11\n  start: all day\n',
  'notes.md': 'Bring a rope.\n',
});

/**
 * Commands whose answers, taken together, have each field that can be missing both with and without a value. They are
 * asked of the folder with gaps, the first of each also of the sample, which takes longer to read.
 */
const COMMANDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'lectern ask': [
    ['ask', '--json', 'katazyna', 'wronska'],
    ['ask', '--json', 'ada', 'lund'],
    ['ask', '--json', 'rope', 'exhibition'],
    ['ask', '--json', 'tuesday', '14:00', 'track:storage'],
    ['ask', '--json', 'digest', '08:00'],
    ['ask', '--json', 'ceph tuesday 14:00-16:00'],
    ['ask', '--json', 'speakers'],
    ['ask', '--stdin'],
  ],
  'lectern search': [
    ['search', '--json', 'katazyna', 'wronska'],
    ['search', '--json', 'ceph'],
    ['search', '--json', 'rope', 'exhibition'],
    ['search', '--json', 'ada', 'lund'],
    ['search', '--json', 'tape', 'ada'],
    ['search', '--stdin'],
  ],
  'lectern show': [
    ['show', '--json', 'storage/upgrading-ceph-in-daylight'],
    ['show', '--json', 'tape'],
    ['show', '--json', 'ropes'],
    ['show', '--json', 'ceph-at-sea'],
  ],
  'lectern agenda': [
    ['agenda', '--json', '2027-05-11'],
    ['agenda', '--json', 'now'],
  ],
  'lectern digest': [['digest', '--json', '--day', '2027-05-11']],
  'lectern rehearse': [['rehearse', '--json', '--order', '09:30 2027-05-11']],
  'lectern check': [['check', '--json']],
};

/** Their form is Slack's. */
const OPAQUE = 'messages[].blocks';

test('the page has an example of each command', () => {
  const shown = page.sections.filter(({ commands }) => commands.length > 0).map(({ heading }) => heading);
  expect(shown).toEqual(Object.keys(COMMANDS));
});

test.each(Object.keys(COMMANDS))('the page names each field of %s', async heading => {
  const answers = await answersTo(COMMANDS[heading] ?? []);
  const named = fieldsIn(page.section(heading)).map(({ path }) => path);
  expect([...new Set(answers.flatMap(pathsIn))].filter(path => !named.includes(path))).toEqual([]);
});

test('the page names no field that is never printed, and says of each whether it can be null or left out', async () => {
  const found = new Map<string, Set<string>>();
  const said = new Map<string, string>();
  for (const [heading, commands] of Object.entries(COMMANDS)) {
    const answers = await answersTo(commands);
    for (const { name, path, lacking } of fieldsIn(page.section(heading))) {
      said.set(name, lacking === 'always null' ? 'null' : ['value', lacking].filter(Boolean).sort().join());
      found.set(name, new Set([...(found.get(name) ?? []), ...formsOf(answers, path)]));
    }
  }
  const seen = [...found].map(([name, forms]) => [name, [...forms].sort().join()]);
  expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(said));
});

test.each(
  page.sections.flatMap(({ commands, blocks }) =>
    commands.map((command, at): [string, string] => [command, blocks[at]?.text ?? '']),
  ),
)('%s prints what the page shows', async (command, shown) => {
  const [, input = '', line = ''] = /^(?:printf '(.*)' \| )?npx lectern (.*)$/.exec(command) ?? [];
  const argv = line.split(' ').map(word => word.replace(/^data\//, `${sample}/`));
  const { stdout } = await lectern(argv, { stdin: input.replaceAll('\\n', '\n'), env: { DATA_DIR: sample } });
  const objects = objectsIn(stdout);
  const expected = input === '' ? [JSON.parse(shown)] : objectsIn(shown);
  expect(objects.map((object, at) => shortened(object, expected[at]))).toEqual(expected);
});

test('the page names each kind of answer, and each thing that can be understood', () => {
  // They do not compile without one that there is.
  const kinds: Readonly<Record<ReturnType<typeof askJson>['kind'], true>> = {
    search: true,
    none: true,
    agenda: true,
    help: true,
    digest: true,
    list: true,
    mine: true,
    facts: true,
  };
  const understood: Readonly<Record<Understood['what'], true>> = {
    room: true,
    track: true,
    speaker: true,
    day: true,
    time: true,
    language: true,
    level: true,
    without: true,
    words: true,
  };
  const named = (field: string) => {
    const row = page.section('lectern ask').rows.find(([cell]) => cell === `\`${field}\``);
    return codeIn(row?.[1] ?? '');
  };
  expect({ kinds: named('kind'), understood: named('understood[].what') }).toEqual({
    kinds: Object.keys(kinds),
    understood: Object.keys(understood),
  });
});

test('the page names each format that is read, and no other', () => {
  const named = page.section('Formats').rows.flatMap(([cell = '']) => codeIn(cell));
  const byTheirPath = ['join-table', 'names-table', 'pyvideo-category', 'timeslot-table'];
  expect(named.sort()).toEqual([...FORMATS.map(({ name }) => name), ...byTheirPath].sort());
});

test('the page names a program that writes each format', () => {
  const unnamed = page.section('Formats').rows.filter(([, , program = '']) => program.trim() === '');
  expect(unnamed).toEqual([]);
});

/** All objects that commands print, asked of the sample and of the folder with gaps. */
async function answersTo(commands: readonly (readonly string[])[]): Promise<readonly unknown[]> {
  const lines = [
    ...commands.slice(0, 1).map(argv => printedBy(argv, sample)),
    ...commands.map(argv => printedBy(argv, gaps)),
  ];
  return (await Promise.all(lines)).flatMap(objectsIn);
}

/** Several tests look at one answer. */
const printed = new Map<string, Promise<string>>();

function printedBy(argv: readonly string[], folder: string): Promise<string> {
  const key = [folder, ...argv].join('\n');
  const known =
    printed.get(key) ??
    lectern(argv, { stdin: 'ceph\n\n', env: { DATA_DIR: folder } }).then(({ stdout }) => stdout);
  printed.set(key, known);
  return known;
}

function objectsIn(lines: string): readonly unknown[] {
  return lines.split('\n').flatMap(line => (line === '' ? [] : (JSON.parse(line) as unknown)));
}

/** A row of a table. */
interface Field {
  /** The same for a field of a talk, in whichever command's answer. */
  readonly name: string;
  readonly path: string;
  /** `null`, `left out`, `always null`, or empty for a field that always has a value. */
  readonly lacking: string;
}

/** The fields that a section's table names, and those of each talk that it links. */
function fieldsIn({ heading, rows }: DocsSection): readonly Field[] {
  return rows.flatMap(([cell = '', value = '', lacking = '']) => {
    const [path] = codeIn(cell);
    const own = path === undefined ? [] : [{ name: `${heading}: ${path}`, path, lacking }];
    if (!value.includes('](#a-talk)')) return own;
    const prefix = path === undefined ? '' : `${path}[].`;
    const ofTalk = fieldsIn(page.section('A talk')).map(field => ({ ...field, path: prefix + field.path }));
    return [...own, ...ofTalk];
  });
}

/** `talks`, `talks[].id`, ... */
function pathsIn(value: unknown): readonly string[] {
  const walk = (node: unknown, path: string): readonly string[] => {
    if (path === OPAQUE || node === null || typeof node !== 'object') return [];
    if (Array.isArray(node)) return node.flatMap(item => walk(item, `${path}[]`));
    return Object.entries(node).flatMap(([name, below]) => {
      const here = path === '' ? name : `${path}.${name}`;
      return [here, ...walk(below, here)];
    });
  };
  return [...new Set(walk(value, ''))];
}

/** In which forms a field is printed: with a `value`, as `null`, `left out` of an object that has others. */
function formsOf(answers: readonly unknown[], path: string): readonly string[] {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const parents = steps.reduce<readonly unknown[]>(
    (nodes, step) => nodes.flatMap(node => (isObject(node) ? node[step.replace('[]', '')] : [])).flat(),
    answers,
  );
  return parents.filter(isObject).map(parent => {
    if (!(last in parent)) return 'left out';
    return parent[last] === null ? 'null' : 'value';
  });
}

/** What was printed, with `…` where the page has it, and the page's time for the one that was measured. */
function shortened(printed: unknown, shown: unknown): unknown {
  if (typeof printed === 'string' && typeof shown === 'string' && shown.endsWith('…'))
    return printed.startsWith(shown.slice(0, -1)) ? shown : printed;
  if (Array.isArray(printed) && Array.isArray(shown)) {
    const isCut = shown.at(-1) === '…' && printed.length >= shown.length;
    const kept = isCut ? printed.slice(0, shown.length - 1) : printed;
    return [...kept.map((item, at) => shortened(item, shown[at])), ...(isCut ? ['…'] : [])];
  }
  if (!isObject(printed) || !isObject(shown)) return printed;
  return Object.fromEntries(
    Object.entries(printed).map(([name, value]) => [
      name,
      name === 'tookMs' && typeof value === 'number' ? shown[name] : shortened(value, shown[name]),
    ]),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
