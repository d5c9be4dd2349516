/** Line breaks that readers do not see as such: a word processor's line break, a page break. */
const HIDDEN_LINE_BREAK = /\v|\f|\u0085|\u2028|\u2029/g;
/** Control characters, soft hyphens, zero-width characters and marks of text direction. */
const INVISIBLE = /(?![\t\n]|\p{Variation_Selector}|\u200c|\u200d)[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
/** Joiners shape Persian, Indian scripts and emoji; after Latin, Greek or Cyrillic text they are litter. */
const STRAY_JOINER = /(?<=^|[\s\p{P}\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])(?:\u200c|\u200d)/gmu;

/** Makes one line of text: composed (NFC), without invisible characters, with single spaces. */
export function cleanLine(text: string): string {
  return isClean(text) ? text : cleanSpaces(text.replaceAll('\n', ' '));
}

/** Cleans each line of a text; keeps its line breaks, and at most one empty line between two. */
export function cleanLines(text: string): string {
  if (isClean(text)) return text;
  return text
    .split('\n')
    .map(cleanSpaces)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * False if a line may need cleaning: for any character but ASCII, composed Latin letters, dashes, quotes and the euro,
 * and for extra spaces. Each line is asked several times, and a pattern takes three times as long.
 */
function isClean(line: string): boolean {
  let isAfterSpace = true;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === SPACE && isAfterSpace) return false;
    if (code < LATIN_END ? PLAIN_LATIN[code] !== 1 : !isPlainSign(code)) return false;
    isAfterSpace = code === SPACE;
  }
  return !isAfterSpace || line === '';
}

const SPACE = 0x20;
/** Behind the Latin letters that are composed. */
const LATIN_END = 0x300;
const PLAIN_LATIN = Uint8Array.from({ length: LATIN_END }, (_, code) =>
  /[\x20-\x7e\xa1-\xac\xae-\u02ff]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** True for dashes, quotes and the euro. */
function isPlainSign(code: number): boolean {
  return (code >= 0x2010 && code <= 0x2027) || code === 0x20ac;
}

function cleanSpaces(line: string): string {
  if (isClean(line)) return line;
  return line
    .normalize('NFC')
    .replace(HIDDEN_LINE_BREAK, ' ')
    .replace(INVISIBLE, '')
    .replace(STRAY_JOINER, '')
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .trim();
}

/** True if cleaning removes more than spaces: characters that a person pasted without seeing them. */
export function hidesSomething(text: string): boolean {
  return (
    !isClean(text) && [HIDDEN_LINE_BREAK, INVISIBLE, STRAY_JOINER].some(pattern => text.search(pattern) >= 0)
  );
}
