import { compare } from '../../text/compare.ts';
import { ABSTRACT, SPEAKERS, TITLE } from '../index/fields.ts';
import type { Index } from '../index/index-programme.ts';
import type { Term } from '../query/terms.ts';
import type { SpeakerMatch } from '../search-result.ts';

/**
 * The people whom a query names, best first: by two words of their name anywhere in it, or by a single word where that
 * is the whole query and more a name than a word. `ceph` names nobody, though somebody may be called so.
 */
export function findNamedPeople(index: Index, terms: readonly Term[]): SpeakerMatch[] {
  const { speakers, lengths, byWord } = index.people;
  const words = new Map<number, number>();
  for (const term of terms) {
    for (const speaker of byWord.get(term.corrected ?? term.form) ?? [])
      words.set(speaker, (words.get(speaker) ?? 0) + 1);
  }
  const enough = Math.min(2, terms.length);
  const single = terms.length === 1 && terms[0] !== undefined && !isName(index, terms[0]);
  if (single) return [];
  return [...words]
    .filter(([speaker, count]) => count >= Math.min(enough, lengths[speaker] ?? enough))
    .flatMap(([speaker, count]) => {
      const person = speakers[speaker];
      return person === undefined
        ? []
        : [{ speaker: person, score: count / Math.max(terms.length, lengths[speaker] ?? 1) }];
    })
    .sort(
      (a, b) =>
        b.score - a.score || compare(a.speaker.name, b.speaker.name) || compare(a.speaker.id, b.speaker.id),
    );
}

/** Whether more talks have a word in the names of their speakers than in what they are about. */
function isName(index: Index, term: Term): boolean {
  const form = index.vocabulary.formNumber(term.corrected ?? term.form);
  if (form === undefined) return false;
  let names = 0;
  let words = 0;
  for (let place = index.forms.offsets[form] ?? 0; place < (index.forms.offsets[form + 1] ?? 0); place++) {
    const fields = index.forms.fields[place] ?? 0;
    if ((fields & (1 << SPEAKERS)) !== 0) names++;
    else if ((fields & ((1 << TITLE) | (1 << ABSTRACT))) !== 0) words++;
  }
  return names > 0 && names >= words;
}
