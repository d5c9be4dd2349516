/**
 * A web address taken apart; nothing where it is none. Not by URL.canParse: once it was called some thousand times, Node 20
 * finds nothing right in an address with letters such as ü.
 */
export function parseUrl(address: string, base?: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    // URL says by TypeError that a text is no address; to our callers that is an answer.
    return undefined;
  }
}
