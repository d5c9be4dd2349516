import type { JsonObject } from '../local-slack/json.ts';
import type { Message } from '../local-slack/state/messages.ts';
import type { View } from '../local-slack/state/views.ts';
import { formatMessage, formatView } from '../local-slack/text/blocks.ts';
import type { Workspace } from '../local-slack/workspace.ts';
import { withoutControls } from './io.ts';
import { numberButtons } from './numbered-buttons.ts';

/** What a person of the workspace types, and the answer as they would see it. */
export interface Conversation {
  answer(line: string): Promise<string>;
  /** What came by itself, such as a digest at its time, and was not told before; each with where it came. */
  arrived(): readonly string[];
}

/**
 * `/talk ceph` is typed in a channel, `@Lectern ceph` is a mention there, `:1` presses the first button of the last
 * answer, and anything else is a direct message.
 */
export function conversation(workspace: Workspace): Conversation {
  const { people, channels } = workspace;
  const here = { user: people.mira.id, channel: channels.lobby.id };
  let last: Shown | undefined;
  const told = new Set<string>();

  const show = (shown: Shown): string => {
    last = shown;
    if ('ts' in shown) told.add(nameOf(shown));
    return printed(shown, workspace);
  };
  const typeCommand = async (line: string): Promise<string> => {
    const [, command = '', text = ''] = /^(\/\S*)\s*(.*)$/s.exec(line) ?? [];
    if (command !== '/talk') return `There is no command ${command} here. Lectern's is /talk: try /talk help`;
    const before = workspace.modalsOf(here.user).at(-1);
    const { error, message } = await workspace.command({ ...here, command, text });
    if (message !== undefined) return show(message);
    const modal = workspace.modalsOf(here.user).at(-1);
    if (modal !== undefined && modal !== before) return show(modal);
    return `Slack would say: /talk failed with the error "${error ?? 'no answer'}".`;
  };
  const press = async (number: number): Promise<string> => {
    const button = last === undefined ? undefined : numberButtons(blocksOf(last)).buttons[number - 1];
    if (last === undefined || button === undefined) return `The last answer has no button :${number}.`;
    const holder = last;
    try {
      return await newAnswer(() => workspace.click({ user: here.user, in: holder, ...button }));
    } catch {
      // The workspace throws where a button has gone with the view that held it; a person may well press it.
      return `The button :${number} is no longer there.`;
    }
  };
  /** Does something and shows what comes of it: a message or a modal that was not there before. */
  const newAnswer = async (act: () => Promise<unknown>): Promise<string> => {
    const before = new Set(visibleTo(here.user, workspace).map(identity));
    await act();
    const answer = await workspace
      .when(() => visibleTo(here.user, workspace).find(shown => !before.has(identity(shown))))
      .catch(() => undefined);
    return answer === undefined ? 'No answer came. What went wrong is in the log.' : show(answer);
  };

  const type = (line: string): Promise<string> => {
    const number = /^:(\d+)$/.exec(line)?.[1];
    const mention = /^@lectern\b\s*(.*)$/is.exec(line)?.[1];
    if (number !== undefined) return press(Number(number));
    if (line.startsWith('/')) return typeCommand(line);
    if (mention !== undefined) return newAnswer(() => workspace.mention({ ...here, text: mention }));
    return newAnswer(() => workspace.directMessage({ user: here.user, text: line }));
  };

  return {
    arrived: () => {
      const fresh = messagesTo(here.user, workspace).filter(message => !told.has(nameOf(message)));
      return fresh.map(message => `${placeOf(message, workspace)}:\n${show(message)}`);
    },
    // What nobody could do in Slack is no answer of Lectern's, but the workspace says why.
    answer: line => type(line).catch((error: Error) => error.message),
  };
}

type Shown = Message | View;

/** What Lectern shows this person now: their topmost modal, and each message of its that they can read. */
function visibleTo(user: string, workspace: Workspace): readonly Shown[] {
  return [...workspace.modalsOf(user).slice(-1), ...messagesTo(user, workspace)];
}

function messagesTo(user: string, { messages, bot }: Workspace): readonly Message[] {
  return messages.filter(
    ({ author, ephemeralFor }) => author === bot.userId && (ephemeralFor ?? user) === user,
  );
}

/** It keeps its name where it is edited. */
function nameOf({ channel, ts }: Message): string {
  return `${channel} ${ts}`;
}

function placeOf({ channel, threadTs }: Message, { directory }: Workspace): string {
  const there = directory.channel(channel);
  const where = there === undefined || there.kind === 'dm' ? 'To you' : `In #${there.name}`;
  return threadTs === undefined ? where : `${where}, in a thread`;
}

/** The same thing with other blocks is another answer; with the same blocks it is the old one. */
function identity(shown: Shown): string {
  return JSON.stringify(['ts' in shown ? shown.ts : shown.id, blocksOf(shown)]);
}

function blocksOf(shown: Shown): readonly JsonObject[] {
  if ('ts' in shown) return shown.blocks;
  return (shown.content.blocks ?? []) as readonly JsonObject[];
}

function printed(shown: Shown, { directory, people }: Workspace): string {
  const { blocks } = numberButtons(blocksOf(shown));
  const reader = {
    findName: (id: string) => directory.person(id)?.name ?? directory.channel(id)?.name,
    timeZone: people.mira.timeZone,
  };
  const text =
    'ts' in shown
      ? formatMessage({ text: shown.text, blocks }, reader)
      : formatView({ ...shown.content, blocks }, reader);
  return withoutControls(text);
}
