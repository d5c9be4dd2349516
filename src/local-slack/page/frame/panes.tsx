import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { asObjects } from '../../json.ts';
import type { ShownChannel } from '../../serving/contract.ts';
import { Blocks } from '../block-kit/blocks.tsx';
import { HolderContext, useForm } from '../block-kit/form.ts';
import { Mrkdwn } from '../block-kit/text.tsx';
import { Composer } from '../composer/composer.tsx';
import { MessageList } from '../messages/message-list.tsx';
import { Inspect } from './controls.tsx';
import { Avatar, ChannelSign } from './names.tsx';
import { CurrentPage, type PageContext, useAct, usePageContext } from './page-context.ts';
import { formatRoute, HOME_ADDRESS } from './route.ts';

/** The app's Home. Opening it tells the app, which then publishes it. */
export function AppPane({ banners }: { readonly banners: ComponentChildren }) {
  const { state, inspects } = usePageContext();
  const act = useAct();
  const { home, bot } = state;
  useEffect(() => void act('home'), [state.you]);
  const dm = state.channels.find(({ kind }) => kind === 'dm');
  const holder = useForm(home);
  return (
    <section class="pane" aria-label={`${bot.name}: Home`}>
      <AppHead dm={dm} tab="home" />
      <div class="home">
        {home === undefined ? (
          <p class="home-empty">{bot.name} has published nothing here yet.</p>
        ) : (
          <HolderContext.Provider value={holder}>
            <Blocks blocks={asObjects(home.content.blocks)} />
            {inspects && <Inspect json={home.content} label="the Home" />}
          </HolderContext.Provider>
        )}
      </div>
      {banners}
    </section>
  );
}

interface AppHeadProps {
  readonly dm: ShownChannel | undefined;
  readonly tab: 'home' | 'messages';
}

/** The app's name and its two tabs. */
function AppHead({ dm, tab }: AppHeadProps) {
  const { bot } = usePageContext().state;
  const markCurrent = (isCurrent: boolean) => (isCurrent ? ({ 'aria-current': 'page' } as const) : {});
  return (
    <header class="pane-head pane-head-app">
      <h1>
        <Avatar id={bot.id} size="small" />
        {bot.name}
      </h1>
      <nav class="tabs" aria-label={bot.name}>
        <a href={HOME_ADDRESS} {...markCurrent(tab === 'home')}>
          Home
        </a>
        {dm !== undefined && (
          <a href={formatRoute(dm.id)} {...markCurrent(tab === 'messages')}>
            Messages
          </a>
        )}
      </nav>
    </header>
  );
}

interface ChannelPaneProps {
  readonly channel: ShownChannel;
  readonly banners: ComponentChildren;
}

/** A channel with its messages, and a box to type in. */
export function ChannelPane({ channel, banners }: ChannelPaneProps) {
  const { state } = usePageContext();
  const isDm = channel.kind === 'dm';
  const messages = state.messages.filter(
    ({ channel: id, threadTs }) => id === channel.id && threadTs === undefined,
  );
  const name = isDm ? state.bot.name : `#${channel.name}`;
  return (
    <section class="pane" aria-label={name}>
      {isDm ? <AppHead dm={channel} tab="messages" /> : <ChannelHead channel={channel} />}
      <MessageList messages={messages} intro={<Intro channel={channel} />} />
      {banners}
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
      {channel.topic !== undefined && (
        <span class="pane-topic">
          <Mrkdwn text={channel.topic} />
        </span>
      )}
    </header>
  );
}

/** Explains above the first message how to use this channel. */
function Intro({ channel }: { readonly channel: ShownChannel }) {
  const { bot } = usePageContext().state;
  if (channel.kind === 'dm')
    return (
      <p class="intro">
        These messages are between you and <b>{bot.name}</b>. Type words to search, such as <code>ceph</code>.
      </p>
    );
  return (
    <div class="intro">
      <h2>
        <ChannelSign kind={channel.kind} /> {channel.name}
      </h2>
      <p>
        This Slack runs on your machine, and nothing leaves it. Type <code>/talk cehp</code> for an answer
        that only you see, or <code>@{bot.name} ceph</code> for everyone here.
      </p>
    </div>
  );
}

interface ThreadPaneProps {
  readonly channel: ShownChannel;
  readonly root: string;
  readonly banners: ComponentChildren;
}

/** A message and its replies, beside the channel. */
export function ThreadPane({ channel, root, banners }: ThreadPaneProps) {
  const context = usePageContext();
  const { messages, bot } = context.state;
  const thread = messages.filter(
    ({ channel: id, ts, threadTs }) => id === channel.id && (ts === root || threadTs === root),
  );
  const threadContext: PageContext = {
    ...context,
    showBanner: banner => context.showBanner({ ...banner, isInThread: true }),
  };
  return (
    <CurrentPage.Provider value={threadContext}>
      <section class="pane thread" aria-label="Thread">
        <header class="pane-head">
          <h1>Thread</h1>
          <span class="pane-members">{channel.kind === 'dm' ? bot.name : `# ${channel.name}`}</span>
          <a class="icon-button" href={formatRoute(channel.id)} aria-label="Close the thread">
            ×
          </a>
        </header>
        <MessageList messages={thread} isThread />
        {banners}
        <Composer key={root} channel={channel.id} thread={root} label="Reply" />
      </section>
    </CurrentPage.Provider>
  );
}
