import { isSlip } from '../../text/edit-distance.ts';
import { isTalkWord } from '../constraints/glue.ts';
import type { TypedWord } from '../constraints/typed-words.ts';

/** Words that act on the answer before them. */
export type FollowUp =
  | { readonly kind: 'page'; readonly to: 'more' | 'back' }
  /** One of the talks that it shows: the first is 1, the last is -1; without a place, the one that is meant. */
  | { readonly kind: 'talk'; readonly place: number | undefined; readonly wish: TalkWish };

/** Something that can be done with a talk of the answer before. */
export type TalkWish = 'details' | 'share' | 'star' | 'unstar';

/** Words of a follow-up, folded, in the languages in which people type. */
const WORDS = {
  more: 'more mehr weiter plus mas mais altro altri meer verder continue もっと',
  back: `back previous prev zuruck vorherige vorheriger vorige retour precedent precedente precedents atras anterior
  volver voltar indietro terug 戻る`,
  next: 'next nachste nachsten prochaine prochains suivante suivants siguiente siguientes proxima proximas prossima volgende',
  page: `page pages seite seiten pagina paginas results result ones ergebnisse resultats resultados risultati resultaten`,
  details: 'details detail detalles detalhes dettagli einzelheiten abstract 詳細',
  open: 'open offne ouvre abre apri info infos',
  share:
    'share teilen teile partager partage compartir comparte condividi condividere partilhar compartilhar delen deel',
  star: 'star bookmark favourite favorite save merke merk markiere marque marca guarda salva bewaar',
  unstar: 'unstar unbookmark',
} as const;

type Kind = keyof typeof WORDS;

const KINDS = new Map<string, Kind>(
  Object.entries(WORDS).flatMap(([kind, words]) =>
    words.split(/\s+/).map((word): [string, Kind] => [word, kind as Kind]),
  ),
);

/** Ordinals in the same languages, by the number that they are. */
const ORDINALS = new Map<string, number>(
  (
    [
      [
        1,
        'first erste ersten erster erstes premier premiere primero primera primer primo prima primeiro primeira eerste',
      ],
      [2, 'second zweite zweiten zweiter zweites deuxieme seconde segundo segunda secondo seconda tweede'],
      [
        3,
        'third dritte dritten dritter drittes troisieme tercero tercera tercer terzo terza terceiro terceira derde',
      ],
      [4, 'fourth vierte vierten vierter viertes quatrieme cuarto cuarta quarto quarta vierde'],
      [5, 'fifth funfte funften funfter funftes cinquieme quinto quinta vijfde'],
      [-1, 'last letzte letzten letzter letztes dernier derniere ultimo ultima laatste'],
    ] as const
  ).flatMap(([place, words]) => words.split(' ').map((word): [string, number] => [word, place])),
);

/** `2`, `#2`, `2nd`; longer numbers are years, or counts of something. */
const NUMBER = /^#?(\d{1,2})(?:st|nd|rd|th|e|er|eme|a|o)?$/u;

/** Words around those of a follow-up: `show me the second one, please`. */
const AROUND: ReadonlySet<string> = new Set(
  `show me the to with see and ok okay please pls plz bitte por favor i want like can could you give tell
  zeig zeige mir den die das der von vom zu zeigen le la les du de montre moi el los lo il o os a as het van toon laat one it this that
  them go number no nr nummer numero num s'il te vous plait &`.split(/\s+/),
);

const WORDS_MAX = 8;

/** `more about 2` asks for that talk, and not for more talks. */
const MORE_ABOUT = new Set(['about', 'on', 'uber', 'zu', 'sur', 'sobre', 'su', 'over']);

/** Behind another word of a follow-up only: `on 12` may be a day. */
const OF = new Set([...MORE_ABOUT, 'of', 'for', 'fur', 'pour', 'para', 'per', 'voor']);

/** Reads what these words, all of them, do to the answer before them; undefined if they are something else. */
export function readFollowUp(words: readonly TypedWord[]): FollowUp | undefined {
  if (words.length === 0 || words.length > WORDS_MAX) return undefined;
  const parts = partsOf(words);
  if (parts === undefined) return undefined;
  const { kinds, places } = parts;
  if (kinds.length + places.length > 2 || places.length > 1) return undefined;
  const [place] = places;
  // `star 0` is a slip, `0` by itself is none.
  if (place === 0 && kinds.length === 0) return undefined;
  const has = (...wanted: readonly Kind[]) =>
    kinds.length === wanted.length && wanted.every(kind => kinds.includes(kind));
  if (has('more') || has('more', 'page') || has('next', 'page')) return { kind: 'page', to: 'more' };
  if (has('next')) return place === undefined ? undefined : { kind: 'page', to: 'more' };
  if (has('back') || has('back', 'page'))
    return place === undefined ? { kind: 'page', to: 'back' } : undefined;
  if (has('share')) return { kind: 'talk', place, wish: 'share' };
  if (has('star') || has('unstar')) {
    const isMeant = place !== undefined || words.some(({ form }) => POINTING.has(form));
    return isMeant ? { kind: 'talk', place, wish: has('star') ? 'star' : 'unstar' } : undefined;
  }
  if (has('details') || has('more', 'details') || has('more', 'open'))
    return { kind: 'talk', place, wish: 'details' };
  if (place === undefined || !(has() || has('open'))) return undefined;
  return { kind: 'talk', place, wish: 'details' };
}

/** `star it`; `the star` is a topic. */
const POINTING: ReadonlySet<string> = new Set(
  'it this that one dies das ihn diesen ca esto esta isso questo dit die'.split(' '),
);

/** Says what each word is; undefined if one of them is nothing that a follow-up has. */
function partsOf(
  words: readonly TypedWord[],
): { readonly kinds: readonly Kind[]; readonly places: readonly number[] } | undefined {
  const kinds: Kind[] = [];
  const places: number[] = [];
  for (const [at, { form }] of words.entries()) {
    const place = ORDINALS.get(form) ?? numberIn(form);
    const kind = KINDS.get(form);
    const isAbout = MORE_ABOUT.has(words[at + 1]?.form ?? '');
    if (place !== undefined) places.push(place);
    else if (kind !== undefined) kinds.push(kind === 'more' && isAbout ? 'details' : kind);
    else if (
      isTalkWord(form) ? isEdgeOfDay(words) : !AROUND.has(form) && !(kinds.length > 0 && OF.has(form))
    ) {
      const meant = mend(form);
      if (meant === undefined) return undefined;
      kinds.push(meant);
    }
  }
  return { kinds, places };
}

/** `first talk` and `last talk` are those of a day. */
function isEdgeOfDay(words: readonly TypedWord[]): boolean {
  return words.some(({ form }) => Math.abs(ORDINALS.get(form) ?? 0) === 1);
}

function numberIn(form: string): number | undefined {
  const [, digits] = NUMBER.exec(form) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** A follow-up has these words alone, besides words for talks, numbers, and words that are mistyped for one of these. */
export const FOLLOW_UP_WORDS: readonly string[] = [...KINDS.keys(), ...ORDINALS.keys(), ...AROUND, ...OF];

/** `mroe`; but `precious` is not `previous`. */
export function isMistyped(form: string): boolean {
  return mend(form) !== undefined;
}

const MENDED = ['more', 'details', 'previous'] as const;

function mend(form: string): Kind | undefined {
  const meant = MENDED.find(word => isSlip(form, word));
  return meant === undefined ? undefined : KINDS.get(meant);
}
