import { checkBlocks, messageTextMax } from '../block-kit/check.ts';
import { textLength, textRefusedOver } from '../block-kit/house-rules.ts';
import { completeBlocks } from '../block-kit/ids.ts';
import { isObject, type JsonObject, objectsIn } from '../json.ts';
import type { Message } from '../state/messages.ts';
import type { State } from '../state/state.ts';
import { structured } from './requests.ts';
import { refused, refusedFor } from './responses.ts';

/** «event_payload 8 KB» */
const metadataBytesMax = 8000;

export type Content = Pick<Message, 'text' | 'blocks'> & { readonly metadata?: JsonObject };

/** A message's text, blocks and metadata from a call's arguments, or Slack's refusal. */
export function readContent(args: JsonObject, state: State): Content | JsonObject {
  const text = args.text ?? '';
  if (typeof text !== 'string') return refused('invalid_arguments');
  const blocks = args.blocks === undefined || args.blocks === '' ? [] : structured(args.blocks);
  if (!Array.isArray(blocks) || !blocks.every(isObject)) return refused('invalid_blocks_format');
  if (text === '' && blocks.length === 0) return refused('no_text');
  if (text.length > messageTextMax) return refused('msg_too_long');
  const problems = checkBlocks(blocks, 'message');
  if (problems.length > 0) return refusedFor('invalid_blocks', problems);
  return withMetadata(args, {
    text,
    blocks: completeBlocks(objectsIn(blocks), () => state.identifiers.next('b')),
  });
}

/** Refuses a message over the undocumented limit on all its text. A response_url has no such limit. */
export function refuseTooMuchText(content: Content): JsonObject | undefined {
  const length = textLength(content.blocks);
  return length > textRefusedOver
    ? refusedFor('msg_blocks_too_long', [
        { path: '/blocks', rule: `${length} characters of text in all blocks` },
      ])
    : undefined;
}

export function isContent(content: Content | JsonObject): content is Content {
  return !('ok' in content);
}

function withMetadata(args: JsonObject, content: Content): Content | JsonObject {
  if (args.metadata === undefined) return content;
  const metadata = structured(args.metadata);
  if (!isObject(metadata) || typeof metadata.event_type !== 'string' || !isObject(metadata.event_payload)) {
    return refused('invalid_metadata_format');
  }
  const bytes = Buffer.byteLength(JSON.stringify(metadata.event_payload));
  return bytes > metadataBytesMax ? refused('metadata_too_large') : { ...content, metadata };
}
