import type { Programme } from '../../programme/programme.ts';
import type { Speaker } from '../../programme/talk.ts';
import { fold, nameKey } from '../../text/fold.ts';
import { isNearWord } from './names-like.ts';

/** The ids of people of a company, and the name that a misspelt one was taken for. */
export interface Colleagues {
  readonly people: ReadonlySet<string>;
  readonly corrected?: string;
}

/**
 * Finds the speakers whose affiliation or bio has these words side by side, such as a company's name; else those with the
 * name that differs from it by a slip in each word, `merow bank`.
 */
export function findColleagues(company: string, programme: Programme): Colleagues {
  const people = foldPeople(programme);
  const named = idsWith(nameKey(company), people);
  if (named.size > 0) return { people: named };
  const typed = nameKey(company).split('-');
  const names = new Set(programme.speakers.flatMap(speaker => runsLike(typed, namesIn(speaker))));
  const [corrected, another] = names;
  return corrected === undefined || another !== undefined
    ? { people: new Set() }
    : { people: idsWith(corrected, people), corrected: corrected.replaceAll('-', ' ') };
}

function idsWith(key: string, people: readonly FoldedPerson[]): ReadonlySet<string> {
  return new Set(people.flatMap(({ id, texts }) => (texts.some(text => text.includes(`-${key}`)) ? id : [])));
}

/** The folded words that begin with a capital, with an empty one for each other. */
function namesIn({ bio, affiliation = '' }: Speaker): readonly string[] {
  return `${affiliation} - ${bio}`
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(word => (/^\p{Lu}/u.test(word) ? fold(word) : ''));
}

/** The words side by side, as many as were typed, that are each near to the one that was typed in their place. */
function runsLike(typed: readonly string[], names: readonly string[]): readonly string[] {
  return names.flatMap((_, at) => {
    const run = names.slice(at, at + typed.length);
    const isLike =
      run.length === typed.length && run.every((word, place) => isNearWord(typed[place] ?? '', word));
    return isLike ? run.join('-') : [];
  });
}

interface FoldedPerson {
  readonly id: string;
  /** The keys of affiliation and bio, each behind a `-`. */
  readonly texts: readonly string[];
}

/** Folds what is told of speakers once for each programme, at the first query that needs it. */
function foldPeople(programme: Programme): readonly FoldedPerson[] {
  const folded =
    foldedPeople.get(programme) ??
    programme.speakers.map(({ id, bio, affiliation = '' }) => ({
      id,
      texts: [`-${nameKey(affiliation)}`, `-${nameKey(bio)}`],
    }));
  foldedPeople.set(programme, folded);
  return folded;
}

const foldedPeople = new WeakMap<Programme, readonly FoldedPerson[]>();
