import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { signRequest } from '../../src/local-slack/delivery/http.ts';
import { usualScopes, type Workspace } from '../../src/local-slack/workspace.ts';
import { webServer } from './web-server.ts';

export const CLIENT = { id: '123.456', secret: 'client-secret-of-tests' };
const CODE_LIVES_MS = 10 * 60 * 1000;
const TOKEN_LIVES_S = 43_200;

export interface OauthSlackOptions {
  /** By team id. */
  readonly workspaces: Readonly<Record<string, Workspace>>;
  /** Where the app has said that Slack may send people back to. */
  readonly redirectUri: string;
  /** Whether tokens end after twelve hours. */
  readonly rotates?: boolean;
  /** How long a token lives that a code gave, if not as long as any other. */
  readonly firstLivesSeconds?: number;
  readonly now: () => number;
}

/** A team, or an organisation with all its teams. */
interface Place {
  readonly team?: string;
  readonly enterprise?: string;
}

interface Grant {
  readonly place: Place;
  readonly token: string;
  refreshToken: string | undefined;
  readonly endsAt: number;
  /** Slack's error for the token, if it takes it no more. */
  refusal: 'token_revoked' | 'account_inactive' | undefined;
}

/** Slack as it is to an app in many workspaces: it gives tokens, and passes each call on to the workspace of its token. */
export class OauthSlack {
  readonly apiUrl: string;
  /** The calls of `oauth.v2.access` that were made, by what they asked for. */
  readonly accesses: ('code' | 'refresh')[] = [];
  /** All codes, tokens and refresh tokens that were given. */
  readonly given: string[] = [];
  /** The scopes that a new installation gets besides the usual ones. */
  moreScopes: readonly string[] = [];
  /** Let the next call of `oauth.v2.access` wait, or be lost once Slack has done it. */
  beforeAccess: () => Promise<void> = async () => {};
  readonly #options: OauthSlackOptions;
  readonly #codes = new Map<
    string,
    { readonly place: Place; readonly at: number; readonly uri: string; isUsed: boolean }
  >();
  readonly #grants: Grant[] = [];

  constructor(options: OauthSlackOptions, apiUrl: string) {
    this.#options = options;
    this.apiUrl = apiUrl;
  }

  /** A person allows the app at the address to which it has sent them. Returns where Slack sends their browser. */
  allow(authorizeUrl: string, place: Place): string {
    const url = new URL(authorizeUrl);
    const asked = Object.fromEntries(url.searchParams);
    if (url.pathname !== '/oauth/v2/authorize' || asked.client_id !== CLIENT.id)
      throw new Error('Slack does not know this app.');
    if (asked.redirect_uri !== this.#options.redirectUri) throw new Error('bad_redirect_uri');
    const scopes = (asked.scope ?? '').split(',');
    if (scopes.some(scope => !usualScopes.includes(scope))) throw new Error('invalid_scope');
    const code = randomUUID();
    this.given.push(code);
    this.#codes.set(code, { place, at: this.#options.now(), uri: asked.redirect_uri, isUsed: false });
    return `${asked.redirect_uri}?${new URLSearchParams({ code, state: asked.state ?? '' })}`;
  }

  /** The person does not allow it. */
  cancel(authorizeUrl: string): string {
    const { searchParams } = new URL(authorizeUrl);
    const state = searchParams.get('state') ?? '';
    return `${searchParams.get('redirect_uri')}?${new URLSearchParams({ error: 'access_denied', state })}`;
  }

  /** Gives a token as if somebody had allowed the app. */
  grant(
    place: Place,
    livesSeconds = TOKEN_LIVES_S,
  ): Pick<Grant, 'token' | 'refreshToken'> & { readonly expiresAt: number } {
    const { rotates = false, now } = this.#options;
    const grant: Grant = {
      place,
      token: `${rotates ? 'xoxe.' : ''}xoxb-${randomUUID()}`,
      refreshToken: rotates ? `xoxe-1-${randomUUID()}` : undefined,
      endsAt: rotates ? now() + livesSeconds * 1000 : Number.POSITIVE_INFINITY,
      refusal: undefined,
    };
    this.#grants.push(grant);
    this.given.push(grant.token, ...(grant.refreshToken === undefined ? [] : [grant.refreshToken]));
    return { ...grant, expiresAt: Math.floor(grant.endsAt / 1000) };
  }

  /** The app is no longer installed there: Slack takes its tokens no more. */
  revoke({ team, enterprise }: Place, refusal: NonNullable<Grant['refusal']> = 'token_revoked'): void {
    for (const grant of this.#grants)
      if (grant.place.team === team && grant.place.enterprise === enterprise) {
        grant.refusal = refusal;
        grant.refreshToken = undefined;
      }
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    this.#answer(request).then(
      ({ status, headers, body }) => response.writeHead(status, headers).end(body),
      () => response.destroy(),
    );
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const method = request.url?.replace('/api/', '') ?? '';
    if (method === 'oauth.v2.access') {
      const answer = this.#access(Object.fromEntries(new URLSearchParams(body)));
      await this.beforeAccess();
      return asJson(answer);
    }
    const grant = this.#grants.find(({ token }) => request.headers.authorization === `Bearer ${token}`);
    if (grant === undefined) return asJson({ ok: false, error: 'invalid_auth' });
    if (grant.refusal !== undefined) return asJson({ ok: false, error: grant.refusal });
    if (grant.endsAt <= this.#options.now()) return asJson({ ok: false, error: 'token_expired' });
    return this.#passOn(method, grant, { body, type: request.headers['content-type'] ?? '' });
  }

  #access(asked: Readonly<Record<string, string>>): object {
    this.accesses.push(asked.grant_type === 'refresh_token' ? 'refresh' : 'code');
    if (asked.client_id !== CLIENT.id) return { ok: false, error: 'invalid_client_id' };
    if (asked.client_secret !== CLIENT.secret) return { ok: false, error: 'bad_client_secret' };
    if (asked.grant_type === 'refresh_token') return this.#refresh(asked.refresh_token);
    const code = this.#codes.get(asked.code ?? '');
    if (code === undefined) return { ok: false, error: 'invalid_code' };
    if (code.isUsed) return { ok: false, error: 'code_already_used' };
    if (asked.redirect_uri !== code.uri) return { ok: false, error: 'bad_redirect_uri' };
    if (this.#options.now() - code.at > CODE_LIVES_MS) return { ok: false, error: 'invalid_code' };
    code.isUsed = true;
    return this.#granted(code.place, this.#options.firstLivesSeconds);
  }

  #refresh(refreshToken: string | undefined): object {
    const grant = this.#grants.find(
      each => each.refreshToken !== undefined && each.refreshToken === refreshToken,
    );
    if (grant === undefined) return { ok: false, error: 'invalid_refresh_token' };
    grant.refreshToken = undefined;
    return this.#granted(grant.place);
  }

