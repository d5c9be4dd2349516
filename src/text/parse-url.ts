/**
 * Parses a web address. Returns undefined if it is not one. URL.canParse will not do: after some thousand calls Node 20
 * rejects every address with a letter such as ü.
 */
export function parseUrl(address: string, base?: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    // URL throws a TypeError for a text that is not an address, which callers expect.
    return undefined;
  }
}
