import type { ComponentChildren } from 'preact';
import type { ShownChannel } from '../../serving/contract.ts';
import { Composer } from '../composer/composer.tsx';
import { MessageList } from '../messages/message-list.tsx';
import { type Stage, StageContext, useStage } from './page-context.ts';
import { channelAddress } from './route.ts';

interface ThreadPaneProps {
  readonly channel: ShownChannel;
  readonly root: string;
  readonly notices: ComponentChildren;
}

/** A message and what was answered to it, beside the channel. */
export function ThreadPane({ channel, root, notices }: ThreadPaneProps) {
  const stage = useStage();
  const { messages, bot } = stage.state;
  const thread = messages.filter(
    ({ channel: id, ts, threadTs }) => id === channel.id && (ts === root || threadTs === root),
  );
  const here: Stage = { ...stage, tell: notice => stage.tell({ ...notice, isInThread: true }) };
  return (
    <StageContext.Provider value={here}>
      <section class="pane thread" aria-label="Thread">
        <header class="pane-head">
          <h1>Thread</h1>
          <span class="pane-members">{channel.kind === 'dm' ? bot.name : `# ${channel.name}`}</span>
          <a class="icon-button" href={channelAddress(channel.id)} aria-label="Close the thread">
            ×
          </a>
        </header>
        <MessageList messages={thread} isThread />
        {notices}
        <Composer key={root} channel={channel.id} thread={root} label="Reply" />
      </section>
    </StageContext.Provider>
  );
}
