/** How many minutes before a starred talk its reminder may come. */
export const REMINDERS = ['off', 5, 10, 15] as const;
export type Reminders = (typeof REMINDERS)[number];

/** Reads what a database or a button keeps of it; undefined if it is none. */
export function readReminders(text: string): Reminders | undefined {
  return REMINDERS.find(each => String(each) === text);
}

/** Times on the person's own clocks, `22:00`. A span that ends before it begins goes over midnight. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** How a person wants to be told about their talks. */
export interface Preferences {
  /** Undefined if the person was never asked: then there are none. */
  readonly reminders: Reminders | undefined;
  /** Whether the person is told when one of their talks changes. */
  readonly changes: boolean;
  /** When nothing is sent; undefined if there is no such time. */
  readonly quietHours: QuietHours | undefined;
}

/** Those of a person who has chosen nothing. */
export const DEFAULT_PREFERENCES: Preferences = {
  reminders: undefined,
  changes: true,
  quietHours: undefined,
};
