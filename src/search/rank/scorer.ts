import type { Variant } from '../correction/variants.ts';
import { HEADING } from '../index/fields.ts';
import type { Index, Work } from '../index/index-programme.ts';
import { talkIn } from '../index/postings.ts';
import type { Term } from '../query/terms.ts';
import type { Accumulators } from './accumulators.ts';
import { EVEN_SHARE, HEADING_BOOST, SHORT_TITLE_BOOST, WHOLE_HEADING_BOOST } from './weights.ts';

/**
 * Sums up, term by term, what each talk has of a query: BM25 over fields, times the term's inverse document frequency.
 * The accumulators must be clear. What was read is added to `work`. Returns how many talks have something.
 */
export function sumTerms(accumulators: Accumulators, terms: readonly Term[], work: Work): number {
  let idf = 0;
  for (const term of terms) idf += term.idf;
  let found = 0;
  for (const { idf: own, variants } of terms) {
    const coverage = own / idf;
    const heading = coverage * (1 - EVEN_SHARE) + EVEN_SHARE / terms.length;
    const share = { idf: own, coverage, heading };
    const [stem, form] = variants;
    if (variants.length === 2 && stem !== undefined && form?.adds) {
      found = addTyped(accumulators, { stem, form, found }, share, work);
      continue;
    }
    let count = 0;
    for (const variant of variants) count = readPostings(variant, accumulators, count, work);
    found = addTerm(accumulators, { count, found }, share);
  }
  return found;
}

/** The talks that have a score. */
export interface Scored {
  /** In no order; overwritten by the next query. */
  readonly talks: Int32Array;
  /** The greatest share of the query that one heading has. */
  readonly headingShare: number;
  /** The bits of the highest score. */
  readonly highest: number;
}

/**
 * Scores each allowed talk of the first `found`: the sum of its terms, times the share of the query's idf that it has
 * (coverage), times what its heading has of the query.
 */
export function scoreTalks(
  { accumulators, titleLengths }: Index,
  { terms, allowed }: { readonly terms: readonly Term[]; readonly allowed: Uint8Array | undefined },
  found: number,
): Scored {
  const { scores, scoreBits, query } = accumulators;
  const { weight, heading, coverage, talks } = query;
  const count = allowed === undefined ? found : keepAllowed(talks, found, allowed);
  let most = 0;
  let highest = 0;
  for (let place = 0; place < count; place++) {
    const talk = talks[place] ?? 0;
    const share = heading[talk] ?? 0;
    let boost = 1;
    if (share > 0) {
      if (share > most) most = share;
      // Nearly all is not all: only a whole heading keeps much of its sixth power.
      const cube = share * share * share;
      const filled = Math.min(1, terms.length / (titleLengths[talk] ?? 1));
      boost +=
        HEADING_BOOST * share + cube * cube * (WHOLE_HEADING_BOOST + SHORT_TITLE_BOOST * filled * filled);
    }
    scores[talk] = (weight[talk] ?? 0) * (coverage[talk] ?? 0) * boost;
    const bits = scoreBits[talk] ?? 0;
    if (bits > highest) highest = bits;
  }
  return { talks: talks.subarray(0, count), headingShare: most, highest };
}

function keepAllowed(talks: Int32Array, count: number, allowed: Uint8Array): number {
  let kept = 0;
  for (let place = 0; place < count; place++) {
    const talk = talks[place] ?? 0;
    if (allowed[talk] === 1) talks[kept++] = talk;
  }
  return kept;
}

/**
 * Reads the postings of a variant and keeps for each talk the best of the term's variants. `count` talks have had one
 * before; returns how many have one now.
 */
function readPostings(
  { postings, range, weight, certainty, adds }: Variant,
  { term }: Accumulators,
  count: number,
  work: Work,
): number {
  const { starts, ends, codes, impacts } = postings;
  const { weight: weights, heading, talks: touched } = term;
  const start = starts[range.from] ?? 0;
  const end = ends[range.to - 1] ?? 0;
  let found = count;
  for (let place = start; place < end; place++) {
    const code = codes[2 * place] ?? 0;
    const talk = talkIn(code);
    const value = (impacts[2 * place + 1] ?? 0) * weight;
    const before = weights[talk] ?? 0;
    if (before === 0) touched[found++] = talk;
    if (adds) weights[talk] = before + value;
    else if (value > before) weights[talk] = value;
    if ((code & HEADING) !== 0 && certainty > (heading[talk] ?? 0)) heading[talk] = certainty;
  }
  work.postings += end - start;
  return found;
}

