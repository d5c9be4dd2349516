import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { asObjects } from '../../json.ts';
import type { ShownChannel } from '../../serving/contract.ts';
import { Blocks } from '../block-kit/blocks.tsx';
import { HolderContext, useForm } from '../block-kit/form.ts';
import { Composer } from '../composer/composer.tsx';
import { MessageList } from '../messages/message-list.tsx';
import { Inspect } from './inspect.tsx';
import { Avatar, ChannelSign } from './names.tsx';
import { PAGE_CONTEXT, type PageContext, useAct, usePageContext } from './page-context.ts';
import { formatRoute, HOME_ADDRESS } from './route.ts';

/** The app's Home. Opening it tells the app, which then fills it. */
export function AppPane({ notices }: { readonly notices: ComponentChildren }) {
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
          <p class="home-empty">{bot.name} has put nothing here yet.</p>
        ) : (
          <HolderContext.Provider value={holder}>
            <Blocks blocks={asObjects(home.content.blocks)} />
            {inspects && <Inspect json={home.content} label="the Home" />}
          </HolderContext.Provider>
        )}
      </div>
      {notices}
    </section>
  );
}

interface AppHeadProps {
  readonly dm: ShownChannel | undefined;
  readonly tab: 'home' | 'messages';
}

/** The app's name and the two tabs of its own place. */
export function AppHead({ dm, tab }: AppHeadProps) {
  const { bot } = usePageContext().state;
  const here = (is: boolean) => (is ? ({ 'aria-current': 'page' } as const) : {});
  return (
    <header class="pane-head pane-head-app">
      <h1>
        <Avatar id={bot.id} size="small" />
        {bot.name}
      </h1>
      <nav class="tabs" aria-label={bot.name}>
        <a href={HOME_ADDRESS} {...here(tab === 'home')}>
          Home
        </a>
        {dm !== undefined && (
          <a href={formatRoute(dm.id)} {...here(tab === 'messages')}>
            Messages
          </a>
        )}
      </nav>
    </header>
  );
}

interface ChannelPaneProps {
  readonly channel: ShownChannel;
  readonly notices: ComponentChildren;
}

/** A channel with its messages, and a box to type in. */
export function ChannelPane({ channel, notices }: ChannelPaneProps) {
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
  const { bot } = usePageContext().state;
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

interface ThreadPaneProps {
  readonly channel: ShownChannel;
  readonly root: string;
  readonly notices: ComponentChildren;
}

/** A message and what was answered to it, beside the channel. */
export function ThreadPane({ channel, root, notices }: ThreadPaneProps) {
  const stage = usePageContext();
  const { messages, bot } = stage.state;
  const thread = messages.filter(
    ({ channel: id, ts, threadTs }) => id === channel.id && (ts === root || threadTs === root),
  );
  const here: PageContext = { ...stage, tell: notice => stage.tell({ ...notice, isInThread: true }) };
  return (
    <PAGE_CONTEXT.Provider value={here}>
      <section class="pane thread" aria-label="Thread">
        <header class="pane-head">
          <h1>Thread</h1>
          <span class="pane-members">{channel.kind === 'dm' ? bot.name : `# ${channel.name}`}</span>
          <a class="icon-button" href={formatRoute(channel.id)} aria-label="Close the thread">
            ×
          </a>
        </header>
        <MessageList messages={thread} isThread />
        {notices}
        <Composer key={root} channel={channel.id} thread={root} label="Reply" />
      </section>
    </PAGE_CONTEXT.Provider>
  );
}
