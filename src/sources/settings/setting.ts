import { isMap, isScalar, type Node, type YAMLMap } from 'yaml';
import { editDistance } from '../../text/edit-distance.ts';

/** Says what is wrong with a setting, at its place in the text. */
export type Complain = (offset: number | undefined, message: string) => void;

/** The value of a name in a group of settings. */
export function findSetting(group: unknown, name: string): YAMLMap['items'][number] | undefined {
  return isMap(group) ? group.items.find(({ key }) => settingName(key) === name) : undefined;
}

/** A name as it is written: YAML takes a folder called `068` and a room called `1.10` for numbers, 68 and 1.1. */
export function settingName(key: unknown): string {
  if (!isScalar(key)) return '';
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

export function offsetOf(node: unknown): number | undefined {
  return (node as Partial<Node> | null | undefined)?.range?.[0];
}

/** A sentence about a name that is none of `names`; `wrong` says what it is not: "is not a setting of a source". */
export function describeUnknownName(name: string, wrong: string, names: readonly string[]): string {
  const meant = suggestName(name, names);
  return `"${name}" ${wrong}${meant ? `; did you mean "${meant}"?` : `. There are ${names.join(', ')}.`} It was left out.`;
}

/** Returns the nearest word that differs by two letters at most; undefined if there is none. */
export function suggestName(written: string, words: readonly string[]): string | undefined {
  const near = words
    .map(word => ({ word, edits: editDistance(written.toLowerCase(), word.toLowerCase(), 2) }))
    .filter(({ word, edits }) => edits <= Math.min(2, word.length / 3))
    .sort((a, b) => a.edits - b.edits);
  return near[0]?.word;
}
