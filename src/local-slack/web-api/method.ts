import type { JsonObject } from '../json.ts';
import type { State } from '../state/state.ts';

/** A method of the Web API: who may call it, and what it does. */
export interface Method {
  readonly token: 'bot' | 'app';
  readonly scope?: string;
  /** How many calls a minute Slack promises to take; posts have a limit of their own. */
  readonly perMinute?: number;
  readonly run: (args: JsonObject, state: State) => JsonObject;
}
