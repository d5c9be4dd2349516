import { randomFillSync } from 'node:crypto';

/**
 * A text of UTF-8 as the frame that a client sends over a WebSocket: whole, and masked by a key that nobody can guess, as
 * RFC 6455 wants (5.2 and 5.3). Four bytes are masked at a time.
 */
export function textFrame(text: Uint8Array): Uint8Array {
  const { length } = text;
  const bytes = Buffer.allocUnsafeSlow(Math.ceil((TEXT_AT + length) / WORD) * WORD);
  const head = bytes.subarray(TEXT_AT - headLength(length), TEXT_AT + length);
  head[0] = WHOLE_TEXT;
  writeLength(head, length);
  bytes.set(text, TEXT_AT);
  const words = new Uint32Array(bytes.buffer);
  const key = nextKey();
  words[FIRST_WORD - 1] = key;
  for (let at = FIRST_WORD; at < words.length; at++) words[at] = (words[at] ?? 0) ^ key;
  return head;
}

/** A byte for the kind, one or more for the length, four for the key. */
function headLength(length: number): number {
  if (length < SHORT) return 6;
  return length < LONG ? 8 : 14;
}

function writeLength(head: Buffer, length: number): void {
  if (length < SHORT) head[1] = MASKED | length;
  else if (length < LONG) {
    head[1] = MASKED | SHORT;
    head.writeUInt16BE(length, 2);
  } else {
    head[1] = MASKED | (SHORT + 1);
    head.writeBigUInt64BE(BigInt(length), 2);
  }
}

function nextKey(): number {
  if (keysUsed === keys.length) {
    randomFillSync(keys);
    keysUsed = 0;
  }
  return keys[keysUsed++] ?? 0;
}

/** Drawn together, since to draw one takes as long. */
const keys = new Uint32Array(1024);
let keysUsed = keys.length;

const WORD = 4;
/** The longest head has 14 bytes; behind 16 the text begins with a word. */
const TEXT_AT = 16;
const FIRST_WORD = TEXT_AT / WORD;
/** From these lengths on, in bytes, two and eight more bytes tell the length. */
const SHORT = 126;
const LONG = 2 ** 16;
const WHOLE_TEXT = 0x81;
const MASKED = 0x80;
