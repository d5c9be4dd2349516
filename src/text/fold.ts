/** Letters that Unicode does not take apart into a base letter and a mark. */
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
 * What is the same to a reader in a hurry becomes the same text: lower case, without accents, with compatibility forms
 * (full width, ligatures) as plain letters and without invisible characters. `Łukasz ŽAK` and `lukasz zak` fold alike.
 */
export function fold(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}|\p{Cf}/gu, '')
    .toLowerCase()
    .replace(WHOLE_LETTER, letter => WHOLE_LETTERS[letter] ?? letter)
    .normalize('NFC');
}

/** What remains of a name when only its letters and digits count: `Zoë van-der Meer` and `zoe  van der meer` are one. */
export function nameKey(name: string): string {
  return (fold(name).match(/[\p{L}\p{N}]+/gu) ?? []).join('-') || name.trim();
}
