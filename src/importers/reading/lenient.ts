import { z } from 'zod';
import { inOneLanguage } from './one-language.ts';
import type { Report } from './report.ts';

/** Fields of JSON that take what is there and are empty for what is not, so that no talk is lost by an odd field. */
export const text = z.union([z.string(), z.number().transform(String)]).catch('');
/** A text, or one a language. */
export const localised = z.unknown().optional().transform(inOneLanguage);
export const flag = z.boolean().catch(false);
/** Minutes and the like, which some files write as text. */
export const count = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,6}$/)
      .transform(Number),
  ])
  .optional()
  .catch(undefined);

/** What of a list is as it should be. */
export function list<Entry>(entry: z.ZodType<Entry>, max = LIST_MAX): z.ZodType<readonly Entry[]> {
  return z
    .array(z.unknown())
    .catch([])
    .transform(items => items.slice(0, max).flatMap(item => entry.safeParse(item).data ?? []));
}

/** More than is kept of any list within a talk; it bounds the work that a hostile one can make. */
const LIST_MAX = 1000;

/** More than any conference has, and little enough to be read in a second or two. */
export const ENTRIES_MAX = 50_000;

/** Reads each entry of a file. What is none is reported, and so are entries beyond the limit. `noun` is for people: "session". */
export function readEntries<Entry>(
  items: readonly unknown[],
  { entry, noun }: { readonly entry: z.ZodType<Entry>; readonly noun: string },
  report: Report,
): readonly Entry[] {
  if (items.length > ENTRIES_MAX)
    report.fail({}, `The file has more than 50,000 ${noun}s; those after them were left out.`);
  return items.slice(0, ENTRIES_MAX).flatMap((item, i) => {
    const { data } = entry.safeParse(item);
    if (data === undefined) report.fail({}, `Entry ${i + 1} is no ${noun}; it was left out.`);
    return data ?? [];
  });
}
