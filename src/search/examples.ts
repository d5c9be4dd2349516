import { formatDay } from '../programme/moment.ts';
import type { Programme } from '../programme/programme.ts';
import { isPause } from '../programme/talk.ts';
import { compare } from '../text/keys.ts';
import { formatFilter } from './query/filters.ts';

/**
 * Queries that find something in this programme: a topic of several talks, a speaker, a track, and its first day. Without
 * days the last one is the quoted beginning of a title.
 */
export function findExamples(programme: Programme): readonly string[] {
  const track = programme.tracks.find(name => programme.talksIn(name).length > 1) ?? programme.tracks[0];
  const topic = findCommonTopic(programme);
  const speaker = findBusiestSpeaker(programme);
  const [day] = programme.days;
  const last = day === undefined ? quoteTitle(programme) : dayAndMonth(day);
  return [
    ...(topic === undefined ? [] : [topic]),
    ...(speaker === undefined ? [] : [speaker]),
    ...(track === undefined ? [] : [formatTrackFilter(track)]),
    ...(last === undefined ? [] : [last]),
  ];
}

/** `track:storage`, `track:"Data stores"` */
function formatTrackFilter(track: string): string {
  const value = /\s/.test(track) ? track : track.toLowerCase();
  return formatFilter({ name: 'track', value, not: false });
}

/** `11 May` */
function dayAndMonth(day: string): string {
  return formatDay(day).replace(/^\S+ /, '');
}

/** `"Ceph at sea"`: the first title with two or three words in a row, in quotes. */
function quoteTitle({ talks }: Programme): string | undefined {
  for (const { title } of talks.filter(talk => !isPause(talk))) {
    const words = /[\p{L}\p{N}]+(?: [\p{L}\p{N}]+){1,2}/u.exec(title)?.[0];
    if (words !== undefined) return `"${words}"`;
  }
  return undefined;
}

/**
 * The word that most titles share and that looks like a name: capitalised inside a title, where prose would not
 * capitalise it. Of two that as many titles share, the longer one wins.
 */
function findCommonTopic({ talks }: Programme): string | undefined {
  const counts = new Map<string, number>();
  for (const { title } of talks.filter(talk => !isPause(talk))) {
    const [, ...later] = title.match(/[\p{L}\p{N}]+/gu) ?? [];
    const names = later.filter(word => /^\p{Lu}/u.test(word) && word.length >= 4);
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || b.length - a.length || compare(a, b));
  return best?.[0].toLowerCase();
}

function findBusiestSpeaker({ speakers, talksBy }: Programme): string | undefined {
  const [first, ...others] = speakers;
  if (first === undefined) return undefined;
  return others.reduce((best, one) => (talksBy(one.id).length > talksBy(best.id).length ? one : best), first)
    .name;
}
