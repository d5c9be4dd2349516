import { type Inline, plain } from './rich-text.ts';

/** The name of a channel as Slack writes it; a person's own messages are no channel that could be named. */
export function place(channel: string): Inline {
  return /^[DU]/.test(channel) ? plain('your direct messages') : { type: 'channel', channel_id: channel };
}
