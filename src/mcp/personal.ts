import { z } from 'zod';

/** Copies of a field, as with another description, have the marks of their original. */
const MARKS = z.registry<{ readonly isPersonal?: true; readonly personalValues?: readonly string[] }>();

/** Marks a field of arguments or answers that is only of use to a person whom Slack names; others are not told of it. */
export function personal<Field extends z.ZodType>(field: Field): Field {
  MARKS.add(field, { isPersonal: true });
  return field;
}

/** The same for some of the values that a field may have. */
export function personalValues<Field extends z.ZodEnum>(
  field: Field,
  values: readonly (z.output<Field> & string)[],
): Field {
  MARKS.add(field, { personalValues: values });
  return field;
}

/** An optional field, or one with a default, holds the field that is marked. */
export function isPersonal(field: z.core.$ZodType): boolean {
  if (MARKS.get(field)?.isPersonal) return true;
  const { innerType }: z.core.$ZodTypeDef & { readonly innerType?: z.core.$ZodType } = field._zod.def;
  return innerType !== undefined && isPersonal(innerType);
}

/** Those of the values that are of use to everybody. */
export function openValues<Value>(field: z.core.$ZodType, values: readonly Value[]): Value[] {
  const hidden: readonly unknown[] = MARKS.get(field)?.personalValues ?? [];
  return values.filter(value => !hidden.includes(value));
}
