/** An element with its attributes, of which those without a value are left out, and what is in it, already XML. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: readonly string[] = [],
): string {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const inner = content.join('');
  return inner === '' ? `<${name}${given.join('')}/>\n` : `<${name}${given.join('')}>${inner}</${name}>\n`;
}

/** An element that holds text. */
export function leaf(name: string, text: string): string {
  return element(name, {}, [escaped(text)]);
}

/** Elements, a line each, in the one that they belong to. */
export function block(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: readonly string[],
): string {
  return element(name, attributes, content.length === 0 ? [] : ['\n', ...content]);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML has no way at all to write most control characters, nor halves of characters. */
const UNWRITABLE = /[^\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

export function escaped(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>"]/g, character => ENTITIES[character] ?? character);
}
