/** How Slack reaches Lectern, with what that needs. */
export type SlackMode =
  | { readonly kind: 'http'; readonly signingSecret: string; readonly botToken: string }
  | { readonly kind: 'socket'; readonly appToken: string; readonly botToken: string };
