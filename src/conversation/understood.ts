import type { Filter, FilterName } from '../search/query/filters.ts';
import type { DrawnAnswer } from './answer.ts';
import type { Search } from './search.ts';
import type { When } from './when.ts';

/** One thing that was understood of a request: a constraint, or the words that are searched. */
export interface Understood {
  readonly what: 'room' | 'track' | 'speaker' | 'day' | 'time' | 'language' | 'level' | 'without' | 'words';
  readonly value: string;
}

/** Tells how a request was understood, constraints first. Days are dates, times are on the conference's clocks. */
export function understoodIn(answer: DrawnAnswer): readonly Understood[] {
  if ('agenda' in answer) {
    const { when, filters } = answer.request;
    return [...understoodTime(when), ...filters.flatMap(understoodFilter)];
  }
  if (answer.kind === 'mine') {
    const { when, filters, topic } = answer.request;
    return topic === undefined
      ? [...understoodTime(when), ...filters.flatMap(understoodFilter)]
      : understoodSearch(topic);
  }
  return 'results' in answer ? understoodSearch(answer.results.search) : [];
}

/** The same for words that are searched. */
export function understoodSearch({
  query: { filters, without, words },
}: Pick<Search, 'query'>): readonly Understood[] {
  const searched = words.map(({ text }) => text).join(' ');
  return [
    ...filters.flatMap(understoodFilter),
    ...without.map(excluded => ({ what: 'without' as const, value: excluded.join(' ') })),
    ...(words.length === 0 ? [] : [{ what: 'words' as const, value: searched }]),
  ];
}

function understoodTime(when: When): readonly Understood[] {
  switch (when.kind) {
    case 'now':
    case 'next':
      return [{ what: 'time', value: when.kind }];
    case 'any':
      return [];
    case 'days':
      return when.days.map(day => ({ what: 'day', value: day }));
    case 'day':
    case 'first':
    case 'last':
      return [{ what: 'day', value: when.day }];
    case 'window':
      return [
        { what: 'day', value: when.day },
        { what: 'time', value: `${when.from ?? ''}-${when.to ?? ''}` },
      ];
    case 'moment':
      return [
        { what: 'day', value: when.day },
        { what: 'time', value: when.time },
      ];
  }
}

const WHAT: Readonly<Record<FilterName, Understood['what']>> = {
  speaker: 'speaker',
  track: 'track',
  room: 'room',
  day: 'day',
  lang: 'language',
  level: 'level',
  time: 'time',
  type: 'words',
  length: 'words',
  company: 'speaker',
};

/** A filter without a value narrows nothing down. */
function understoodFilter({ name, value, not }: Filter): readonly Understood[] {
  return value === '' ? [] : [{ what: not ? 'without' : WHAT[name], value }];
}
