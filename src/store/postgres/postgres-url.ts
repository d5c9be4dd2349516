/** Names a database on a PostgreSQL server. */
export interface PostgresUrl {
  /** Such as `lectern on db.example.org:5432`: for messages, without the user and the password. */
  readonly label: string;
  /** Undefined if the URL has none: the server may ask for none. */
  readonly password: string | undefined;
}

export function isPostgresUrl(text: string): boolean {
  return /^postgres(?:ql)?:\/\//i.test(text);
}

/** Returns a mistake as the end of a sentence that begins with the variable's name, and that repeats no password. */
export function readPostgresUrl(text: string): PostgresUrl | { readonly mistake: string } {
  const parsed = parse(text);
  if (parsed === undefined)
    return {
      mistake:
        'must be an address such as postgres://user:password@db.example.org:5432/lectern; in a user and password, write signs such as @ / # % as %40 %2F %23 %25.',
    };
  const { url, isHostEmpty } = parsed;
  const host = url.searchParams.get('host') ?? (isHostEmpty ? '' : decodeURIComponent(url.hostname));
  if (host.includes(','))
    return { mistake: 'must name one server: let a proxy or an address that moves lead to the primary.' };
  const database = decodeURIComponent(url.pathname.slice(1));
  if (database === '' || database.includes('/'))
    return { mistake: 'lacks the name of a database at its end, as in postgres://db.example.org/lectern.' };
  const port = url.searchParams.get('port') ?? url.port;
  const place = `${host === '' ? 'localhost' : host}${port === '' ? '' : `:${port}`}`;
  const password = url.searchParams.get('password') ?? decodeURIComponent(url.password);
  return { label: `${database} on ${place}`, password: password === '' ? undefined : password };
}

/** pg takes a user without a host before a socket's folder (`postgres://lectern@/talks?host=/run/postgresql`); URL does not. */
function parse(text: string): { readonly url: URL; readonly isHostEmpty: boolean } | undefined {
  const withHost = text.replace(/^([a-z]+:\/\/[^/?#]*@)(?=\/)/i, '$1localhost');
  try {
    const url = new URL(withHost);
    if (url.hash !== '') return undefined;
    // Signs that are written wrongly are found here, and not at the first use.
    for (const part of [url.username, url.password, url.hostname, url.pathname]) decodeURIComponent(part);
    return { url, isHostEmpty: withHost !== text };
  } catch {
    return undefined;
  }
}
