import { corrections } from '../correction/variants.ts';
import type { Index } from '../index/index-programme.ts';
import { occurrences } from '../index/postings.ts';
import type { Term } from '../query/terms.ts';
import type { Work } from './work.ts';

/** A word that texts have, but hardly: it may be a slip that somebody made before. */
const DOUBTED = { weight: 0.1, certainty: 0.3 };
/** A word that more talks have than this is no slip. */
const TALKS_MAX = 5;

/** Gives rare words what they may have been meant for as well; the same terms where none is rare. */
export function doubtRare(index: Index, terms: readonly Term[], work: Work): readonly Term[] {
  const doubted = terms.map(term => doubt(index, term, work));
  return doubted.some((term, place) => term !== terms[place]) ? doubted : terms;
}

function doubt(index: Index, term: Term, work: Work): Term {
  const form = index.vocabulary.formNumber(term.form);
  if (form === undefined || term.word.asTyped || occurrences(index.forms, form) > TALKS_MAX) return term;
  const { variants } = corrections(index, { text: term.form, stem: term.stem }, { sureness: DOUBTED, work });
  return variants.length === 0 ? term : { ...term, variants: [...term.variants, ...variants] };
}
