/** Characters that end a line to some programs and to no reader: a word processor's line break, a page break. */
const HIDDEN_LINE_BREAK = /\v|\f|\u0085|\u2028|\u2029/g;
/** Control characters, soft hyphens, zero-width characters, and marks that turn the direction of what follows. */
const INVISIBLE = /(?![\t\n]|\p{Variation_Selector}|\u200c|\u200d)[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
/** Joiners shape Persian, the scripts of India and emoji; after Latin, Greek or Cyrillic text they are litter. */
const STRAY_JOINER = /(?<=^|[\s\p{P}\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])(?:\u200c|\u200d)/gmu;

/** One line of text as a reader sees it: composed, without what cannot be seen, with plain single spaces. */
export function cleanLine(text: string): string {
  return cleanSpaces(text.replaceAll('\n', ' '));
}

/** Several lines of text, each cleaned, with their line breaks as they are and one empty line at most between two. */
export function cleanLines(text: string): string {
  return text
    .split('\n')
    .map(cleanSpaces)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** What may need mending: all but ASCII, composed Latin letters, dashes, quotes and the euro; and spaces that are too many. */
const SUSPECT = /[^\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u20ac]| {2}|^ | $/;

function cleanSpaces(line: string): string {
  if (!SUSPECT.test(line)) return line;
  return line
    .normalize('NFC')
    .replace(HIDDEN_LINE_BREAK, ' ')
    .replace(INVISIBLE, '')
    .replace(STRAY_JOINER, '')
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .trim();
}

/** True where cleaning takes out more than spaces: something that a person copied in without seeing it. */
export function hidesSomething(text: string): boolean {
  return [HIDDEN_LINE_BREAK, INVISIBLE, STRAY_JOINER].some(pattern => text.search(pattern) >= 0);
}
