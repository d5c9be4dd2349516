import { parseQuery, queryOfWords, splitTyped } from '../../search/query/parse-query.ts';
import { fold } from '../../text/fold.ts';
import { readAlert } from '../alert.ts';
import { NAME_WORDS_MAX } from '../constraints/beginnings.ts';
import { isCompany } from '../constraints/companies.ts';
import type { Lexicon } from '../constraints/lexicon.ts';
import { mendWord } from '../constraints/mended-words.ts';
import { readConstraints } from '../constraints/read-constraints.ts';
import type { TypedWord } from '../constraints/typed-words.ts';
import { isLikeVerb } from '../digest/request.ts';
import { readOwnWords } from '../mine/own-words.ts';
import { readPersonalRequest } from '../mine/personal-request.ts';
import { type RequestContext, type Search, searchFor } from '../search.ts';
import { isVerb } from '../verbs.ts';
import {
  ALERT,
  CONSTRAINT,
  DROPPED,
  GLUE,
  MORE,
  MORE_IN_FRONT,
  OWN,
  PERSONAL,
  PHRASE,
  QUESTION,
  rolesOf,
  SAYS_ALL,
  TOPIC,
  UNKNOWN,
} from './word-roles.ts';

/**
 * The search for a few words that no reader takes for anything but a topic, as most people type: asking each reader takes ten
 * times as long. Undefined if the words might mean more; then the readers decide.
 */
export function readPlainTopic(text: string, context: RequestContext): Search | undefined {
  if (!PLAIN.test(text)) return undefined;
  const folded = fold(text);
  if (!ASCII.test(folded)) return undefined;
  // An order is read by its letters as they were typed.
  if (folded.length !== text.length && isLikeVerb(text.toLowerCase().split(' ', 1)[0] ?? ''))
    return undefined;
  const { lexicon } = context;
  const forms = folded.split(' ');
  const roles = rolesTogether(forms, lexicon);
  const isTopic = (roles & TOPIC) !== 0 || (forms.length === 1 && (roles & SAYS_ALL) === 0);
  if (!isTopic || (roles & MORE) !== 0) return undefined;
  if ((roles & PHRASE) !== 0 && mayMeanMoreTogether(forms, lexicon)) return undefined;
  const words = typedWords(text, forms);
  if ((roles & CONSTRAINT) !== 0 && readConstraints(words, context).constraints.length > 0) return undefined;
  if ((roles & (OWN | ALERT | PERSONAL)) !== 0 && isWish(text, words, roles, context)) return undefined;
  if ((roles & QUESTION) !== 0) return readQuestion(text, words, context);
  const query = (roles & DROPPED) === 0 ? queryOfWords(text, words) : parseQuery(text);
  return { query, read: NONE, topic: text, typed: text, named: undefined, mended: NONE, notes: NONE };
}

/**
 * Up to six words of Latin letters and figures, with a space or a hyphen between. `ſ` and its like are no s for all readers.
 */
const PLAIN = /^[a-z\dÀ-ÖØ-öø-žƀ-ɏạ-ỹ]+(?:[ -][a-z\dÀ-ÖØ-öø-žƀ-ɏạ-ỹ]+){0,5}$/i;
const ASCII = /^[a-z\d -]+$/;
const NONE: readonly never[] = [];

/** All roles of the words, beside each other; MORE alone as soon as a word has it. */
function rolesTogether(forms: readonly string[], lexicon: Lexicon): number {
  let [all, before] = [0, 0];
  for (let at = 0; at < forms.length; at++) {
    const roles = rolesOf(lexicon, forms[at] ?? '');
    const isMore = (roles & (at === 0 ? MORE | MORE_IN_FRONT : MORE)) !== 0;
    if (isMore || ((roles & UNKNOWN) !== 0 && mayBeMended(forms, at, lexicon))) return MORE;
    all |= at === 0 ? roles : roles & ~PHRASE;
    // `what is the`
    if (at === 1 && (before & roles & GLUE) !== 0) all |= QUESTION;
    before = roles;
  }
  return all;
}

function mayBeMended(forms: readonly string[], at: number, lexicon: Lexicon): boolean {
  const form = forms[at] ?? '';
  if (mendWord(form, forms.length === 1) !== undefined) return true;
  return lexicon.nearRoomWord(form, { before: forms[at - 1], behind: forms[at + 1] }) !== undefined;
}

/** Whether one of the readers that know a word of these takes them for a wish. */
function isWish(
  text: string,
  words: readonly TypedWord[],
  roles: number,
  { lexicon, calendar }: RequestContext,
): boolean {
  return (
    ((roles & OWN) !== 0 && readOwnWords(words, lexicon.hasWord) !== undefined) ||
    ((roles & ALERT) !== 0 && readAlert(text, words, lexicon) !== undefined) ||
    ((roles & PERSONAL) !== 0 && readPersonalRequest(words, calendar) !== undefined)
  );
}

function mayMeanMoreTogether(forms: readonly string[], lexicon: Lexicon): boolean {
  if (lexicon.hasTitle(forms.join('-'))) return true;
  if (forms.length === 1) return false;
  return isVerb(forms.join('')) || (forms.length <= NAME_WORDS_MAX && isCompany(forms.join(' '), lexicon));
}

/** The words of a text that has one space between them; `forms` are folded. */
function typedWords(text: string, forms: readonly string[]): readonly TypedWord[] {
  const words: TypedWord[] = [];
  let start = 0;
  for (const form of forms) {
    const space = text.indexOf(' ', start);
    const end = space < 0 ? text.length : space;
    words.push({ text: text.slice(start, end), form, start, end });
    start = end + 1;
  }
  return words;
}

/** The same where words may stand around the topic of a question. */
function readQuestion(text: string, words: readonly TypedWord[], context: RequestContext): Search {
  const { parts, isCut } = splitTyped(text);
  const apart = { text, parts, isCut, words, typedWords: words };
  const { query, read, topic } = searchFor(apart, { constraints: NONE, topic: words }, context);
  return { query, read, topic, typed: text, named: undefined, mended: NONE, notes: NONE };
}
