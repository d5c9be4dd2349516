import { editDistance } from '../../text/edit-distance.ts';
import { isAgendaWord, isGlue, isTalkWord } from '../constraints/glue.ts';
import { formsFrom } from '../constraints/reading.ts';
import type { TypedWord } from '../constraints/typed-words.ts';

/**
 * A person's wish about their own schedule. `clashes`: those of their talks that are at the same time. `free`: when they
 * have none. `fitting`: all talks that are at the time of none of theirs. `calendar`: theirs, to be taken along.
 */
export type OwnWish = 'talks' | 'clashes' | 'free' | 'fitting' | 'calendar';

/** The words that ask for each wish again. */
export const OWN_WORDS: Readonly<Record<OwnWish, string>> = {
  talks: 'mine',
  clashes: 'mine clashes',
  free: 'mine free',
  fitting: 'beside my talks',
  calendar: 'my calendar',
};

/** Words that speak of a person's own talks, and what else is said. */
export interface OwnWords {
  readonly wish: OwnWish;
  /** The other words, which must be constraints, in order. */
  readonly rest: readonly TypedWord[];
  /** True for `my tuesday`: without a constraint it asks for nothing. */
  readonly needsConstraint: boolean;
  /** The other words if they may be a topic, as in `my talks about ceph`; not in `what do I have to know`. */
  readonly topic: readonly TypedWord[] | undefined;
}

/** Classes of words, folded, in the languages in which people type. */
const WORDS = {
  mine: 'mine',
  my: 'my mein meine meinem meinen meiner meines mes mon ma mi mis meu meus minha minhas mio mia miei mie mijn',
  stars: `stars favourites favorites favs bookmarks picks merkliste sterne favoriten favoris etoiles favoritos favoritas
    estrellas estrelas preferiti stelle favorieten sterren vortragen confs conf`,
  agenda: 'list sched day plans planner itinerary terminplan termine',
  starred: `starred saved bookmarked favourited favorited favourite favorite gemerkt gemerkte gemerkten markiert markierte
    markierten gestarrt marque marques marquees marcado marcados marcada marcadas guardadas`,
  star: 'star save bookmark mark pick',
  i: `i i'm i've ive ich j'ai je suis-je ai-je dois-je qu'ai-je yo eu io ik tengo tenho ho estoy estou sono debo devo`,
  have: "have got habe hab heb seeing attending watching planned j'ai ai-je qu'ai-je tengo tenho ho",
  where: 'where wo wohin ou donde adonde onde dove waar',
  see: 'see watch attend visit catch suggest recommend sehen ansehen anschauen voir ver vedere zien',
  clash: `clash clashes clashing conflict conflicts conflicting overlap overlaps overlapping collide collides collisions
    double-booked doublebooked uberschneiden uberschneidung uberschneidungen kollidieren konflikt konflikte chevauche
    chevauchent chevauchement chevauchements conflit conflits solapa solapan solapen solapamiento solapamientos conflicto
    conflictos sobrepoem conflito conflitos sovrappongono sovrapposizioni conflitto conflitti overlappen overlapt
    overlappingen conflicten choque choques kollision kollisionen gleichzeitig simultanement`,
  not: `not no don't dont doesn't doesnt didn't won't wont without nicht keine keinen ohne sans pas ne sin sem non senza niet
    geen zonder`,
  fit: 'fit fits fitting passt passen',
  beside: 'beside besides between around neben zwischen zu entre tra fra tussen naast',
  is: 'is are did ist sind est sont esta estan e staat staan',
  free: `free available busy gap gaps frei freie freien zeit lucke lucken libre libres dispo disponible trou trous tiempo hueco
    huecos livre livres libero libera tempo vrij vrije tijd`,
  calendar: 'calendar kalender calendrier calendario ical icalendar ics',
  take: `export exported download subscribe sync add exportiere exportieren exporter exporte exportar esporta esportare
    exporteer abonnieren herunterladen telecharger descargar baixar`,
  about: 'about on regarding uber zu zum zur sur propos sobre su over',
  am: "am i'm suis suis-je bin estoy estou sono ben",
  can: 'can could kann puis puis-je peux puedo posso kan',
  /** Said around the words above, and nothing by themselves. */
  around: `am be been go got going anything something anywhere supposed still left already other others each together double
    booked planned scheduled starting time times slot slots hours google outlook apple file feed link muss bin hin sein vor
    etwas dran noch sich miteinander etre aller quelque chose prevu temps ir estar essere andare qualcosa algo alguna alguma
    coisa moet ben iets zijn heen naartoe personal r are smth sth suis est-ce remaining restlichen ubrig ubrigen restantes
    restant during wahrend pendant durante tijdens else steht ansteht`,
  /** PAIRS puts it. */
  forMe: 'for-me',
} as const;

type WordClass = keyof typeof WORDS;

const CLASSES: ReadonlyMap<string, ReadonlySet<WordClass>> = listClasses();

