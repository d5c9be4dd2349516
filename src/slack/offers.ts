import { CALLBACK } from './action-ids.ts';

/** The scopes that Lectern asks for in a workspace. The manifests must say the same; a test compares them. */
export const BOT_SCOPES: readonly string[] = [
  'commands',
  'chat:write',
  'app_mentions:read',
  'im:history',
  'users:read',
];

/** Lets Slackbot call Lectern's tools, over HTTPS. */
export const MCP_SCOPE = 'mcp:connect';
/** With this scope Lectern may send files. */
export const FILES_SCOPE = 'files:write';
/** Scopes of pasted links. */
export const LINK_SCOPES: readonly string[] = ['links:read', 'links:write'];
/** Scopes of the topics of rooms' channels, public and private: to read what people wrote there, and to add to it. */
const TOPIC_SCOPES: readonly string[] = [
  'channels:read',
  'channels:write.topic',
  'groups:read',
  'groups:write.topic',
];
/**
 * The scopes of features that an operator turns on. Slack refuses an installation that asks for one that the app's manifest
 * lacks, so `/slack/install` asks only for those that the operator names. Of them manifest.http.yml alone has MCP_SCOPE.
 */
export const OPTIONAL_SCOPES: readonly string[] = [MCP_SCOPE, FILES_SCOPE, ...LINK_SCOPES, ...TOPIC_SCOPES];

/** Lectern's entries in Slack's menus. The manifest must say the same; a test compares the two. */
export const OFFERS = {
  commands: [
    {
      command: '/talk',
      description: 'Find talks and speakers',
      usageHint: 'ceph, half a title, a name, or help',
      shouldEscape: true,
    },
  ],
  shortcuts: [
    {
      name: 'Find a talk',
      kind: 'global',
      callbackId: CALLBACK.find,
      description: 'Search the programme from anywhere',
    },
    {
      name: 'Related talks',
      kind: 'message',
      callbackId: CALLBACK.related,
      description: 'Find talks about what this message says',
    },
  ],
} as const;
