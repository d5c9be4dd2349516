import type { Programme } from '../programme/programme.ts';
import type { Talk } from '../programme/talk.ts';
import { type People, peopleOf } from './people.ts';
import { type Postings, postingsOf } from './postings.ts';
import { type Spellings, spellingsOf } from './spellings.ts';
import { STOP_WORDS } from './stop-words.ts';
import { type Tables, tablesFor } from './tables.ts';
import { type Tokens, tokenise } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';
import { formsOf, wordsOf } from './words.ts';

/** A programme made searchable. It never changes: a new programme gets a new index. */
export interface Index {
  readonly programme: Programme;
  /** By title, then id. A talk's number is its place here, so talks of equal score stand in this order. */
  readonly talks: readonly Talk[];
  readonly tokens: Tokens;
  readonly vocabulary: Vocabulary;
  readonly forms: Postings;
  readonly stems: Postings;
  readonly people: People;
  readonly tables: Tables;
  readonly spellings: Spellings;
  /** 1 for a form that is a stop word. */
  readonly isStopWord: Uint8Array;
  /** How many telling words each title has. */
  readonly titleLengths: Uint16Array;
  readonly titleKeys: readonly string[];
}

export function indexProgramme(programme: Programme): Index {
  const talks = [...programme.talks].sort(byTitle);
  const { tokens, vocabulary } = tokenise(talks);
  const self = Int32Array.from(vocabulary.forms.keys());
  return {
    programme,
    talks,
    tokens,
    vocabulary,
    forms: postingsOf(tokens, self, vocabulary.forms.length),
    stems: postingsOf(tokens, vocabulary.stemOfForm, vocabulary.stems.length),
    spellings: spellingsOf(vocabulary.forms),
    isStopWord: Uint8Array.from(vocabulary.forms, form => (STOP_WORDS.has(form) ? 1 : 0)),
    titleLengths: Uint16Array.from(talks, talk => titleKey(talk.title).split(' ').length),
    people: peopleOf(programme.speakers),
    tables: tablesFor(talks.length),
    titleKeys: talks.map(talk => titleKey(talk.title)),
  };
}

function byTitle(a: Talk, b: Talk): number {
  if (a.title !== b.title) return a.title < b.title ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function titleKey(title: string): string {
  const forms = wordsOf(title).map(word => formsOf(word.text)[0] ?? '');
  const telling = forms.filter(form => !STOP_WORDS.has(form));
  return (telling.length > 0 ? telling : forms).join(' ');
}
