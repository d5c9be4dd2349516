import { timeOf } from '../../programme/moment.ts';
import { levelsOf, type Programme } from '../../programme/programme.ts';
import { findPhrase } from '../../search/filter/find-phrase.ts';
import { ABSTRACT, AFFILIATION, BIO, TITLE } from '../../search/index/fields.ts';
import type { Index } from '../../search/index/index-programme.ts';
import { documentFrequency } from '../../search/index/postings.ts';
import { formsOf, tokenize } from '../../search/text/tokenizer.ts';
import { fold, nameKey } from '../../text/fold.ts';
import { languageNamed } from '../../text/languages.ts';
import { finish, type Steps } from '../../text/steps.ts';
import { firstPart, firstParts, NAME_WORDS_MAX } from './beginnings.ts';
import { type RoomNames, roomNames } from './room-names.ts';
import { makeLinkFinder } from './talk-links.ts';
import { type AskedFrom, findOccasion, isBreak, OCCASIONS, type OccasionTime } from './times/occasions.ts';

/** The names of a programme that people type without saying what they name. */
export interface Lexicon {
  /** The room that is called so, whole or by its first words; undefined if none or several are. */
  room(text: string): { readonly name: string; readonly isWhole: boolean } | undefined;
  /** The first words of names, and their beginnings by which a track may be called. */
  readonly beginnings: Readonly<Record<'rooms' | 'tracks' | 'levels', ReadonlySet<string>>>;
  /** The words of rooms' names that roomWith knows. */
  readonly roomWords: Iterable<string>;
  /** True if a room's name begins with this word. Most words need no closer look. */
  mayBeginRoom(form: string): boolean;
  /** The room that has this word anywhere in its name, or the word itself if several have it; undefined if none has. */
  roomWith(form: string): string | undefined;
  /** The word of a room's name of two words that a mistyped one is a letter away from; undefined if none is. */
  nearRoomWord: RoomNames['near'];
  /** True if a track's name begins like this word. */
  mayBeginTrack(form: string): boolean;
  track(text: string): string | undefined;
  level(text: string): string | undefined;
  /** The tag of a language, by its name in any of the languages in which people type: `es` for `spanish`. */
  language(text: string): string | undefined;
  /** True if a speaker's name has these words: all of it, or the first or last name. */
  isSpeaker(text: string): boolean;
  /** True for a break or a talk that everybody knows by its name: lunch, the keynote. */
  isOccasion(text: string): boolean;
  /** The time of the break or talk that is called so, or of a speaker's talk; undefined if there is none. */
  occasion(text: string, asked: AskedFrom): OccasionTime | undefined;
  /** True if a talk begins at this time, `10:30` on the conference's clocks, on any day. */
  isStart(time: string): boolean;
  /** The ids of the talks with this title; none if it is not a whole title. */
  titled(text: string): readonly string[];
  /** The same by the key of a title. */
  hasTitle(key: string): boolean;
  /** True if a title begins with this word, or a name that isNameInBios knows. Most words need no closer look. */
  mayBeginName(form: string): boolean;
  /** The ids of the talks that a web address leads to: by their links, or by an id or a title at its end. */
  linked(url: string): readonly string[];
  /** True if a talk has these words side by side in its title or abstract. */
  isPhrase(text: string): boolean;
  /** True if a title has these words side by side. */
  isInTitle(text: string): boolean;
  /** True if the bio or the affiliation of a speaker has these words side by side. */
  isInBios(text: string): boolean;
  /** True if the bio or the affiliation of a speaker has these words as a name: each begins with a capital. */
  isNameInBios(text: string): boolean;
  hasWord(form: string): boolean;
  /** The number of a word, from 0 to before wordCount; undefined if the programme does not have it. */
  wordNumber(form: string): number | undefined;
  readonly wordCount: number;
  /** True for words that an organiser has answered. */
  isAsked(text: string): boolean;
  /** True if such words begin with this one. Most words need no closer look. */
  mayBeAsked(form: string): boolean;
}

const lexicons = new WeakMap<Index, Lexicon>();

/** The lexicon of a programme. It is made once, when it is first asked for. */
export function lexiconOf(index: Index): Lexicon {
  return finish(lexiconInSteps(index));
}

/** The same in steps, so that answers come between. */
export function* lexiconInSteps(index: Index): Steps<Lexicon> {
  const known = lexicons.get(index);
  if (known !== undefined) return known;
  const made = yield* makeLexicon(index);
  lexicons.set(index, made);
  return made;
}

