import { pino } from 'pino';
import { expect } from 'vitest';
import type { Message } from '../../src/local-slack/state/messages.ts';
import type { View } from '../../src/local-slack/state/views.ts';
import type { Workspace } from '../../src/local-slack/workspace.ts';
import { posterTo } from '../../src/slack/post.ts';
import { configuredToken } from '../../src/slack/workspace-tokens.ts';
import type { Message as Notice } from '../../src/store/delivery.ts';
import { read } from './read.ts';

/** People and channels of the local workspace. The app is a member of the lobby, but not of the corridor. */
export const MIRA = 'U0MIRA0001';
export const JUNE = 'U0JUNE0002';
export const LOBBY = 'C0LOBBY001';
export const CORRIDOR = 'C0CORRIDOR';

interface Typing {
  readonly user?: string;
  readonly channel?: string;
}

/** Types `/talk` and returns everything that Slack answers. */
export function typeTalk(workspace: Workspace, text: string, { user = MIRA, channel = LOBBY }: Typing = {}) {
  return workspace.command({ user, channel, command: '/talk', text, shouldEscape: true });
}

/** Types `/talk` and returns the message that answers it. */
export async function answerTo(workspace: Workspace, text: string, typing?: Typing): Promise<Message> {
  const { message, error } = await typeTalk(workspace, text, typing);
  expect(error).toBe(undefined);
  if (message === undefined) throw new Error(`/talk ${text} brought no message.`);
  return message;
}

/** Returns a message once it reads differently. */
export function changed(workspace: Workspace, message: Message): Promise<Message> {
  return workspace.when(() =>
    workspace.messages.find(
      one => one.ts === message.ts && JSON.stringify(one.blocks) !== JSON.stringify(message.blocks),
    ),
  );
}

export function messagesOfApp(workspace: Workspace): readonly Message[] {
  return workspace.messages.filter(message => message.author === workspace.bot.userId);
}

/** Returns the modal on top, once there is one. */
export function topModal(workspace: Workspace, user = MIRA): Promise<View> {
  return workspace.when(() => workspace.modalsOf(user).at(-1));
}

export function linesOf(view: { readonly content: { readonly blocks?: unknown } } | undefined): string[] {
  return read((view?.content.blocks ?? []) as unknown[]);
}

/** Waits until Lectern has asked Slack for the person's time zone. */
export async function knowZone(workspace: Workspace): Promise<void> {
  await answerTo(workspace, 'help');
  await workspace.when(() => (workspace.callsOf('users.info').length > 0 ? true : undefined));
}

export function last<T>(list: readonly T[]): T {
  const item = list.at(-1);
  if (item === undefined) throw new Error('The list is empty.');
  return item;
}

/** Posts a message to a person as the delivery does, and returns it as Slack has it. */
export async function postNotice(workspace: Workspace, notice: Notice, person = MIRA): Promise<Message> {
  const log = pino({ level: 'silent' });
  const poster = posterTo({ tokens: configuredToken(workspace.tokens.bot), apiUrl: workspace.apiUrl, log });
  await poster.post(person, notice, { workspace: workspace.team.id, threadTs: undefined });
  await poster.close();
  return last(messagesOfApp(workspace));
}

interface Button {
  readonly action_id?: string;
  readonly value?: string;
}

export function buttonsOf({ blocks }: Pick<Message, 'blocks'>, action: string): readonly Button[] {
  return blocks
    .flatMap(({ elements }) => (elements ?? []) as Button[])
    .filter(({ action_id }) => action_id === action);
}
