import type { Programme } from '../../programme/programme.ts';
import { nameKey } from '../../text/fold.ts';

/** Finds the ids of the speakers whose affiliation or bio has these words side by side, such as a company's name. */
export function findColleagues(company: string, programme: Programme): ReadonlySet<string> {
  const begins = `-${nameKey(company)}`;
  return new Set(
    foldPeople(programme).flatMap(({ id, texts }) => (texts.some(text => text.includes(begins)) ? id : [])),
  );
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