function* makeLexicon(index: Index): Steps<Lexicon> {
  const { programme } = index;
  const rooms = roomNames(programme.rooms);
  const tracks = namesByKey(programme.tracks);
  const levels = namesByKey(levelsOf(programme));
  yield;
  const titles = yield* idsByTitle(programme);
  const hasPhrase = (text: string, fields: readonly number[]) => {
    const forms = tokenize(text).flatMap(({ text: word }) => formsOf(word).slice(0, 1));
    if (forms.length === 0) return false;
    // A phrase that is there is found long before the last talk.
    for (const _talk of findPhrase(index, forms, fields)) return true;
    return false;
  };
  const isInTitle = (text: string) => hasPhrase(text, [TITLE]);
  const beginnings = {
    rooms: rooms.beginnings,
    tracks: new Set([...firstParts(tracks.keys())].flatMap(beginningsOf)),
    levels: firstParts(levels.keys()),
  };
  const asked = new Set(programme.conference.facts.flatMap(fact => fact.asked.map(nameKey)));
  const askedBegins = firstParts(asked);
  let names: ReadonlySet<string> | undefined;
  let nameBegins: ReadonlySet<string> | undefined;
  let starts: ReadonlySet<string> | undefined;
  return {
    beginnings,
    roomWords: rooms.words,
    mayBeginRoom: form => rooms.beginnings.has(firstPart(form)),
    room: rooms.named,
    roomWith: rooms.withWord,
    nearRoomWord: rooms.near,
    mayBeginTrack: form => beginnings.tracks.has(firstPart(form).slice(0, WORD_LENGTH_MAX)),
    track: text => tracks.get(nameKey(text)) ?? onlyOneWith(tracks, nameKey(text)),
    level: text => levels.get(nameKey(text)),
    language: languageNamed,
    isSpeaker: text => isSpeaker(index, text),
    isOccasion: text =>
      OCCASIONS.has(text) && (isInTitle(text) || (isBreak(text) && programme.days.length > 0)),
    occasion: (text, asked) => findOccasion(text, programme.sessions, asked),
    isStart(time) {
      starts ??= new Set(programme.sessions.map(({ slot }) => timeOf(slot.start)));
      return starts.has(time);
    },
    titled: text => titles.get(nameKey(text)) ?? [],
    hasTitle: key => titles.has(key),
    mayBeginName(form) {
      names ??= namesInBios(programme);
      nameBegins ??= firstParts([...titles.keys(), ...names]);
      return nameBegins.has(firstPart(form));
    },
    linked: makeLinkFinder(programme, titles),
    isPhrase: text => hasPhrase(text, [TITLE, ABSTRACT]),
    isInTitle,
    isInBios: text => hasPhrase(text, [BIO, AFFILIATION]),
    isNameInBios(text) {
      names ??= namesInBios(programme);
      const name = PLAIN.test(text)
        ? text
        : tokenize(text)
            .map(word => fold(word.text))
            .join(' ');
      return names.has(name) && isRare(index, name.split(' '));
    },
    isAsked: text => asked.size > 0 && [text, ...text.split(' ')].some(part => asked.has(nameKey(part))),
    mayBeAsked: form => asked.size > 0 && askedBegins.has(firstPart(form)),
    wordNumber: form => index.vocabulary.formNumber(form),
    wordCount: index.vocabulary.forms.length,
    hasWord: form => index.vocabulary.formNumber(form) !== undefined,
  };
}

/** Folded words without signs. */
const PLAIN = /^[a-z\d]+(?: [a-z\d]+)*$/;

function* idsByTitle({ talks }: Programme): Steps<ReadonlyMap<string, readonly string[]>> {
  const byTitle = new Map<string, string[]>();
  for (const { title, id } of talks) {
    const key = nameKey(title);
    const ids = byTitle.get(key);
    if (ids === undefined) byTitle.set(key, [id]);
    else ids.push(id);
    yield;
  }
  return byTitle;
}

/** A company's name has a word that few talks have. Looking for two words of everybody's would take long. */
const COMPANY_TALKS_MAX = 12;

function talksWithForm({ vocabulary, forms }: Index, form: string): number {
  const number = vocabulary.formNumber(form);
  return number === undefined ? 0 : documentFrequency(forms, number);
}

/** A track's first word may be as long as a file. */
const WORD_LENGTH_MAX = 40;

/** A word, and all of at least BEGINNING_MIN letters with which it begins. */
function beginningsOf(word: string): readonly string[] {
  const cut = word.slice(0, WORD_LENGTH_MAX);
  return [cut, ...Array.from(cut.slice(BEGINNING_MIN), (_, at) => cut.slice(0, at + BEGINNING_MIN))];
}

/** The keys of all names in bios and affiliations: up to so many words side by side that begin with capitals. */
function namesInBios({ speakers }: Programme): ReadonlySet<string> {
  const names = new Set<string>();
  for (const written of speakers.flatMap(({ bio, affiliation = '' }) => [bio, affiliation])) {
    let run: string[] = [];
    for (const { text } of tokenize(written)) {
      run = /^\p{Lu}/u.test(text) ? [...run.slice(1 - NAME_WORDS_MAX), fold(text)] : [];
      for (let at = 0; at < run.length - 1; at++) names.add(run.slice(at).join(' '));
    }
  }
  return names;
}

function isRare(index: Index, words: readonly string[]): boolean {
  const rarest = Math.min(...words.map(word => talksWithForm(index, word)));
  return rarest > 0 && rarest <= COMPANY_TALKS_MAX;
}

function isSpeaker({ people }: Index, text: string): boolean {
  const [first, ...others] = tokenize(text)
    .flatMap(({ text: word }) => formsOf(word).slice(0, 1))
    .map(form => people.byWord.get(form) ?? []);
  return first?.some(number => others.every(numbers => numbers.includes(number))) ?? false;
}

function namesByKey(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map(name => [nameKey(name), name]));
}

/** Shorter beginnings are words, or parts of versions. */
const BEGINNING_MIN = 4;

/** The name that begins so, if only one does: `platform` for `Platforms`. */
function onlyOneWith(names: ReadonlyMap<string, string>, beginning: string): string | undefined {
  if (beginning.length < BEGINNING_MIN) return undefined;
  const [first, second] = [...names].filter(([key]) => key.startsWith(beginning));
  return second === undefined ? first?.[1] : undefined;
}
