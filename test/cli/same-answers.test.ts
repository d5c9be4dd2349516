import { describe, expect, test } from 'vitest';
import { familyQueries, hasSharedSearch, MISSING, TALKS_FOLDER } from '../../bench/shared-search.ts';
import { answer, isPersonal } from '../../src/conversation/answer.ts';
import { load } from '../../src/live/load.ts';
import type { Loaded } from '../../src/search/loaded.ts';
import { ACTION } from '../../src/slack/action-ids.ts';
import { readTalkValue } from '../../src/slack/button-values.ts';
import { answerMessage } from '../../src/slack/views/answer.ts';
import { answeringFor } from '../support/answering.ts';
import { isThorough } from '../support/cases.ts';
import { judgedTalks } from '../support/judged-talks.ts';
import { lectern } from './support.ts';

if (!hasSharedSearch) console.warn(`That all doors give the same talks is ${MISSING}`);

const SAMPLE = new URL('../../data', import.meta.url).pathname;
const AT = '2027-05-11T08:55+02:00';

/** Judged queries in which Slack understands more than `lectern search`: a constraint, or a question around the topic. */
const UNDERSTOOD_OTHERWISE: readonly string[] = ['need know workshop'];

/** A page of results in Slack. An agenda's page is longer. */
const LIMIT = 5;

interface Pressed {
  readonly type: string;
  readonly action_id?: string;
  readonly value?: unknown;
}

/** The talks of the first page in Slack: those that its *Details* buttons open. */
function inSlack(typed: string, loaded: Loaded): readonly (string | undefined)[] {
  const answered = answer(typed, answeringFor(loaded, { at: AT }));
  if (answered.kind === 'digest' || isPersonal(answered)) return [];
  return answerMessage(answered)
    .blocks.flatMap((block): readonly (Pressed | undefined)[] =>
      block.type === 'actions' ? block.elements : block.type === 'section' ? [block.accessory] : [],
    )
    .flatMap(element => (element?.action_id === ACTION.details ? String(element.value) : []))
    .map(value => readTalkValue(value, loaded)?.talk.id)
    .slice(0, LIMIT);
}

/** The same on the command line, for a whole batch. */
async function onCommandLine(
  command: readonly string[],
  lines: readonly string[],
  data: string,
  limit = LIMIT,
): Promise<readonly (readonly string[])[]> {
  const argv = [...command, '--data', data, '--json', '--limit', String(limit), '--stdin'];
  const { code, stdout, stderr } = await lectern(argv, { stdin: `${lines.join('\n')}\n` });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const answers = stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line)) as {
    readonly talks: readonly { readonly id: string }[];
  }[];
  return answers.map(({ talks }) => talks.map(({ id }) => id));
}

/** `search` ranks all talks that have a word of the query; in Slack those with only a weak one are behind a button. */
const SEARCHED = 100;

/** True if the first talks in Slack are among those of `search`, the first one first, all in the same order. */
function agrees(inSlack: readonly (string | undefined)[], searched: readonly string[]): boolean {
  const shown = new Set(inSlack);
  const same = searched.filter(id => shown.has(id));
  return same.join() === inSlack.join() && searched[0] === inSlack[0];
}

describe('the command line and Slack give the same talks', () => {
  test(isThorough ? 'for all names of the sample' : 'for each fourth name of the sample', async () => {
    const loaded = await load(SAMPLE);
    const { programme } = loaded;
    const all = [
      ...programme.talks.map(({ title }) => title),
      ...programme.speakers.map(({ name }) => name),
      ...programme.tracks,
      ...programme.rooms,
    ];
    expect(all.length).toBeGreaterThan(100);
    const names = all.filter((_, place) => isThorough || place % 4 === 0);
    const slack = names.map(name => inSlack(name, loaded));
    expect(await onCommandLine(['ask', '--at', AT], names, SAMPLE)).toEqual(slack);
    // The name of a room or track is understood by `ask` and in Slack, and is words for `search`.
    const understood = new Set([...programme.rooms, ...programme.tracks]);
    const plain = names.filter(name => !understood.has(name));
    const searched = await onCommandLine(['search'], plain, SAMPLE, SEARCHED);
    expect(plain.filter((name, at) => !agrees(inSlack(name, loaded), searched[at] ?? []))).toEqual([]);
  });

  test.runIf(hasSharedSearch && isThorough)('for all judged queries', async () => {
    const loaded = await judgedTalks();
    const queries = familyQueries().map(({ query }) => query);
    const slack = queries.map(query => inSlack(query, loaded));
    const searched = await onCommandLine(['search'], queries, TALKS_FOLDER, SEARCHED);
    const others = queries.filter((_, place) => !agrees(slack[place] ?? [], searched[place] ?? []));
    expect(others.filter(query => !UNDERSTOOD_OTHERWISE.includes(query))).toEqual([]);
  });
});
