import type { ClockRun, Offers } from './contract.ts';

/** A page to type in: what the browser loads, and what it may do besides what people do in Slack. */
export interface WorkspacePage {
  /** By path, such as /assets/page.js; the page itself is /index.html. */
  readonly files: ReadonlyMap<string, PageFile>;
  readonly offers: Offers;
  readonly clock: SettableClock;
  /** Someone's zone was changed: in Slack, an app learns of that in its own time. */
  readonly onZoneChange: (userId: string) => void;
}

export interface PageFile {
  readonly type: string;
  readonly body: Uint8Array;
}

/** The clock of the app that is tried out: not the workspace's own, by which Slack's times go. */
interface SettableClock {
  /** Since when it has run how; the last run is the present one. */
  readonly runs: readonly ClockRun[];
  set(at: number): void;
  run(speed: number): void;
}
