import { isGlue } from '../constraints/glue.ts';
import type { TypedWord } from '../constraints/typed-words.ts';
import { isOwnNoun } from './find-own-talks.ts';
import { isIn, NO_WORD } from './word-classes.ts';

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** Folded, in the languages in which people type. */
export const UNSTAR = set('unstar unbookmark unfavourite unfavorite');
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
const ADD = set(
  `add put include fuge hinzufugen setze ajoute ajouter ajoutez mets mettre anade anadir agrega agregar pon poner
   adiciona adicionar coloca colocar aggiungi aggiungere metti voeg zet toevoegen`,
);
const TO = set('to on onto into in zu auf a dans en em nas nos aos as ai alla alle nei nella nelle aan op');
/** People remove things from much else that they call theirs: `remove duplicates from my list`. */
const DOUBTFUL = set('program list plan plans day session sessions presentation presentations event events');
const FINISHING = set(
  'off af please pls bitte heraus raus weg entfernen loschen streichen verwijderen hinzu hinzufugen toe toevoegen',
);

/**
 * The words for one of the talks in `unstar the workshop` and `remove the workshop from my talks`; undefined if these words
 * are something else.
 */
export function readUnstar(words: readonly TypedWord[]): readonly TypedWord[] | undefined {
  const start = words.findIndex(({ form }) => UNSTAR.has(form) || !isGlue(form));
  return UNSTAR.has(words[start]?.form ?? '')
    ? orNone(words.slice(start + 1))
    : readMoved(words, { verbs: REMOVE, before: FROM });
}

/** The words for talks in `add the workshop to my talks`; undefined if these words are something else. */
export function readAdd(words: readonly TypedWord[]): readonly TypedWord[] | undefined {
  return readMoved(words, { verbs: ADD, before: TO });
}

/** Reads the words between the verb and the person's own talks; German has the verb at the end, too. */
function readMoved(
  words: readonly TypedWord[],
  { verbs, before }: { readonly verbs: ReadonlySet<string>; readonly before: ReadonlySet<string> },
): readonly TypedWord[] | undefined {
  const start = words.findIndex(({ form }) => !isGlue(form));
  const own = words.findIndex((word, at) => at > 0 && before.has(word.form) && namesOwn(words.slice(at + 1)));
  if (own < 0) return undefined;
  if (verbs.has(words[start]?.form ?? '')) return orNone(words.slice(start + 1, own));
  return verbs.has(words.at(-1)?.form ?? '') ? orNone(words.slice(0, own)) : undefined;
}

/** `my talks`, `my starred talks`, `mine`; another word for leaving may stand behind it, or `of` before it. */
function namesOwn(words: readonly TypedWord[]): boolean {
  const [first = NO_WORD, ...others] = words[0]?.form === 'of' ? words.slice(1) : words;
  if (!isIn(first, 'my', 'mine')) return false;
  const rest = others.filter(({ form }) => !FINISHING.has(form));
  const isOwn = rest.every(word => isOwnNoun(word) && !DOUBTFUL.has(word.form));
  return isOwn && (isIn(first, 'mine') || rest.length > 0);
}

function orNone(words: readonly TypedWord[]): readonly TypedWord[] | undefined {
  return words.some(({ form }) => form !== '') ? words : undefined;
}
