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
