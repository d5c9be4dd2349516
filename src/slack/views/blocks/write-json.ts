import { remember } from '../../../text/remember.ts';
import { type JsonPieces, ReadyBlocks } from './ready-blocks.ts';
import { sharedJsonOf } from './shared.ts';

/**
 * The bytes of JSON.stringify(value), for plain values and blocks that are ready. Most of an answer are bytes that are kept
 * and copied: those of ready blocks, and those of parts that messages share, which are written once.
 */
export function writeJson(value: unknown): Uint8Array {
  start = end;
  if (bytes.length - end < USUAL_BYTES) moveTo(BUFFER_BYTES);
  write(value);
  return bytes.subarray(start, end);
}

/**
 * Answers lie in it one behind the other, so that none is copied once it is written. When there is no room for one more, the
 * next buffer begins; this one lasts until its answers are sent.
 */
let bytes = Buffer.alloc(0);
/** The answer that is being written. */
let start = 0;
let end = 0;

const BUFFER_BYTES = 256 * 1024;
/** Most answers are no longer. */
const USUAL_BYTES = 16 * 1024;

function moveTo(length: number): void {
  const begun = bytes.subarray(start, end);
  bytes = Buffer.allocUnsafeSlow(length);
  bytes.set(begun);
  start = 0;
  end = begun.length;
}

function reserve(more: number): void {
  if (end + more > bytes.length) moveTo(BUFFER_BYTES + 2 * (end - start + more));
}

function put(byte: number): void {
  reserve(1);
  bytes[end++] = byte;
}

function copy(ready: Uint8Array): void {
  reserve(ready.length);
  bytes.set(ready, end);
  end += ready.length;
}

function write(value: unknown): void {
  if (typeof value === 'string') writeText(value);
  else if (typeof value !== 'object' || value === null) copy(literal(JSON.stringify(value) ?? 'null'));
  else if (Array.isArray(value)) writeArray(value);
  else if (value instanceof ReadyBlocks) writePieces(value.json());
  else {
    const known = sharedJsonOf(value);
    if (known === undefined) writeObject(value as Readonly<Record<string, unknown>>);
    else {
      known.bytes ??= Buffer.from(JSON.stringify(value));
      copy(known.bytes);
    }
  }
}

function writePieces(pieces: JsonPieces): void {
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] ?? '';
    if (typeof piece === 'string') writeText(piece);
    else copy(piece);
  }
}

function writeArray(values: readonly unknown[]): void {
  put(BRACKET);
  for (let at = 0; at < values.length; at++) {
    if (at > 0) put(COMMA);
    write(values[at]);
  }
  put(BRACKET_END);
}

function writeObject(value: Readonly<Record<string, unknown>>): void {
  let before = BRACE;
  for (const key in value) {
    const field = value[key];
    if (field === undefined) continue;
    put(before);
    before = COMMA;
    if (key === 'type' && typeof field === 'string') copy(typeMember(field));
    else {
      copy(memberName(key));
      write(field);
    }
  }
  if (before === BRACE) put(BRACE);
  put(BRACE_END);
}

const literal = remember(json => Buffer.from(json));
const memberName = remember(key => Buffer.from(`${JSON.stringify(key)}:`));
const typeMember = remember(type => Buffer.from(`"type":${JSON.stringify(type)}`));

/** To call V8 costs as much as so many characters here; it takes less for each of them. */
const SHORT_TEXT = 100;

function writeText(text: string): void {
  if (text.length > SHORT_TEXT || !writeShort(text)) writeByV8(text);
}

/** Writes nothing and returns false if there is a character that JSON.stringify writes by its code, or one of two units. */
function writeShort(text: string): boolean {
  const { length } = text;
  reserve(2 + length * UTF8_BYTES);
  const all = bytes;
  let to = end;
  all[to++] = QUOTE;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code < SPACE || (code >= SURROGATES && code < SURROGATES_END)) return false;
    if (code < 0x80) {
      if (code === QUOTE || code === BACKSLASH) all[to++] = BACKSLASH;
      all[to++] = code;
    } else if (code < 0x800) {
      all[to++] = 0xc0 | (code >> 6);
      all[to++] = 0x80 | (code & 0x3f);
    } else {
      all[to++] = 0xe0 | (code >> 12);
      all[to++] = 0x80 | ((code >> 6) & 0x3f);
      all[to++] = 0x80 | (code & 0x3f);
    }
  }
  all[to++] = QUOTE;
  end = to;
  return true;
}

function writeByV8(text: string): void {
  const json = JSON.stringify(text);
  reserve(json.length * UTF8_BYTES);
  end += bytes.write(json, end);
}

/** At most, for one unit of a string. */
const UTF8_BYTES = 3;
const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const BRACKET_END = 0x5d;
const BRACE = 0x7b;
const BRACE_END = 0x7d;
const SURROGATES = 0xd800;
const SURROGATES_END = 0xe000;
