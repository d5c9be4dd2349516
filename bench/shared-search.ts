import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createProgramme, type Programme } from '../src/programme/programme.ts';
import type { Talk } from '../src/programme/talk.ts';
import { nameKey } from '../src/text/fold.ts';

/** Queries with known answers, beside the repository: their texts are others', so they are only read. */
const FOLDER = new URL('../../shared/search/', import.meta.url);

/** The talks that the queries are about. */
export const TALKS_FOLDER = fileURLToPath(
  new URL('../../shared/programmes/rst/openstack-barcelona-2016', import.meta.url),
);

export const hasSharedSearch = existsSync(FOLDER) && existsSync(TALKS_FOLDER);

/** What the commands and tests that need the queries say where there are none. */
export const MISSING = `NOT MEASURED: there are no judged queries at ${fileURLToPath(FOLDER)}, or no talks at ${TALKS_FOLDER}.`;

export interface JudgedQuery {
  readonly family?: string;
  readonly query: string;
  /** How well each talk answers it, by the talk's id; what is not here does not. */
  readonly relevant: Readonly<Record<string, number>>;
}

export function familyQueries(): readonly JudgedQuery[] {
  return linesOf('queries.jsonl') as readonly JudgedQuery[];
}

/** A classic collection of abstracts whose answers people have judged. */
export function collection(name: 'cran' | 'cacm'): { programme: Programme; queries: readonly JudgedQuery[] } {
  const abstracts = linesOf(`${name}.jsonl`) as readonly Abstract[];
  return {
    programme: createProgramme(NOWHERE, abstracts.map(talkOf)),
    queries: linesOf(`${name}-queries.jsonl`) as readonly JudgedQuery[],
  };
}

interface Abstract {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  readonly authors?: readonly string[];
}

function talkOf({ id, title, abstract, authors = [] }: Abstract): Talk {
  return {
    id,
    kind: 'talk',
    status: 'confirmed',
    title,
    abstract,
    speakers: authors.map(name => ({ id: nameKey(name), name, bio: '' })),
    track: undefined,
    level: undefined,
    languages: [],
    links: [],
    slots: [],
    file: '',
  };
}

/** The conference of what never was at one. */
export const NOWHERE = {
  name: undefined,
  timeZone: undefined,
  dayStart: '05:00',
  url: undefined,
  folder: '',
  trackNames: {},
  facts: [],
  roomLinks: [],
  sample: false,
};

function linesOf(file: string): readonly unknown[] {
  const lines = readFileSync(new URL(file, FOLDER), 'utf8').split('\n');
  return lines.filter(line => line !== '').map(line => JSON.parse(line));
}
