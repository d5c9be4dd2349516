import type { Loaded } from '../search/loaded.ts';

/** All that an answer depends on besides the words: the programme that answers, who reads it, and when. */
export interface Answering extends Loaded {
  readonly reader: Reader;
  /** Lectern's clock, in milliseconds since 1970. */
  readonly now: number;
  /** The words that name the conference again, before a query for it; empty for the current one. */
  readonly prefix: string;
}

export interface Reader {
  /** IANA; undefined if it is not known, or if several people read. */
  readonly zone: string | undefined;
  /**
   * `channel`: one person reads it, in a channel. `apart`: one person reads it where no channel is around, as in a
   * direct message, a modal, the Home or a terminal. `thread`: everyone in a channel reads it.
   */
  readonly place: 'channel' | 'apart' | 'thread';
}
