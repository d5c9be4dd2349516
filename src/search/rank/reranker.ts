import { FIELDS, TITLE } from '../index/fields.ts';
import type { Index } from '../index/index-programme.ts';
import { bitCount } from '../index/spellings.ts';
import type { Term } from '../query/terms.ts';
import { beginsWord, formIn } from '../text/token-code.ts';

/**
 * The share of the query's neighbouring words that stand together in a talk's title, in their order and with nothing but
 * stop words between them. Abstracts were looked at too and told nothing more.
 */
export function proximity(index: Index, talk: number, terms: readonly Term[]): number {
  const { codes, starts } = index.tokens;
  const end = starts[talk * FIELDS.length + TITLE + 1] ?? 0;
  let pairs = 0;
  let previous = 0;
  let current = 0;
  for (let token = starts[talk * FIELDS.length + TITLE] ?? 0; token < end; token++) {
    const code = codes[token] ?? 0;
    const form = formIn(code);
    const roles = rolesOf(index, form, terms);
    if (roles === 0 && index.isStopWord[form] === 1) continue;
    if (beginsWord(code)) {
      previous = current;
      current = 0;
    }
    // Word i of the query stands behind word i - 1: next to it, or inside one word that is put together.
    pairs |= ((previous | current) << 1) & roles;
    current |= roles;
  }
  return bitCount(pairs) / (terms.length - 1);
}

/** Which words of the query a form stands for: bit i is set for word i. */
function rolesOf(index: Index, form: number, terms: readonly Term[]): number {
  const stem = index.vocabulary.stemOfForm[form];
  let roles = 0;
  for (let place = 0; place < terms.length; place++) {
    const term = terms[place];
    if (term === undefined) continue;
    if (stem === term.stem || (form >= term.completions.from && form < term.completions.to))
      roles |= 1 << place;
  }
  return roles;
}