  #granted(place: Place, livesSeconds = TOKEN_LIVES_S): object {
    const { token, refreshToken } = this.grant(place, livesSeconds);
    const { team, enterprise } = place;
    return {
      ok: true,
      app_id: 'A0LECTERN1',
      authed_user: { id: 'U0MIRA0001' },
      scope: [...usualScopes, ...this.moreScopes].join(','),
      token_type: 'bot',
      access_token: token,
      bot_user_id: 'U0LECTERN1',
      ...(refreshToken !== undefined && { refresh_token: refreshToken, expires_in: livesSeconds }),
      team: team === undefined ? null : { id: team, name: this.#options.workspaces[team]?.team.name },
      enterprise: enterprise === undefined ? null : { id: enterprise, name: 'Harbours & Co' },
      is_enterprise_install: team === undefined,
    };
  }

  async #passOn(
    method: string,
    { place: { team } }: Grant,
    { body, type }: { readonly body: string; readonly type: string },
  ): Promise<Answer> {
    const { workspaces } = this.#options;
    const workspace = team === undefined ? Object.values(workspaces)[0] : workspaces[team];
    if (workspace === undefined) return asJson({ ok: false, error: 'team_not_found' });
    const answer = await fetch(`${workspace.apiUrl}${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${workspace.tokens.bot}`, 'content-type': type },
      body,
    });
    const kept = ['content-type', 'retry-after', 'x-oauth-scopes'].flatMap(name => {
      const value = answer.headers.get(name);
      return value === null ? [] : [[name, value]];
    });
    return { status: answer.status, headers: Object.fromEntries(kept), body: await answer.text() };
  }
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

function asJson(answer: object): Answer {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(answer) };
}

export async function openOauthSlack(options: OauthSlackOptions): Promise<OauthSlack> {
  const { url } = await webServer((request, response) => slack.handle(request, response));
  const slack = new OauthSlack(options, `${url}/api/`);
  return slack;
}

/** Slack tells an app of an event that is no person's doing. Returns the status of the app's answer. */
export async function sendEvent(
  url: string,
  signingSecret: string,
  { event, ...rest }: { readonly event: object } & Readonly<Record<string, unknown>>,
): Promise<number> {
  const body = JSON.stringify({
    token: 'unused',
    api_app_id: 'A0LECTERN1',
    type: 'event_callback',
    event_id: `Ev${randomUUID()}`,
    event_time: Math.floor(Date.now() / 1000),
    event,
    ...rest,
  });
  const headers = signRequest(body, { secret: signingSecret, now: Date.now() });
  const answer = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
  });
  return answer.status;
}

/** A person installs the app that answers at `url` in their browser. Returns the page that they see in the end. */
export async function install(url: string, slack: OauthSlack, place: Place): Promise<string> {
  const begun = await fetch(`${url}/slack/install`, { redirect: 'manual' });
  const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
  const back = new URL(slack.allow(begun.headers.get('location') ?? '', place));
  return (await fetch(`${url}${back.pathname}${back.search}`, { headers: { cookie } })).text();
}
