import { type Calendar, dayBeginnings, readDay } from '../../../text/read-day.ts';
import { isTalkWord } from '../glue.ts';
import type { ConstraintReader, Reading } from '../reading.ts';
import type { TypedWord } from '../typed-words.ts';

/** Parts of a day, folded, in the languages in which people type. `to` is not included. */
const PARTS: readonly { readonly names: readonly string[]; readonly from: string; readonly to: string }[] = [
  {
    names:
      `morning vormittag vormittags morgens fruh matin matinee manana manha mattina mattino ochtend morgen morgens
  vormittags ochtends 午前 今朝 上午 朝 早上 아침 오전`.split(/\s+/),
    from: '00:00',
    to: '12:00',
  },
  {
    names:
      'afternoon nachmittag nachmittags apres-midi tarde pomeriggio middag namiddag middags namiddags 午後 下午 오후'.split(
        ' ',
      ),
    from: '12:00',
    to: '18:00',
  },
  {
    names:
      'evening night abend abends soir soiree noche noite sera avond avonds 今夜 今晩 夜 晩 夕方 晚上 저녁 밤'.split(
        ' ',
      ),
    from: '18:00',
    to: '24:00',
  },
];

/** `early`, `late`, and the ends of a part of a day. `early` by itself is before the first break. */
const EARLY = new Set('early fruher tot temprano cedo presto vroeg'.split(' '));
const LATE = new Set('late spater tard tarde tardi laat'.split(' '));
const EDGES: ReadonlyMap<string, { readonly early: string; readonly late: string }> = new Map([
  ['00:00', { early: '10:30', late: '10:30' }],
  ['12:00', { early: '15:00', late: '15:00' }],
  ['18:00', { early: '20:00', late: '20:00' }],
]);
/** Behind a day: `wed pm`. */
const AFTER_NOON = { names: [], from: '12:00', to: '24:00' };
const HALVES: ReadonlyMap<string, (typeof PARTS)[number] | undefined> = new Map([
  ['am', PARTS[0]],
  ['a.m', PARTS[0]],
  ['pm', AFTER_NOON],
  ['p.m', AFTER_NOON],
]);

/** Words that make a part of a day today's. */
const THIS = new Set('this heute ce cet cette esta questa questo deze vanmorgen'.split(' '));
const THE = new Set('in the am le por la de da pela a al nel di in den du il de s per'.split(' '));

/** An article alone leads to a topic as well: `the morning after`. */
const WITHIN = new Set(['in', 'am', 'por', 'de', 'da', 'pela', 'al', 'nel', 'di']);

/** `tonight` and kin say both a day and its part. */
const TONIGHT = new Set(['tonight', 'tonite', 'stasera', 'vanavond', '今夜', '今晩']);
const THIS_MORNING = new Set(['stamattina', 'vanmorgen', 'vanochtend', '今朝']);
const THIS_AFTERNOON = new Set(['vanmiddag']);

/** Dutch and German write a day and its part as one word: `morgenmiddag`, `Mittwochabend`. */
const COMPOUND_ENDS = 'ochtend middag avond vormittag nachmittag abend fruh morgen'.split(' ');
const COMPOUND = new RegExp(`^(\\p{L}{3,})(${COMPOUND_ENDS.join('|')})$`, 'u');

function compounds(): readonly string[] {
  return [...dayBeginnings()].flatMap(day => COMPOUND_ENDS.map(end => `${day}${end}`));
}

const PART_BY_NAME: ReadonlyMap<string, (typeof PARTS)[number]> = new Map(
  PARTS.flatMap(part => part.names.map(name => [name, part] as const)),
);

/** True for the name of a part of a day. */
export function isPartOfDay(name: string): boolean {
  return PART_BY_NAME.has(name);
}

/** `this afternoon`, `in the morning`, `por la mañana`, `tonight`; `morning` alone may be a topic. */
const readPartOfDay: ConstraintReader['read'] = (words, at, { calendar }) => {
  const form = words[at]?.form ?? '';
  const today = { kind: 'day', day: calendar.today } as const;
  const alone = TONIGHT.has(form)
    ? PARTS[2]
    : THIS_MORNING.has(form)
      ? PARTS[0]
      : THIS_AFTERNOON.has(form)
        ? PARTS[1]
        : undefined;
  if (alone !== undefined) return { count: 1, constraints: [today, windowOf(alone)], isSure: true };
  if (THIS.has(form)) {
    const part = PART_BY_NAME.get(words[at + 1]?.form ?? '');
    return part && { count: 2, constraints: [today, windowOf(part)], isSure: true };
  }
  const half = HALVES.get(form);
  if (
    half !== undefined &&
    followsDay(words, at) &&
    PART_BY_NAME.get(words[at + 1]?.form ?? '') === undefined
  )
    return { count: 1, constraints: [windowOf(half)], isSure: true };
  const edge = readEdge(words, at);
  if (edge !== undefined) return edge;
  let next = at;
  while (THE.has(words[next]?.form ?? '') && next < at + 2) next++;
  // Spanish, Portuguese and German have one word for tomorrow and the morning: by itself it is tomorrow.
  const name = words[next]?.form ?? '';
  const part = PART_BY_NAME.get(name);
  if (part === undefined && next === at) return readCompound(form, calendar);
  if (part === undefined || (next === at && AMBIGUOUS.has(name) && !followsDay(words, at))) return undefined;
  return {
    count: next - at + 1,
    constraints: [windowOf(part)],
    isSure: (next > at && WITHIN.has(form)) || followsDay(words, at) || isSurePart(words, next),
  };
};

