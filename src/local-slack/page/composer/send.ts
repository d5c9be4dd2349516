import type { ActResult, PageState } from '../../serving/contract.ts';
import type { Act } from '../frame/connection.ts';
import { type PageContext, useAct, usePageContext } from '../frame/page-context.ts';

/** Where something is typed. */
export interface ComposerTarget {
  readonly channel: string;
  readonly thread: string | undefined;
}

/** Sends what was typed as Slack would: a slash at its beginning makes it a command. False where it did not get through. */
export function useSend({ channel, thread }: ComposerTarget): (text: string) => Promise<boolean> {
  const { state, tell } = usePageContext();
  const act = useAct();
  return async text => {
    const [, command, rest = ''] = /^(\/\S*)\s*(.*)$/s.exec(text) ?? [];
    if (command === undefined) return say({ text, channel, thread }, { act, tell, state });
    const refusal = refusedCommand(command, thread, state);
    if (refusal !== undefined) {
      tell({ text: refusal });
      return false;
    }
    if (command === '/invite') return isDone(await act('invite', { channel }));
    const { shouldEscape } = state.offers.commands.find(offer => offer.command === command) ?? {};
    return isDone(
      await act('command', { channel, command, text: rest, shouldEscape: shouldEscape === true }),
    );
  };
}

function isDone({ error }: ActResult): boolean {
  return error === undefined;
}

interface Said extends ComposerTarget {
  readonly text: string;
}

async function say(
  { text, channel, thread }: Said,
  { act, tell, state }: Pick<PageContext, 'tell' | 'state'> & { act: Act },
): Promise<boolean> {
  const answer = await act('say', {
    channel,
    text,
    ...(thread !== undefined && { threadTs: thread }),
  });
  if (answer.uninvited === true)
    tell({
      text: `You mentioned @${state.bot.name}, but they’re not in this channel.`,
      remedy: { label: 'Invite them', run: () => void act('invite', { channel }) },
    });
  return isDone(answer);
}

function refusedCommand(
  command: string,
  thread: string | undefined,
  { offers }: PageState,
): string | undefined {
  const isKnown = command === '/invite' || offers.commands.some(offer => offer.command === command);
  if (!isKnown)
    return `${command} is not a valid command. In Slack, all messages that start with “/” are commands.`;
  return thread === undefined ? undefined : `${command} is not supported in threads. Sorry!`;
}
