import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { isObject, parseJson } from '../json.ts';
import type { State } from '../state/state.ts';
import { answerCall } from './answering.ts';
import { callMethod } from './call.ts';
import { readBody } from './read-body.ts';
import { requested } from './requested.ts';
import { readRequest } from './requests.ts';
import { postToResponseUrl } from './response-url.ts';
import { isForeign } from './visitors.ts';

/** The server of the Web API and the response_urls; what is neither goes on to `otherwise`. */
export function createApiServer(state: State, otherwise: RequestListener): Server {
  return createServer((request, response) => {
    if (isForeign(request)) return void response.writeHead(403).end();
    const [area, name, ...rest] = requested(request).path.split('/').slice(1);
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
  const apiRequest = readRequest(request, body);
  const note = state.calls.begin({ method, arguments: apiRequest.args, at: state.clock.now() });
  const fault = state.faults.take(method);
  answerCall(response, { work: () => callMethod(method, apiRequest, state), note, fault }, state);
}

function serveResponseUrl(secret: string, body: string, response: ServerResponse, state: State): void {
  const parsed = parseJson(body);
  const args = isObject(parsed) ? parsed : {};
  const note = state.calls.begin({ method: 'response_url', arguments: args, at: state.clock.now() });
  const fault = state.faults.take('response_url');
  answerCall(response, { work: () => postToResponseUrl(secret, args, state), note, fault }, state);
}
