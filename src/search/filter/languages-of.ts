import type { Programme } from '../../programme/programme.ts';
import { fold } from '../../text/fold.ts';

/** A language in which talks are given. */
export interface Language {
  /** BCP 47, lower case. */
  readonly tag: string;
  /** In English and as its speakers call it, folded: `german`, `deutsch`. */
  readonly names: readonly string[];
}

/** The languages of a programme, as far as it says them, by their tags. */
export function languagesOf({ talks }: Programme): readonly Language[] {
  const tags = [...new Set(talks.flatMap(talk => talk.languages))].sort();
  return tags.map(tag => ({
    tag,
    names: ['en', tag].map(language =>
      fold(new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag),
    ),
  }));
}
