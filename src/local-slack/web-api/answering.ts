import type { ServerResponse } from 'node:http';
import type { DueFault, Fault } from '../state/faults.ts';
import type { State } from '../state/state.ts';
import { type ApiAnswer, answered, rateLimited } from './call.ts';
import { refused } from './responses.ts';

export interface Answering {
  /** Carries the call out. */
  readonly work: () => ApiAnswer;
  /** Notes what the call was answered, where it was. */
  readonly note: (answer: ApiAnswer) => void;
  readonly fault: DueFault | undefined;
}

/** Carries a call out and answers it, unless a fault stands between. */
export function answerCall(response: ServerResponse, { work, note, fault }: Answering, state: State): void {
  const send = (answer: ApiAnswer): void => {
    note(answer);
    response.writeHead(answer.status, {
      ...answer.headers,
      'content-type': 'application/json; charset=utf-8',
    });
    response.end(JSON.stringify(answer.body));
    state.changed();
  };
  if (fault === undefined) {
    send(work());
    return;
  }
  const done = fault.afterDoing ? work() : undefined;
  if (fault.fault.kind === 'slow') state.clock.after(fault.fault.delayMs, () => send(done ?? work()));
  else breakDown(response, fault.fault, send);
  state.changed();
}

function breakDown(
  response: ServerResponse,
  fault: Exclude<Fault, { kind: 'slow' }>,
  send: (answer: ApiAnswer) => void,
) {
  switch (fault.kind) {
    case 'rate_limited':
      return send(rateLimited(fault.retryAfterSeconds));
    case 'status':
      return send({ status: fault.status, headers: {}, body: refused('internal_error') });
    case 'error':
      return send(answered(refused(fault.error, fault.details)));
    case 'reset':
      return response.socket?.destroy();
    case 'never':
      return;
  }
}
