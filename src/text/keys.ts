import { createHash } from 'node:crypto';

/** Groups items by their keys, in their order. An item with several keys is in each of their groups. */
export function groupByEach<Item, Key = string>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly Key[],
): Map<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}

/** Orders texts by code units, the same in every locale: for ids, moments, and wherever any fixed order will do. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** An id made of a text, for a source without usable ids: 12 hex digits, the same for the same text. */
export function hashId(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
