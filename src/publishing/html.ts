/** HTML that may stand in a page as it is. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

type HtmlPart = string | Markup | readonly Markup[];

/** Makes HTML of a template. Every text that is put in is escaped, in an attribute too; only Markup goes in as it is. */
export function html(template: TemplateStringsArray, ...parts: readonly HtmlPart[]): Markup {
  return new Markup(String.raw({ raw: template }, ...parts.map(write)));
}

/** Several pieces, one below the other. */
export function joinMarkup(pieces: readonly Markup[], separator = '\n'): Markup {
  return new Markup(pieces.map(piece => piece.html).join(separator));
}

function write(part: HtmlPart): string {
  if (part instanceof Markup) return part.html;
  return typeof part === 'string' ? escapeHtml(part) : joinMarkup(part).html;
}

function escapeHtml(text: string): string {
  return withoutUnseen(text).replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}

/**
 * Removes the characters that a page may not have (HTML, 13.2.3.5) or that would turn round the text behind them: controls,
 * noncharacters, single surrogates, and overrides of the direction.
 */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '');
}

const UNSEEN =
  /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ud800-\udfff]|[\ufffe\uffff]|\p{Noncharacter_Code_Point}/gu;
