import { deleteMessage, postEphemeral, postMessage, updateMessage } from './chat.ts';
import {
  authTest,
  botInfo,
  conversationInfo,
  openConnection,
  openConversation,
  userInfo,
} from './lookups.ts';
import type { Method } from './method.ts';
import { openView, publishView, pushView, updateView } from './views.ts';

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
