import type { z } from 'zod';

const PERSONAL = new WeakSet<z.core.$ZodType>();

/** Marks a field of arguments or answers that is only of use to a person whom Slack names; others are not told of it. */
export function personal<Field extends z.ZodType>(field: Field): Field {
  PERSONAL.add(field);
  return field;
}

export function isPersonal(field: z.core.$ZodType): boolean {
  return PERSONAL.has(field);
}
