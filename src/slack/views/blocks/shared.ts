/** The JSON of a shared part, once it has been written. */
export interface SharedJson {
  bytes: Uint8Array | undefined;
}

const sharedParts = new WeakMap<object, SharedJson>();

/**
 * Marks a part that many messages share, as the title of a talk or its button, so that it is made once, and its JSON too.
 * It is frozen: a change for one message would change the others.
 */
export function shared<Part extends object>(part: Part): Part {
  if (!sharedParts.has(part)) sharedParts.set(freeze(part), { bytes: undefined });
  return part;
}

/** Undefined if the part is not shared. */
export function sharedJsonOf(part: object): SharedJson | undefined {
  return sharedParts.get(part);
}

function freeze<Part extends object>(part: Part): Part {
  for (const field of Object.values(part)) if (typeof field === 'object' && field !== null) freeze(field);
  return Object.freeze(part);
}
