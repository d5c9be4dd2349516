import type { Channel, Directory } from '../state/directory.ts';
import { type Refusal, refuse } from './responses.ts';

/** Slack does not tell a bot whether there is a channel that it cannot see. */
export function findVisibleChannel(id: string, directory: Directory): Channel | Refusal {
  const channel = directory.channel(id);
  return channel === undefined || (channel.kind !== 'public' && !directory.hasBot(channel))
    ? refuse('channel_not_found')
    : channel;
}
