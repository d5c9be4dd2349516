import type { JsonObject } from '../json.ts';

export interface CallResponse {
  readonly status: number;
  readonly body: JsonObject;
}

/** One call by the app: of a Web API method, of a `response_url`, or an acknowledgement that carries an answer. */
export interface Call {
  /** Such as chat.postMessage; `response_url`; `ack slash_commands`. */
  readonly method: string;
  /** As parsed, without the token. */
  readonly arguments: JsonObject;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Missing if the connection was cut or left to hang. */
  readonly response?: CallResponse;
}

/** Records every call in the order of arrival. */
export class Calls {
  readonly #calls: Call[] = [];

  get all(): readonly Call[] {
    return [...this.#calls];
  }

  /** Records a call that has arrived. Returns a function that records its response. */
  begin(call: Omit<Call, 'response'>): (response: CallResponse) => void {
    const index = this.#calls.length;
    this.#calls.push(call);
    return response => {
      this.#calls[index] = { ...call, response };
    };
  }
}
