import type { ComponentChildren } from 'preact';
import { Avatar } from './avatar.tsx';
import { ChannelSign } from './channel-sign.tsx';
import { useStage } from './page-context.ts';
import { channelAddress, HOME_ADDRESS } from './route.ts';
import { useUnread } from './unread.ts';

/** Channels and apps. `here` is the channel that is open; none on the app's Home. */
export function Sidebar({ here }: { readonly here: string | undefined }) {
  const { state } = useStage();
  const unread = useUnread(here);
  const channels = state.channels
    .filter(({ kind }) => kind !== 'dm')
    .sort((one, other) => one.name.localeCompare(other.name));
  const dm = state.channels.find(({ kind }) => kind === 'dm');
  const isInApp = here === undefined || here === dm?.id;
  const hasNews = dm !== undefined && unread(dm.id);
  return (
    <nav class="sidebar" id="sidebar" aria-label="Channels and apps">
      <h2>Channels</h2>
      <ul>
        {channels.map(channel => (
          <Place
            key={channel.id}
            address={channelAddress(channel.id)}
            isHere={channel.id === here}
            isUnread={unread(channel.id)}
          >
            <ChannelSign kind={channel.kind} />
            {channel.name}
          </Place>
        ))}
      </ul>
      <h2>Apps</h2>
      <ul>
        <Place address={hasNews ? channelAddress(dm.id) : HOME_ADDRESS} isHere={isInApp} isUnread={hasNews}>
          <Avatar id={state.bot.id} size="small" />
          {state.bot.name}
        </Place>
      </ul>
    </nav>
  );
}

interface PlaceProps {
  readonly address: string;
  readonly isHere: boolean;
  readonly isUnread: boolean;
  readonly children: ComponentChildren;
}

function Place({ address, isHere, isUnread, children }: PlaceProps) {
  return (
    <li>
      <a href={address} class={isUnread ? 'unread' : ''} {...(isHere && { 'aria-current': 'page' })}>
        {children}
        {isUnread && <span class="sr-only"> (unread)</span>}
      </a>
    </li>
  );
}
