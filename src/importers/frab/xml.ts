import { Parser } from 'htmlparser2';

/** An element as it stands in a document. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Texts and elements in their order; no two texts follow each other. */
  readonly content: readonly (string | Element)[];
  /** Where its tag begins in the document, in characters. */
  readonly start: number;
}

/** Stands in the place of an element that is missing. */
export const NO_ELEMENT: Element = { name: '', attributes: {}, content: [], start: 0 };

/** Receives elements as they end. */
export interface XmlListener {
  /**
   * Receives each element of the root, and those around it, the outermost first. Returns true if it needs no place in the
   * tree: the tree of a whole schedule takes ten times the memory of its text.
   */
  take(element: Element, around: readonly Element[]): boolean;
  /** Receives each element without an end of its own. */
  reportOpen(element: Element): void;
}

/**
 * Parses a document and returns its root element, or why it cannot be read: the beginning of a sentence. A tag without
 * its end ends with the element around it, or with the document.
 */
export function parseXml(
  text: string,
  rootName: string,
  { take = () => false, reportOpen = () => {} }: Partial<XmlListener> = {},
): Element | string {
  if (declaresEntities(text)) return 'The file has a DOCTYPE, which no schedule needs and attackers use';
  const document = createElement('', {}, 0);
  const open = [document];
  let root: Element | undefined;
  let isAtEnd = false;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element = createElement(name, attributes, parser.startIndex);
        if (open.length === 1 && name === rootName) root ??= element;
        open.at(-1)?.content.push(element);
        open.push(element);
        if (open.length > DEPTH_MAX) parser.pause();
      },
      ontext: piece => addText(open.at(-1)?.content ?? [], piece),
      onclosetag: (_, isImplied) => {
        const element = open.pop();
        if (element === undefined) return;
        // The parser takes the end of `<track/>` for implied, too.
        if (isImplied && element.start !== parser.startIndex && !isAtEnd) reportOpen(element);
        if (open[1] !== undefined && open[1] === root && take(element, open)) open.at(-1)?.content.pop();
      },
    },
    { xmlMode: true },
  );
  parser.write(text);
  if (open.length > DEPTH_MAX) return 'The XML is too damaged';
  // The end of the document is one fault, however many elements it cuts off.
  isAtEnd = true;
  parser.end();
  return root ?? `The file has no <${rootName}>`;
}

/** Schedules have seven levels; thousands would exhaust the stack of what reads them. */
const DEPTH_MAX = 100;

function createElement(name: string, attributes: Readonly<Record<string, string>>, start: number) {
  return { name, attributes, content: [] as (string | Element)[], start };
}

/** The parser gives each entity by itself. */
function addText(content: (string | Element)[], piece: string): void {
  const text = piece.includes('\r') ? piece.replace(/\r\n?/g, '\n') : piece;
  const before = content.at(-1);
  if (typeof before === 'string') content[content.length - 1] = before + text;
  else content.push(text);
}

/** The name of the root element. Only the beginning is read; comments and declarations are skipped. */
export function rootName(text: string): string | undefined {
  const start = text.slice(0, 10_000).replace(/^\ufeff/, '');
  return /^(?:\s|<\?[^>]*>|<!--(?:[^-]|-(?!->))*-->|<!DOCTYPE[^[<]*(?:\[[^\]]*\]\s*)?>)*<([a-z][\w:-]*)[\s/>]/i.exec(
    start,
  )?.[1];
}

/** Ignores comments and CDATA, which may contain the text of a declaration. */
function declaresEntities(text: string): boolean {
  for (let at = text.indexOf('<!'); at >= 0; at = text.indexOf('<!', at)) {
    const end = text.startsWith('<!--', at) ? '-->' : text.startsWith('<![CDATA[', at) ? ']]>' : undefined;
    if (end === undefined) return true;
    const closed = text.indexOf(end, at + 4);
    if (closed < 0) return false;
    at = closed + end.length;
  }
  return false;
}

/** The direct children of a name. Some writers repeat an element that should be single. */
export function childrenOf({ content }: Element, name: string): readonly Element[] {
  return content.filter((part): part is Element => typeof part !== 'string' && part.name === name);
}

/** The text of the first child of a name that is not empty: wafer writes `<abstract/>` twice. */
export function childText(element: Element, name: string): string {
  for (const part of element.content) {
    const text = typeof part !== 'string' && part.name === name ? innerText(part) : '';
    if (text !== '') return text;
  }
  return '';
}

/** The text of an element and its descendants. */
export function innerText({ content }: Element): string {
  let text = '';
  for (const part of content) text += typeof part === 'string' ? part : `\n\n${innerText(part)}\n\n`;
  return text.trim();
}

export function attributeOf({ attributes }: Element, name: string): string {
  return Object.hasOwn(attributes, name) ? (attributes[name] ?? '').trim() : '';
}

/** Returns a function that gives the line of an element, counted from 1. It must be called in the order of the text. */
export function createLineFinder(text: string): (element: Element) => number {
  let [line, nextBreak] = [1, text.indexOf('\n')];
  return ({ start }) => {
    while (nextBreak >= 0 && nextBreak < start) {
      line++;
      nextBreak = text.indexOf('\n', nextBreak + 1);
    }
    return line;
  };
}
