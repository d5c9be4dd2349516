import type { ShownMessage } from '../../serving/contract.ts';
import { appTime, clockText, instantOf } from '../frame/app-time.ts';
import { Avatar } from '../frame/avatar.tsx';
import { you } from '../frame/names.ts';
import { useStage } from '../frame/page-context.ts';
import { channelAddress } from '../frame/route.ts';

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
