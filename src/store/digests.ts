/** A standing order, as it is kept: this channel, at this local time, on these days. */
export interface Digest {
  readonly id: string;
  readonly team: string | undefined;
  readonly channel: string;
  /** Who ordered it, by user id: who is told of what goes wrong. */
  readonly owner: string;
  /** `08:00` */
  readonly timeOfDay: string;
  /** An IANA name. */
  readonly timeZone: string;
  /** Programme days, `2027-05-11`, or every day that there is. */
  readonly days: 'daily' | readonly string[];
  /** Posted the evening before. */
  readonly eve: boolean;
  /** As a query: `track:storage`. Empty for everything. */
  readonly filters: string;
  /** Whether the channel has a notice before each talk. */
  readonly reminders: boolean;
  readonly paused: boolean;
  /** When it was ordered, changed or resumed; what was due earlier is not owed. */
  readonly since: number;
  /** How often in a row Slack has forbidden a post. */
  readonly failures: number;
}
