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
import { receiveFile } from './files.ts';
import { parseTarget, readBytes, readCall, whyForeign } from './requests.ts';
import { handleResponseUrl } from './response-url.ts';
import { type ApiResponse, refuse, refuseRate, toResponse } from './responses.ts';

/** The server of the Web API, the response_urls and uploads. Every other request of this machine goes to `otherwise`. */
export function createApiServer(state: State, otherwise: RequestListener): Server {
  return createServer((request, response) => {
    const foreign = whyForeign(request);
    if (foreign !== undefined)
      return void response
        .writeHead(403, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' })
        .end(`Refused: ${foreign}\n`);
    const read = readerOf(parseTarget(request).path, request, state);
    if (read === undefined) return otherwise(request, response);
    readBytes(request).then(
      bytes => respond(response, read(bytes), state),
      () => response.writeHead(413).end(),
    );
  });
}

/** Returns undefined if the path is none of Slack's. */
function readerOf(
  path: string,
  request: IncomingMessage,
  state: State,
): ((bytes: Buffer) => PendingCall) | undefined {
  const [, area, name = ''] = /^\/(api|response|upload\/v1)\/([^/]+)$/.exec(path) ?? [];
  if (area === 'api') return bytes => readMethodCall(name, request, bytes.toString('utf8'), state);
  if (area === 'response') return bytes => readUrlCall(name, bytes.toString('utf8'), state);
  const isUpload = area === 'upload/v1' && request.method === 'POST';
  return isUpload ? bytes => readUpload(name, bytes, state) : undefined;
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

function readUpload(secret: string, bytes: Buffer, state: State): PendingCall {
  const args = { bytes: bytes.length };
  return { name: 'upload_url', args, carryOut: () => receiveFile(secret, bytes, state) };
}

/** Records a call, carries it out and responds, unless a fault is due. */
function respond(response: ServerResponse, { name, args, carryOut }: PendingCall, state: State): void {
  const note = state.calls.begin({ method: name, arguments: args, at: state.clock.now() });
  const send = (apiResponse: ApiResponse): void => {
    note(apiResponse);
    response.writeHead(apiResponse.status, {
      ...apiResponse.headers,
      'content-type':
        apiResponse.text === undefined ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8',
    });
    response.end(apiResponse.text ?? JSON.stringify(apiResponse.body));
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
