import type { FindIndexed } from '../../search/index/index-programme.ts';
import type { Timers } from '../timers.ts';
import { KeptDrafts } from './kept-drafts.ts';
import { KeptFile, type KeptOptions } from './kept-file.ts';
import { type IndexedTalks, KeptIndex } from './kept-index.ts';

/** The first people who ask do not wait for it. */
const KEEP_AFTER_MS = 2000;

/** Keeps what a start read and indexed for the next one, which then need not do it again. */
export class Keeper {
  readonly drafts: KeptDrafts;
  readonly findIndexed: FindIndexed;
  readonly #index: KeptIndex;

  constructor(options: KeptOptions) {
    this.drafts = new KeptDrafts(new KeptFile('drafts', options));
    this.#index = new KeptIndex(new KeptFile('index', options));
    this.findIndexed = this.#index.find;
  }

  /** Writes it soon. The returned function waits for that, if it has begun, and else cancels it. */
  keepSoon(index: IndexedTalks, timers: Timers): () => Promise<void> {
    let writing: Promise<void> = Promise.resolve();
    const cancel = timers.after(KEEP_AFTER_MS, () => {
      writing = this.#write(index);
      return writing;
    });
    return () => {
      cancel();
      return writing;
    };
  }

  async #write(index: IndexedTalks): Promise<void> {
    await this.drafts.write();
    await this.#index.write(index);
  }
}
