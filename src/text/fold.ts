/** Letters that Unicode does not decompose into a base letter and a mark. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ς: 'σ',
};
const WHOLE_LETTER = new RegExp(`[${Object.keys(WHOLE_LETTERS).join('')}]`, 'gu');

/**
 * Folds texts that look alike into the same one: lower case, without accents and invisible characters, and with plain
 * letters for compatibility forms (full width, ligatures). `Łukasz ŽAK` and `lukasz zak` fold alike.
 */
export function fold(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return (text.length <= NAME_LENGTH_MAX ? foldLatin(text) : undefined) ?? foldAny(text);
}

/** A longer text would be made of too many pieces. */
const NAME_LENGTH_MAX = 60;

/** The codes of Latin letters and signs. None of them changes what it folds into beside another one. */
const LATIN_CODES = 0x250;
const latin = new Array<string>(LATIN_CODES).fill('');

/** Letter by letter, each folded once: most names with accents have no others. Undefined for a text that has. */
function foldLatin(text: string): string | undefined {
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= LATIN_CODES) return undefined;
    latin[code] ||= foldAny(text.charAt(at));
    folded += latin[code];
  }
  return folded;
}

function foldAny(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}|\p{Cf}/gu, '')
    .toLowerCase()
    .replace(WHOLE_LETTER, letter => WHOLE_LETTERS[letter] ?? letter)
    .normalize('NFC');
}

/**
 * A name by its folded letters and digits: `Zoë van-der Meer` and `zoe  van der meer` have one key. A name without any is
 * its own key.
 */
export function nameKey(name: string): string {
  if (/^[\w -]+$/.test(name)) return joinAsciiWords(name) || name.trim();
  return (fold(name).match(/[\p{L}\p{N}]+/gu) ?? []).join('-') || name.trim();
}

/** Most names are of these letters alone, and comparing programmes makes a key of each title several times. */
function joinAsciiWords(name: string): string {
  const key = name.toLowerCase().replace(/[_ -]+/g, '-');
  const from = key.startsWith('-') ? 1 : 0;
  return key.slice(from, key.endsWith('-') ? -1 : undefined);
}
