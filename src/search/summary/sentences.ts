/** Made once, because each construction loads a dictionary, which takes 10 ms; not before a text is summarised. */
let segmenter: Intl.Segmenter | undefined;

/**
 * The sentences of a text, each on one line. A line break ends a sentence; an abbreviation does not, and neither does a
 * question in quotation marks within one.
 */
export function splitSentences(text: string): readonly string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  const sentences: string[] = [];
  let begun = '';
  for (const segment of [...segmenter.segment(text)].flatMap(one => one.segment.split(AFTER_ELLIPSIS))) {
    if (goesOn(begun, segment)) begun += segment;
    else {
      sentences.push(begun);
      begun = segment;
    }
  }
  return [...sentences, begun]
    .map(sentence => sentence.replace(/\s+/gu, ' ').trim())
    .filter(sentence => sentence !== '');
}

function goesOn(begun: string, next: string): boolean {
  if (begun.endsWith('\n')) return false;
  // An address goes on behind its "?" or "!".
  if (/https?:\/\/\S*$/i.test(begun) && !/^\s/.test(next)) return true;
  if (/^\p{Ll}/u.test(next) || BEGINS_WORD.test(begun) || NUMBERS_ITEM.test(begun)) return true;
  if (CLOSES_QUOTE.test(begun) && PARTICLE.test(next)) return true;
  if (/^\d/u.test(next) && COUNTED.test(begun.slice(-20))) return true;
  if (DAY_OF_MONTH.test(begun) && GERMAN_MONTH.test(next)) return true;
  return endsInAbbreviation(begun, next) || (isGermanOrdinal(begun) && !isStarter(next));
}

/** "fig. 3", "p. 7". */
const COUNTED = /(?<!\p{L})(?:figs?|eq|vol|nos?|pp?|ch|chap|sec|kap|abb|art|nr)\.[^\S\n]*$/iu;
/** A Japanese quotation within a sentence. */
const CLOSES_QUOTE = /[」』]\s*$/u;
const PARTICLE = /^[とっはがをのにで]/u;

