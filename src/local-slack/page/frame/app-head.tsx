import type { ShownChannel } from '../../serving/contract.ts';
import { Avatar } from './avatar.tsx';
import { useStage } from './page-context.ts';
import { channelAddress, HOME_ADDRESS } from './route.ts';

interface AppHeadProps {
  readonly dm: ShownChannel | undefined;
  readonly tab: 'home' | 'messages';
}

/** The app's name and the two tabs of its own place. */
export function AppHead({ dm, tab }: AppHeadProps) {
  const { bot } = useStage().state;
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
          <a href={channelAddress(dm.id)} {...here(tab === 'messages')}>
            Messages
          </a>
        )}
      </nav>
    </header>
  );
}
