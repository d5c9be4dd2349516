import { fold } from '../../text/fold.ts';
import { STOP_WORDS } from '../text/stop-words.ts';
import type { Word } from '../text/tokenizer.ts';

/** The words of a question in one language: how it may begin, what talks are called, what links them to a topic. */
interface Phrasing {
  readonly begins: ReadonlySet<string>;
  readonly talks: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

const ENGLISH = phrasing(
  "find give list like know whos who's who’s whats what's what’s looking please search see show tell want",
  'talk talks talking session sessions presentation presentations speak speaks speaking speaker speakers',
  'about on by from of with regarding',
);

/** Words are folded. */
const LANGUAGES: readonly Phrasing[] = [
  { ...ENGLISH, begins: new Set([...STOP_WORDS, ...ENGLISH.begins]) },
  phrasing('wer gibt es', 'spricht sprechen redet vortrag vortrage', 'uber von zu zum zur mit'),
  phrasing('qui il y a t', 'parle parlent presente conference conferences', 'de du des sur avec'),
  phrasing('quien quienes hay', 'habla hablan charla charlas ponencia ponencias', 'de del sobre con'),
  phrasing('quem ha', 'fala falam palestra palestras', 'de do da sobre com'),
  phrasing('chi ci sono', 'parla parlano intervento interventi', 'di del della su sul con'),
  phrasing('wie zijn er', 'spreekt spreken praat praten lezing lezingen', 'over van met'),
];

function phrasing(begins: string, talks: string, links: string): Phrasing {
  return {
    begins: new Set(begins.split(' ')),
    talks: new Set(talks.split(' ')),
    links: new Set(links.split(' ')),
  };
}

/** The first words of questions in all languages. Most queries begin with another word and need no closer look. */
const FIRST_WORDS: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap(({ begins, talks }) => [...begins, ...talks]),
);

/** True for a folded word with which a question may begin. */
export function mayBeginQuestion(form: string): boolean {
  return FIRST_WORDS.has(form);
}

/** `talks about ceph`. Most queries have fewer words. */
const LENGTH_MIN = 3;
/** The topic of a question begins within so many words, else it is a title or a sentence of a text. */
const LENGTH_MAX = 8;

/**
 * Strips a question, as people ask a colleague, down to its topic: `who is talking about ceph` and `any sessions on ceph`
 * become `ceph`. Returns all words of any other query.
 */
export function stripQuestion<T extends Word>(words: readonly T[]): readonly T[] {
  if (words.length < LENGTH_MIN || !FIRST_WORDS.has(fold(words[0]?.text ?? ''))) return words;
  const forms = words.slice(0, LENGTH_MAX).map(word => fold(word.text));
  for (const language of LANGUAGES) {
    const from = findTopic(forms, language);
    if (from > 0 && from < words.length) return words.slice(from);
  }
  return words;
}

/** The place where the topic begins; 0 if this is no question in this language. */
function findTopic(forms: readonly string[], { begins, talks, links }: Phrasing): number {
  const at = forms.findIndex(form => !begins.has(form));
  return talks.has(forms[at] ?? '') && links.has(forms[at + 1] ?? '') ? at + 2 : 0;
}
