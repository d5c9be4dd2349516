import type { PageState } from '../serving/contract.ts';
import type { Act } from './connection.ts';
import { type Stage, useAct, useStage } from './stage.ts';

/** Where something is typed. */
export interface Where {
  readonly channel: string;
  readonly thread: string | undefined;
}

/** Sends what was typed as Slack would: a slash at its beginning makes it a command. */
export function useTyping({ channel, thread }: Where): (text: string) => Promise<void> {
  const { state, tell } = useStage();
  const act = useAct();
  return async text => {
    const [, command, rest = ''] = /^(\/\S*)\s*(.*)$/s.exec(text) ?? [];
    if (command === undefined) return say({ text, channel, thread }, { act, tell, state });
    const refusal = refusedCommand(command, thread, state);
    if (refusal !== undefined) return tell({ text: refusal });
    if (command === '/invite') return void (await act('invite', { channel }));
    const { shouldEscape } = state.offers.commands.find(offer => offer.command === command) ?? {};
    await act('command', { channel, command, text: rest, shouldEscape: shouldEscape === true });
  };
}

interface Said extends Where {
  readonly text: string;
}

async function say(
  { text, channel, thread }: Said,
  { act, tell, state }: Pick<Stage, 'tell' | 'state'> & { act: Act },
) {
  const { uninvited } = await act('say', {
    channel,
    text,
    ...(thread !== undefined && { threadTs: thread }),
  });
  if (uninvited !== true) return;
  tell({
    text: `You mentioned @${state.bot.name}, but they’re not in this channel.`,
    remedy: { label: 'Invite them', run: () => void act('invite', { channel }) },
  });
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
