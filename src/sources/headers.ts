import type { Source } from './settings/source-setting.ts';

/** The value of an environment variable; nothing where it is not set. */
export type Variable = (name: string) => string | undefined;

/** What Lectern itself is let in with is nobody else's business, whatever a `conference.yml` says. */
const OWN = /^(SLACK_|DATABASE_URL$)/;

/**
 * Puts the values of environment variables where headers name them, as `$NAME`. Where one is missing or of
 * no use, the answer is a sentence that names it and never its value.
 */
export function headersOf(
  { headers }: Pick<Source, 'headers'>,
  variable: Variable,
): { readonly headers: Readonly<Record<string, string>> } | { readonly mistake: string } {
  const filled: Record<string, string> = {};
  for (const [header, written] of Object.entries(headers)) {
    const names = [...written.matchAll(NAMED)].map(match => match[1] ?? '');
    const mistake = names.map(name => mistakeIn(name, variable(name))).find(found => found !== undefined);
    if (mistake !== undefined) return { mistake };
    filled[header] = written.replace(NAMED, (_, name: string) => variable(name)?.trim() ?? '');
  }
  return { headers: filled };
}

const NAMED = /\$([A-Za-z_]\w*)/g;

function mistakeIn(name: string, value: string | undefined): string | undefined {
  if (OWN.test(name)) return `A header names ${name}, which is Lectern's own and is sent to no source`;
  if (value === undefined || value.trim() === '')
    return `A header names the environment variable ${name}, which is not set`;
  if (!/^[\x20-\x7e]+$/.test(value.trim()))
    return `The environment variable ${name} holds more than plain letters on one line`;
  return undefined;
}
