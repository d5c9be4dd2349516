import { parseQuery, splitTyped } from '../../search/query/parse-query.ts';
import { fold } from '../../text/fold.ts';
import { ALERT_BEGINS } from '../alert.ts';
import { NAME_WORDS_MAX } from '../constraints/beginnings.ts';
import { isCompany } from '../constraints/companies.ts';
import { SMALL_WORDS } from '../constraints/glue.ts';
import type { Lexicon } from '../constraints/lexicon.ts';
import { mendWord } from '../constraints/mended-words.ts';
import { mayBeginConstraint, readConstraints } from '../constraints/read-constraints.ts';
import { typedWords } from '../constraints/typed-words.ts';
import { isLikeVerb } from '../digest/request.ts';
import { FOLLOW_UP_WORDS, isMistyped } from '../follow-ups/follow-up.ts';
import { KEPT_ALERT_TRIGGERS } from '../mine/alerts-kept.ts';
import { isMistypedMine } from '../mine/mend-own-words.ts';
import { OWN_TRIGGERS } from '../mine/own-words.ts';
import { MAY_BE_PERSONAL } from '../mine/personal-request.ts';
import { UNSTAR } from '../mine/unstar-request.ts';
import { PRACTICAL_WORDS } from '../practical.ts';
import { type RequestContext, type Search, searchFor } from '../search.ts';
import { mayBeRenamed } from '../synonyms.ts';
import { isVerb, QUIET, VERB_WORDS } from '../verbs.ts';

/**
 * The search for a few words that no reader takes for anything but a topic, as most people type: asking each reader takes ten
 * times as long. Undefined if the words might mean more; then the readers decide.
 */
export function readPlainTopic(text: string, context: RequestContext): Search | undefined {
  if (!PLAIN.test(text)) return undefined;
  const folded = fold(text);
  // A letter that folds into two may be nearer to another word as it was typed.
  if (folded.length !== text.length || !ASCII.test(folded)) return undefined;
  const { lexicon } = context;
  const forms = folded.split(' ');
  let isTopic = false;
  let mayBeCut = false;
  for (let at = 0; at < forms.length; at++) {
    const form = forms[at] ?? '';
    if (mayMeanMore(forms, at, lexicon)) return undefined;
    const isUsed = USED.has(form) || isMistyped(form) || isFigure(form);
    isTopic ||= !isUsed;
    mayBeCut ||= isUsed || mayBeginConstraint(form, lexicon);
  }
  if (!isTopic || mayMeanMoreTogether(folded, forms, lexicon)) return undefined;
  return mayBeCut
    ? readUnconstrained(text, context)
    : { query: parseQuery(text), read: NONE, topic: text, typed: text, named: undefined, mended: NONE };
}

/** Up to six words of Latin letters and figures, with a space or a hyphen between. `ſ` is no s for all readers. */
const PLAIN = /^[a-z\dÀ-ÖØ-öø-žƀ-ɏ]+(?:[ -][a-z\dÀ-ÖØ-öø-žƀ-ɏ]+){0,5}$/i;
const ASCII = /^[a-z\d -]+$/;
const NONE: readonly never[] = [];

/** All words of which verbs, follow-ups, practical questions and empty ones are made. Beside another word they are none. */
const USED: ReadonlySet<string> = new Set([
  ...SMALL_WORDS,
  ...VERB_WORDS,
  ...FOLLOW_UP_WORDS,
  ...PRACTICAL_WORDS,
]);

/** Requests that may have any other words have one of these, or pass one of the tests below. */
const TRIGGERS: ReadonlySet<string> = new Set([...OWN_TRIGGERS, ...UNSTAR, ...KEPT_ALERT_TRIGGERS, ...QUIET]);

function mayMeanMore(forms: readonly string[], at: number, lexicon: Lexicon): boolean {
  const form = forms[at] ?? '';
  return (
    TRIGGERS.has(form) ||
    (at === 0 && ALERT_BEGINS.has(form)) ||
    isLikeVerb(form) ||
    isMistypedMine(form, at) ||
    lexicon.mayBeAsked(form) ||
    mayBeRenamed(form, lexicon) ||
    mayBeMended(forms, at, lexicon)
  );
}

function mayBeMended(forms: readonly string[], at: number, lexicon: Lexicon): boolean {
  const form = forms[at] ?? '';
  if (lexicon.hasWord(form)) return false;
  if (mendWord(form, forms.length === 1) !== undefined) return true;
  return lexicon.nearRoomWord(form, { before: forms[at - 1], behind: forms[at + 1] }) !== undefined;
}

function mayMeanMoreTogether(folded: string, forms: readonly string[], lexicon: Lexicon): boolean {
  return (
    MAY_BE_PERSONAL.test(folded) ||
    lexicon.titled(folded).length > 0 ||
    (forms.length > 1 &&
      (isVerb(forms.join('')) || (forms.length <= NAME_WORDS_MAX && isCompany(folded, lexicon))))
  );
}

function isFigure(form: string): boolean {
  return form.charCodeAt(0) <= NINE;
}

const NINE = '9'.charCodeAt(0);

/** The same where a word may be a constraint, or stand around the topic of a question. */
function readUnconstrained(text: string, context: RequestContext): Search | undefined {
  const { parts, isCut } = splitTyped(text);
  const words = typedWords(parts);
  const constrained = readConstraints(words, context);
  if (constrained.constraints.length > 0) return undefined;
  const apart = { text, parts, isCut, words, typedWords: words };
  const { query, read, topic } = searchFor(apart, constrained, context);
  return { query, read, topic, typed: text, named: undefined, mended: NONE };
}
