import { isTalkWord } from './glue.ts';
import type { ConstraintReader } from './reading.ts';

const NOW = new Set(
  `now, jetzt, gerade, momentan, aktuell, maintenant, ahora, agora, adesso, nu, currently, right now, 今, 现在,
  現在`.split(/,\s+/),
);
const NEXT = new Set(
  `next nachste nachster nachstes nachsten prochain prochaine prochains ensuite suivant siguiente sigue
  siguientes proximo proxima seguinte prossimo prossima volgende straks 次 upcoming seguir seguida seguir
  seguida`.split(/\s+/),
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
  const form = words[at]?.form ?? '';
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
  if ((kind === 'first' || kind === 'last') && count === 1) return undefined;
  return { count, constraints: [{ kind }], isSure: false };
};
