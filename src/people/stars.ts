/** A person in a workspace, by the ids that Slack gave both. */
export interface Member {
  readonly workspace: string;
  readonly person: string;
}

/** The same for the same person of the same workspace: no id of Slack's has a space. */
export function memberKey({ workspace, person }: Member): string {
  return `${workspace} ${person}`;
}

/** A person's mark on a talk, which makes it one of their talks. */
export interface Star extends Member {
  /** The key of the conference, as conferenceKey makes it. */
  readonly conference: string;
  /** The id of the talk. */
  readonly talk: string;
}

/** The ids of the talks that a person starred, by the key of the conference. */
export type Stars = ReadonlyMap<string, ReadonlySet<string>>;

/** A person's wish to be told when talks that match these words are new at a conference. */
export interface Alert extends Member {
  /** The key of the conference, as conferenceKey makes it. */
  readonly conference: string;
  readonly words: string;
}