/** Some names are of nothing else, and others are surely meant behind a topic or before a word for talks: `ceph le matin`. */
function isSurePart(words: readonly TypedWord[], at: number): boolean {
  const name = words[at]?.form ?? '';
  if (EASTERN.test(name) || ADVERBS.has(name)) return true;
  if (AMBIGUOUS.has(name) || NIGHTS.has(name)) return false;
  return at + 1 === words.length ? at > 0 : isTalkWord(words[at + 1]?.form ?? '');
}

const EASTERN = /^[\p{sc=Han}\p{sc=Hangul}]+$/u;
const ADVERBS = new Set('morgens vormittags nachmittags abends ochtends middags namiddags avonds'.split(' '));
/** A topic may be about the night. */
const NIGHTS = new Set('night noche noite evening'.split(' '));

export const partOfDayReader: ConstraintReader = {
  begins: () => [
    ...[...TONIGHT, ...THIS_MORNING, ...THIS_AFTERNOON, ...THIS, ...THE],
    ...[...HALVES.keys(), ...EARLY, ...LATE, ...PART_BY_NAME.keys()],
    ...compounds(),
  ],
  read: readPartOfDay,
};

/** `mittwochabend` */
function readCompound(form: string, calendar: Calendar): Reading | undefined {
  const [, name, end] = COMPOUND.exec(form) ?? [];
  const day = name === undefined ? undefined : readDay(name, calendar);
  const part = PART_BY_NAME.get(end ?? '');
  return day === undefined || part === undefined
    ? undefined
    : { count: 1, constraints: [{ kind: 'day', day }, windowOf(part)], isSure: true };
}

/** `late afternoon`, `early in the morning`, `early tomorrow`. */
function readEdge(words: readonly TypedWord[], at: number): Reading | undefined {
  const start = words[at]?.form === 'in' && words[at + 1]?.form === 'the' ? at + 2 : at;
  const form = words[start]?.form ?? '';
  const isEarly = EARLY.has(form);
  if (!isEarly && !LATE.has(form)) return undefined;
  let next = start + 1;
  while (THE.has(words[next]?.form ?? '') && next < start + 3) next++;
  const part = PART_BY_NAME.get(words[next]?.form ?? '');
  if (part === undefined) {
    const isBesideDay = followsDay(words, start) || followsDay(words, start + 2);
    const window = isEarly ? { from: '00:00', to: '10:30' } : { from: '15:00', to: '24:00' };
    return isBesideDay && form !== 'tarde'
      ? { count: start + 1 - at, constraints: [windowOf(window)], isSure: true }
      : undefined;
  }
  const edges = EDGES.get(part.from);
  const window = isEarly
    ? { from: part.from, to: edges?.early ?? part.to }
    : { from: edges?.late ?? part.from, to: part.to };
  return {
    count: next + 1 - at,
    constraints: [windowOf(window)],
    isSure: start > at || words.length === next + 1 - at,
  };
}

const AMBIGUOUS = new Set(['manana', 'manha', 'morgen', 'fruh', 'sera']);

/** Whether a word stands before that may have named a day: then the part of a day is surely meant. */
export function followsDay(words: readonly { readonly form: string }[], at: number): boolean {
  return at > 0 && !THE.has(words[at - 1]?.form ?? '') && DAY_BEFORE.test(words[at - 1]?.form ?? '');
}

/** The end of a word that names a day, in the languages of PARTS. */
const DAY_BEFORE =
  /(?:day|today|tomorrow|yesterday|tag|woch|heute|morgen|gestern|di|demain|hier|aujourd'hui|hoy|manana|ayer|lunes|martes|miercoles|jueves|viernes|sabado|domingo|feira|hoje|amanha|oggi|domani|dag|vandaag|明日|今日|明天|今天|[周週][一二三四五六日天]|曜日?|요일|오늘|내일|모레|^(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|\d+))$/u;

function windowOf({ from, to }: { readonly from: string; readonly to: string }) {
  return {
    kind: 'window',
    from: from === '00:00' ? undefined : from,
    to: to === '24:00' ? undefined : to,
  } as const;
}
