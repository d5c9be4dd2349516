import { isAgendaWord, isGlue, isTalkWord } from '../constraints/glue.ts';
import type { TypedWord } from '../constraints/typed-words.ts';
import { isIn, NO_WORD } from './word-classes.ts';

/** The words that name a person's own talks, by place. */
export interface OwnTalks {
  readonly places: ReadonlySet<number>;
  /** Whether other words beside them may be a topic. */
  readonly isSure: boolean;
}

/** Between `my` and `talks` stand so many words at most: `my next talk`, `my open source talks`. */
export const BETWEEN_MAX = 2;

/** `mine`, `my talks`, `starred talks`, `what did I star`. */
export function findOwnTalks(words: readonly TypedWord[]): OwnTalks | undefined {
  const mine = words.findIndex(word => isIn(word, 'mine'));
  if (mine >= 0) return isDenied(words, mine) ? undefined : { places: new Set([mine]), isSure: mine === 0 };
  return findMyTalks(words) ?? findStarred(words);
}

/** `my talks`, `my next talk`, `my starred sessions`. */
function findMyTalks(words: readonly TypedWord[]): OwnTalks | undefined {
  for (const [my, possessive] of words.entries()) {
    if (!isIn(possessive, 'my') || isDenied(words, my)) continue;
    const noun = words.findIndex((word, at) => at > my && at <= my + 1 + BETWEEN_MAX && isOwnNoun(word));
    const word = words[noun];
    if (word === undefined) continue;
    const isAlone = noun === my + 1;
    // `next talk` stays together, since `first` alone is something else.
    const isKept = !isAlone && isTalkWord(word.form);
    const isSure = isAgenda(word) ? isInAgenda(words, my) : isSureOf(words, { from: my, noun });
    return { places: new Set(isKept ? [my] : [my, noun]), isSure };
  }
  return undefined;
}

/** `what did I star`, `starred talks`, `favourites`. */
function findStarred(words: readonly TypedWord[]): OwnTalks | undefined {
  const isTalk = (at: number) => isOwnTalk(words[at] ?? NO_WORD);
  const starred = [...words.keys()].filter(at => isStarred(words, at));
  const [first] = starred;
  if (first === undefined) {
    const alone = words.findIndex(({ form }) => ALONE.has(form));
    return alone < 0 ? undefined : { places: new Set([alone]), isSure: false };
  }
  const before = words[first - 1] ?? NO_WORD;
  const isBesideTalk = isTalk(first + 1) || isTalk(first - 1);
  if (before.form !== 'your' && (isBesideTalk || words.some(word => isIn(word, 'i')))) {
    const talks = [...words.keys()].filter(at => isTalkWord(words[at]?.form ?? ''));
    const isPlain = starred.some(at => !DOUBTFUL.has(words[at]?.form ?? ''));
    const isSure = isPlain || (isBesideTalk && isSureOf(words, { from: first, noun: first }));
    return { places: new Set([...starred, ...talks]), isSure };
  }
  return ALONE.has(words[first]?.form ?? '') ? { places: new Set(starred), isSure: false } : undefined;
}

/** `starred`, `I star`, `did I save`; neither `Star Trek` nor `how do I save money`. */
function isStarred(words: readonly TypedWord[], at: number): boolean {
  const word = words[at] ?? NO_WORD;
  if (!isIn(word, 'star')) return isIn(word, 'starred');
  if (!isIn(words[at - 1] ?? NO_WORD, 'i')) return false;
  return !DOUBTFUL.has(word.form) || words[at - 2]?.form === 'did';
}

/** People save, mark and pick much else, and their favourites are not only talks. */
const DOUBTFUL: ReadonlySet<string> = new Set(
  `save saved mark marked pick favourite favorite markiert markierte markierten marque marques marquees marcado marcados
   marcada marcadas guardadas`.split(/\s+/),
);

/** Nouns in the plural that mean talks of a conference only. */
const TALKS: ReadonlySet<string> = new Set(
  'talks vortrage vortragen vortraege charlas ponencias palestras lezingen praatjes'.split(' '),
);

/**
 * Whether what is said beside own talks may be a topic of theirs: `my ceph talks`, `my sessions about ceph`. It may not in
 * `scaling my sessions`, `my session cookies`, `my first bsides talk`.
 */
function isSureOf(words: readonly TypedWord[], { from, noun }: { from: number; noun: number }): boolean {
  if (!words.slice(0, from).every(({ form }) => isGlue(form))) return false;
  const last = isTalkWord(words[noun + 1]?.form ?? '') ? noun + 1 : noun;
  if (TALKS.has(words[last]?.form ?? '')) return true;
  const behind = words.slice(last + 1).find(word => isIn(word, 'about') || !isGlue(word.form));
  return noun <= from + 1 && behind !== undefined && isIn(behind, 'about');
}

/** `is rook in my schedule`, but not `is there a bug in my program`. */
function isInAgenda(words: readonly TypedWord[], my: number): boolean {
  const isAsked = isIn(words[0] ?? NO_WORD, 'is') && my > 1;
  return isAsked && !DOUBTFUL_AGENDAS.has(words[my + 1]?.form ?? '');
}

const DOUBTFUL_AGENDAS: ReadonlySet<string> = new Set('program list plan plans day'.split(' '));

/** By themselves, or beside a time. */
const ALONE: ReadonlySet<string> = new Set(
  'stars starred favourites favorites favs bookmarks favoriten favoris favoritos preferiti favorieten'.split(
    ' ',
  ),
);

/** A speaker is no talk. */
const NO_TALKS = new Set(
  'speaker speakers thing redner sprecher intervenant intervenants ponente ponentes relatore relatori spreker sprekers'.split(
    ' ',
  ),
);

/** A word that may name own talks behind `my`. */
export function isOwnNoun(word: TypedWord): boolean {
  return isOwnTalk(word) || isAgenda(word) || isIn(word, 'stars', 'starred');
}

function isOwnTalk({ form }: TypedWord): boolean {
  return isTalkWord(form) && !NO_TALKS.has(form);
}

/** `is rook in my schedule` is, but `debugging my program` is about something else. */
function isAgenda(word: TypedWord): boolean {
  return isAgendaWord(word.form) || isIn(word, 'agenda');
}

/** `not mine` */
function isDenied(words: readonly TypedWord[], at: number): boolean {
  const before = words[at - 1];
  return before !== undefined && isIn(before, 'not') && !words.some(word => isIn(word, 'clash'));
}
