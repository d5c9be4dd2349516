import { XMLParser } from 'fast-xml-parser';
import { type Fields, isFields } from '../reading/json.ts';

/** An element: its text as `#text`, its attributes prefixed with `@`, its children by name. */
export type Element = Fields;

/** Parses a document and returns its root element, or why it cannot be read: the beginning of a sentence. */
export function parseXml(text: string, rootName: string): Element | string {
  if (declaresEntities(text)) return 'The file has a DOCTYPE, which no schedule needs and attackers use';
  try {
    // The parser throws for names such as __proto__, for tags nested over a hundred levels and for tags without an end.
    const document: unknown = PARSER.parse(text);
    const root = isFields(document) ? childrenOf(document, rootName)[0] : undefined;
    return root ?? `The file has no <${rootName}>`;
  } catch {
    return 'The XML is too damaged';
  }
}

const PARSER = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  // Without this, numeric entities are not decoded.
  htmlEntities: true,
  captureMetaData: true,
});
// Its type is wrongly `object`.
const META_DATA = XMLParser.getMetaDataSymbol() as symbol;

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
export function childrenOf(element: Element, name: string): readonly Element[] {
  const found = Object.hasOwn(element, name) ? element[name] : undefined;
  const all: readonly unknown[] = Array.isArray(found) ? found : found === undefined ? [] : [found];
  return all.map(child => (isFields(child) ? child : { '#text': child }));
}

/** The text of the first child of a name that is not empty: wafer writes `<abstract/>` twice. */
export function childText(element: Element, name: string): string {
  return (
    childrenOf(element, name)
      .map(innerText)
      .find(text => text !== '') ?? ''
  );
}

/** The text of an element and its descendants. */
export function innerText(element: Element): string {
  const texts = Object.entries(element).flatMap(([name, value]) => {
    if (name.startsWith('@')) return [];
    return name === '#text' ? String(value) : childrenOf(element, name).map(innerText);
  });
  return texts.join('\n\n').trim();
}

/** All child elements with their names. */
export function listChildren(element: Element): readonly (readonly [name: string, child: Element])[] {
  return Object.keys(element)
    .filter(name => name !== '#text' && !name.startsWith('@'))
    .flatMap(name => childrenOf(element, name).map(child => [name, child] as const));
}

/** Sorts elements as they stand in the text. */
export function compareOrder(one: Element, other: Element): number {
  return (startOf(one) ?? 0) - (startOf(other) ?? 0);
}

export function attributeOf(element: Element, name: string): string {
  const value = element[`@${name}`];
  return typeof value === 'string' ? value.trim() : '';
}

/** Returns a function that gives the line of an element, counted from 1. It must be called in the order of the text. */
export function createLineFinder(text: string): (element: Element) => number | undefined {
  let [line, nextBreak] = [1, text.indexOf('\n')];
  return element => {
    const at = startOf(element);
    if (at === undefined) return undefined;
    while (nextBreak >= 0 && nextBreak < at) {
      line++;
      nextBreak = text.indexOf('\n', nextBreak + 1);
    }
    return line;
  };
}

function startOf(element: Element): number | undefined {
  const metaData: unknown = Reflect.get(element, META_DATA);
  return isFields(metaData) && typeof metaData.startIndex === 'number' ? metaData.startIndex : undefined;
}
