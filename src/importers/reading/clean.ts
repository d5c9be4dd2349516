/** Line breaks that readers do not see as such: a word processor's line break, a page break. */
const HIDDEN_LINE_BREAK = /\v|\f|\u0085|\u2028|\u2029/g;
/** Control characters, soft hyphens, zero-width characters and marks of text direction. */
const INVISIBLE = /(?![\t\n]|\p{Variation_Selector}|\u200c|\u200d)[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
/** Joiners shape Persian, Indian scripts and emoji; after Latin, Greek or Cyrillic text they are litter. */
const STRAY_JOINER = /(?<=^|[\s\p{P}\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])(?:\u200c|\u200d)/gmu;

/** Makes one line of text: composed (NFC), without invisible characters, with single spaces. */
export function cleanLine(text: string): string {
  return cleanSpaces(text.replaceAll('\n', ' '));
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

/** Any character but ASCII, composed Latin letters, dashes, quotes and the euro. */
const SUSPECT = /[^\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u20ac]/;

/** True if a line needs no cleaning, as most do. A pattern that looks for the spaces too takes twice as long. */
function isClean(line: string): boolean {
  return !(SUSPECT.test(line) || line.includes('  ') || line.startsWith(' ') || line.endsWith(' '));
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
