import type { ShownChannel } from '../../serving/contract.ts';

/** A lock before a private channel, # before a public one. */
export function ChannelSign({ kind }: Pick<ShownChannel, 'kind'>) {
  if (kind !== 'private')
    return (
      <span class="channel-sign" aria-hidden="true">
        #
      </span>
    );
  return (
    <svg class="channel-sign" viewBox="0 0 20 20" role="img" aria-label="Private channel">
      <path
        fill="none"
        stroke="currentColor"
        stroke-width="1.600"
        d="M6.500 8.500V6.300a3.500 3.500 0 0 1 7 0v2.200M5.500 8.500h9a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1Z"
      />
    </svg>
  );
}
