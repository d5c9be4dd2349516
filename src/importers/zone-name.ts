/**
 * The IANA name that a file means by what it calls a time zone; nothing where it means none. Some programs put a path of
 * their own before it, `/mozilla.org/20050126_1/Europe/Berlin`.
 */
export function zoneName(text: string): string | undefined {
  const name = text.trim().replace(/^["']|["']$/g, '');
  const own = /^\/.*?([A-Z][A-Za-z_]+\/[A-Z][A-Za-z_/+-]+)$/.exec(name)?.[1];
  return [name, own].find(candidate => candidate !== undefined && isZone(candidate));
}

function isZone(name: string): boolean {
  try {
    // Offsets such as +02:00 are zones to Intl, but know nothing of summer time.
    return /^[a-z]/i.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    // Intl says by RangeError that there is no such zone; to our callers that is an answer.
    return false;
  }
}