function listClasses(): ReadonlyMap<string, ReadonlySet<WordClass>> {
  const classes = new Map<string, Set<WordClass>>();
  for (const name of Object.keys(WORDS) as WordClass[])
    for (const word of WORDS[name].split(/\s+/))
      classes.set(word, (classes.get(word) ?? new Set<WordClass>()).add(name));
  return classes;
}

function isIn({ form }: TypedWord, ...names: readonly WordClass[]): boolean {
  const classes = CLASSES.get(form);
  return classes !== undefined && names.some(name => classes.has(name));
}

/** A text about own talks has a word of one of these; this tells most texts far sooner. */
const HINTS = ['mine', 'my', 'stars', 'starred', 'i', 'clash', 'calendar', 'free'] as const;

/** Two words that mean one, by the word that stands for them. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ...[
    'double booked',
    'same time',
    'gleichen zeit',
    'meme temps',
    'mismo tiempo',
    'mesmo tempo',
    'stesso momento',
  ].map(pair => [pair, 'clash'] as const),
  ...['for me', 'bei mir', 'fur mich', 'pour moi', 'para mi', 'para mim', 'per me', 'voor mij'].map(
    pair => [pair, 'for-me'] as const,
  ),
]);

/** More words are a text, and no question. */
const WORDS_MAX = 24;

/** Reads words about a person's own talks; undefined if they are about something else. */
export function readOwnWords(typed: readonly TypedWord[]): OwnWords | undefined {
  if (typed.length > WORDS_MAX) return undefined;
  const words = joinPairs(typed);
  if (!words.some(word => isIn(word, ...HINTS, 'forMe'))) return undefined;
  const has = (...names: readonly WordClass[]) => words.some(word => isIn(word, ...names));
  const named = findOwnTalks(words);
  const left = (...used: readonly WordClass[]) => ({
    rest: words.filter(
      (word, at) => word.form !== '' && !named?.places.has(at) && !isIn(word, 'around', ...used),
    ),
    needsConstraint: false,
    topic: undefined,
  });
  const isOwn = named !== undefined || has('i') || (has('my') && has('free'));
  if (isOwn && asksForFitting(words, named)) {
    const fitting = left('i', 'clash', 'not', 'fit', 'beside', 'free', 'my', 'see');
    // `how do i avoid conflicts without locks` is about something else.
    const isSure = isSaidFree(words) || (named !== undefined && (!has('clash') || clashesWith(words, named)));
    return { ...fitting, wish: 'fitting', topic: isSure ? fitting.rest : undefined };
  }
  const isOnly = (...names: readonly WordClass[]) =>
    words.every(word => isIn(word, 'my', 'around', ...names) || isGlue(word.form));
  if (has('clash') && (isOwn || has('my') || (isOnly('clash') && isQuestion(words))))
    return { ...left('i', 'have', 'clash', 'my', 'mine'), wish: 'clashes' };
  if (
    (has('free') && (named !== undefined || has('am', 'have', 'my') || isSaidFree(words)) && isOwn) ||
    (has('i') && hasTime(words))
  )
    return { ...left('i', 'have', 'free', 'my', 'mine'), wish: 'free' };
  if (named === undefined ? isOnly('calendar', 'take') && has('calendar') : has('calendar', 'take'))
    return { ...left('calendar', 'take', 'i', 'my'), wish: 'calendar' };
  if (named !== undefined) return { ...left('i', 'have'), wish: 'talks', topic: topicBeside(words, named) };
  const asksWhere = isIn(words[0] ?? NO_WORD, 'where') && !has('can', 'see');
  if (has('i') && (has('have') || asksWhere))
    return { ...left('i', 'have', 'where'), wish: 'talks', needsConstraint: words.length < 2 };
  const [first, second] = words.filter(({ form }) => !isGlue(form) || isTalkWord(form));
  if (FREE_FIRST.has(first?.form ?? '') && !isTalkWord(second?.form ?? '') && !KINDS.test(second?.form ?? ''))
    return { ...left('free'), wish: 'free', needsConstraint: true };
  if (has('forMe')) return { ...left('forMe'), wish: 'talks', needsConstraint: true };
  return has('my') ? { ...left('my'), wish: 'talks', needsConstraint: true } : undefined;
}

const NO_WORD: TypedWord = { text: '', form: '', start: 0, end: 0 };

/** The words that name a person's own talks, by place. */
interface OwnTalks {
  readonly places: ReadonlySet<number>;
  /** Whether other words beside them may be a topic. */
  readonly isSure: boolean;
}

/** Between `my` and `talks` stand so many words at most: `my next talk`, `my open source talks`. */
const BETWEEN_MAX = 2;

