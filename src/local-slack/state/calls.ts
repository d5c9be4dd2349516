import type { JsonObject } from '../json.ts';

/** What a call got: nothing at all where the connection was cut or left to hang. */
export interface CallResponse {
  readonly status: number;
  readonly body: JsonObject;
}

/** One call of the app's: of a Web API method, of a `response_url`, or an acknowledgement with something in it. */
export interface Call {
  /** Such as chat.postMessage; `response_url`; `ack slash_commands`. */
  readonly method: string;
  /** As parsed, without the token. */
  readonly arguments: JsonObject;
  readonly at: number;
  readonly response?: CallResponse;
}

/** Records every call in the order of arrival. */
export class Calls {
  readonly #calls: Call[] = [];

  get all(): readonly Call[] {
    return [...this.#calls];
  }

  /** Notes that a call has come in; what it returns notes how it was answered. */
  begin(call: Omit<Call, 'answer'>): (answer: CallResponse) => void {
    const index = this.#calls.length;
    this.#calls.push(call);
    return answer => {
      this.#calls[index] = { ...call, response: answer };
    };
  }
}
