import type { JsonObject } from '../../src/local-slack/json.ts';
import { formatMessage } from '../../src/local-slack/text/blocks.ts';
import { expectValidMessage } from './block-kit.ts';

/** Returns a message as a person reads it, the lobby by its name. Fails if Slack would refuse it. */
export function readMessage(message: { readonly text: string; readonly blocks: readonly object[] }): string {
  expectValidMessage(message);
  const findName = (id: string) => ({ C0LOBBY001: 'lobby' })[id];
  return formatMessage({ text: message.text, blocks: message.blocks as readonly JsonObject[] }, { findName });
}
