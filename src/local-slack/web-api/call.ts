import { asString, type JsonObject } from '../json.ts';
import type { CallResponse } from '../state/calls.ts';
import type { State } from '../state/state.ts';
import { deleteMessage, postEphemeral, postMessage, updateMessage } from './chat.ts';
import {
  describeBot,
  describeConversation,
  describeUser,
  openConnection,
  openConversation,
  testAuth,
} from './lookups.ts';
import type { ApiRequest } from './requests.ts';
import { refuse, succeed } from './responses.ts';
import { openView, publishView, pushView, updateView } from './views.ts';

export interface ApiResponse extends CallResponse {
  readonly headers: { readonly [name: string]: string };
}

/** Answers one call of the Web API: the method, the token, the scope, the rate, and then the method itself. */
export function callMethod(name: string, request: ApiRequest, state: State): ApiResponse {
  if (request.malformed !== undefined) return toResponse(refuse(request.malformed));
  if (name === 'api.test') return toResponse(succeed({ args: request.args }));
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (method === undefined) return toResponse(refuse('unknown_method', { req_method: name }));
  const barred = refuseCaller(method, request, state);
  if (barred !== undefined) return toResponse(barred);
  const waitSeconds = state.limitsRates ? overRate(name, method, request.args, state) : undefined;
  if (waitSeconds !== undefined) return refuseRate(waitSeconds);
  const answer = toResponse(method.run(request.args, state));
  return {
    ...answer,
    headers: {
      'x-oauth-scopes': [...state.scopes].join(','),
      ...(method.scope !== undefined && { 'x-accepted-oauth-scopes': method.scope }),
    },
  };
}

export function refuseRate(retryAfterSeconds: number): ApiResponse {
  return { status: 429, headers: { 'retry-after': String(retryAfterSeconds) }, body: refuse('ratelimited') };
}

export function toResponse(body: JsonObject): ApiResponse {
  return { status: 200, headers: {}, body };
}

function refuseCaller(
  method: Method,
  { token }: ApiRequest,
  { tokens, scopes }: State,
): JsonObject | undefined {
  if (token === undefined) return refuse('not_authed');
  if (token !== tokens.bot && token !== tokens.app) return refuse('invalid_auth');
  if (token !== tokens[method.token]) return refuse('not_allowed_token_type');
  if (method.scope === undefined || scopes.has(method.scope)) return undefined;
  return refuse('missing_scope', { needed: method.scope, provided: [...scopes].join(',') });
}

function overRate(name: string, { perMinute }: Method, args: JsonObject, state: State): number | undefined {
  const { rateLimits, clock } = state;
  if (name === 'chat.postMessage') return rateLimits.take(asString(args.channel) ?? '', clock.now());
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
  'auth.test': { token: 'bot', run: testAuth },
  'bots.info': { ...often, token: 'bot', scope: 'users:read', run: describeBot },
  'chat.delete': { ...often, token: 'bot', scope: 'chat:write', run: deleteMessage },
  'chat.postEphemeral': { ...veryOften, token: 'bot', scope: 'chat:write', run: postEphemeral },
  'chat.postMessage': { token: 'bot', scope: 'chat:write', run: postMessage },
  'chat.update': { ...often, token: 'bot', scope: 'chat:write', run: updateMessage },
  // conversations.info needs another scope for each kind of channel, and asks for it itself.
  'conversations.info': { ...often, token: 'bot', run: describeConversation },
  'conversations.open': { ...often, token: 'bot', scope: 'im:write', run: openConversation },
  'users.info': { ...veryOften, token: 'bot', scope: 'users:read', run: describeUser },
  'views.open': { ...veryOften, token: 'bot', run: openView },
  'views.publish': { ...veryOften, token: 'bot', run: publishView },
  'views.push': { ...veryOften, token: 'bot', run: pushView },
  'views.update': { ...veryOften, token: 'bot', run: updateView },
};
