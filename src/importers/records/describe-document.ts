import { type Fields, isFields, listFields } from '../reading/json.ts';
import { isInBrackets, looksLikeYaml, parseRecords } from './document.ts';
import { createColumnFinder } from './finding/record-columns.ts';

/** Characters; enough to tell what a file is. */
const LENGTH_MAX = 200_000;

/**
 * Says what a text of JSON or YAML holds that is no programme, and what to rename so that it becomes one; undefined if it
 * has no fields.
 */
export function describeDocument(text: string): string | undefined {
  if (text.length > LENGTH_MAX || !(isInBrackets(text) || looksLikeYaml(text))) return undefined;
  const answer = parseRecords(text);
  if ('mistake' in answer) return undefined;
  const found = findLongestList(answer.value, LEVELS_MAX);
  const list = found.length === 0 && isFields(answer.value) ? [answer.value] : found;
  const names = [...new Set(list.slice(0, 20).flatMap(entry => Object.keys(entry)))];
  if ((list.length < 2 && found.length > 0) || names.length < (list.length > 1 ? 1 : 2)) return undefined;
  const { title } = createColumnFinder()(Object.fromEntries(names.map(name => [name, ''])));
  const shown = names.slice(0, NAMES_MAX).map(name => name.slice(0, 40));
  const lack =
    title === undefined
      ? 'none of these is a title. Rename the key that holds the title to "title"'
      : 'none of these is a time, a speaker or an abstract. If these are talks, name their keys "start", "speakers" and "abstract"';
  const what = list.length === 1 ? 'one entry' : `a list of ${list.length} entries`;
  return `It has ${what} with ${shown.join(', ')}; ${lack}.`;
}

const NAMES_MAX = 8;
const LEVELS_MAX = 5;

function findLongestList(value: unknown, levels: number): readonly Fields[] {
  if (levels === 0 || typeof value !== 'object' || value === null) return [];
  const values = isFields(value) ? Object.values(value) : [];
  const own = values.length > 1 && values.every(isFields) ? values : listFields(value);
  const inner = (Array.isArray(value) ? [] : isFields(value) ? Object.values(value) : []).map(one =>
    findLongestList(one, levels - 1),
  );
  return [own, ...inner].reduce((longest, list) => (list.length > longest.length ? list : longest));
}
