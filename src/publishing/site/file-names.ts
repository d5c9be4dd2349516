import { slugOf } from '../../exporters/ids.ts';
import { createIdNumberer } from '../../programme/programme.ts';
import { groupByEach, hashId } from '../../text/keys.ts';

/** Windows takes none of these as the name of a file, whatever stands behind a dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A name for each of these texts, of small letters, digits and hyphens: safe as the name of a file, in addresses and as an id,
 * and different also where capitals do not count. The same texts have the same names in any order, but for those that share one by chance.
 */
export function safeNames(texts: readonly string[]): ReadonlyMap<string, string> {
  const bySlug = groupByEach([...new Set(texts)], text => [slugOf(text)]);
  const taken = new Set<string>();
  const numbered = createIdNumberer(taken);
  const names = new Map<string, string>();
  for (const [slug, those] of bySlug)
    for (const text of those) {
      const isClear = slug !== '' && those.length === 1 && !RESERVED.test(slug);
      const name = isClear ? slug : [slug, hashId(text)].filter(Boolean).join('-');
      const free = taken.has(name) ? numbered(name) : name;
      taken.add(free);
      names.set(text, free);
    }
  return names;
}
