import type { ComponentChildren } from 'preact';
import type { ShownChannel } from '../../serving/contract.ts';
import { Composer } from '../composer/composer.tsx';
import { MessageList } from '../messages/message-list.tsx';
import { AppHead } from './app-head.tsx';
import { ChannelSign } from './channel-sign.tsx';
import { useStage } from './page-context.ts';

interface ChannelPaneProps {
  readonly channel: ShownChannel;
  readonly notices: ComponentChildren;
}

/** A channel with its messages, and a box to type in. */
export function ChannelPane({ channel, notices }: ChannelPaneProps) {
  const { state } = useStage();
  const isDm = channel.kind === 'dm';
  const messages = state.messages.filter(
    ({ channel: id, threadTs }) => id === channel.id && threadTs === undefined,
  );
  const name = isDm ? state.bot.name : `#${channel.name}`;
  return (
    <section class="pane" aria-label={name}>
      {isDm ? <AppHead dm={channel} tab="messages" /> : <ChannelHead channel={channel} />}
      <MessageList messages={messages} intro={<Intro channel={channel} />} />
      {notices}
      <Composer channel={channel.id} label={`Message ${name}`} />
    </section>
  );
}

function ChannelHead({ channel }: { readonly channel: ShownChannel }) {
  const count = channel.members.length;
  return (
    <header class="pane-head">
      <h1>
        <ChannelSign kind={channel.kind} /> {channel.name}
      </h1>
      <span class="pane-members">
        {count} {count === 1 ? 'member' : 'members'}
      </span>
    </header>
  );
}

/** What one can do here, above the first message. */
function Intro({ channel }: { readonly channel: ShownChannel }) {
  const { bot } = useStage().state;
  if (channel.kind === 'dm')
    return (
      <p class="intro">
        This is between you and <b>{bot.name}</b>. Plain words are a search here: try <code>ceph</code>.
      </p>
    );
  return (
    <div class="intro">
      <h2>
        <ChannelSign kind={channel.kind} /> {channel.name}
      </h2>
      <p>
        A Slack of your own on this machine: nothing leaves it. Type <code>/talk cehp</code>, or{' '}
        <code>@{bot.name} ceph</code> for everyone here.
      </p>
    </div>
  );
}
