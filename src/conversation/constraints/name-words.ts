import type { FilterName } from '../../search/query/filters.ts';
import { nameKey } from '../../text/fold.ts';
import { languageNames } from '../../text/languages.ts';
import { NAME_WORDS_MAX } from './beginnings.ts';
import { isTalkWord } from './glue.ts';
import type { Lexicon } from './lexicon.ts';
import { type Constraint, type ConstraintReader, formsFrom, type Reading } from './reading.ts';
import type { TypedWord } from './typed-words.ts';

const IN = new Set('in, at, im, in der, en, dans, na, no, nel, nella, von, from, a, au, zaal'.split(', '));
/** Those of them that say a place, and no time or person. */
const WHERE = new Set('in at im en dans na no nel nella au zaal'.split(' '));
const THE = new Set('the der die das dem la le el de il o room hall track raum saal salle sala'.split(' '));
const ROOM = new Set(['room', 'hall', 'raum', 'saal', 'salle', 'sala', 'zaal', 'stage']);
const TRACK = new Set('track tracks stream spur piste strand schiene percorso trilha'.split(' '));

function filter(name: FilterName, value: string): readonly Constraint[] {
  return [{ kind: 'filter', name, value }];
}

/** `in quay hall`, `room quay`, `@quay hall`, `lighthouse`. */
const readRoom: ConstraintReader['read'] = (words, at, { lexicon }) => {
  const isMarked = words[at]?.form.startsWith('@') ?? false;
  let from = at;
  if (!isMarked)
    while ((IN.has(words[from]?.form ?? '') || THE.has(words[from]?.form ?? '')) && from < at + 3) from++;
  const isLed = from > at && words.slice(at, from).some(({ form }) => IN.has(form) || ROOM.has(form));
  for (let start = from; start >= at; start--) {
    if (!lexicon.mayBeginRoom(words[start]?.form ?? '')) continue;
    for (let count = Math.min(NAME_WORDS_MAX, words.length - start); count > 0; count--) {
      const text = formsFrom(words, start, count).replace(/^@/u, '');
      const room = lexicon.room(text);
      if (room === undefined) continue;
      const isNamed = ROOM.has(words[at]?.form ?? '') && start > at;
      return {
        count: start - at + count,
        constraints: filter('room', room.name),
        // A room of one everyday word is a topic, unless somebody says `in`.
        isSure: isMarked || isNamed || (room.isWhole && (nameKey(room.name).includes('-') || isLed)),
      };
    }
  }
  return readRoomWord(words, { at, from }, lexicon);
};

/** `in the loft`, where there is a Net Loft; the word by itself only if no talk has it. `from` is behind `in the`. */
function readRoomWord(
  words: readonly TypedWord[],
  { at, from }: { readonly at: number; readonly from: number },
  lexicon: Lexicon,
): Reading | undefined {
  const roomAt = (place: number) => lexicon.roomWith(words[place]?.form ?? '');
  // `in main hall`
  const named = from > at && SIZES.has(words[from]?.form ?? '') && roomAt(from + 1) ? from + 1 : from;
  // `hall` is such a word as well.
  const place = roomAt(named) === undefined && named > at ? named - 1 : named;
  const room = roomAt(place);
  const form = words[place]?.form ?? '';
  if (room === undefined) return readNumberedRoom(words, at, lexicon);
  const isTopic = lexicon.hasWord(form) || lexicon.isSpeaker(form);
  if (isTopic && !words.slice(at, place).some(word => WHERE.has(word.form))) return undefined;
  return { count: place - at + 1, constraints: filter('room', room), isSure: !isTopic };
}

/** Before a word for a room they belong to its name in other buildings. */
const SIZES = new Set(
  'main big large great small little grosse grossen kleine kleinen grande petite pequena sala'.split(' '),
);

/** `room 2` where no room has such a number: the answer says that there is none. */
function readNumberedRoom(words: readonly TypedWord[], at: number, lexicon: Lexicon): Reading | undefined {
  let place = at;
  while (WHERE.has(words[place]?.form ?? '') || words[place]?.form === 'the') place++;
  const number = words[place + 1]?.form ?? '';
  const isNumbered = ROOM.has(words[place]?.form ?? '') && /^(?:\d{1,3}[a-z]?|[a-h])$/u.test(number);
  if (!isNumbered || place + 2 < words.length) return undefined;
  const isPart = Array.from(lexicon.roomWords).some(word => word.includes(number));
  if (isPart || lexicon.isInTitle(formsFrom(words, place, 2))) return undefined;
  // `escape room 2` is a topic.
  return { count: place + 2 - at, constraints: filter('room', number), isSure: place > at };
}

export const roomReader: ConstraintReader = {
  begins: lexicon => ['@', ...IN, ...THE, ...lexicon.beginnings.rooms, ...lexicon.roomWords],
  read: readRoom,
};

