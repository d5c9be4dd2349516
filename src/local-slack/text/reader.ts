/** Who reads, as far as it changes what stands there. */
export interface Reader {
  /** What a person, channel or group is called; its id where this is undefined. */
  readonly findName?: (id: string) => string | undefined;
  /** The IANA zone in which dates are shown; without it their fallback is. */
  readonly timeZone?: string;
  /** Milliseconds since 1970, for «today» and «tomorrow». */
  readonly now?: number;
}

export function resolveName(id: string, { findName }: Reader): string {
  return findName?.(id) ?? id;
}
