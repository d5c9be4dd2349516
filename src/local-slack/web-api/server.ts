import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { isObject, parseJson } from '../json.ts';
import type { DueFault, Fault } from '../state/faults.ts';
import type { State } from '../state/state.ts';
import { type ApiResponse, callMethod, refuseRate, toResponse } from './call.ts';
import { isForeign, parseTarget, readBody, readCall } from './requests.ts';
import { handleResponseUrl } from './response-url.ts';
import { refuse } from './responses.ts';

/** The server of the Web API and the response_urls; what is neither goes on to `otherwise`. */
export function createApiServer(state: State, otherwise: RequestListener): Server {
  return createServer((request, response) => {
    if (isForeign(request)) return void response.writeHead(403).end();
    const [area, name, ...rest] = parseTarget(request).path.split('/').slice(1);
    const isOurs =
      (area === 'api' || area === 'response') && name !== undefined && name !== '' && rest.length === 0;
    if (!isOurs) return otherwise(request, response);
    readBody(request).then(
      body =>
        area === 'api'
          ? serveMethod(name, request, body, response, state)
          : serveResponseUrl(name, body, response, state),
      () => response.writeHead(413).end(),
    );
  });
}

function serveMethod(
  method: string,
  request: IncomingMessage,
  body: string,
  response: ServerResponse,
  state: State,
): void {
  const apiRequest = readCall(request, body);
  const note = state.calls.begin({ method, arguments: apiRequest.args, at: state.clock.now() });
  const fault = state.faults.take(method);
  answerCall(response, { work: () => callMethod(method, apiRequest, state), note, fault }, state);
}

function serveResponseUrl(secret: string, body: string, response: ServerResponse, state: State): void {
  const parsed = parseJson(body);
  const args = isObject(parsed) ? parsed : {};
  const note = state.calls.begin({ method: 'response_url', arguments: args, at: state.clock.now() });
  const fault = state.faults.take('response_url');
  answerCall(response, { work: () => handleResponseUrl(secret, args, state), note, fault }, state);
}

export interface Answering {
  /** Carries the call out. */
  readonly work: () => ApiResponse;
  /** Notes what the call was answered, where it was. */
  readonly note: (answer: ApiResponse) => void;
  readonly fault: DueFault | undefined;
}

/** Carries a call out and answers it, unless a fault stands between. */
export function answerCall(response: ServerResponse, { work, note, fault }: Answering, state: State): void {
  const send = (answer: ApiResponse): void => {
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
  send: (answer: ApiResponse) => void,
) {
  switch (fault.kind) {
    case 'rate_limited':
      return send(refuseRate(fault.retryAfterSeconds));
    case 'status':
      return send({ status: fault.status, headers: {}, body: refuse('internal_error') });
    case 'error':
      return send(toResponse(refuse(fault.error, fault.details)));
    case 'reset':
      return response.socket?.destroy();
    case 'never':
      return;
  }
}