/** `storage track`, `track storage`, `#storage`, `in the people track`. */
const readTrack: ConstraintReader['read'] = (words, at, { lexicon }) => {
  const first = words[at]?.form ?? '';
  const marked = first.startsWith('#') ? lexicon.track(first.slice(1)) : undefined;
  if (marked !== undefined) return { count: 1, constraints: filter('track', marked), isSure: true };
  if (TRACK.has(first)) {
    const named = trackFrom(words, at + 1, lexicon);
    return named && { count: named.count + 1, constraints: filter('track', named.name), isSure: true };
  }
  if (at === 0 && words.length > 1 && words.length <= NAME_WORDS_MAX && lexicon.mayBeginTrack(first)) {
    const text = formsFrom(words, 0, words.length);
    const whole = lexicon.track(text);
    if (whole !== undefined && nameKey(whole) === nameKey(text) && !lexicon.isInTitle(text))
      return { count: words.length, constraints: filter('track', whole), isSure: true };
  }
  let from = at;
  while ((IN.has(words[from]?.form ?? '') || THE.has(words[from]?.form ?? '')) && from < at + 2) from++;
  const named = trackFrom(words, from, lexicon);
  const isCalled = named !== undefined && TRACK.has(words[from + named.count]?.form ?? '');
  return isCalled
    ? { count: from - at + named.count + 1, constraints: filter('track', named.name), isSure: true }
    : undefined;
};

export const trackReader: ConstraintReader = {
  begins: lexicon => ['#', ...TRACK, ...IN, ...THE, ...lexicon.beginnings.tracks],
  read: readTrack,
};

function trackFrom(
  words: readonly TypedWord[],
  at: number,
  lexicon: Lexicon,
): { readonly name: string; readonly count: number } | undefined {
  if (!lexicon.mayBeginTrack(words[at]?.form ?? '')) return undefined;
  for (let count = Math.min(NAME_WORDS_MAX, words.length - at); count > 0; count--) {
    const name = lexicon.track(formsFrom(words, at, count));
    if (name !== undefined) return { name, count };
  }
  return undefined;
}

const LANGUAGE_LEADS = new Set(['in', 'auf', 'en', 'em', 'in het', 'op']);

/** `german talks`, `talks in german`, `en español`, `auf deutsch`, `spanish`. */
const readLanguage: ConstraintReader['read'] = (words, at, { lexicon }) => {
  const isLed = LANGUAGE_LEADS.has(words[at]?.form ?? '');
  const place = isLed ? at + 1 : at;
  const language = lexicon.language(words[place]?.form ?? '');
  if (language === undefined) return undefined;
  const isFollowed = isTalkWord(words[place + 1]?.form ?? '');
  return {
    count: place - at + 1,
    constraints: filter('lang', language),
    isSure: isLed || isFollowed || (at > 0 && isTalkWord(words[at - 1]?.form ?? '')),
  };
};

export const languageReader: ConstraintReader = {
  begins: () => [...LANGUAGE_LEADS, ...languageNames()],
  read: readLanguage,
};

const LEVEL_LEADS = new Set(['for', 'level', 'fur', 'pour', 'para', 'per', 'voor']);

/** `beginner talks`, `talks for beginners`: a level of the programme with a word for talks. */
const readLevel: ConstraintReader['read'] = (words, at, { lexicon }) => {
  const isLed = LEVEL_LEADS.has(words[at]?.form ?? '');
  const place = isLed ? at + 1 : at;
  const form = words[place]?.form ?? '';
  const level = lexicon.level(form) ?? lexicon.level(form.replace(/s$/u, ''));
  if (level === undefined) return undefined;
  const isFollowed = isTalkWord(words[place + 1]?.form ?? '') || words[place + 1]?.form === 'level';
  return { count: place - at + 1, constraints: filter('level', level), isSure: isLed || isFollowed };
};

export const levelReader: ConstraintReader = {
  begins: lexicon => [
    ...LEVEL_LEADS,
    ...lexicon.beginnings.levels,
    ...Array.from(lexicon.beginnings.levels, level => `${level}s`),
  ],
  read: readLevel,
};

const SPEAKER = new Set(['speaker', 'by', 'von', 'par', 'por', 'di', 'door', 'with', 'mit']);

/** `speaker bensaid`, `by katarzyna`. */
const readSpeaker: ConstraintReader['read'] = (words, at, { lexicon }) => {
  const first = words[at + 1]?.form;
  if (first === undefined || !SPEAKER.has(words[at]?.form ?? '') || !lexicon.isSpeaker(first))
    return undefined;
  for (let count = Math.min(3, words.length - at - 1); count > 0; count--) {
    const text = formsFrom(words, at + 1, count);
    if (lexicon.isSpeaker(text))
      return { count: count + 1, constraints: filter('speaker', text), isSure: true };
  }
  return undefined;
};

export const speakerReader: ConstraintReader = { begins: () => SPEAKER, read: readSpeaker };
