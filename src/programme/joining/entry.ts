import type { Draft, DraftTalk } from './draft.ts';

/** A talk as a file has it, with the file that it stands in. */
export interface Entry {
  readonly draft: Draft;
  readonly talk: DraftTalk;
}
