import { FIELDS, INSIDE_TITLE, TITLE } from '../index/fields.ts';
import type { Index } from '../index/index-programme.ts';
import { documentFrequency, fieldsIn, type Postings, talkIn } from '../index/postings.ts';
import { beginsWord, formIn } from '../text/token-code.ts';

const ALL_FIELDS: readonly number[] = FIELDS.map((_, field) => field);

/** The numbers of the talks that have these forms one after the other in one of these fields, found one by one. */
export function* findPhrase(
  index: Index,
  words: readonly string[],
  fields: readonly number[] = ALL_FIELDS,
): Iterable<number> {
  const forms: number[] = [];
  for (const word of words) {
    const form = index.vocabulary.formNumber(word);
    if (form === undefined) return;
    forms.push(form);
  }
  const rarest = Math.min(...forms.map(form => documentFrequency(index.forms, form)));
  const first = forms.find(form => documentFrequency(index.forms, form) === rarest);
  if (first === undefined) return;
  const wanted = fields.reduce((bits, field) => bits | (1 << field), 0);
  const { starts, ends, codes } = index.forms;
  const places = forms.map(form => starts[form] ?? 0);
  for (let place = starts[first] ?? 0; place < (ends[first] ?? 0); place++) {
    const talk = talkIn(codes[2 * place] ?? 0);
    // Few talks have all of them in one field, and only there they may stand side by side.
    let shared = wanted;
    for (let at = 0; at < forms.length && shared !== 0; at++)
      shared &= fieldsWith(index.forms, { form: forms[at] ?? 0, talk, places, at });
    if (shared !== 0 && (forms.length === 1 || hasPhrase(index, talk, { forms, fields: shared }))) yield talk;
  }
}

/** The fields of a talk that have a form, as bits. `places` says where its postings were left at an earlier talk. */
function fieldsWith(
  { ends, codes }: Postings,
  { form, talk, places, at }: { form: number; talk: number; places: number[]; at: number },
): number {
  const end = ends[form] ?? 0;
  let place = places[at] ?? 0;
  while (place < end && talkIn(codes[2 * place] ?? 0) < talk) place++;
  places[at] = place;
  const code = codes[2 * place] ?? 0;
  if (place === end || talkIn(code) !== talk) return 0;
  const fields = fieldsIn(code);
  // A part of a compound stands in the title, too.
  return (fields & (1 << INSIDE_TITLE)) === 0 ? fields : fields | (1 << TITLE);
}

function hasPhrase(
  { tokens: { codes, starts, ends } }: Index,
  talk: number,
  { forms, fields }: { readonly forms: readonly number[]; readonly fields: number },
): boolean {
  for (let field = 0; fields >> field !== 0; field++) {
    if ((fields & (1 << field)) === 0) continue;
    const end = ends[talk * FIELDS.length + field] ?? 0;
    for (let place = starts[talk * FIELDS.length + field] ?? 0; place < end; place++)
      if (formIn(codes[place] ?? 0) === forms[0] && isFollowedBy({ codes, end }, place, forms)) return true;
  }
  return false;
}

/** True if the forms from `at` on follow, each in the next word or further on in the same compound. */
function isFollowedBy(
  text: { readonly codes: Int32Array; readonly end: number },
  place: number,
  forms: readonly number[],
  at = 1,
): boolean {
  if (at === forms.length) return true;
  let words = 0;
  for (let next = place + 1; next < text.end; next++) {
    const code = text.codes[next] ?? 0;
    if (beginsWord(code)) words++;
    if (words > 1) return false;
    if (formIn(code) === forms[at] && isFollowedBy(text, next, forms, at + 1)) return true;
  }
  return false;
}
