/**
 * Marks a part that many messages share, as the title of a talk or its button, so that it is made once. It is frozen: a
 * change for one message would change the others.
 */
export function shared<Part extends object>(part: Part): Part {
  for (const field of Object.values(part)) if (typeof field === 'object' && field !== null) shared(field);
  return Object.freeze(part);
}
