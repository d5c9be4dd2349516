import { firstWords } from './beginnings.ts';
import { isGlue, isTalkWord } from './glue.ts';
import { type ConstraintReader, formsFrom, type Reading } from './reading.ts';
import type { TypedWord } from './typed-words.ts';

const NOW = new Set(
  `now, jetzt, gerade, momentan, aktuell, maintenant, ahora, agora, adesso, ora, nu, currently, right now, 今, 现在,
  現在`.split(/,\s+/),
);
const NEXT = new Set(
  `next nachste nachster nachstes nachsten prochain prochaine prochains ensuite suivant siguiente sigue
  siguientes proximo proxima seguinte prossimo prossima volgende straks 次 upcoming seguir seguida seguir
  seguida`.split(/\s+/),
);
/** `coming up`, `at the moment`. */
const IN_WORDS: ReadonlyMap<string, 'now' | 'next'> = new Map([
  ...`at the moment, at this moment, im moment, in diesem moment, zur zeit, en ce moment, en este momento, neste momento,
  no momento, in questo momento, al momento, op dit moment, at present`
    .split(/,\s+/)
    .map(words => [words, 'now'] as const),
  ...'coming up, coming next, als nachstes, en seguida, a seguir, a continuacion'
    .split(', ')
    .map(words => [words, 'next'] as const),
]);
const IN_WORDS_BEGIN = firstWords(IN_WORDS.keys());
const CURRENT = new Set(
  'current ongoing aktuelle laufende actuel actuelles actual actuales atuais attuali huidige'.split(' '),
);

const FIRST = new Set(
  'first erste erster ersten premier premiere primera primer primeira primeiro prima primo eerste opening'.split(
    ' ',
  ),
);
const LAST = new Set(
  'last letzte letzter letzten final dernier derniere ultima ultimo laatste closing'.split(' '),
);

const RIGHT = new Set(['right', 'just', 'genau', 'live', 'on']);

/** `now`, `next talk`, `first session`, `last talk`. They are words where a topic is there: `next generation storage`. */
const readOrder: ConstraintReader['read'] = (words, at, { calendar }) => {
  const bounds = readBounds(words, at, calendar.days);
  if (bounds !== undefined) return bounds;
  const isRightNow = RIGHT.has(words[at]?.form ?? '') && NOW.has(words[at + 1]?.form ?? '');
  if (isRightNow) return { count: 2, constraints: [{ kind: 'now' }], isSure: false };
  for (const count of IN_WORDS_BEGIN.has(words[at]?.form ?? '') ? [3, 2] : []) {
    const kind = words.length >= at + count ? IN_WORDS.get(formsFrom(words, at, count)) : undefined;
    if (kind !== undefined) return { count, constraints: [{ kind }], isSure: false };
  }
  const form = words[at]?.form ?? '';
  if (CURRENT.has(form) && isTalkWord(words[at + 1]?.form ?? ''))
    return { count: 2, constraints: [{ kind: 'now' }], isSure: false };
  const kind = NOW.has(form)
    ? 'now'
    : NEXT.has(form)
      ? 'next'
      : FIRST.has(form)
        ? 'first'
        : LAST.has(form)
          ? 'last'
          : undefined;
  if (kind === undefined) return undefined;
  const count = isTalkWord(words[at + 1]?.form ?? '') ? 2 : 1;
  // `who speaks first tomorrow`
  const isAsked = at > 1 && words.slice(0, at).every(word => isGlue(word.form));
  if ((kind === 'first' || kind === 'last') && count === 1 && !isAsked) return undefined;
  const [day] = kind === 'first' ? calendar.days : calendar.days.slice(-1);
  const ofAll = [4, 3, 2].find(size => OF_THE_CONFERENCE.has(formsFrom(words, at + count, size)));
  if ((kind === 'first' || kind === 'last') && ofAll !== undefined && day !== undefined)
    return { count: count + ofAll, constraints: [{ kind }, { kind: 'day', day }], isSure: false };
  return { count, constraints: [{ kind }], isSure: false };
};

export const orderReader: ConstraintReader = {
  begins: () => [
    ...RIGHT,
    ...IN_WORDS_BEGIN,
    ...CURRENT,
    ...NOW,
    ...NEXT,
    ...FIRST,
    ...LAST,
    ...WHEN,
    ...WHAT_TIME_BEGINS,
  ],
  read: readOrder,
};

/** `the last talk of the conference` is that of its last day. */
const OF_THE_CONFERENCE = new Set(
  `of the conference, of the event, of all, der konferenz, der tagung, de la conference, de la conferencia, da conferencia,
  della conferenza, van de conferentie`.split(/,\s+/),
);

const WHEN = new Set('when wann quand cuando quando wanneer'.split(' '));
const WHAT_TIME = new Set(
  'what time, um wieviel uhr, um wie viel uhr, a quelle heure, a que hora, a que horas, a che ora, hoe laat'.split(
    ', ',
  ),
);
const WHAT_TIME_BEGINS = firstWords(WHAT_TIME);
const STARTS = new Set(
  'start starts begin begins beginnt commence empieza comienza comeca inizia comincia begint'.split(' '),
);
const ENDS = new Set('end ends finish finishes endet finit termina acaba finisce eindigt'.split(' '));
const WHOLE = new Set(
  'conference konferenz tagung conferencia congreso congresso conferenza conferentie event everything'.split(
    ' ',
  ),
);
const IT = new Set([
  ...WHOLE,
  ...'does do will it the day talks sessions they we es ca la el die das le il de'.split(' '),
]);

/** `what time does it start` on the day that is meant; `wann endet die konferenz` on its last one. */
function readBounds(words: readonly TypedWord[], at: number, days: readonly string[]): Reading | undefined {
  const sizes = WHAT_TIME_BEGINS.has(words[at]?.form ?? '') ? [4, 3, 2] : [];
  const lead = WHEN.has(words[at]?.form ?? '')
    ? 1
    : sizes.find(size => WHAT_TIME.has(formsFrom(words, at, size)));
  if (lead === undefined) return undefined;
  const skip = (from: number) => {
    const next = words.slice(from).findIndex(({ form }) => !IT.has(form));
    return next < 0 ? words.length : from + next;
  };
  const verb = skip(at + lead);
  const form = words[verb]?.form ?? '';
  if (!STARTS.has(form) && !ENDS.has(form)) return undefined;
  const end = skip(verb + 1);
  const kind = STARTS.has(form) ? 'first' : 'last';
  const isOfAll = words.slice(at, end).some(word => WHOLE.has(word.form));
  const [day] = isOfAll ? (kind === 'first' ? days : days.slice(-1)) : [];
  return {
    count: end - at,
    constraints: day === undefined ? [{ kind }] : [{ kind }, { kind: 'day', day }],
    isSure: false,
  };
}
