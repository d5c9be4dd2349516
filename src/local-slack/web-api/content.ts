import { blocksTextMax, checkBlocks, measureText, messageTextMax } from '../block-kit/check.ts';
import { completeBlocks } from '../block-kit/ids.ts';
import { asObjects, isObject, type JsonObject } from '../json.ts';
import type { Message } from '../state/messages.ts';
import type { State } from '../state/state.ts';
import { parseStructured } from './requests.ts';
import { type Refusal, refuse, refuseViolations } from './responses.ts';

/** «event_payload 8 KB» */
const metadataBytesMax = 8000;

export type MessageContent = Pick<Message, 'text' | 'blocks'> & { readonly metadata?: JsonObject };

/** A message's text, blocks and metadata from a call's arguments, or Slack's refusal. */
export function readContent(args: JsonObject, state: State): MessageContent | Refusal {
  const text = args.text ?? '';
  if (typeof text !== 'string') return refuse('invalid_arguments');
  const blocks = args.blocks === undefined || args.blocks === '' ? [] : parseStructured(args.blocks);
  if (!Array.isArray(blocks) || !blocks.every(isObject)) return refuse('invalid_blocks_format');
  if (text === '' && blocks.length === 0) return refuse('no_text');
  if (text.length > messageTextMax) return refuse('msg_too_long');
  const violations = checkBlocks(blocks, 'message');
  if (violations.length > 0) return refuseViolations('invalid_blocks', violations);
  return addMetadata(args, {
    text,
    blocks: completeBlocks(asObjects(blocks), () => state.identifiers.nextId('b')),
  });
}

/** Refuses a message over the undocumented limit on all its text. A response_url has no such limit. */
export function refuseTooMuchText({ blocks }: MessageContent): Refusal | undefined {
  const length = measureText(blocks);
  return length > blocksTextMax
    ? refuseViolations('msg_blocks_too_long', [
        { path: '/blocks', rule: `${length} characters of text in all blocks` },
      ])
    : undefined;
}

function addMetadata(args: JsonObject, content: MessageContent): MessageContent | Refusal {
  if (args.metadata === undefined) return content;
  const metadata = parseStructured(args.metadata);
  if (!isObject(metadata) || typeof metadata.event_type !== 'string' || !isObject(metadata.event_payload))
    return refuse('invalid_metadata_format');
  const bytes = Buffer.byteLength(JSON.stringify(metadata.event_payload));
  return bytes > metadataBytesMax ? refuse('metadata_too_large') : { ...content, metadata };
}
