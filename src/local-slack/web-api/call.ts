import { type JsonObject, textOf } from '../json.ts';
import type { CallAnswer } from '../state/calls.ts';
import type { State } from '../state/state.ts';
import { deleteMessage, postEphemeral, postMessage, updateMessage } from './chat.ts';
import {
  authTest,
  botInfo,
  conversationInfo,
  openConnection,
  openConversation,
  userInfo,
} from './lookups.ts';
import type { ApiRequest } from './requests.ts';
import { ok, refused } from './responses.ts';
import { openView, publishView, pushView, updateView } from './views.ts';

export interface ApiAnswer extends CallAnswer {
  readonly headers: { readonly [name: string]: string };
}

/** Answers one call of the Web API: the method, the token, the scope, the rate, and then the method itself. */
export function callMethod(name: string, request: ApiRequest, state: State): ApiAnswer {
  if (request.malformed !== undefined) return answered(refused(request.malformed));
  if (name === 'api.test') return answered(ok({ args: request.args }));
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (method === undefined) return answered(refused('unknown_method', { req_method: name }));
  const barred = refuseCaller(method, request, state);
  if (barred !== undefined) return answered(barred);
  const waitSeconds = state.limitsRates ? overRate(name, method, request.args, state) : undefined;
  if (waitSeconds !== undefined) return rateLimited(waitSeconds);
  const answer = answered(method.run(request.args, state));
  return {
    ...answer,
    headers: {
      'x-oauth-scopes': [...state.scopes].join(','),
      ...(method.scope !== undefined && { 'x-accepted-oauth-scopes': method.scope }),
    },
  };
}

export function rateLimited(retryAfterSeconds: number): ApiAnswer {
  return { status: 429, headers: { 'retry-after': String(retryAfterSeconds) }, body: refused('ratelimited') };
}

export function answered(body: JsonObject): ApiAnswer {
  return { status: 200, headers: {}, body };
}

function refuseCaller(
  method: Method,
  { token }: ApiRequest,
  { tokens, scopes }: State,
): JsonObject | undefined {
  if (token === undefined) return refused('not_authed');
  if (token !== tokens.bot && token !== tokens.app) return refused('invalid_auth');
  if (token !== tokens[method.token]) return refused('not_allowed_token_type');
  if (method.scope === undefined || scopes.has(method.scope)) return undefined;
  return refused('missing_scope', { needed: method.scope, provided: [...scopes].join(',') });
}

function overRate(name: string, { perMinute }: Method, args: JsonObject, state: State): number | undefined {
  const { rateLimits, clock } = state;
  if (name === 'chat.postMessage') return rateLimits.take(textOf(args.channel) ?? '', clock.now());
  return perMinute === undefined ? undefined : rateLimits.takeCall(name, perMinute, clock.now());
}

/** A method of the Web API: who may call it, and what it does. */
export interface Method {
  readonly token: 'bot' | 'app';
  readonly scope?: string;
  /** How many calls a minute Slack promises to take; posts have a limit of their own. */
  readonly perMinute?: number;
  readonly run: (args: JsonObject, state: State) => JsonObject;
}

/** Slack's tiers 3 and 4, «50/100+ per min per method per workspace per app». */
const often = { perMinute: 50 };
const veryOften = { perMinute: 100 };

/** Every method of the Web API that the workspace has; any other is `unknown_method`. */
export const methods: { readonly [name: string]: Method } = {
  'apps.connections.open': { token: 'app', run: openConnection },
  'auth.test': { token: 'bot', run: authTest },
  'bots.info': { ...often, token: 'bot', scope: 'users:read', run: botInfo },
  'chat.delete': { ...often, token: 'bot', scope: 'chat:write', run: deleteMessage },
  'chat.postEphemeral': { ...veryOften, token: 'bot', scope: 'chat:write', run: postEphemeral },
  'chat.postMessage': { token: 'bot', scope: 'chat:write', run: postMessage },
  'chat.update': { ...often, token: 'bot', scope: 'chat:write', run: updateMessage },
  // conversations.info needs another scope for each kind of channel, and asks for it itself.
  'conversations.info': { ...often, token: 'bot', run: conversationInfo },
  'conversations.open': { ...often, token: 'bot', scope: 'im:write', run: openConversation },
  'users.info': { ...veryOften, token: 'bot', scope: 'users:read', run: userInfo },
  'views.open': { ...veryOften, token: 'bot', run: openView },
  'views.publish': { ...veryOften, token: 'bot', run: publishView },
  'views.push': { ...veryOften, token: 'bot', run: pushView },
  'views.update': { ...veryOften, token: 'bot', run: updateView },
};
