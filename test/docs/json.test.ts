import { expect, test } from 'vitest';
import { FORMATS } from '../../src/importers/import-file.ts';
import { folderOf, lectern } from '../cli/support.ts';
import { codeIn, type DocsSection, docsPage } from '../support/docs-page.ts';

const page = docsPage('json.md');
const sample = new URL('../../data', import.meta.url).pathname;

/** A folder in which nearly everything is missing that a programme can lack, and the rest is there. */
const gaps = folderOf({
  'conference.yml': 'timeZone: Europe/Madrid\ncolour: blue\n',
  'ceph-at-sea.txt': 'Ceph at sea\n~~~~~~~~~~~\n\n**Abstract:**\n\nHow a ferry line runs Ceph on board.\n',
  'talks.yaml': `- title: Tape ashore
  id: tape
  level: Beginner
  start: 2027-05-11 09:00
  url: https://example.org/tape
  speakers: [{ name: Ada Lund, bio: Ada keeps the storage of a small harbour afloat. }]
`,
  'notes.md': 'Bring a rope.\n',
});

/** Commands whose answers, taken together, have each field that can be null both with and without a value. */
const COMMANDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'lectern search': [
    ['search', '--json', 'katazyna', 'wronska'],
    ['search', '--json', 'ceph'],
    ['search', '--json', 'tape', 'ada'],
    ['search', '--stdin'],
  ],
  'lectern show': [
    ['show', '--json', 'tape'],
    ['show', '--json', 'ceph-at-sea'],
    ['show', '--json', 'storage/upgrading-ceph-in-daylight'],
  ],
  'lectern agenda': [
    ['agenda', '--json', '2027-05-11'],
    ['agenda', '--json', 'now'],
  ],
  'lectern digest': [['digest', '--json', '--day', '2027-05-11']],
  'lectern check': [['check', '--json']],
};

/** Their form is Slack's. */
const OPAQUE = 'messages[].blocks';

test('the page has an example of each command', () => {
  const shown = page.sections.filter(({ commands }) => commands.length > 0).map(({ heading }) => heading);
  expect(shown).toEqual(Object.keys(COMMANDS));
});

test.each(Object.keys(COMMANDS))('the page names each field of %s, and no other', async heading => {
  const answers = await answersTo(COMMANDS[heading] ?? []);
  const named = documented(page.section(heading));
  expect([...new Set(answers.flatMap(pathsIn))].sort()).toEqual([...named.keys()].sort());
});

test.each(Object.keys(COMMANDS))('the page says which fields of %s can be null', async heading => {
  const answers = await answersTo(COMMANDS[heading] ?? []);
  const named = documented(page.section(heading));
  const nullable = [...named.keys()].filter(path => valuesAt(answers, path).includes(null));
  const alwaysNull = [...named.keys()].filter(path => valuesAt(answers, path).every(value => value === null));
  expect({ nullable, alwaysNull }).toEqual({
    nullable: [...named].filter(([, nullIf]) => nullIf !== '').map(([path]) => path),
    alwaysNull: [],
  });
});

test.each(
  page.sections.flatMap(({ commands, blocks }) =>
    commands.map((command, at): [string, string] => [command, blocks[at]?.text ?? '']),
  ),
)('%s prints what the page shows', async (command, shown) => {
  const [, input = '', line = ''] = /^(?:printf '(.*)' \| )?npx lectern (.*)$/.exec(command) ?? [];
  const argv = line.split(' ').map(word => word.replace(/^data\//, `${sample}/`));
  const { stdout } = await lectern(argv, { stdin: input.replaceAll('\\n', '\n'), env: { DATA_DIR: sample } });
  const printed = objectsIn(stdout);
  const expected = input === '' ? [JSON.parse(shown)] : objectsIn(shown);
  expect(printed.map((object, at) => shortened(object, expected[at]))).toEqual(expected);
});

test('the page names each format that is read, and no other', () => {
  const named = page.section('Formats').rows.flatMap(([cell = '']) => codeIn(cell));
  expect(named.sort()).toEqual(FORMATS.map(({ name }) => name).sort());
});

/** All objects that commands print, asked of the sample and of the folder with gaps. */
async function answersTo(commands: readonly (readonly string[])[]): Promise<readonly unknown[]> {
  const printed = commands.flatMap(argv =>
    [sample, gaps].map(async folder => {
      const { stdout } = await lectern(argv, { stdin: 'ceph\n\n', env: { DATA_DIR: folder } });
      return objectsIn(stdout);
    }),
  );
  return (await Promise.all(printed)).flat();
}

function objectsIn(lines: string): readonly unknown[] {
  return lines.split('\n').flatMap(line => (line === '' ? [] : (JSON.parse(line) as unknown)));
}

/** The fields that a section's table names, as paths, each with the cell that says when it is null. */
function documented({ rows }: DocsSection): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap(([field = '', value = '', nullIf = '']) => {
      const path = codeIn(field)[0] ?? field;
      const isTalks = value.includes('](#a-talk)');
      const below = isTalks ? [...documented(page.section('A talk'))] : [];
      return [[path, nullIf], ...below.map(([name, cell]) => [`${path}[].${name}`, cell])] as [
        string,
        string,
      ][];
    }),
  );
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

/** Everything that stands at a path; nothing of an object that lacks the field. */
function valuesAt(values: readonly unknown[], path: string): readonly unknown[] {
  return path.split('.').reduce<readonly unknown[]>((nodes, step) => {
    const name = step.replace('[]', '');
    const found = nodes.flatMap(node =>
      node !== null && typeof node === 'object' && name in node
        ? [(node as Record<string, unknown>)[name]]
        : [],
    );
    return step.endsWith('[]') ? found.flat() : found;
  }, values);
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
