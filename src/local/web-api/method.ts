import type { JsonObject } from '../json.ts';
import type { State } from '../state.ts';

/** A method of the Web API: who may call it, and what it does. */
export interface Method {
  readonly token: 'bot' | 'app';
  readonly scope?: string;
  readonly run: (args: JsonObject, state: State) => JsonObject;
}
