import { all, string } from './checks.ts';
import { type Check, problem } from './problem.ts';

/** «Maximum length for this field is 3000 characters.» */
const urlLengthMax = 3000;

/** An address that a button, an overflow option or an image may have: http or https. */
export const webUrl: Check = url(['http:', 'https:']);

/** An address that a link in rich text may have. */
export const linkUrl: Check = url(['http:', 'https:', 'mailto:']);

function url(protocols: readonly string[]): Check {
  return all(string({ min: 1, max: urlLengthMax }), (value, path) => {
    if (typeof value !== 'string' || value === '') return [];
    // URL() forgives blanks and line ends, which Slack does not.
    const isWellFormed = !/[\s<>|]/.test(value) && protocols.includes(protocolOf(value) ?? '');
    return isWellFormed ? [] : problem(path, 'invalid url');
  });
}

/** Not by URL.canParse: once it was called some thousand times, Node 20 refuses addresses with letters such as ü. */
function protocolOf(address: string): string | undefined {
  try {
    return new URL(address).protocol;
  } catch {
    return undefined;
  }
}