/** The part of a term in a query. */
interface TermShare {
  readonly idf: number;
  readonly coverage: number;
  readonly heading: number;
}

/** A term that has nothing but a stem and one of its forms, as most have. `found` talks had a term before it. */
interface TypedTerm {
  readonly stem: Variant;
  readonly form: Variant;
  readonly found: number;
}

function startOf({ postings, range }: Variant): number {
  return postings.starts[range.from] ?? 0;
}

function endOf({ postings, range }: Variant): number {
  return postings.ends[range.from] ?? 0;
}

/**
 * Adds such a term to the query's sums: in one pass, since each talk with the form has the stem, too. Returns how many talks
 * have a term now.
 */
function addTyped(
  { query }: Accumulators,
  { stem, form, found: before }: TypedTerm,
  { idf, coverage: covers, heading }: TermShare,
  work: Work,
): number {
  const { weight: weights, coverage, heading: headings, headingTerms, talks: touched } = query;
  const { codes, impacts } = stem.postings;
  const [start, end] = [startOf(stem), endOf(stem)];
  const [formStart, formEnd] = [startOf(form), endOf(form)];
  const [stemWeight, formWeight] = [stem.weight, form.weight];
  const stemAdds = Math.fround(stem.certainty) * heading;
  const formAdds = Math.fround(Math.max(stem.certainty, form.certainty)) * heading;
  let found = before;
  let next = formStart;
  for (let place = start; place < end; place++) {
    const code = codes[2 * place] ?? 0;
    const talk = talkIn(code);
    let value = Math.fround((impacts[2 * place + 1] ?? 0) * stemWeight);
    let adds = (code & HEADING) === 0 ? 0 : stemAdds;
    // Forms and stems have their postings in the same memory.
    const formCode = next < formEnd ? (codes[2 * next] ?? 0) : -1;
    if (talkIn(formCode) === talk) {
      value = Math.fround(value + (impacts[2 * next + 1] ?? 0) * formWeight);
      if ((formCode & HEADING) !== 0) adds = formAdds;
      next++;
    }
    const sum = weights[talk] ?? 0;
    if (sum === 0) touched[found++] = talk;
    weights[talk] = sum + value * idf;
    coverage[talk] = (coverage[talk] ?? 0) + covers;
    if (adds === 0) continue;
    headings[talk] = (headings[talk] ?? 0) + adds;
    headingTerms[talk] = (headingTerms[talk] ?? 0) + 1;
  }
  work.postings += end - start + formEnd - formStart;
  return found;
}

/**
 * Adds the sums of one term, which `count` talks have, to the query's, and clears them for the next term. `found` talks
 * had a term before; returns how many have one now.
 */
function addTerm(
  { term, query }: Accumulators,
  { count, found: before }: { readonly count: number; readonly found: number },
  share: TermShare,
): number {
  const { weight, heading, talks } = term;
  const { weight: weights, coverage, heading: headings, headingTerms, talks: touched } = query;
  let found = before;
  for (let place = 0; place < count; place++) {
    const talk = talks[place] ?? 0;
    const sum = weights[talk] ?? 0;
    if (sum === 0) touched[found++] = talk;
    weights[talk] = sum + (weight[talk] ?? 0) * share.idf;
    coverage[talk] = (coverage[talk] ?? 0) + share.coverage;
    weight[talk] = 0;
    const certainty = heading[talk] ?? 0;
    if (certainty === 0) continue;
    headings[talk] = (headings[talk] ?? 0) + certainty * share.heading;
    headingTerms[talk] = (headingTerms[talk] ?? 0) + 1;
    heading[talk] = 0;
  }
  return found;
}
