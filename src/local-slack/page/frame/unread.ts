import { useLayoutEffect, useState } from 'preact/hooks';
import type { ShownMessage } from '../../serving/contract.ts';
import { useStage } from './page-context.ts';

/** Which channels have messages that this person has not looked at since the page was opened. */
export function useUnread(here: string | undefined): (channel: string) => boolean {
  const { messages, you } = useStage().state;
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
