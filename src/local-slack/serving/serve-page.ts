import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { isObject, parseJson } from '../json.ts';
import type { WorkspaceContext } from '../people/context.ts';
import type { SharedFile } from '../state/files.ts';
import type { Subscribers } from '../state/subscribers.ts';
import { parseTarget, readBody } from '../web-api/requests.ts';
import { performAct } from './acts.ts';
import type { PageState, WorkspacePage } from './contract.ts';
import { buildPageState, FILES_PATH } from './page-state.ts';

/** Nothing is fetched from outside, no text can become a script, and no other page can hold this one in a frame. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const PAGE_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;

/** Serves the page's files, its state and its acts. Every other request goes to `otherwise`. */
export function servePage(
  page: WorkspacePage,
  context: WorkspaceContext,
  subscribers: Subscribers,
  otherwise: RequestListener,
): RequestListener {
  return (request, response) => {
    const { path, parameters } = parseTarget(request);
    const readState = () => buildPageState(parameters.get('user') ?? '', context.state, page);
    const file = page.files.get(path === '/' ? '/index.html' : path);
    if (path === '/page/acts') return void serveAct(request, response, context, page);
    if (request.method !== 'GET' && request.method !== 'HEAD') return otherwise(request, response);
    if (path.startsWith(FILES_PATH))
      return serveFile(response, context.state.files.findShared(path.slice(FILES_PATH.length)));
    if (path === '/page/state') return serveState(response, readState());
    if (path === '/page/changes') return serveChanges(response, subscribers, readState);
    if (file === undefined) return otherwise(request, response);
    response.writeHead(200, { ...PAGE_HEADERS, 'content-type': file.type }).end(file.body);
  };
}

/** Takes only JSON, which another site cannot send before the browser has asked us (CORS). */
async function serveAct(
  request: IncomingMessage,
  response: ServerResponse,
  context: WorkspaceContext,
  page: WorkspacePage,
): Promise<void> {
  if (request.method !== 'POST' || request.headers['content-type'] !== 'application/json')
    return void response.writeHead(415, PAGE_HEADERS).end();
  const body = await readBody(request).catch(() => undefined);
  const act = body === undefined ? undefined : parseJson(body);
  if (!isObject(act)) return void response.writeHead(400, PAGE_HEADERS).end();
  sendJson(response, await performAct(act, context, page));
}

/** Lets the browser keep the file: nothing in it is shown or run here. */
function serveFile(response: ServerResponse, file: SharedFile | undefined): void {
  if (file === undefined) return void response.writeHead(404, PAGE_HEADERS).end();
  response
    .writeHead(200, {
      ...PAGE_HEADERS,
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    })
    .end(file.bytes);
}

function serveState(response: ServerResponse, state: PageState | undefined): void {
  if (state === undefined) response.writeHead(404, PAGE_HEADERS).end();
  else sendJson(response, state);
}

/** Sends the state now and after each change, as server-sent events, until the browser closes the connection. */
function serveChanges(
  response: ServerResponse,
  subscribers: Subscribers,
  readState: () => PageState | undefined,
): void {
  if (readState() === undefined) return void response.writeHead(404, PAGE_HEADERS).end();
  response.writeHead(200, { ...PAGE_HEADERS, 'content-type': 'text/event-stream' });
  let sent = '';
  let isDue = false;
  const send = (): void => {
    isDue = false;
    const data = JSON.stringify(readState());
    if (data === sent || response.writableEnded) return;
    sent = data;
    response.write(`data: ${data}\n\n`);
  };
  // One act makes many changes, which are sent together.
  const unsubscribe = subscribers.add(() => {
    if (isDue) return;
    isDue = true;
    setImmediate(send);
  });
  response.on('close', unsubscribe);
  send();
}

function sendJson(response: ServerResponse, value: object): void {
  response
    .writeHead(200, { ...PAGE_HEADERS, 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(value));
}
