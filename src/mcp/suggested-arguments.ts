import { type Filter, formatFilter, quoteValue } from '../search/query/filters.ts';
import { buildQuery, splitTyped } from '../search/query/parse-query.ts';
import { PARAMETERS } from './parameters.ts';

/** Arguments of a search that hold for another one, too. */
export interface KeptArguments {
  readonly conference?: string | undefined;
  readonly avoid?: readonly string[] | undefined;
  readonly fits_my_talks?: boolean | undefined;
}

/** A search that people would type, `day:2027-05-11 ceph`, as arguments of search_talks in JSON. */
export function suggestedArguments(
  typed: string,
  { conference, avoid = [], fits_my_talks: fitsMine = false }: KeptArguments = {},
): string {
  const apart = splitTyped(typed);
  const { filters, phrases, without } = buildQuery(apart);
  const isParameter = ({ name, not }: Filter) =>
    !not &&
    name !== 'type' &&
    name !== 'company' &&
    filters.filter(other => other.name === name).length === 1;
  const words = [
    ...apart.parts.flatMap(({ kind, text }) => (kind === 'words' ? text : [])),
    ...phrases.map(phrase => `"${phrase.join(' ')}"`),
    ...filters.filter(filter => !isParameter(filter)).map(formatFilter),
    ...without.map(each => `-${quoteValue(each.join(' '))}`),
  ];
  return JSON.stringify({
    ...(words.length > 0 && { query: words.join(' ') }),
    ...Object.fromEntries(filters.filter(isParameter).flatMap(parametersFor)),
    ...(avoid.length > 0 && { avoid }),
    ...(fitsMine && { fits_my_talks: true }),
    ...(conference !== undefined && { conference }),
  });
}

function parametersFor({ name, value }: Filter): readonly (readonly [string, string])[] {
  if (name !== 'time') return [[PARAMETERS[name], value]];
  const [from = '', to = ''] = value.split('-');
  const times = [['from', from] as const, ['to', to] as const];
  return times.filter(([, time]) => time !== '');
}
