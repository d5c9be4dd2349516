/**
 * Makes a function that computes the value of a text once, for texts that come again and again: the names of fields, the
 * words of a programme. When `max` values are remembered, it begins anew.
 */
export function remember<Value>(compute: (text: string) => Value, max = 10_000): (text: string) => Value {
  const known = new Map<string, Value>();
  return text => {
    const value = known.get(text);
    if (value !== undefined || known.has(text)) return value as Value;
    const fresh = compute(text);
    if (known.size >= max) known.clear();
    known.set(text, fresh);
    return fresh;
  };
}

/** The same for values of objects, which are forgotten with them. */
export function rememberOf<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return key => {
    const value = known.get(key);
    if (value !== undefined || known.has(key)) return value as Value;
    const fresh = compute(key);
    known.set(key, fresh);
    return fresh;
  };
}

/** Makes room in a Map or Set, which keep the order of insertion: the oldest goes if there are more than `max`. */
export function forgetOldest<Key>(
  known: { readonly size: number; keys(): Iterator<Key>; delete(key: Key): boolean },
  max: number,
): void {
  if (known.size <= max) return;
  // Keys that were deleted stand in the way of the first one, so it is looked for only if it must go.
  const oldest = known.keys().next();
  if (oldest.done !== true) known.delete(oldest.value);
}
