import type { Digest } from '../../src/store/digests.ts';
import { digest } from './digests.ts';
import { read } from './read.ts';
import { answerTo, JUNE, LOBBY } from './slack-people.ts';
import type { Stage } from './stage.ts';

/** The stage's clock: nine o'clock in Madrid on the first morning. */
export const NOW = Date.UTC(2027, 4, 11, 7);

/** A digest as it is kept after `/talk digest 08:00` in the lobby, without its random id. */
export const ordered = withoutId(digest({ since: NOW }));

/** Types `/talk` and returns the answer as lines. */
export async function linesFor(
  { workspace }: Stage,
  text: string,
  typing?: { readonly user?: string; readonly channel?: string },
): Promise<string[]> {
  return read((await answerTo(workspace, text, typing)).blocks);
}

/** The messages that everyone in a channel reads. */
export function linesIn({ workspace }: Stage, channel = LOBBY): string[][] {
  return workspace
    .visibleMessages(JUNE, channel)
    .filter(message => message.ephemeralFor === undefined)
    .map(message => read(message.blocks));
}

/** All digests without their ids, by time. */
export async function keptDigests({ store }: Stage): Promise<readonly Omit<Digest, 'id'>[]> {
  const all = await store.digests.all();
  return all.map(withoutId).sort((a, b) => (a.timeOfDay < b.timeOfDay ? -1 : 1));
}

function withoutId({ id: _, ...rest }: Digest): Omit<Digest, 'id'> {
  return rest;
}
