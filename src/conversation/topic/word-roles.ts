import { mayBeginQuestion } from '../../search/query/question.ts';
import { STOP_WORDS } from '../../search/text/stop-words.ts';
import { rememberOf } from '../../text/remember.ts';
import { ALERT_BEGINS } from '../alert.ts';
import { isFiller, isGlue, SMALL_WORDS } from '../constraints/glue.ts';
import type { Lexicon } from '../constraints/lexicon.ts';
import { mayBeAroundTopic, mayBeginConstraint } from '../constraints/read-constraints.ts';
import { isLikeVerb } from '../digest/request.ts';
import { FOLLOW_UP_WORDS, isMistyped } from '../follow-ups/follow-up.ts';
import { KEPT_ALERT_TRIGGERS } from '../mine/alerts-kept.ts';
import { isMistypedMine } from '../mine/mend-own-words.ts';
import { OWN_HINTS, OWN_TRIGGERS } from '../mine/own-words.ts';
import { mayBePersonal } from '../mine/personal-request.ts';
import { UNSTAR } from '../mine/unstar-request.ts';
import { PRACTICAL_WORDS, readPracticalTopic } from '../practical.ts';
import { mayBeRenamed } from '../synonyms.ts';
import { mayBeginVerb, QUIET, readVerb, VERB_WORDS } from '../verbs.ts';

/** All that a word may mean besides a topic, a bit each. The first: more than a topic, whatever stands beside it. */
export const MORE = 1 << 0;
/** The same in front of all others. */
export const MORE_IN_FRONT = 1 << 1;
/** It may speak of a person's own talks, by itself or with the word behind it. */
export const OWN = 1 << 2;
/** It may speak of alerts. */
export const ALERT = 1 << 3;
/** It may be a wish that readPersonalRequest reads. */
export const PERSONAL = 1 << 4;
/** No verb, follow-up, practical question or the like has it: none of those is typed with it. */
export const TOPIC = 1 << 5;
/** By itself it is one of those. */
export const SAYS_ALL = 1 << 6;
/** A constraint may begin with it. */
export const CONSTRAINT = 1 << 7;
/** It says nothing about a topic beside it. */
export const GLUE = 1 << 8;
/** A question may have it right before its topic, or behind. */
export const QUESTION = 1 << 9;
/** A query is parsed without it, or without it and others. */
export const DROPPED = 1 << 10;
/** A title, a verb of several words or the name of a company may begin with it. */
export const PHRASE = 1 << 11;
/** The programme does not have it. */
export const UNKNOWN = 1 << 12;
/** It was judged. */
const JUDGED = 1 << 15;

/** The roles of a folded word, as bits; a word of the programme is judged once. */
export function rolesOf(lexicon: Lexicon, form: string): number {
  const number = lexicon.wordNumber(form);
  if (number === undefined) return judge(form, lexicon) | UNKNOWN;
  const known = knownRoles(lexicon);
  let roles = known[number] ?? 0;
  if (roles === 0) {
    roles = judge(form, lexicon) | JUDGED;
    known[number] = roles;
  }
  return roles;
}

/** Two bytes for each word of the programme. */
const knownRoles = rememberOf((lexicon: Lexicon) => new Uint16Array(lexicon.wordCount));

function judge(form: string, lexicon: Lexicon): number {
  const isUsed = USED.has(form) || isMistyped(form) || isFigure(form);
  return (
    (meansMore(form, lexicon) ? MORE : 0) |
    (isMistypedMine(form, 0) ? MORE_IN_FRONT : 0) |
    (OWN_WORDS.has(form) ? OWN : 0) |
    (ALERT_BEGINS.has(form) || ALERT_WORDS.has(form) ? ALERT : 0) |
    (mayBePersonal(form) ? PERSONAL : 0) |
    (isUsed ? 0 : TOPIC) |
    (isUsed && saysAll(form, lexicon) ? SAYS_ALL : 0) |
    (mayBeginConstraint(form, lexicon) ? CONSTRAINT : 0) |
    (isGlue(form) ? GLUE : 0) |
    (mayBeAroundTopic(form) ? QUESTION : 0) |
    (STOP_WORDS.has(form) || mayBeginQuestion(form) ? DROPPED : 0) |
    (lexicon.mayBeginName(form) || mayBeginVerb(form) ? PHRASE : 0)
  );
}

/** All words of which verbs, follow-ups, practical questions and empty ones are made. */
const USED: ReadonlySet<string> = new Set([
  ...SMALL_WORDS,
  ...VERB_WORDS,
  ...FOLLOW_UP_WORDS,
  ...PRACTICAL_WORDS,
]);

const OWN_WORDS: ReadonlySet<string> = new Set(OWN_HINTS);
const ALERT_WORDS: ReadonlySet<string> = new Set(KEPT_ALERT_TRIGGERS);

/** Requests that may have any other words have one of these, or pass one of the tests below. */
const TRIGGERS: ReadonlySet<string> = new Set([...OWN_TRIGGERS, ...UNSTAR, ...QUIET]);

function meansMore(form: string, lexicon: Lexicon): boolean {
  return (
    TRIGGERS.has(form) ||
    isLikeVerb(form) ||
    isMistypedMine(form, 1) ||
    lexicon.mayBeAsked(form) ||
    mayBeRenamed(form, lexicon)
  );
}

function saysAll(form: string, lexicon: Lexicon): boolean {
  const words = [{ text: form, form, start: 0, end: form.length }];
  return (
    isFiller(form) ||
    readVerb(words, lexicon) !== undefined ||
    readPracticalTopic(words, lexicon) !== undefined
  );
}

function isFigure(form: string): boolean {
  return form.charCodeAt(0) <= NINE;
}

const NINE = '9'.charCodeAt(0);
