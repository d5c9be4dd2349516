import { fold } from '../../text/fold.ts';
import { STOP_WORDS } from '../text/stop-words.ts';
import type { Word } from '../text/tokenizer.ts';

/** How a question is put in a language: what may stand first, what talks are called, and what links them to a topic. */
interface Phrasing {
  readonly begins: ReadonlySet<string>;
  readonly talks: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

const ENGLISH = phrasing(
  'find give list like know looking please search see show tell want',
  'talk talks talking session sessions presentation presentations speak speaks speaking speaker speakers',
  'about on by from of with regarding',
);

/** Folded. */
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

/** What a question may begin with, in any of them; most queries begin with something else. */
const FIRST_WORDS: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap(({ begins, talks }) => [...begins, ...talks]),
);

/** `talks about ceph`; most queries have fewer words. */
const LENGTH_MIN = 3;
/** More words than this make a title or a sentence of a text. */
const LENGTH_MAX = 8;

/**
 * What a question asks for, as people write it to a colleague: of `who is talking about ceph` and of `any sessions on
 * ceph` it is `ceph`. All words where a query asks in no such way.
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

/** Where what is asked for begins; 0 where nothing is asked in this language. */
function findTopic(forms: readonly string[], { begins, talks, links }: Phrasing): number {
  const at = forms.findIndex(form => !begins.has(form));
  return talks.has(forms[at] ?? '') && links.has(forms[at + 1] ?? '') ? at + 2 : 0;
}