/** `mine`, `my talks`, `starred talks`, `what did I star`. */
function findOwnTalks(words: readonly TypedWord[]): OwnTalks | undefined {
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

/** `conflicts` by itself is a topic, `any conflicts` is none. */
function isQuestion(words: readonly TypedWord[]): boolean {
  return words.length > 1 || /^(?:clash|double)/u.test(words[0]?.form ?? '');
}

/** By themselves, or beside a time. */
const ALONE: ReadonlySet<string> = new Set(
  'stars starred favourites favorites favs bookmarks favoriten favoris favoritos preferiti favorieten'.split(
    ' ',
  ),
);

/** With these a question for free time may begin; `available today` asks for talks. */
const FREE_FIRST: ReadonlySet<string> = new Set(
  'free busy gap gaps frei lucke lucken libre hueco huecos livre libero libera vrij'.split(' '),
);

/** `free workshops tuesday` asks for workshops. */
const KINDS = /^(?:workshops?|tutorials?|keynotes?|panels?|demos?)$/u;

/** `that do not clash with my talks`, but not `my session conflicts without locks`. */
function clashesWith(words: readonly TypedWord[], { places }: OwnTalks): boolean {
  const before = words[Math.min(...places) - 1] ?? NO_WORD;
  return isIn(before, 'clash') || /^(?:with|mit|avec|con|com|met)$/u.test(before.form);
}

/** `am I free`, `when I have time`, `my free time`; not `can I see free software`. */
function isSaidFree(words: readonly TypedWord[]): boolean {
  return words.some((word, at) => {
    if (!isIn(word, 'free')) return false;
    const [before, sooner] = [words[at - 1] ?? NO_WORD, words[at - 2] ?? NO_WORD];
    const after = words[at + 1] ?? NO_WORD;
    const isMine = isIn(before, 'my') && (isIn(after, 'free') || /^(?:slot|hour|time)s?$/u.test(after.form));
    if (isMine || isIn(before, 'am') || (isIn(before, 'have') && isIn(sooner, 'i'))) return true;
    return isIn(before, 'i') && (isIn(sooner, 'am') || isIn(after, 'am', 'have'));
  });
}

/** `do I have time`, but not `what time`. */
function hasTime(words: readonly TypedWord[]): boolean {
  return words.some(({ form }, at) => form === 'time' && isIn(words[at - 1] ?? NO_WORD, 'have'));
}

/** A speaker is no talk. */
const NO_TALKS = new Set(
  'speaker speakers thing redner sprecher intervenant intervenants ponente ponentes relatore relatori spreker sprekers'.split(
    ' ',
  ),
);

function isOwnNoun(word: TypedWord): boolean {
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

/** `that doesn't clash with my talks`, `between my talks`, `to see when I am free`. */
function asksForFitting(words: readonly TypedWord[], named: OwnTalks | undefined): boolean {
  const has = (...names: readonly WordClass[]) => words.some(word => isIn(word, ...names));
  if (has('clash') && has('not')) return true;
  const isTalks = has('see') || (has('my') && words.some(({ form }) => isTalkWord(form)));
  if (isTalks && isSaidFree(words)) return true;
  const first = named === undefined ? -1 : Math.min(...named.places);
  return (
    named !== undefined && has('my', 'mine') && (has('fit') || isIn(words[first - 1] ?? NO_WORD, 'beside'))
  );
}

function topicBeside(words: readonly TypedWord[], { places, isSure }: OwnTalks) {
  return isSure ? words.filter((_, at) => !places.has(at)) : undefined;
}

/** Words that are mistyped after `my`. */
const MENDED =
  'talks talk schedule sessions agenda starred programme calendar vortrage charlas palestras'.split(' ');
const LENGTH_MIN = 4;
const TWO_EDITS_MIN = 8;

/** The words with pairs as one word, and mended. The second of a pair says nothing. */
function joinPairs(typed: readonly TypedWord[]): readonly TypedWord[] {
  let isSecond = false;
  const words = typed.map((word, at) => {
    const pair = isSecond ? undefined : PAIRS.get(formsFrom(typed, at, 2));
    const form = isSecond ? '' : (pair ?? meantForm(word.form, at, typed[at + 1]?.form));
    isSecond = pair !== undefined;
    return form === word.form ? word : { ...word, form };
  });
  return words.some(word => isIn(word, 'my')) ? mendOwnWords(words) : words;
}

/** `mien`, `im free`; but `im` is German, too. */
function meantForm(form: string, at: number, next: string | undefined): string {
  if (at === 0 && form === 'mien') return 'mine';
  return form === 'im' && AFTER_IM.has(next ?? '') ? "i'm" : form;
}

const AFTER_IM: ReadonlySet<string> = new Set(
  'free busy available seeing attending watching double-booked'.split(' '),
);

/** `my tlaks`, `my shedule` */
function mendOwnWords(words: readonly TypedWord[]): readonly TypedWord[] {
  return words.map((word, at) => {
    const isBehindMy = at > 0 && isIn(words[at - 1] ?? NO_WORD, 'my');
    if (!isBehindMy || word.form.length < LENGTH_MIN || isOwnNoun(word)) return word;
    const limit = word.form.length >= TWO_EDITS_MIN ? 2 : 1;
    const near = MENDED.find(
      each =>
        each[0] === word.form[0] &&
        Math.abs(each.length - word.form.length) <= limit &&
        editDistance(each, word.form, limit) <= limit,
    );
    return near === undefined ? word : { ...word, form: near };
  });
}
