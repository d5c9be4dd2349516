import { randomUUID } from 'node:crypto';
import type { types } from '@slack/bolt';

/** Pieces of JSON, one behind the other: bytes as they are, and texts that are still to be written. */
export type JsonPieces = readonly (Uint8Array | string)[];

/**
 * Blocks of a message whose JSON is ready but for a few texts, which writeJson takes; JSON.stringify and all who read blocks
 * get them drawn.
 */
export class ReadyBlocks {
  readonly json: () => JsonPieces;
  readonly draw: () => readonly types.KnownBlock[];

  constructor(json: () => JsonPieces, draw: () => readonly types.KnownBlock[]) {
    this.json = json;
    this.draw = draw;
  }
}

/** One block of a message, or several that are ready. */
export type MessagePart = types.KnownBlock | ReadyBlocks;

export function drawBlocks(parts: readonly MessagePart[]): types.KnownBlock[] {
  return parts.flatMap(part => (part instanceof ReadyBlocks ? part.draw() : part));
}

/** Stands where a text is to be written. No other text can be like it. */
export const HOLE = randomUUID();

/** The JSON of members of a list before and behind the hole; all of it if there is none. */
export function jsonAroundHole(
  members: readonly object[],
): readonly [before: string, behind: string | undefined] {
  const [before = '', behind] = JSON.stringify(members).slice(1, -1).split(JSON.stringify(HOLE));
  return [before, behind];
}
