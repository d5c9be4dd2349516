import type { Problem } from '../problem.ts';
import type { Link, Talk, TalkKind } from '../talk.ts';

/** The content of one file, before it is joined with the other files of the conference. */
export interface Draft {
  /** Relative to DATA_DIR, parted by `/`. */
  readonly file: string;
  readonly format: string;
  readonly talks: readonly DraftTalk[];
  /**
   * People whom the file tells of apart from talks, as a page of speakers does. They complete those who speak: by the
   * source's own id, else by name. Who gives no talk is in no programme.
   */
  readonly people?: readonly DraftSpeaker[] | undefined;
  /** True for a form that gives each talk a file of its own, which then gives the talk its id. */
  readonly oneTalkAFile: boolean;
  /** Names for tracks, by the folder they are about, relative to DATA_DIR. */
  readonly trackNames: Readonly<Record<string, string>>;
  /** The conference's name in the file. */
  readonly conferenceName: string | undefined;
  /** The zone that the file names for its times, an IANA name. */
  readonly timeZone?: string | undefined;
  readonly conferenceUrl?: string | undefined;
  /** The keys that were not read of a file with one talk. All such files are reported in one line. */
  readonly unreadKeys?: readonly string[] | undefined;
  /** The names of rooms and tracks that the file has by their ids, for talks of other files. */
  readonly names?: readonly DraftName[] | undefined;
  /** The rooms and tracks of its talks that are ids, for which the file has no name. */
  readonly openIds?: readonly Omit<DraftName, 'name'>[] | undefined;
  /** The times by which talks of other files name theirs. */
  readonly timeslots?: readonly DraftTimeslot[] | undefined;
  /** The times of the file for which it names no talks. */
  readonly openSlots?: readonly OpenSlot[] | undefined;
  /** The file is one cell of a timetable, of which several may be one talk. */
  readonly isGridCell?: boolean | undefined;
  /** The entries of the file that are not accepted, so that no other file shows them. */
  readonly withheld?: readonly WithheldEntry[] | undefined;
  /** Set if the file is one page of an answer that came in several, so that what it lacks may be on another. */
  readonly page?: DraftPage | undefined;
  readonly problems: readonly Problem[];
}

/** A proposal that is confidential: it is known only in order to be left out. */
export interface WithheldEntry {
  readonly id: string;
  readonly title: string;
  /** The names of its speakers as they stand in the file; empty if it has none. */
  readonly names: string;
}

/** The name of a room or a track, and the id by which talks refer to it. */
export interface DraftName {
  readonly kind: 'room' | 'track';
  readonly id: string;
  readonly name: string;
}

/** A time that has an id. `start` and `end` are as those of a slot, or times of day, `09:00:00`, for the day of a talk. */
export interface DraftTimeslot {
  readonly id: string;
  readonly start: string;
  readonly end: string | undefined;
  readonly rooms: readonly string[];
}

/** A time at which as many talks as `count` are held side by side, without saying which. */
export interface OpenSlot extends Pick<DraftSlot, 'start' | 'end'> {
  /** `2027-05-11` */
  readonly day: string;
  readonly count: number;
}

/** Counts of entries. */
export interface DraftPage {
  readonly here: number;
  /** Undefined if the page does not say how many there are in all. */
  readonly total: number | undefined;
  /** The number of the page, from 0 or 1, and of all pages, if it says so. */
  readonly number?: number | undefined;
  readonly pages?: number | undefined;
  /** A sentence on why the others are missing, if they were asked for. */
  readonly reason?: string | undefined;
}

/** A field is left out or empty if the file says nothing about it. */
export interface DraftTalk {
  /** The source's own id. */
  readonly id: string | undefined;
  /** The source's second id, if it has one that stays where it counts the first ones anew: the guid of a schedule.xml. */
  readonly guid?: string | undefined;
  readonly title: string;
  readonly abstract: string;
  readonly speakers: readonly DraftSpeaker[];
  readonly track: string | undefined;
  readonly slots: readonly DraftSlot[];
  readonly line: number | undefined;
  /** A talk where nothing is said. */
  readonly kind?: TalkKind | undefined;
  /** Confirmed where nothing is said. */
  readonly status?: Talk['status'] | undefined;
  readonly level?: string | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly links?: readonly Link[] | undefined;
  /** The title of the session in which the file has it, as a paper: it stands in that session's room and time. */
  readonly within?: string | undefined;
}

export interface DraftSpeaker {
  /** The source's own id, by which a file's talks and its list of people find one another. Who is who across talks is told by the name. */
  readonly id?: string | undefined;
  /** Empty where the file has only the id; then another file's `people` name them. */
  readonly name: string;
  readonly bio: string;
  readonly affiliation?: string | undefined;
  /** The ids or titles of talks, of a person among `people` whose file says which they give. */
  readonly talks?: readonly string[] | undefined;
}

/** Times are ISO 8601, with an offset, `Z`, or neither: then they are on the conference's clocks. */
export interface DraftSlot {
  /** The date alone, `2027-05-11`, if the hour is not known yet. All day is from midnight to a later midnight. */
  readonly start: string;
  readonly end: string | undefined;
  readonly rooms: readonly string[];
  /** The programme day, `2027-05-11`, where the source states it. */
  readonly day?: string | undefined;
  /** The time of day, `13:00`, where the source states it a second time beside `start`. */
  readonly clock?: string | undefined;
  /** The id of its time, which another file has; `start` is then its day, or empty. */
  readonly timeslot?: string | undefined;
  /** True if the offset of `start` and `end` is the conference's own, whatever Node knows of its zone. */
  readonly keepsOffset?: boolean | undefined;
}

/** A talk as a file has it, with the file that it stands in. */
export interface Entry {
  readonly draft: Draft;
  readonly talk: DraftTalk;
}
