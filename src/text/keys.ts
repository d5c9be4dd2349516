import { createHash } from 'node:crypto';

/** Groups items by their keys, in their order. An item with several keys is in each of their groups. */
export function groupByEach<Item, Key = string>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly Key[],
): Map<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const keys = keysOf(item);
    for (const key of keys.length > 1 ? new Set(keys) : keys) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}

/** The items in their order, so many at a time. */
export function* inChunks<Item>(items: readonly Item[], size: number): Iterable<readonly Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}

/** The items in turns: the first of each key, then the second of each. */
export function inTurns<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  let groups = [...groupByEach(items, item => [keyOf(item)]).values()];
  const inOrder: Item[] = [];
  for (let turn = 0; groups.length > 0; turn += 1) {
    inOrder.push(...groups.flatMap(group => group.slice(turn, turn + 1)));
    groups = groups.filter(group => group.length > turn + 1);
  }
  return inOrder;
}

/** Orders texts by code units, the same in every locale: for ids, moments, and wherever any fixed order will do. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** An id made of a text, for a source without usable ids: 12 hex digits, the same for the same text. */
export function hashId(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/**
 * Makes a UUID (version 5) that is always the same for the same words, so that a talk keeps it from export to export.
 */
export function guidOf(...words: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(words)).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