/** The dot of ".NET" or "C#.NET" is not behind a word. */
const BEGINS_WORD = /(?:^|[^\p{L}\p{N}\p{Pe}\p{Pf}.!?…"'%])\.$/u;
/** "1. Cast off", on a line of its own. */
const NUMBERS_ITEM = /^\s*\d{1,3}\.[^\S\n]*$/;
/** "am 3. Oktober". */
const DAY_OF_MONTH = /(?<!\d)[0-3]?\d\.[^\S\n]*$/;
const GERMAN_MONTH =
  /^(?:Jan|Jän|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Jahrhundert|Jh)(?=\p{L}*(?!\p{L}))/u;

/** "der 2. Teil". Most sentences end in no number, and the whole pattern takes long to compile. */
function isGermanOrdinal(text: string): boolean {
  return /\d\.[^\S\n]*$/.test(text) && GERMAN_ORDINAL.test(text.slice(-20).toLowerCase());
}

const GERMAN_ORDINAL = /(?<!\p{L})(?:der|die|das|dem|den|des|am|im|zum|zur|vom|beim) \d{1,3}\.[^\S\n]*$/u;

/** True for a web address alone or behind a label, `Slides: https://example.org/ceph`: it says nothing of the talk. */
export function isAddress(sentence: string): boolean {
  return HAS_ADDRESS.test(sentence) && ADDRESS_ALONE.test(sentence);
}

const HAS_ADDRESS = /https?:\/\/|www\./i;
const ADDRESS_ALONE = /^(?:[\p{L} ]{1,30}:\s*|[-*•]\s*)?[<([]?(?:https?:\/\/|www\.)\S+$/iu;

/** The subject of a text: an abstract is about a talk, a bio about a person. */
export type Subject = 'talk' | 'person';

/*
 * The cues below are of small letters, for sentences that are made so: to compile one for letters of either case takes
 * three times as long.
 */

/** Speakers announce what their talk is about. */
const SAYS =
  /\b(?:in (?:this|our|my|the) (?:talk|session|presentation|workshop|panel|tutorial)|this (?:talk|session|presentation|workshop|panel|tutorial)|(?:we|i)(?:'ll|’ll| will| want to| are going to)? (?:show|present|demonstrate|demo|discuss|explain|explore|walk|share|cover|describe|introduce|look at|talk about|report|tell|go through|dive)|you(?:'ll|’ll| will)? (?:learn|see|hear|leave|take away)|attendees|the audience|join (?:us|me|this)|come (?:and )?(?:see|learn|hear))\b/u;

/** The same in German, French, Spanish, Portuguese and Italian. */
const SAYS_ELSEWHERE =
  /(?<!\p{L})(?:(?:diese[mrs]?|meine[mr]?|unsere[mr]?) (?:vortrag|talk|workshop|session|beitrag)|(?:wir|ich) (?:zeigen?|erklären?|erzählen?|berichten?|sprechen?|diskutieren?|stellen?|geben?)|(?:erfahr|lern)(?:t ihr|en sie)|(?:sie|ihr) (?:erfahr|lern)(?:en|t)|cet(?:te)? (?:présentation|conférence|session|exposé|atelier)|nous (?:verrons|allons|montrerons|présenterons|parlerons)|je (?:vais|montre|présente|vous)|vous (?:apprendrez|découvrirez|verrez|repartirez)|(?:n?est[ae]|mi|nuestra|minha|nossa) (?:charla|taller|ponencia|sesión|presentación|palestra|apresentação|sessão|oficina)|veremos|mostrar(?:é|emos|ei)|explicar(?:é|emos|ei)|hablar(?:é|emos)|explor(?:aremos|emos)|aprender(?:ás|án|éis|á|ão)|falar(?:ei|emos)|quest[oa] (?:talk|intervento|presentazione|workshop|sessione)|vedremo|parleremo|mostr(?:erò|eremo)|scoprir(?:ete|emo))(?!\p{L})/u;

/** Speakers set the scene: a question, the past, a world that can no longer be imagined. */
const SETS_THE_SCENE =
  /\?$|^(?:have you|are you|do you|did you|what if|imagine|in recent years|(?:over )?the (?:past|last) |as (?:the|more|we)|with the|since|nowadays|today,|everyone|it is no|you(?:[’']re| are) an? )/u;

/** A person's work today. */
const IS_NOW =
  /\b(?:is (?:an?|the|one|currently|responsible)|are (?:an?|the)|i am|i['’]m|works? (?:as|at|for|on|with)|currently|now|leads?|leading|runs|maintains?|heads|manages|looks? after|teaches|serves as|director|engineer|architect|founder|co-founder|manager|professor|developer|maintainer|cto|ceo|ist|arbeitet|leitet|est (?:une?|le|la)|travaille|dirige|trabaja|trabalha|lavora)\b/u;

/** A person's past, and their weekends. */
const WAS_OR_RESTS =
  /^worked\b|\b(?:prior to|previously|formerly|before (?:that|this|joining)|used to|has worked|in (?:19|20)\d\d|graduated|degree|in (?:his|her|their|my) (?:spare|free) time|outside (?:of )?work|when not|loves|enjoys|hobb(?:y|ies)|married|lives (?:in|with))\b/u;

/**
 * How much a sentence says by itself, whatever the query is: more if it says what a talk is about or who somebody is now,
 * less if it sets the scene or tells of the past. At most half as much as one word of a query, so that the query decides.
 */
export function scoreCues(sentence: string, subject: Subject): number {
  const said = sentence.toLowerCase();
  return subject === 'talk'
    ? (SAYS.test(said) || SAYS_ELSEWHERE.test(said) ? 1 : 0) - (SETS_THE_SCENE.test(said) ? 0.6 : 0)
    : (IS_NOW.test(said) ? 0.4 : 0) - (WAS_OR_RESTS.test(said) ? 0.6 : 0);
}

/**
 * Abbreviations that stand before something and so never end a sentence, by language; a space is optional within them.
 * Unicode's segmentation takes their dots for ends if a capital follows, and `Intl.Segmenter` has no list of exceptions
 * (ICU's `ss=standard`).
 */
const NEVER_LAST = {
  en: 'Mr|Mrs|Ms|Mx|Dr|Drs|Prof|Rev|Hon|St|Mt|Fig|Figs|Eq|Vol|vs|approx|ca|cf|viz|Lt|Capt|Sgt|Gov|e. g|i. e|w. r. t|a. k. a|incl|excl|resp',
  de: `z. B|d. h|u. a|v. a|s. o|s. u|o. g|u. U|z. T|z. Zt|i. d. R|i. A|m. E|bzw|ggf|ggfs|evtl|inkl|exkl|zzgl|einschl|vgl|sog|bspw|insb|insbes|Nr|Abb|Bd|Hr|Dipl|Ing|Mag|Priv|Doz`,
  fr: 'M|MM|Mme|Mmes|Mlle|Mgr|p. ex|c.-à-d|c. à d|chap|av. J|apr. J',
  es: 'p. ej|por ej|Sr|Sra|Sres|Srta|Dra|Dña|Ud|Uds|Prof|Profa|aprox|núm|pág|págs|máx|mín|EE|Ing|Lic|Avda',
  pt: 'Exmo|Exma|Eng|Av',
  it: 'ad es|p. es|sig|sig. ra|sigg|dott|dott. ssa|prof|prof. ssa|avv|ing|cfr|pag|pagg',
  nl: 'bijv|d. w. z|o. a|m. b. t|t. a. v|dhr|mevr|drs',
};

/** Abbreviations that end a sentence or do not: whatever is within it follows, such as a name. */
const SOMETIMES_LAST = {
  names: 'Inc|Ltd|Corp|Co|Bros|Jr|Sr',
  degrees: 'Ph. D|D. Phil|M. Sc|B. Sc|M. Eng|B. Eng|M. Ed|Ed. D|LL. M|Esq',
  lists: 'env|etc|et al|usw|u. s. w|u. v. m|ecc|enz',
  units: 'Min|Std|Mio|Mrd|UU|max|min',
};

/** Words that begin sentences and are hardly ever part of a name. */
const STARTERS: ReadonlySet<string> = new Set(
  `A About After All Although An And Are As At Because Before But By Can Come Do Each Even Every Find First For From Have He
  Her Here His How However I If In Is It Its Join Learn Let Many More Most My No Now On One Our She Since So Some That The
  Their Then There These They This Those Through To Today Together We What When Where Which While Who Why With You Your
  Aber Alle Als Auch Auf Bei Da Damit Danach Dann Das Dabei Denn Der Deshalb Die Dies Diese Dieser Dieses Doch Ein Eine Er Es Für
  Hier Ich Ihr Im Ist Jede Man Mit Nach Nun Ob Sie Sind Und Unser Unsere Viele Von Was Welche Wenn Wer Wie Wir Wo Zu Zum Zur
  Au Aussi Avec Ce Ces Cet Cette Chaque Comment Dans De Des Elle Elles En Et Il Ils Je La Le Les Leur Mais Nos Notre Nous
  Où Par Pour Pourquoi Quand Que Si Son Sur Tous Un Une Venez Vos Votre Vous
  Ahora Al Aquí Así Como Con Cómo Cuando El Ella Ellos Es Esta Estas Este Esto Estos Hay Los Las Muchos Nosotros Nuestra
  Nuestro Para Pero Por Qué Se Sin Su También Todos Una Ven Veremos Y Yo
  Ao As Com Ele Ela Eles Esta Este Eu Isso Mas Na Nas No Nos Não Nós O Os Ou Quando Uma Vamos Você Gli I Il Ma Nel Noi Per Questa
  Questo Quando Un Uno Dit Deze Een Het Hij Ik Maar Met Naar Niet Ook Van Voor Waarom Wat We Wij Ze Zij`.split(
    /\s+/,
  ),
);

/** Unicode takes "..." for an end and "…" for none: it is one before a word that begins sentences. */
const AFTER_ELLIPSIS = new RegExp(
  String.raw`(?<=…["”»“)]?\s+)(?=(?:${[...STARTERS].join('|')})(?!\p{L}))`,
  'u',
);

const NEVER_LAST_END = compileEnd(Object.values(NEVER_LAST));
/** Also single letters, as in "J. Doe", and letters with dots, as in "U.S." and "z. B.". */
const SOMETIMES_LAST_END = compileEnd([
  ...Object.values(SOMETIMES_LAST),
  // "Pier No. Seven", but the answer "No." is a sentence.
  String.raw`(?<=[^\s.!?]\s)No`,
  String.raw`\p{L}`,
  String.raw`\p{L}(?:\.[^\S\n]?\p{L})+`,
]);

function isStarter(next: string): boolean {
  return STARTERS.has(/^\p{L}+/u.exec(next)?.[0] ?? '');
}

/** True if the text ends with an abbreviation after which its sentence goes on with `next`. */
function endsInAbbreviation(text: string, next: string): boolean {
  // A sentence is rarely longer than what fits here, and a search from every letter would be slow.
  const end = text.slice(-20);
  if (NEVER_LAST_END.test(end)) return true;
  return SOMETIMES_LAST_END.test(end) && !isStarter(next);
}

/** Matches one of these at the end of a line that goes on, with a dot, also if a sentence begins with it ("Bzw."). */
function compileEnd(lists: readonly string[]): RegExp {
  const any = lists
    .flatMap(list => list.split('|'))
    .map(one => one.replaceAll('. ', String.raw`\.[^\S\n]?`))
    .flatMap(one => (/^\p{Ll}/u.test(one) ? [one, `${one.charAt(0).toUpperCase()}${one.slice(1)}`] : [one]));
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${any.join('|')})\.[^\S\n]*$`, 'u');
}
