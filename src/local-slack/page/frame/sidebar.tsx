import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { ShownMessage } from '../../serving/contract.ts';
import { Avatar, ChannelSign } from './names.tsx';
import { usePageContext } from './page-context.ts';
import { formatRoute, HOME_ADDRESS } from './route.ts';

/** Channels and apps. `here` is the open channel; undefined on the app's Home. */
export function Sidebar({ here }: { readonly here: string | undefined }) {
  const { state } = usePageContext();
  const unread = useUnread(here);
  const channels = state.channels
    .filter(({ kind }) => kind !== 'dm')
    .sort((one, other) => one.name.localeCompare(other.name));
  const dm = state.channels.find(({ kind }) => kind === 'dm');
  const isInApp = here === undefined || here === dm?.id;
  const isDmUnread = dm !== undefined && unread(dm.id);
  return (
    <nav class="sidebar" id="sidebar" aria-label="Channels and apps">
      <h2>Channels</h2>
      <ul>
        {channels.map(channel => (
          <SidebarLink
            key={channel.id}
            address={formatRoute(channel.id)}
            isHere={channel.id === here}
            isUnread={unread(channel.id)}
          >
            <ChannelSign kind={channel.kind} />
            {channel.name}
          </SidebarLink>
        ))}
      </ul>
      <h2>Apps</h2>
      <ul>
        <SidebarLink
          address={isDmUnread ? formatRoute(dm.id) : HOME_ADDRESS}
          isHere={isInApp}
          isUnread={isDmUnread}
        >
          <Avatar id={state.bot.id} size="small" />
          {state.bot.name}
        </SidebarLink>
      </ul>
    </nav>
  );
}

interface SidebarLinkProps {
  readonly address: string;
  readonly isHere: boolean;
  readonly isUnread: boolean;
  readonly children: ComponentChildren;
}

function SidebarLink({ address, isHere, isUnread, children }: SidebarLinkProps) {
  return (
    <li>
      <a href={address} class={isUnread ? 'unread' : ''} {...(isHere && { 'aria-current': 'page' })}>
        {children}
        {isUnread && <span class="sr-only"> (unread)</span>}
      </a>
    </li>
  );
}

/** Returns a function that tells whether a channel has messages which came after the person last looked at it. */
function useUnread(here: string | undefined): (channel: string) => boolean {
  const { messages, you } = usePageContext().state;
  const [seen, setSeen] = useState<{ readonly [channel: string]: string }>(() => lastTsByChannel(messages));
  const newest = lastTsByChannel(messages);
  const last = here === undefined ? undefined : newest[here];
  useLayoutEffect(() => {
    if (here !== undefined && last !== undefined) setSeen(before => ({ ...before, [here]: last }));
  }, [here, last, you]);
  return channel => channel !== here && (newest[channel] ?? '') > (seen[channel] ?? '');
}

function lastTsByChannel(messages: readonly ShownMessage[]): { readonly [channel: string]: string } {
  return Object.fromEntries(messages.map(({ channel, ts }) => [channel, ts]));
}
