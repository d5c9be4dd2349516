interface Address {
  readonly kind: 'conference' | 'talk';
  readonly id: string;
}

/** The address under which a conference or a talk is listed as a resource. */
export function addressOf(kind: Address['kind'], id: string): string {
  return `lectern://${kind}/${encodeURIComponent(id)}`;
}

/** Returns undefined for what is no such address. */
export function readAddress(address: string): Address | undefined {
  const [, kind, encoded = ''] = /^lectern:\/\/(conference|talk)\/(.+)$/s.exec(address) ?? [];
  const id = decode(encoded);
  return kind === undefined || id === undefined ? undefined : { kind: kind as Address['kind'], id };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    // A URIError says that no id is written like this.
    return undefined;
  }
}
