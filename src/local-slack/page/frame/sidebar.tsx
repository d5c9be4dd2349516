import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { ShownMessage } from '../../serving/contract.ts';
import { Avatar, ChannelSign } from './names.tsx';
import { usePageContext } from './page-context.ts';
import { formatRoute, HOME_ADDRESS } from './route.ts';

/** Channels and apps. `here` is the channel that is open; none on the app's Home. */
export function Sidebar({ here }: { readonly here: string | undefined }) {
  const { state } = usePageContext();
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
            address={formatRoute(channel.id)}
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
        <Place address={hasNews ? formatRoute(dm.id) : HOME_ADDRESS} isHere={isInApp} isUnread={hasNews}>
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

/** Which channels have messages that this person has not looked at since the page was opened. */
export function useUnread(here: string | undefined): (channel: string) => boolean {
  const { messages, you } = usePageContext().state;
  const [seen, setSeen] = useState<{ readonly [channel: string]: string }>(() => lastOfEach(messages));
  const newest = lastOfEach(messages);
  const last = here === undefined ? undefined : newest[here];
  useLayoutEffect(() => {
    if (here !== undefined && last !== undefined) setSeen(before => ({ ...before, [here]: last }));
  }, [here, last, you]);
  return channel => channel !== here && (newest[channel] ?? '') > (seen[channel] ?? '');
}

function lastOfEach(messages: readonly ShownMessage[]): { readonly [channel: string]: string } {
  return Object.fromEntries(messages.map(({ channel, ts }) => [channel, ts]));
}
