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
  i: `i i'm im i've ive ich j'ai je suis-je ai-je dois-je qu'ai-je yo eu io ik tengo tenho ho estoy estou sono debo devo`,
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
  calendar: 'calendar calendars kalender calendrier calendario ical icalendar ics',
  take: `export exported download subscribe sync add exportiere exportieren exporter exporte exportar esporta esportare
    exporteer abonnieren herunterladen telecharger descargar baixar`,
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
    return { ...fitting, wish: 'fitting', topic: fitting.rest };
  }
  const isOnly = (...names: readonly WordClass[]) =>
    words.every(word => isIn(word, 'my', 'around', ...names) || isGlue(word.form));
  if (has('clash') && (isOwn || has('my') || isOnly('clash')))
    return { ...left('i', 'have', 'clash', 'my', 'mine'), wish: 'clashes' };
  if ((has('free') && isOwn) || (has('i') && hasTime(words)))
    return { ...left('i', 'have', 'free', 'my', 'mine'), wish: 'free' };
  if (named === undefined ? isOnly('calendar', 'take') && has('calendar') : has('calendar', 'take'))
    return { ...left('calendar', 'take', 'i', 'my'), wish: 'calendar' };
  if (named !== undefined) return { ...left('i', 'have'), wish: 'talks', topic: topicBeside(words, named) };
  if (has('i') && (has('have') || isIn(words[0] ?? NO_WORD, 'where')))
    return { ...left('i', 'have', 'where'), wish: 'talks', needsConstraint: words.length < 2 };
  if (isIn(words.find(({ form }) => !isGlue(form)) ?? NO_WORD, 'free'))
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
  const placesOf = (test: (word: TypedWord) => boolean) =>
    words.flatMap((word, at) => (test(word) ? [at] : []));
  const [mine] = placesOf(word => isIn(word, 'mine'));
  if (mine !== undefined)
    return isDenied(words, mine) ? undefined : { places: new Set([mine]), isSure: mine === 0 };
  for (const my of placesOf(word => isIn(word, 'my'))) {
    const noun = words.findIndex((word, at) => at > my && at <= my + 1 + BETWEEN_MAX && isOwnNoun(word));
    const isAlone = noun === my + 1;
    const word = words[noun];
    if (word === undefined || isDenied(words, my)) continue;
    // `next talk` stays together, since `first` alone is something else.
    const isKept = !isAlone && isTalkWord(word.form);
    return {
      places: new Set(isKept ? [my] : [my, noun]),
      isSure: !isAgenda(word) || isIn(words[0] ?? word, 'is'),
    };
  }
  const starred = placesOf(word => isIn(word, 'starred', 'star', 'stars'));
  const [first] = starred;
  const talks = placesOf(word => isTalkWord(word.form));
  if (first === undefined) return undefined;
  const isMarked = starred.some(at => isIn(words[at] ?? NO_WORD, 'starred', 'star'));
  if (
    isMarked &&
    (words.some(word => isIn(word, 'i')) || talks.includes(first + 1) || talks.includes(first - 1))
  )
    return { places: new Set([...starred, ...talks]), isSure: true };
  return ALONE.has(words[first]?.form ?? '') ? { places: new Set(starred), isSure: false } : undefined;
}

/** By themselves, or beside a time. */
const ALONE: ReadonlySet<string> = new Set(
  'stars starred favourites favorites favs bookmarks favoriten favoris favoritos preferiti favorieten'.split(
    ' ',
  ),
);

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
  return (
    (isTalkWord(word.form) && !NO_TALKS.has(word.form)) || isAgenda(word) || isIn(word, 'stars', 'starred')
  );
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
  if (has('free') && (has('see') || (has('my') && words.some(({ form }) => isTalkWord(form))))) return true;
  const first = named === undefined ? -1 : Math.min(...named.places);
  return named !== undefined && (has('fit') || isIn(words[first - 1] ?? NO_WORD, 'beside'));
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
    const form = isSecond ? '' : (pair ?? (at === 0 && word.form === 'mien' ? 'mine' : word.form));
    isSecond = pair !== undefined;
    return form === word.form ? word : { ...word, form };
  });
  return words.some(word => isIn(word, 'my')) ? mendOwnWords(words) : words;
}

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
