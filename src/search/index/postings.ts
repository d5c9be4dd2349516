import type { Steps } from '../../text/steps.ts';
import { formIn } from '../text/token-code.ts';
import type { Tokens } from '../text/tokens.ts';
import { FieldCounts } from './bm25.ts';
import { FIELDS } from './fields.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * The talks that have each term (a form, or a stem). The postings of term t are at `starts[t]` to before `ends[t]`. Those of
 * neighbouring forms follow each other. A posting is two numbers side by side, because its parts are used together.
 */
export interface Postings {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** At 2 p, posting p's talk and fields; see talkIn and fieldsIn. Talks ascend within a term. */
  readonly codes: Int32Array;
  /**
   * The same memory. At 2 p + 1, BM25 over fields without the idf: a query weighs variants of a term by the idf of the
   * term.
   */
  readonly impacts: Float32Array;
}

/** The bits of a code that are fields. */
const FIELD_BITS = FIELDS.length;
const FIELD_MASK = (1 << FIELD_BITS) - 1;

/** The number of a posting's talk. */
export function talkIn(code: number): number {
  return code >> FIELD_BITS;
}

/** Bit f is set if field f has the term. */
export function fieldsIn(code: number): number {
  return code & FIELD_MASK;
}

/** How many talks have a term. */
export function documentFrequency({ starts, ends }: Postings, term: number): number {
  return (ends[term] ?? 0) - (starts[term] ?? 0);
}

/** The codes of a term's postings. */
export function codesOf({ starts, ends, codes }: Postings, term: number): number[] {
  const found: number[] = [];
  for (let place = starts[term] ?? 0; place < (ends[term] ?? 0); place++) found.push(codes[2 * place] ?? 0);
  return found;
}

/** Builds the postings of forms and stems. A stem that has one form, as most have, shares the postings of the form. */
export function* buildPostings(
  tokens: Tokens,
  { forms, stems, stemOfForm }: Pick<Vocabulary, 'forms' | 'stems' | 'stemOfForm'>,
): Steps<{ readonly forms: Postings; readonly stems: Postings }> {
  const formCounts = new Int32Array(stems.length);
  for (const stem of stemOfForm) formCounts[stem] = (formCounts[stem] ?? 0) + 1;
  const ownForm = Int32Array.from(forms.keys());
  const sharedStem = stemOfForm.map(stem => ((formCounts[stem] ?? 0) > 1 ? stem : NO_TERM));
  const byForm = yield* layOut(tokens, ownForm, { terms: forms.length, from: 0 });
  yield;
  const byStem = yield* layOut(tokens, sharedStem, { terms: stems.length, from: byForm.end });
  yield;
  const memory = new ArrayBuffer(byStem.end * 2 * Int32Array.BYTES_PER_ELEMENT);
  const [codes, impacts] = [new Int32Array(memory), new Float32Array(memory)];
  const formPostings = { starts: byForm.starts, ends: byForm.starts.slice(), codes, impacts };
  const stemPostings = { starts: byStem.starts, ends: byStem.starts.slice(), codes, impacts };
  yield* fill(formPostings, tokens, ownForm);
  yield* fill(stemPostings, tokens, sharedStem);
  for (const [form, stem] of stemOfForm.entries()) {
    if (formCounts[stem] !== 1) continue;
    stemPostings.starts[stem] = formPostings.starts[form] ?? 0;
    stemPostings.ends[stem] = formPostings.ends[form] ?? 0;
  }
  return { forms: formPostings, stems: stemPostings };
}

/** The term of a form that is not to be counted. */
const NO_TERM = -1;

/** Where the postings of each term start, the first at `from`, and where the last ones end: a talk has one for each term. */
function* layOut(
  { codes, starts: fields, ends }: Tokens,
  termOf: Int32Array,
  { terms, from }: { terms: number; from: number },
): Steps<{ readonly starts: Int32Array; readonly end: number }> {
  const starts = new Int32Array(terms);
  const lastTalk = new Int32Array(terms).fill(-1);
  for (let talk = 0; talk < countTalks(fields); talk++) {
    for (let field = talk * FIELDS.length; field < (talk + 1) * FIELDS.length; field++) {
      for (let token = fields[field] ?? 0; token < (ends[field] ?? 0); token++) {
        const term = termOf[formIn(codes[token] ?? 0)] ?? NO_TERM;
        if (term === NO_TERM || lastTalk[term] === talk) continue;
        lastTalk[term] = talk;
        starts[term] = (starts[term] ?? 0) + 1;
      }
    }
    yield;
  }
  let end = from;
  for (let term = 0; term < terms; term++) {
    const count = starts[term] ?? 0;
    starts[term] = end;
    end += count;
  }
  return { starts, end };
}

/** Writes the postings talk by talk. The end of each term's moves with them. */
function* fill({ ends, codes, impacts }: Postings, tokens: Tokens, termOf: Int32Array): Steps<void> {
  const counts = new FieldCounts(tokens, termOf, ends.length);
  for (let talk = 0; talk < countTalks(tokens.starts); talk++) {
    for (const term of counts.count(talk)) {
      const place = ends[term] ?? 0;
      ends[term] = place + 1;
      codes[2 * place] = (talk << FIELD_BITS) | counts.fieldsOf(term);
      impacts[2 * place + 1] = counts.impactOf(term);
    }
    yield;
  }
}

function countTalks(fields: Int32Array): number {
  return fields.length / FIELDS.length;
}
