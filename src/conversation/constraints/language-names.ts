import { fold } from '../../text/fold.ts';

/** Languages in which people name languages. */
const NAMED_IN = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'ja'];
/** Languages in which talks are given. The name of any other is a word. */
const TAUGHT = `en de fr es pt it nl ja zh ko ru pl cs sv da nb fi ca eu gl uk tr ar he el hu ro`.split(' ');

let tags: ReadonlyMap<string, string> | undefined;

/** The tag of a language by its folded name: `es` for `spanish`, `espanol`, `spanische`. Made once: each name loads a table. */
export function languageNamed(name: string): string | undefined {
  tags ??= new Map(TAUGHT.flatMap(tag => namesOf(tag).map((each): [string, string] => [each, tag])));
  return tags.get(name);
}

function namesOf(tag: string): readonly string[] {
  const names = [...NAMED_IN, tag].map(language =>
    fold(new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag),
  );
  // German inflects them.
  const inflected = names.flatMap(name =>
    name.endsWith('sch') ? [`${name}e`, `${name}en`, `${name}er`] : [],
  );
  return [...names, ...inflected];
}
