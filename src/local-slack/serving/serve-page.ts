import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { isObject, parseJson } from '../json.ts';
import type { WorkspaceContext } from '../people/context.ts';
import type { Subscribers } from '../state/subscribers.ts';
import { parseTarget, readBody } from '../web-api/requests.ts';
import { performAct } from './acts.ts';
import type { WorkspacePage } from './page.ts';
import { buildPageState } from './page-state.ts';

/** Serves the page, what it shows and what is done in it; anything else goes on to `otherwise`. */
export function servePage(
  page: WorkspacePage,
  stage: WorkspaceContext,
  changes: Subscribers,
  otherwise: RequestListener,
): RequestListener {
  return (request, response) => {
    const { path, parameters } = parseTarget(request);
    const stateNow = () => buildPageState(parameters.get('user') ?? '', stage.state, page);
    const file = page.files.get(path === '/' ? '/index.html' : path);
    if (path === '/page/acts') return void takeAct(request, response, stage, page);
    if (request.method !== 'GET' && request.method !== 'HEAD') return otherwise(request, response);
    if (path === '/page/state') return showState(response, stateNow);
    if (path === '/page/changes') return showChanges(response, changes, stateNow);
    if (file === undefined) return otherwise(request, response);
    response.writeHead(200, { ...PAGE_HEADERS, 'content-type': file.type }).end(file.body);
  };
}

/** Only JSON is taken: another site's form could not send that without being asked first. */
async function takeAct(
  request: IncomingMessage,
  response: ServerResponse,
  stage: WorkspaceContext,
  page: WorkspacePage,
): Promise<void> {
  if (request.method !== 'POST' || request.headers['content-type'] !== 'application/json')
    return void response.writeHead(415, PAGE_HEADERS).end();
  const body = await readBody(request).catch(() => undefined);
  const asked = body === undefined ? undefined : parseJson(body);
  if (!isObject(asked)) return void response.writeHead(400, PAGE_HEADERS).end();
  sendJson(response, await performAct(asked, stage, page));
}

function showState(response: ServerResponse, read: () => unknown): void {
  try {
    sendJson(response, read());
  } catch {
    response.writeHead(404, PAGE_HEADERS).end();
  }
}

function showChanges(response: ServerResponse, changes: Subscribers, read: () => unknown): void {
  try {
    read();
  } catch {
    return void response.writeHead(404, PAGE_HEADERS).end();
  }
  response.writeHead(200, { ...PAGE_HEADERS, 'content-type': 'text/event-stream' });
  streamEvents(response, changes, read);
}

function sendJson(response: ServerResponse, value: unknown): void {
  response
    .writeHead(200, { ...PAGE_HEADERS, 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(value));
}

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

export const PAGE_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;

/** Sends a value now and after each change, as server-sent events, for as long as somebody listens. */
export function streamEvents(response: ServerResponse, changes: Subscribers, read: () => unknown): void {
  let sent = '';
  let isDue = false;
  const send = (): void => {
    isDue = false;
    const data = JSON.stringify(read());
    if (data === sent || response.writableEnded) return;
    sent = data;
    response.write(`data: ${data}\n\n`);
  };
  // One act changes many things; whoever looks sees them at once.
  const unsubscribe = changes.add(() => {
    if (isDue) return;
    isDue = true;
    setImmediate(send);
  });
  response.on('close', unsubscribe);
  send();
}
