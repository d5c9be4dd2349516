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

/** Every method of the Web API that the workspace has; any other is `unknown_method`. */
export const methods: { readonly [name: string]: Method } = {
  'apps.connections.open': { token: 'app', run: openConnection },
  'auth.test': { token: 'bot', run: authTest },
  'bots.info': { token: 'bot', scope: 'users:read', run: botInfo },
  'chat.delete': { token: 'bot', scope: 'chat:write', run: deleteMessage },
  'chat.postEphemeral': { token: 'bot', scope: 'chat:write', run: postEphemeral },
  'chat.postMessage': { token: 'bot', scope: 'chat:write', run: postMessage },
  'chat.update': { token: 'bot', scope: 'chat:write', run: updateMessage },
  // conversations.info needs another scope for each kind of channel, and asks for it itself.
  'conversations.info': { token: 'bot', run: conversationInfo },
  'conversations.open': { token: 'bot', scope: 'im:write', run: openConversation },
  'users.info': { token: 'bot', scope: 'users:read', run: userInfo },
  'views.open': { token: 'bot', run: openView },
  'views.publish': { token: 'bot', run: publishView },
  'views.push': { token: 'bot', run: pushView },
  'views.update': { token: 'bot', run: updateView },
};
