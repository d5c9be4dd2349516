import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { isObject, type JsonObject, parseJson } from '../json.ts';
import type { DueFault, Fault } from '../state/faults.ts';
import type { State } from '../state/state.ts';
import { callMethod } from './call.ts';
import { isForeign, parseTarget, readBody, readCall } from './requests.ts';
import { handleResponseUrl } from './response-url.ts';
import { type ApiResponse, refuse, refuseRate, toResponse } from './responses.ts';

/** The server of the Web API and the response_urls. Every other request of this machine goes to `otherwise`. */
export function createApiServer(state: State, otherwise: RequestListener): Server {
  return createServer((request, response) => {
    if (isForeign(request)) return void response.writeHead(403).end();
    const [area, name, ...rest] = parseTarget(request).path.split('/').slice(1);
    const isOurs =
      (area === 'api' || area === 'response') && name !== undefined && name !== '' && rest.length === 0;
    if (!isOurs) return otherwise(request, response);
    readBody(request).then(
      body =>
        respond(
          response,
          area === 'api' ? readMethodCall(name, request, body, state) : readUrlCall(name, body, state),
          state,
        ),
      () => response.writeHead(413).end(),
    );
  });
}

/** A call that was read and is not carried out yet. */
interface PendingCall {
  /** As it is recorded, and as a test names it to let it fail. */
  readonly name: string;
  readonly args: JsonObject;
  readonly carryOut: () => ApiResponse;
}

function readMethodCall(method: string, request: IncomingMessage, body: string, state: State): PendingCall {
  const call = readCall(request, body);
  return { name: method, args: call.args, carryOut: () => callMethod(method, call, state) };
}

function readUrlCall(secret: string, body: string, state: State): PendingCall {
  const parsed = parseJson(body);
  const args = isObject(parsed) ? parsed : {};
  return { name: 'response_url', args, carryOut: () => handleResponseUrl(secret, args, state) };
}

/** Records a call, carries it out and responds, unless a fault is due. */
function respond(response: ServerResponse, { name, args, carryOut }: PendingCall, state: State): void {
  const note = state.calls.begin({ method: name, arguments: args, at: state.clock.now() });
  const send = (apiResponse: ApiResponse): void => {
    note(apiResponse);
    response.writeHead(apiResponse.status, {
      ...apiResponse.headers,
      'content-type': 'application/json; charset=utf-8',
    });
    response.end(JSON.stringify(apiResponse.body));
    state.changed();
  };
  const due = state.faults.take(name);
  if (due === undefined) send(carryOut());
  else failCall(response, due, { carryOut, send, state });
}

interface FailingCall {
  readonly carryOut: () => ApiResponse;
  readonly send: (apiResponse: ApiResponse) => void;
  readonly state: State;
}

function failCall(
  response: ServerResponse,
  { fault, afterDoing }: DueFault,
  { carryOut, send, state }: FailingCall,
) {
  const done = afterDoing ? carryOut() : undefined;
  if (fault.kind === 'slow') state.clock.after(fault.delayMs, () => send(done ?? carryOut()));
  else breakDown(response, fault, send);
  state.changed();
}

function breakDown(
  response: ServerResponse,
  fault: Exclude<Fault, { kind: 'slow' }>,
  send: (apiResponse: ApiResponse) => void,
): void {
  switch (fault.kind) {
    case 'rate_limited':
      send(refuseRate(fault.retryAfterSeconds));
      break;
    case 'status':
      send({ ...toResponse(refuse('internal_error')), status: fault.status });
      break;
    case 'error':
      send(toResponse(refuse(fault.error, fault.details)));
      break;
    case 'reset':
      response.socket?.destroy();
      break;
    case 'never':
      break;
    default:
      fault satisfies never;
  }
}
