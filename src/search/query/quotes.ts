/** Phones type quotation marks as a book prints them, and each country has its own. */
const QUOTES = /[“”„‟«»‹›「」『』″＂]/g;
/** Single ones only in pairs around whole words, since the closing one is an apostrophe, too. */
const SINGLE_QUOTES = /(?<!\S)[‘‚]([^‘’]+)[’‘](?!\S)/g;

/** The same text, sign for sign, with the quotes that the language of queries knows. */
export function plainQuotes(text: string): string {
  return text.replace(QUOTES, '"').replace(SINGLE_QUOTES, '"$1"');
}

/** A name as it can stand between quotes, where another one would end it. */
export function withoutQuotes(name: string): string {
  return name.replace(/["“”„‟«»‹›「」『』″＂‘‚]/g, '');
}

/** What stands between spaces; those in quotes part nothing. */
export function typedTerms(text: string): readonly string[] {
  return text.match(/(?:[^\s"]|"[^"]*"?)+/g) ?? [];
}
