import type { Generated, Kysely } from 'kysely';

/** The tables, column by column: text and integers only, so that every database reads them back alike. */
export interface Schema {
  digests: {
    id: string;
    team: string | null;
    channel: string;
    owner: string;
    time_of_day: string;
    time_zone: string;
    /** `daily`, or days parted by commas. */
    days: string;
    eve: number;
    filters: string;
    reminders: number;
    paused: number;
    since: number;
    failures: number;
  };
  deliveries: {
    /** What is rehearsed is another run than what is meant. */
    run: string;
    digest: string;
    day: string;
    part: string;
    kind: string;
    position: number;
    channel: string;
    in_thread: number;
    /** JSON: of the message, and of the ids of its talks. */
    message: string;
    talks: string;
    due_at: number;
    until: number;
    state: string;
    ts: string | null;
    /** The channel as Slack calls it in its answer: a direct message has another id than its person. */
    posted_in: string | null;
    attempts: Generated<number>;
    sending_at: number | null;
    retry_at: Generated<number>;
    /** When the owner was asked whether it arrived. */
    asked_at: number | null;
    repeated: Generated<number>;
    /** How often the message was changed, and which of these is shown in Slack. */
    revision: Generated<number>;
    shown: Generated<number>;
  };
  told: {
    run: string;
    conference: string;
    /** The programme day on which people were told of it; empty for the last that they were told of. */
    day: string;
    version: number;
    /** JSON of the talks. */
    talks: string;
  };
}

export type Db = Kysely<Schema>;
