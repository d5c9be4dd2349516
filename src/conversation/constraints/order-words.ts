import { isGlue, isTalkWord } from './glue.ts';
import { type ConstraintReader, formsFrom } from './reading.ts';

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
export const readOrder: ConstraintReader = (words, at) => {
  const isRightNow = RIGHT.has(words[at]?.form ?? '') && NOW.has(words[at + 1]?.form ?? '');
  if (isRightNow) return { count: 2, constraints: [{ kind: 'now' }], isSure: false };
  for (const count of [3, 2]) {
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
  return { count, constraints: [{ kind }], isSure: false };
};
