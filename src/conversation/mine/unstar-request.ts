import { isGlue } from '../constraints/glue.ts';
import type { TypedWord } from '../constraints/typed-words.ts';
import { isOwnNoun } from './find-own-talks.ts';
import { isIn, NO_WORD } from './word-classes.ts';

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** Folded, in the languages in which people type. */
const UNSTAR = set('unstar unbookmark unfavourite unfavorite');
const REMOVE = set(
  `remove delete drop take kick cancel forget
   entferne entfernen losche loschen streiche streichen nimm
   enleve enlever enlevez retire retirer retirez supprime supprimer supprimez ote
   quita quitar elimina eliminar borra borrar saca sacar
   remova remover tira tirar retira retirar apaga apagar exclui excluir
   rimuovi rimuovere togli togliere cancella
   verwijder verwijderen haal schrap schrappen`,
);
const FROM = set('from off of aus von vom de des da das do dos dal dai dalla dalle dei delle uit van');
const FINISHING = set('off af please pls bitte heraus raus weg entfernen loschen streichen verwijderen');

/**
 * The words for one of the talks in `unstar the workshop` and `remove the workshop from my talks`; undefined if these words
 * are something else.
 */
export function readUnstar(words: readonly TypedWord[]): readonly TypedWord[] | undefined {
  const start = words.findIndex(({ form }) => UNSTAR.has(form) || !isGlue(form));
  const first = words[start]?.form ?? '';
  if (start >= 0 && UNSTAR.has(first)) return orNone(words.slice(start + 1));
  const from = words.findIndex((word, at) => at > 0 && FROM.has(word.form) && namesOwn(words.slice(at + 1)));
  if (from < 0) return undefined;
  const isGerman = !REMOVE.has(first) && REMOVE.has(words.at(-1)?.form ?? '');
  return REMOVE.has(first)
    ? orNone(words.slice(start + 1, from))
    : isGerman
      ? orNone(words.slice(0, from))
      : undefined;
}

/** `my talks`, `my starred talks`, `mine`; another word for leaving may stand behind it, or `of` before it. */
function namesOwn(words: readonly TypedWord[]): boolean {
  const [first = NO_WORD, ...others] = words[0]?.form === 'of' ? words.slice(1) : words;
  if (!isIn(first, 'my', 'mine')) return false;
  const rest = others.filter(({ form }) => !FINISHING.has(form));
  return rest.every(isOwnNoun) && (isIn(first, 'mine') || rest.length > 0);
}

function orNone(words: readonly TypedWord[]): readonly TypedWord[] | undefined {
  return words.some(({ form }) => form !== '') ? words : undefined;
}
