import { fold } from '../../text/fold.ts';
import { STOP_WORDS } from '../text/stop-words.ts';
import type { Word } from '../text/tokenizer.ts';

/** How a question is put in a language: what may stand first, what talks are called, and what links them to a topic. */
interface Asking {
  readonly begins: ReadonlySet<string>;
  readonly talks: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

const ENGLISH = asking(
  'find give list like know looking please search see show tell want',
  'talk talks talking session sessions presentation presentations speak speaks speaking speaker speakers',
  'about on by from of with regarding',
);

/** Folded. */
const LANGUAGES: readonly Asking[] = [
  { ...ENGLISH, begins: new Set([...STOP_WORDS, ...ENGLISH.begins]) },
  asking('wer gibt es', 'spricht sprechen redet vortrag vortrage', 'uber von zu zum zur mit'),
  asking('qui il y a t', 'parle parlent presente conference conferences', 'de du des sur avec'),
  asking('quien quienes hay', 'habla hablan charla charlas ponencia ponencias', 'de del sobre con'),
  asking('quem ha', 'fala falam palestra palestras', 'de do da sobre com'),
  asking('chi ci sono', 'parla parlano intervento interventi', 'di del della su sul con'),
  asking('wie zijn er', 'spreekt spreken praat praten lezing lezingen', 'over van met'),
];

function asking(begins: string, talks: string, links: string): Asking {
  return {
    begins: new Set(begins.split(' ')),
    talks: new Set(talks.split(' ')),
    links: new Set(links.split(' ')),
  };
}

/** What a question may begin with, in any of them; most queries begin with something else. */
const FIRST: ReadonlySet<string> = new Set(LANGUAGES.flatMap(({ begins, talks }) => [...begins, ...talks]));

/** `talks about ceph`; most queries have fewer words. */
const SHORTEST = 3;
/** More words than this make a title or a sentence of a text. */
const LENGTH_MAX = 8;

/**
 * What a question asks for, as people write it to a colleague: of `who is talking about ceph` and of `any sessions on
 * ceph` it is `ceph`. All words where a query asks in no such way.
 */
export function askedFor<T extends Word>(words: readonly T[]): readonly T[] {
  if (words.length < SHORTEST || !FIRST.has(fold(words[0]?.text ?? ''))) return words;
  const forms = words.slice(0, LENGTH_MAX).map(word => fold(word.text));
  for (const language of LANGUAGES) {
    const from = askedFrom(forms, language);
    if (from > 0 && from < words.length) return words.slice(from);
  }
  return words;
}

/** Where what is asked for begins; 0 where nothing is asked in this language. */
function askedFrom(forms: readonly string[], { begins, talks, links }: Asking): number {
  const at = forms.findIndex(form => !begins.has(form));
  return talks.has(forms[at] ?? '') && links.has(forms[at + 1] ?? '') ? at + 2 : 0;
}
