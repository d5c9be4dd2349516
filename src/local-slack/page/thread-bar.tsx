import type { ShownMessage } from '../serving/contract.ts';
import { appTime, clockText, instantOf } from './app-time.ts';
import { Avatar } from './avatar.tsx';
import { you } from './names.ts';
import { channelAddress } from './place.ts';
import { useStage } from './stage.ts';

/** How many have answered in a message's thread, and the way there. */
export function ThreadBar({ message: { channel, ts } }: { readonly message: ShownMessage }) {
  const { state } = useStage();
  const replies = state.messages.filter(({ channel: id, threadTs }) => id === channel && threadTs === ts);
  const last = replies.at(-1);
  if (last === undefined) return null;
  const authors = [...new Set(replies.map(({ author }) => author))];
  const time = clockText(you(state).timeZone, appTime(state.clock, instantOf(last.ts)));
  return (
    <a class="thread-bar" href={channelAddress(channel, ts)}>
      {authors.map(id => (
        <Avatar key={id} id={id} size="small" />
      ))}
      <b>
        {replies.length} {replies.length === 1 ? 'reply' : 'replies'}
      </b>
      <span class="thread-last">Last reply at {time}</span>
    </a>
  );
}
