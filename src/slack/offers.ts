import { CALLBACK } from './action-ids.ts';

/** The scopes that Lectern asks for in a workspace. The manifests must say the same; a test compares them. */
export const BOT_SCOPES: readonly string[] = [
  'commands',
  'chat:write',
  'app_mentions:read',
  'im:history',
  'users:read',
];

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
