import type { Problem } from './problem.ts';

/** What one file says, before it is joined with what the other files of the conference say. */
export interface Draft {
  /** Relative to DATA_DIR, parted by `/`. */
  readonly file: string;
  readonly format: string;
  readonly talks: readonly DraftTalk[];
  /** True for a form that gives each talk a file of its own, which then gives the talk its id. */
  readonly oneTalkAFile: boolean;
  /** Names for tracks, by the folder they are about, relative to DATA_DIR. */
  readonly trackNames: Readonly<Record<string, string>>;
  /** What the file calls the conference. */
  readonly conferenceName: string | undefined;
  readonly problems: readonly Problem[];
}

export interface DraftTalk {
  /** The source's own id. */
  readonly id: string | undefined;
  readonly title: string;
  readonly abstract: string;
  readonly speakers: readonly DraftSpeaker[];
  readonly track: string | undefined;
  readonly slots: readonly DraftSlot[];
  readonly line: number | undefined;
}

export interface DraftSpeaker {
  readonly name: string;
  readonly bio: string;
}

/** Times are ISO 8601, with an offset, `Z`, or neither: then they are on the conference's clocks. */
export interface DraftSlot {
  readonly start: string;
  readonly end: string | undefined;
  readonly rooms: readonly string[];
}
