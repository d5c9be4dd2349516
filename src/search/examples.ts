import type { Programme } from '../programme/programme.ts';

/** Queries that find something in this programme: a topic of several talks, a speaker, a track. */
export function examplesFrom(programme: Programme): readonly string[] {
  const track = programme.tracks.find(name => programme.talksIn(name).length > 1) ?? programme.tracks[0];
  const topic = commonTopic(programme);
  const speaker = busiestSpeaker(programme);
  return [
    ...(topic === undefined ? [] : [topic]),
    ...(speaker === undefined ? [] : [speaker]),
    ...(track === undefined ? [] : [/\s/.test(track) ? `track:"${track}"` : `track:${track.toLowerCase()}`]),
  ];
}

/**
 * The word that most titles share and that looks like a name: capitalised inside a title, where prose would not
 * capitalise it. Longer words win ties, since they say more.
 */
function commonTopic({ talks }: Programme): string | undefined {
  const counts = new Map<string, number>();
  for (const { title } of talks) {
    const [, ...later] = title.match(/[\p{L}\p{N}]+/gu) ?? [];
    const names = later.filter(word => /^\p{Lu}/u.test(word) && word.length >= 4);
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || b.length - a.length || (a < b ? -1 : 1));
  return best?.[0].toLowerCase();
}

function busiestSpeaker({ speakers, talksBy }: Programme): string | undefined {
  const [first, ...others] = speakers;
  if (first === undefined) return undefined;
  return others.reduce((best, one) => (talksBy(one.id).length > talksBy(best.id).length ? one : best), first)
    .name;
}
