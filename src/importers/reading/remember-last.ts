/**
 * Reads texts, and the same one not again: each form looks at the whole of a text to tell whether it is its own, and then
 * reads it. It is remembered only until memory is wanted for something else.
 */
export function rememberLast<Value>(read: (text: string) => Value): (text: string) => Value {
  let last: WeakRef<{ readonly text: string; readonly value: Value }> | undefined;
  return text => {
    const known = last?.deref();
    if (known?.text === text) return known.value;
    const fresh = { text, value: read(text) };
    last = new WeakRef(fresh);
    return fresh.value;
  };
}
