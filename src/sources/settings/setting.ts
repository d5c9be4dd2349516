import { isMap, isScalar, type Node, type YAMLMap } from 'yaml';
import { nearest } from './nearest.ts';

/** Says what is wrong with a setting, at its place in the text. */
export type Complain = (offset: number | undefined, message: string) => void;

/** What stands under a name in a group of settings. */
export function settingIn(group: unknown, name: string): YAMLMap['items'][number] | undefined {
  return isMap(group) ? group.items.find(({ key }) => settingName(key) === name) : undefined;
}

export function settingName(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}

export function offsetOf(node: unknown): number | undefined {
  return (node as Partial<Node> | null | undefined)?.range?.[0];
}

/** A sentence about a name that is none of `names`; `wrong` says what it is not: "is no setting of a source". */
export function unknownName(name: string, wrong: string, names: readonly string[]): string {
  const meant = nearest(name, names);
  return `"${name}" ${wrong}${meant ? `; did you mean "${meant}"?` : `. There are ${names.join(', ')}.`} It was left out.`;
}
