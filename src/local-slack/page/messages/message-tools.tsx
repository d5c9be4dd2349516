import type { ShownMessage } from '../../serving/contract.ts';
import { Menu } from '../frame/menu.tsx';
import { useAct, useStage } from '../frame/page-context.ts';
import { channelAddress } from '../frame/route.ts';

/** What one can do with a message: answer in its thread, or use the app's shortcuts on it. */
export function MessageTools({
  message,
  isInThread,
}: {
  readonly message: ShownMessage;
  readonly isInThread: boolean;
}) {
  const { offers, bot } = useStage().state;
  const act = useAct();
  const { channel, ts, isEphemeral } = message;
  // Slack offers neither on what only one person sees.
  if (isEphemeral) return null;
  const items = offers.shortcuts
    .filter(({ kind }) => kind === 'message')
    .map(({ name, callbackId }) => ({
      label: name,
      detail: bot.name,
      choose: () => void act('shortcut', { callbackId, channel, ts }),
    }));
  return (
    <div class="tools">
      {!isInThread && (
        <a class="tool" href={channelAddress(channel, ts)} title="Reply in thread">
          <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
            <path
              fill="none"
              stroke="currentColor"
              stroke-width="1.500"
              stroke-linejoin="round"
              d="M10 3.500c4 0 7 2.600 7 6s-3 6-7 6c-.9 0-1.800-.1-2.600-.4L3.500 16.500l1-3.200C3.600 12.300 3 11 3 9.500c0-3.400 3-6 7-6Z"
            />
          </svg>
          <span class="sr-only">Reply in thread</span>
        </a>
      )}
      {items.length > 0 && <Menu class="tool" label="More actions" sign="⋮" items={items} />}
    </div>
  );
}
