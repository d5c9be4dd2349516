import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { StoreFault } from '../../store/store-fault.ts';
import type { Installation } from '../../store/workspaces/installations.ts';
import { underNewId } from '../../text/work-id.ts';
import { pathOf } from '../receiving/health.ts';
import type { RefusalLog } from '../receiving/refusal-log.ts';
import * as pages from './install-pages.ts';
import { browserCookie, browserOf, isStateOf, makeState, readBrowser } from './install-state.ts';
import { isCodeRefused, type OauthAccess } from './oauth-access.ts';

export interface InstallServerOptions {
  readonly clientId: string;
  readonly stateSecret: string;
  /** The address of `/slack/oauth_redirect` as the outside sees it. */
  readonly redirectUri: string;
  /** The address of Slack's own pages, without a slash at its end. */
  readonly slackUrl: string;
  /** The scopes that people are asked for; they get no others, even if the app's settings have more. */
  readonly scopes: readonly string[];
  readonly takeCode: OauthAccess['takeCode'];
  readonly keep: (installation: Installation) => Promise<void>;
  /** In milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Logger;
  readonly refusals: RefusalLog;
}

/** Each asks Slack something, and anybody can begin one. */
const AT_ONCE = 20;

/** The paths on which people install Lectern in their workspace. */
export const INSTALL_PATHS: ReadonlySet<string> = new Set(['/slack/install', '/slack/oauth_redirect']);

/** Answers `GET /slack/install` and `GET /slack/oauth_redirect`. */
export function installListener(options: InstallServerOptions): RequestListener {
  let running = 0;
  return (request, response) => {
    if (request.method !== 'GET') return void response.writeHead(405, { allow: 'GET' }).end();
    if (pathOf(request) === '/slack/install') return sendToSlack(request, response, options);
    if (running >= AT_ONCE) return show(response, pages.BUSY);
    running += 1;
    void underNewId(() => comeBack(request, options))
      .then(page => show(response, page))
      .finally(() => {
        running -= 1;
      });
  };
}

function sendToSlack(
  { headers }: IncomingMessage,
  response: ServerResponse,
  { clientId, stateSecret, redirectUri, slackUrl, scopes, now }: InstallServerOptions,
): void {
  const browser = browserOf(headers.cookie);
  const asked = new URLSearchParams({
    client_id: clientId,
    scope: scopes.join(','),
    redirect_uri: redirectUri,
    state: makeState(browser, { secret: stateSecret, now: now() }),
  });
  response.writeHead(302, {
    location: `${slackUrl}/oauth/v2/authorize?${asked}`,
    'set-cookie': browserCookie(browser, redirectUri.startsWith('https:')),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
  response.end();
}

/** A person's browser comes back from Slack with a code, or with the person's no. Never rejects. */
async function comeBack(
  { url = '', headers }: IncomingMessage,
  { stateSecret, takeCode, keep, slackUrl, now, log, refusals }: InstallServerOptions,
): Promise<pages.InstallPage> {
  const parameters = new URLSearchParams(url.split('?')[1]);
  const browser = readBrowser(headers.cookie);
  const state = parameters.get('state') ?? '';
  const isOurs = browser !== undefined && isStateOf(browser, state, { secret: stateSecret, now: now() });
  if (!isOurs) return pages.WRONG_STATE;
  const code = parameters.get('code');
  if (code === null) return pages.CANCELLED;
  try {
    const granted = await takeCode(code);
    await keep(granted.installation);
    log.info({ workspace: granted.installation.workspace }, 'Lectern was installed in a workspace.');
    return pages.installedPage(granted, slackUrl);
  } catch (error) {
    if (isCodeRefused(error)) {
      refusals.refuse('An installation was refused: Slack does not take the code that the browser brought.');
      return pages.USED_UP;
    }
    log.error({ err: error }, 'An installation failed.');
    return error instanceof StoreFault ? pages.NOT_KEPT : pages.SLACK_AWAY;
  }
}

function show(response: ServerResponse, { status, html }: pages.InstallPage): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  response.end(html);
}
