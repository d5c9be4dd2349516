import { asString, type JsonObject } from '../json.ts';
import type { State } from '../state/state.ts';
import { deleteMessage, postEphemeral, postMessage, updateMessage } from './chat.ts';
import { presentDetails } from './entity.ts';
import { announceFile, shareFiles } from './files.ts';
import { listHistory, listReplies } from './history.ts';
import {
  describeBot,
  describeConversation,
  describeUser,
  openConnection,
  openConversation,
  testAuth,
} from './lookups.ts';
import type { ApiCall } from './requests.ts';
import {
  type ApiResponse,
  type Refusal,
  refuse,
  refuseRate,
  refuseScope,
  succeed,
  toResponse,
} from './responses.ts';
import { setTopic } from './topics.ts';
import { unfurlLinks } from './unfurl.ts';
import { openView, publishView, pushView, updateView } from './views.ts';

/** A method of the Web API: who may call it, how often, and how it is carried out. */
interface Method {
  readonly token: 'bot' | 'app';
  readonly scope?: string;
  /** The calls that Slack promises to take in a minute; posts have a limit of their own. */
  readonly perMinute?: number;
  readonly run: (args: JsonObject, state: State) => JsonObject;
}

/** Slack's tiers 2, 3 and 4, «20/50/100+ per min per method per workspace per app». */
const tier2 = { perMinute: 20 };
const tier3 = { perMinute: 50 };
const tier4 = { perMinute: 100 };

/** Every method that the workspace has; any other is `unknown_method`. */
const methods: { readonly [name: string]: Method } = {
  'apps.connections.open': { token: 'app', run: openConnection },
  'auth.test': { token: 'bot', run: testAuth },
  'bots.info': { ...tier3, token: 'bot', scope: 'users:read', run: describeBot },
  'chat.delete': { ...tier3, token: 'bot', scope: 'chat:write', run: deleteMessage },
  'chat.postEphemeral': { ...tier4, token: 'bot', scope: 'chat:write', run: postEphemeral },
  'chat.postMessage': { token: 'bot', scope: 'chat:write', run: postMessage },
  'chat.unfurl': { ...tier3, token: 'bot', scope: 'links:write', run: unfurlLinks },
  'chat.update': { ...tier3, token: 'bot', scope: 'chat:write', run: updateMessage },
  // These need another scope for each kind of channel, and check it themselves.
  'conversations.history': { ...tier3, token: 'bot', run: listHistory },
  'conversations.info': { ...tier3, token: 'bot', run: describeConversation },
  'conversations.replies': { ...tier3, token: 'bot', run: listReplies },
  'conversations.setTopic': { ...tier2, token: 'bot', run: setTopic },
  'conversations.open': { ...tier3, token: 'bot', scope: 'im:write', run: openConversation },
  'entity.presentDetails': { ...tier3, token: 'bot', run: presentDetails },
  'files.completeUploadExternal': { ...tier4, token: 'bot', scope: 'files:write', run: shareFiles },
  'files.getUploadURLExternal': { ...tier4, token: 'bot', scope: 'files:write', run: announceFile },
  'users.info': { ...tier4, token: 'bot', scope: 'users:read', run: describeUser },
  'views.open': { ...tier4, token: 'bot', run: openView },
  'views.publish': { ...tier4, token: 'bot', run: publishView },
  'views.push': { ...tier4, token: 'bot', run: pushView },
  'views.update': { ...tier4, token: 'bot', run: updateView },
};

/** Carries out a call of the Web API once its method, token, scope and rate are found to be right, in this order. */
export function callMethod(name: string, call: ApiCall, state: State): ApiResponse {
  if (call.malformed !== undefined) return toResponse(refuse(call.malformed));
  if (name === 'api.test') return toResponse(succeed({ args: call.args }));
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (method === undefined) return toResponse(refuse('unknown_method', { req_method: name }));
  const refusal = refuseCaller(method, call, state);
  if (refusal !== undefined) return toResponse(refusal);
  const waitSeconds = state.rateLimits.take({
    method: name,
    perMinute: method.perMinute,
    channel: asString(call.args.channel) ?? '',
  });
  if (waitSeconds !== undefined) return refuseRate(waitSeconds);
  return {
    ...toResponse(method.run(call.args, state)),
    headers: {
      'x-oauth-scopes': [...state.scopes].join(','),
      ...(method.scope !== undefined && { 'x-accepted-oauth-scopes': method.scope }),
    },
  };
}

function refuseCaller(method: Method, { token }: ApiCall, { tokens, scopes }: State): Refusal | undefined {
  if (token === undefined) return refuse('not_authed');
  if (token !== tokens.bot && token !== tokens.app) return refuse('invalid_auth');
  if (token !== tokens[method.token]) return refuse('not_allowed_token_type');
  if (method.scope === undefined || scopes.has(method.scope)) return undefined;
  return refuseScope(method.scope, scopes);
}
