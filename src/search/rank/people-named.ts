import { compare } from '../../text/keys.ts';
import { ABSTRACT, SPEAKERS, TITLE } from '../index/fields.ts';
import type { Index } from '../index/index-programme.ts';
import { fieldsIn } from '../index/postings.ts';
import type { Term } from '../query/terms.ts';
import type { SpeakerMatch } from '../search-result.ts';

/**
 * The people whom a query names, best first: by two words of their name anywhere in it, or by a single word if that is
 * the whole query and more a name than a word. `ceph` names nobody, though somebody may be called so.
 */
export function findNamedPeople(index: Index, terms: readonly Term[]): SpeakerMatch[] {
  const first = terms[0];
  const counts = countNameWords(index, terms);
  if (counts.size === 0) return [];
  if (terms.length === 1 && first !== undefined && !isName(index, first)) return [];
  const { speakers, lengths } = index.people;
  const needed = Math.min(2, terms.length);
  return [...counts]
    .filter(([number, count]) => count >= Math.min(needed, lengths[number] ?? needed))
    .flatMap(([number, count]) => {
      const speaker = speakers[number];
      const score = count / Math.max(terms.length, lengths[number] ?? 1);
      return speaker === undefined ? [] : [{ speaker, score }];
    })
    .sort(
      (a, b) =>
        b.score - a.score || compare(a.speaker.name, b.speaker.name) || compare(a.speaker.id, b.speaker.id),
    );
}

/** How many terms each speaker's name has, by the speaker's number; none that has no term. */
function countNameWords({ people }: Index, terms: readonly Term[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const term of terms)
    for (const speaker of people.byWord.get(term.corrected ?? term.form) ?? [])
      counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  return counts;
}

/** True if at least as many talks have a word in the names of their speakers as have it in title or abstract. */
function isName(index: Index, term: Term): boolean {
  const form = term.corrected === undefined ? term.number : index.vocabulary.formNumber(term.corrected);
  if (form === undefined) return false;
  let names = 0;
  let words = 0;
  const { starts, ends, codes } = index.forms;
  for (let place = starts[form] ?? 0; place < (ends[form] ?? 0); place++) {
    const fields = fieldsIn(codes[2 * place] ?? 0);
    if ((fields & (1 << SPEAKERS)) !== 0) names++;
    else if ((fields & ((1 << TITLE) | (1 << ABSTRACT))) !== 0) words++;
  }
  return names > 0 && names >= words;
}
