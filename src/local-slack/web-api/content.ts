import { checkBlocks, messageTextMax } from '../block-kit/check.ts';
import { blocksTextMax, measureText } from '../block-kit/house-rules.ts';
import { completeBlocks } from '../block-kit/ids.ts';
import { asObjects, isObject, type JsonObject } from '../json.ts';
import type { Message } from '../state/messages.ts';
import type { State } from '../state/state.ts';
import { parseStructured } from './requests.ts';
import { refuse, refuseViolations } from './responses.ts';

/** «event_payload 8 KB» */
const metadataBytesMax = 8000;

export type MessageContent = Pick<Message, 'text' | 'blocks'> & { readonly metadata?: JsonObject };

/** A message's text, blocks and metadata from a call's arguments, or Slack's refusal. */
export function readContent(args: JsonObject, state: State): MessageContent | JsonObject {
  const text = args.text ?? '';
  if (typeof text !== 'string') return refuse('invalid_arguments');
  const blocks = args.blocks === undefined || args.blocks === '' ? [] : parseStructured(args.blocks);
  if (!Array.isArray(blocks) || !blocks.every(isObject)) return refuse('invalid_blocks_format');
  if (text === '' && blocks.length === 0) return refuse('no_text');
  if (text.length > messageTextMax) return refuse('msg_too_long');
  const problems = checkBlocks(blocks, 'message');
  if (problems.length > 0) return refuseViolations('invalid_blocks', problems);
  return withMetadata(args, {
    text,
    blocks: completeBlocks(asObjects(blocks), () => state.identifiers.nextId('b')),
  });
}

/** Refuses a message over the undocumented limit on all its text. A response_url has no such limit. */
export function refuseTooMuchText(content: MessageContent): JsonObject | undefined {
  const length = measureText(content.blocks);
  return length > blocksTextMax
    ? refuseViolations('msg_blocks_too_long', [
        { path: '/blocks', rule: `${length} characters of text in all blocks` },
      ])
    : undefined;
}

export function isContent(content: MessageContent | JsonObject): content is MessageContent {
  return !('ok' in content);
}

function withMetadata(args: JsonObject, content: MessageContent): MessageContent | JsonObject {
  if (args.metadata === undefined) return content;
  const metadata = parseStructured(args.metadata);
  if (!isObject(metadata) || typeof metadata.event_type !== 'string' || !isObject(metadata.event_payload)) {
    return refuse('invalid_metadata_format');
  }
  const bytes = Buffer.byteLength(JSON.stringify(metadata.event_payload));
  return bytes > metadataBytesMax ? refuse('metadata_too_large') : { ...content, metadata };
}
