/** A person who reads a text, as far as that changes it. */
export interface TextReader {
  /** Finds the name of a person, channel or group. If it returns undefined, the id is shown. */
  readonly findName?: (id: string) => string | undefined;
  /** The language and country by which dates are written, such as `en-GB`; `en-US`, Slack's own, by default. */
  readonly locale?: string | undefined;
  /** The IANA zone for dates. Without one, a date's fallback is shown. */
  readonly timeZone?: string;
  /** Milliseconds since 1970, for «today» and «tomorrow». */
  readonly now?: number;
}

export function resolveName(id: string, { findName }: TextReader): string {
  return findName?.(id) ?? id;
}
