import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerCall } from './answering.ts';
import { isObject, parseJson } from './json.ts';
import { postToResponseUrl } from './response-url-post.ts';
import type { State } from './state.ts';
import { readRequest } from './web-api/arguments.ts';
import { callMethod } from './web-api/call.ts';

/** Slack takes no larger body; without a bound, a loop in the app would fill the memory. */
const bodyBytesMax = 4 * 1024 * 1024;

/** The server of the Web API and the response_urls. */
export function createApiServer(state: State): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [area, name, ...rest] = pathname.split('/').slice(1);
    const isOurs =
      (area === 'api' || area === 'response') && name !== undefined && name !== '' && rest.length === 0;
    if (!isOurs) return void response.writeHead(404).end();
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

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > bodyBytesMax) throw new Error(`A body over ${bodyBytesMax} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
