import type { Generated, Kysely } from 'kysely';

/** The columns of each table. Only text and integers, so that every database returns them alike. */
export interface Schema {
  digests: {
    id: string;
    /** Empty if it was ordered before workspaces were told apart. */
    workspace: string;
    channel: string;
    owner: string;
    time_of_day: string;
    time_zone: string;
    /** `daily`, or days separated by commas. */
    days: string;
    /** Numbers separated by commas; empty for all. */
    weekdays: string;
    eve: number;
    filters: string;
    reminders: number;
    /** `en`, `de`... */
    language: string;
    intro: string;
    closing: string;
    sponsor: string;
    sponsor_link: string;
    /** `day` or `week`. */
    span: string;
    only_changes: number;
    changes_in_channel: number;
    mention_here: number;
    paused: number;
    since: number;
    failures: number;
  };
  deliveries: {
    /** `real`, or another name for a rehearsal. */
    run: string;
    /** That of its digest. */
    workspace: string;
    digest: string;
    day: string;
    /** As writePart makes it. */
    part: string;
    /** `digest`, `change`, `changes`, `soon`, `room`, `topic` or `notice`. */
    kind: string;
    position: number;
    channel: string;
    in_thread: number;
    /** JSON of the message. */
    message: string;
    /** JSON of its talks' ids. */
    talks: string;
    due_at: number;
    until: number;
    state: string;
    ts: string | null;
    /** The channel in Slack's answer: a direct message has another id than its person. */
    posted_in: string | null;
    attempts: Generated<number>;
    sending_at: number | null;
    retry_at: Generated<number>;
    /** When the owner was asked whether it arrived. */
    asked_at: number | null;
    repeated: Generated<number>;
    /** How often the text was changed. */
    revision: Generated<number>;
    /** The revision that stands in Slack. */
    shown: Generated<number>;
  };
  told: {
    run: string;
    conference: string;
    /** The programme day whose first digest was made with these talks; empty for the last snapshot. */
    day: string;
    version: number;
    /** The hashes of its parts, in order, separated by spaces. */
    parts: string;
  };
  told_parts: {
    run: string;
    conference: string;
    hash: string;
    /** JSON of the talks. */
    talks: string;
  };
  /** The calendar events that differ from those of a talk that never changed. */
  calendar_entries: {
    run: string;
    conference: string;
    uid: string;
    /** The talk's id. */
    talk: string;
    /** JSON of the place among the talk's slots, or of the slot that it no longer has. */
    slot: string;
    sequence: number;
    modified_at: number;
  };
  stars: {
    run: string;
    workspace: string;
    person: string;
    conference: string;
    talk: string;
    starred_at: number;
  };
  ratings: {
    run: string;
    workspace: string;
    person: string;
    conference: string;
    talk: string;
    /** 1 to 5. */
    rating: number;
    /** Empty if the person wrote none. */
    line: string;
  };
  preferences: {
    workspace: string;
    person: string;
    /** `5`, `10`, `15` or `off`; null if the person was never asked. */
    reminders: string | null;
    changes: number;
    /** `22:00`; null, as `quiet_to` is, if there are no quiet hours. */
    quiet_from: string | null;
    quiet_to: string | null;
  };
  feeds: {
    /** The SHA-256 of its secret; the secret itself is kept nowhere. */
    hash: string;
    workspace: string;
    person: string;
    conference: string;
    /** `search`, or `mine` for the person's own talks. */
    kind: string;
    /** The request that it answers; empty for the person's own talks. */
    words: string;
    created_at: number;
  };
  alerts: {
    run: string;
    workspace: string;
    person: string;
    conference: string;
    /** As searchWords writes a search. */
    words: string;
    /** JSON of the ids of the talks that the person knows to match. */
    told: string;
    created_at: number;
  };
  acts: {
    run: string;
    workspace: string;
    person: string;
    /** The person's last act has the greatest one. */
    number: number;
    /** Real time in milliseconds since 1970, in a rehearsal too. */
    at: number;
    /** JSON of the act; null once it was taken back. */
    act: string | null;
  };
  asked_words: {
    run: string;
    workspace: string;
    conference: string;
    /** The real day in UTC, `2027-05-11`, in a rehearsal too. */
    day: string;
    /** As in AskedWords. */
    outcome: string;
    /** Empty for those that are counted without their words. */
    words: string;
    count: number;
  };
  workspace_settings: {
    workspace: string;
    /** JSON of the keys of the conferences that it sees; null if it sees all. */
    conferences: string | null;
    /** JSON of the ids of the people who organise. */
    organisers: string;
  };
  news: {
    run: string;
    conference: string;
    talk: string;
    /** How the talk changed, for people; null if it is new. */
    change: string | null;
    told_at: number;
  };
  /** Lectern in each workspace into which it was installed by OAuth. */
  installations: {
    workspace: string;
    key_id: string;
    /** JSON of the bot and its token, as a Sealer writes it. */
    sealed: string;
    installed_at: number;
    /** Another one after each write. */
    version: string;
    /** Until when one process alone may renew the token. */
    locked_until: number;
  };
}

export type Db = Kysely<Schema>;

/** The rows of one conference in one run. */
export interface ConferenceScope {
  readonly run: string;
  readonly conference: string;
}

/** So many rows are written in a statement, as SQLite takes 32,766 values in one. */
export const ROWS_AT_ONCE = 1000;
