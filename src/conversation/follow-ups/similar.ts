import { answerWithoutOrders, type DrawnAnswer } from '../answer.ts';
import type { Answering } from '../context.ts';

/** Asks for talks like one of those that are shown; without a place, like the one that is meant. */
export interface SimilarWish {
  readonly kind: 'similar';
  readonly place: number | undefined;
}

/** Folded, as all of the words. */
const SIMILAR =
  /^(?:(?:and|ok|show me|find|any|anything|something|what else is) )*(?:more|similar|others?|talks|like|mehr wie|ahnliche|d'autres comme|similaires?|similares|parecid[ao]s|mas como|mais como|simili|altri come|vergelijkbare?|meer zoals|似た|類似)(?: (?:talks?|sessions?|ones?|vortrage|conferences|charlas|palestras|interventi|lezingen))*(?: (?:like|to))*(?: (?<this>this|that|these|those|it|dieser|diese|dies|celle-ci|ca|esta|esto|este|essa|questo|dit|deze)| (?:number )?#?(?<place>\d{1,2}))?(?: (?:one|talk))?$/u;
/** `more` by itself turns the page, and `more 2` opens the second. */
const SAYS_LIKE =
  /(?:simil|parecid|ahnlich|vergelijkbar|似た|類似|\blike\b|\bwie\b|\bcomme\b|\bcomo\b|\bcome\b|\bzoals\b)/u;

/** Reads `more like this`, `similar talks`, `like 2`; undefined if the words, which are folded, are something else. */
export function readSimilar(text: string): SimilarWish | undefined {
  const found = SAYS_LIKE.test(text) ? SIMILAR.exec(text) : null;
  if (found === null) return undefined;
  const { place } = found.groups ?? {};
  return { kind: 'similar', place: place === undefined ? undefined : Number(place) };
}

/** Finds what is like a talk by its title: that talk comes first. `note` says which of several is meant. */
export function answerSimilar(
  id: string,
  note: string | undefined,
  context: Answering,
): DrawnAnswer | undefined {
  const talk = context.programme.talk(id);
  if (talk === undefined) return undefined;
  const answer = answerWithoutOrders(talk.title, context);
  if (note === undefined || answer.kind !== 'results') return answer;
  return { ...answer, results: { ...answer.results, notes: [note, ...answer.results.notes] } };
}
