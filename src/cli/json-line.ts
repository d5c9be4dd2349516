/**
 * An object as one line, with its end. JSON leaves some characters as they are at which readers in other languages end
 * a line, so those are escaped.
 */
export function jsonLine(value: object): string {
  const json = JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    end => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${json}\n`;
}
