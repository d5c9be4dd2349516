import type { ShownChannel } from '../serving/contract.ts';
import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';
import { channelAddress } from './place.ts';
import { useStage } from './stage.ts';

/** A message and what was answered to it, beside the channel. */
export function ThreadPane({ channel, root }: { readonly channel: ShownChannel; readonly root: string }) {
  const { messages, bot } = useStage().state;
  const thread = messages.filter(
    ({ channel: id, ts, threadTs }) => id === channel.id && (ts === root || threadTs === root),
  );
  return (
    <section class="pane thread" aria-label="Thread">
      <header class="pane-head">
        <h1>Thread</h1>
        <span class="pane-members">{channel.kind === 'dm' ? bot.name : `# ${channel.name}`}</span>
        <a class="icon-button" href={channelAddress(channel.id)} aria-label="Close the thread">
          ×
        </a>
      </header>
      <MessageList messages={thread} isThread />
      <Composer key={root} channel={channel.id} thread={root} label="Reply" />
    </section>
  );
}
