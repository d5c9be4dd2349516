import type { ActResult, PageState } from '../../serving/contract.ts';
import { useAct, usePageContext } from '../frame/page-context.ts';

/** The conversation to which a composer sends. */
export interface ComposerTarget {
  readonly channel: string;
  readonly thread: string | undefined;
}

/**
 * Returns a function that sends a typed text. As in Slack, a slash at its beginning makes it a command. The function
 * resolves with false if the text did not get through.
 */
export function useSend({ channel, thread }: ComposerTarget): (text: string) => Promise<boolean> {
  const { state, showBanner } = usePageContext();
  const act = useAct();
  const say = async (text: string): Promise<ActResult> => {
    const result = await act('say', { channel, text, ...(thread !== undefined && { threadTs: thread }) });
    if (result.uninvited === true)
      showBanner({
        text: `You mentioned @${state.bot.name}, but they’re not in this channel.`,
        remedy: { label: 'Invite them', run: () => void act('invite', { channel }) },
      });
    return result;
  };
  return async text => {
    const [, command, rest = ''] = /^(\/\S*)\s*(.*)$/s.exec(text) ?? [];
    if (command === undefined) return isDone(await say(text));
    const refusal = refuseCommand(command, thread, state);
    if (refusal !== undefined) {
      showBanner({ text: refusal });
      return false;
    }
    if (command === '/invite') return isDone(await act('invite', { channel }));
    const { shouldEscape = false } = state.offers.commands.find(offer => offer.command === command) ?? {};
    return isDone(await act('command', { channel, command, text: rest, shouldEscape }));
  };
}

function isDone({ error }: ActResult): boolean {
  return error === undefined;
}

/** Slack's sentence for a command that it refuses; undefined if the command is fine. */
function refuseCommand(
  command: string,
  thread: string | undefined,
  { offers }: PageState,
): string | undefined {
  const isKnown = command === '/invite' || offers.commands.some(offer => offer.command === command);
  if (!isKnown)
    return `${command} is not a valid command. In Slack, all messages that start with “/” are commands.`;
  return thread === undefined ? undefined : `${command} is not supported in threads. Sorry!`;
}
