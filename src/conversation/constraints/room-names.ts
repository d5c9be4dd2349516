import { editDistance } from '../../text/edit-distance.ts';
import { nameKey } from '../../text/fold.ts';
import { firstParts, NAME_WORDS_MAX } from './beginnings.ts';

/** The rooms of a programme, by all that people call them. */
export interface RoomNames {
  /** The first words of names. */
  readonly beginnings: ReadonlySet<string>;
  /** All words that are enough to mean a room. */
  readonly words: Iterable<string>;
  /** The room that is called so, whole or by its first words; undefined if none or several are. */
  named(text: string): { readonly name: string; readonly isWhole: boolean } | undefined;
  /** The room that has this word anywhere in its name, or the word itself if several have it; undefined if none has. */
  withWord(form: string): string | undefined;
  /**
   * The word of a name of two words that a mistyped one is a letter away from, if the other one is typed right before or
   * behind it; folded.
   */
  near(form: string, around: Around): string | undefined;
}

/** The words beside another one. */
interface Around {
  readonly before: string | undefined;
  readonly behind: string | undefined;
}

/** Words for rooms of any kind, which tell none from another, folded. */
const ANY_ROOM = new Set('room rooms raum salle sala the'.split(' '));

/** Shorter beginnings are words, or parts of versions. */
const WORD_MIN = 4;
/** `hal` */
const NEAR_MIN = 3;
const WORD_LENGTH_MAX = 40;

export function roomNames(rooms: readonly string[]): RoomNames {
  const apart = new Map(rooms.map(name => [nameKey(name), name]));
  // `quayhall`
  const whole = new Map([
    ...[...apart].map(([key, name]) => [key.replaceAll('-', ''), name] as const),
    ...apart,
  ]);
  const byBeginning = namesByBeginning(rooms);
  const byWord = namesByWord(rooms);
  const pairs = [...apart.keys()].map(key => key.split('-')).filter(isPair);
  return {
    beginnings: firstParts(whole.keys()),
    words: byWord.keys(),
    named(text) {
      const key = nameKey(text);
      const name = whole.get(key);
      if (name !== undefined) return { name, isWhole: true };
      const begun = byBeginning.get(key);
      return begun === undefined ? undefined : { name: begun, isWhole: false };
    },
    withWord: form => byWord.get(form),
    near(form, { before, behind }) {
      for (const [first, second] of pairs) {
        if (behind === second && isNear(form, first)) return first;
        if (before === first && isNear(form, second)) return second;
      }
      return undefined;
    },
  };
}

function isPair(words: readonly string[]): words is [string, string] {
  return words.length === 2;
}

function isNear(typed: string, word: string): boolean {
  return (
    typed !== word &&
    typed.length >= NEAR_MIN &&
    word.length >= WORD_MIN &&
    word.length <= WORD_LENGTH_MAX &&
    Math.abs(word.length - typed.length) <= 1 &&
    editDistance(word, typed, 1) <= 1
  );
}

/** Names by their first words, where only one name begins so: `quay` for `Quay Hall`. */
function namesByBeginning(names: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string | undefined>();
  for (const name of names) {
    const words = nameKey(name).split('-');
    for (let count = 1; count < Math.min(words.length, NAME_WORDS_MAX + 1); count++) {
      const key = words.slice(0, count).join('-');
      if (key.length >= WORD_MIN) found.set(key, found.has(key) ? undefined : name);
    }
  }
  return new Map([...found].flatMap(([key, name]) => (name === undefined ? [] : [[key, name]])));
}

/** Names by each of their words: `loft` for `Net Loft`. */
function namesByWord(names: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const name of names)
    for (const word of new Set(nameKey(name).split('-')))
      if (word.length >= WORD_MIN && /^\p{L}/u.test(word) && !ANY_ROOM.has(word))
        found.set(word, found.has(word) ? word : name);
  return found;
}
