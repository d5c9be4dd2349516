import type { ClockRun, Offers } from './contract.ts';

/** A page in which people act: its files, and its abilities besides those of people in Slack. */
export interface WorkspacePage {
  /** By path, such as /assets/page.js; the page itself is /index.html. */
  readonly files: ReadonlyMap<string, PageFile>;
  readonly offers: Offers;
  readonly clock: SettableClock;
  /** Is called when a person has changed their time zone. Slack would not tell the app. */
  readonly onZoneChange: (userId: string) => void;
}

export interface PageFile {
  /** The media type. */
  readonly type: string;
  readonly body: Uint8Array;
}

/** The app's clock. The workspace's own clock, which sets Slack's times, is another one. */
interface SettableClock {
  /** The present run is the last. */
  readonly runs: readonly ClockRun[];
  /** Sets the clock to an instant, in milliseconds since 1970. */
  set(at: number): void;
  /** Runs the clock so many times as fast as the real one. */
  run(speed: number): void;
}
