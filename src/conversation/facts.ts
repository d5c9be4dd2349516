import type { Fact } from '../programme/conference.ts';
import type { Programme } from '../programme/programme.ts';
import { nameKey } from '../text/fold.ts';

/** The organiser's answer to a topic: to all of its words, or else to the first word that has one. */
export function findFact(topic: string, { conference }: Pick<Programme, 'conference'>): Fact | undefined {
  const { facts } = conference;
  if (facts.length === 0) return undefined;
  return [topic, ...topic.split(' ')]
    .map(nameKey)
    .flatMap(key => facts.find(({ asked }) => asked.some(word => nameKey(word) === key)) ?? [])[0];
}
