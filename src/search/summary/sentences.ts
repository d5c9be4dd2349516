import { endsInAbbreviation } from './abbreviations.ts';

/** Made once, because each construction loads a dictionary. */
const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * The sentences of a text, each on one line. A line break ends a sentence; an abbreviation does not, and neither does a
 * question in quotation marks within one.
 */
export function splitSentences(text: string): readonly string[] {
  const sentences: string[] = [];
  let begun = '';
  for (const { segment } of SEGMENTER.segment(text)) {
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
  if (/^\p{Ll}/u.test(next) || BEGINS_WORD.test(begun) || NUMBERS_ITEM.test(begun)) return true;
  return endsInAbbreviation(begun, next) || (DAY_OF_MONTH.test(begun) && GERMAN_MONTH.test(next));
}

/** The dot of ".NET" or "C#.NET" is not behind a word. */
const BEGINS_WORD = /(?:^|[^\p{L}\p{N}\p{Pe}\p{Pf}.!?…"'%])\.$/u;
/** "1. Cast off", on a line of its own. */
const NUMBERS_ITEM = /^\s*\d{1,3}\.[^\S\n]*$/;
/** "am 3. Oktober". */
const DAY_OF_MONTH = /(?<!\d)[0-3]?\d\.[^\S\n]*$/;
const GERMAN_MONTH =
  /^(?:Jan|Jän|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Jahrhundert|Jh)(?=\p{L}*(?!\p{L}))/u;

/** The subject of a text: an abstract is about a talk, a bio about a person. */
export type Subject = 'talk' | 'person';

/** Speakers announce what their talk is about. */
const SAYS =
  /\b(?:in (?:this|our|my|the) (?:talk|session|presentation|workshop|panel|tutorial)|this (?:talk|session|presentation|workshop|panel|tutorial)|(?:we|i)(?:'ll|’ll| will| want to| are going to)? (?:show|present|demonstrate|demo|discuss|explain|explore|walk|share|cover|describe|introduce|look at|talk about|report|tell|go through|dive)|you(?:'ll|’ll| will)? (?:learn|see|hear|leave|take away)|attendees|the audience|join (?:us|me|this)|come (?:and )?(?:see|learn|hear))\b/iu;

/** The same in German, French, Spanish, Portuguese and Italian. */
const SAYS_ELSEWHERE =
  /(?<!\p{L})(?:(?:diese[mrs]?|meine[mr]?|unsere[mr]?) (?:vortrag|talk|workshop|session|beitrag)|(?:wir|ich) (?:zeigen?|erklären?|erzählen?|berichten?|sprechen?|diskutieren?|stellen?|geben?)|(?:erfahr|lern)(?:t ihr|en sie)|(?:sie|ihr) (?:erfahr|lern)(?:en|t)|cet(?:te)? (?:présentation|conférence|session|exposé|atelier)|nous (?:verrons|allons|montrerons|présenterons|parlerons)|je (?:vais|montre|présente|vous)|vous (?:apprendrez|découvrirez|verrez|repartirez)|(?:n?est[ae]|mi|nuestra|minha|nossa) (?:charla|taller|ponencia|sesión|presentación|palestra|apresentação|sessão|oficina)|veremos|mostrar(?:é|emos|ei)|explicar(?:é|emos|ei)|hablar(?:é|emos)|explor(?:aremos|emos)|aprender(?:ás|án|éis|á|ão)|falar(?:ei|emos)|quest[oa] (?:talk|intervento|presentazione|workshop|sessione)|vedremo|parleremo|mostr(?:erò|eremo)|scoprir(?:ete|emo))(?!\p{L})/iu;

/** Speakers set the scene: a question, the past, a world that can no longer be imagined. */
const SETS_THE_SCENE =
  /\?$|^(?:have you|are you|do you|did you|what if|imagine|in recent years|(?:over )?the (?:past|last) |as (?:the|more|we)|with the|since|nowadays|today,|everyone|it is no|you(?:[’']re| are) an? )/iu;

/** A person's work today. */
const IS_NOW =
  /\b(?:is (?:an?|the|one|currently|responsible)|are (?:an?|the)|i am|i['’]m|works? (?:as|at|for|on|with)|currently|now|leads?|leading|runs|maintains?|heads|manages|looks? after|teaches|serves as|director|engineer|architect|founder|co-founder|manager|professor|developer|maintainer|CTO|CEO|ist|arbeitet|leitet|est (?:une?|le|la)|travaille|dirige|trabaja|trabalha|lavora)\b/iu;

/** A person's past, and their weekends. */
const WAS_OR_RESTS =
  /^worked\b|\b(?:prior to|previously|formerly|before (?:that|this|joining)|used to|has worked|in (?:19|20)\d\d|graduated|degree|in (?:his|her|their|my) (?:spare|free) time|outside (?:of )?work|when not|loves|enjoys|hobb(?:y|ies)|married|lives (?:in|with))\b/iu;

/**
 * How much a sentence says by itself, whatever the query is: more if it says what a talk is about or who somebody is now,
 * less if it sets the scene or tells of the past. At most half as much as one word of a query, so that the query decides.
 */
export function scoreCues(sentence: string, subject: Subject): number {
  return subject === 'talk'
    ? (SAYS.test(sentence) || SAYS_ELSEWHERE.test(sentence) ? 1 : 0) -
        (SETS_THE_SCENE.test(sentence) ? 0.6 : 0)
    : (IS_NOW.test(sentence) ? 0.4 : 0) - (WAS_OR_RESTS.test(sentence) ? 0.6 : 0);
}
