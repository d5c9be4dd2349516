import { remember } from '../../../text/remember.ts';
import { sharedJsonOf } from './shared.ts';

/**
 * The bytes of JSON.stringify(value), for plain values. Parts that messages share, most of an answer, are written once and
 * then copied. All other texts are escaped and encoded together: to call V8 for a short one costs more than its characters.
 */
export function writeJson(value: unknown): Uint8Array {
  frame.length = 0;
  texts.length = 0;
  write(value);
  return putTextsInPlace(encodeTexts());
}

/** Bytes that are used for one answer after the other, and grow if one is longer. */
class Bytes {
  all = new Uint8Array(16 * 1024);
  length = 0;

  reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.all.length) return;
    const larger = new Uint8Array(needed * 2);
    larger.set(this.all.subarray(0, this.length));
    this.all = larger;
  }

  put(byte: number): void {
    this.reserve(1);
    this.all[this.length++] = byte;
  }

  copy(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.all.set(bytes, this.length);
    this.length += bytes.length;
  }
}

/** The JSON without its texts. */
const frame = new Bytes();
const texts: string[] = [];
/** The places in the frame to which the texts belong. */
const places: number[] = [];
/** The texts as a JSON list. */
const encoded = new Bytes();
const encoder = new TextEncoder();

function write(value: unknown): void {
  if (typeof value === 'string') {
    places[texts.length] = frame.length;
    texts.push(value);
  } else if (typeof value !== 'object' || value === null)
    frame.copy(literal(JSON.stringify(value) ?? 'null'));
  else if (Array.isArray(value)) writeArray(value);
  else {
    const known = sharedJsonOf(value);
    if (known === undefined) writeObject(value as Readonly<Record<string, unknown>>);
    else {
      known.bytes ??= Buffer.from(JSON.stringify(value));
      frame.copy(known.bytes);
    }
  }
}

function writeArray(values: readonly unknown[]): void {
  frame.put(BRACKET);
  for (let at = 0; at < values.length; at++) {
    if (at > 0) frame.put(COMMA);
    write(values[at]);
  }
  frame.put(BRACKET_END);
}

function writeObject(value: Readonly<Record<string, unknown>>): void {
  const start = frame.length;
  for (const key in value) {
    const field = value[key];
    if (field === undefined) continue;
    if (key === 'type' && typeof field === 'string') frame.copy(typeMember(field));
    else {
      frame.copy(memberName(key));
      write(field);
    }
  }
  // Each member begins with a comma: the first one gets a brace instead.
  if (frame.length === start) frame.put(BRACE);
  else frame.all[start] = BRACE;
  frame.put(BRACE_END);
}

const literal = remember(json => Buffer.from(json));
const memberName = remember(key => Buffer.from(`,${JSON.stringify(key)}:`));
const typeMember = remember(type => Buffer.from(`,"type":${JSON.stringify(type)}`));

/** Returns the number of bytes. */
function encodeTexts(): number {
  const json = JSON.stringify(texts);
  encoded.reserve(json.length * UTF8_BYTES);
  return encoder.encodeInto(json, encoded.all).written;
}

function putTextsInPlace(encodedLength: number): Uint8Array {
  const signsBetween = Math.max(texts.length + 1, 2);
  const json = Buffer.allocUnsafeSlow(frame.length + encodedLength - signsBetween);
  let at = 0;
  let from = 0;
  let start = 1;
  for (let index = 0; index < texts.length; index++) {
    const to = places[index] ?? 0;
    const end = endOfText(start);
    json.set(frame.all.subarray(from, to), at);
    at += to - from;
    json.set(encoded.all.subarray(start, end), at);
    at += end - start;
    from = to;
    start = end + 1;
  }
  json.set(frame.all.subarray(from, frame.length), at);
  return json;
}

/** The place behind the closing quote of the text that begins there. */
function endOfText(start: number): number {
  const { all } = encoded;
  let at = start + 1;
  while (all[at] !== QUOTE) at += all[at] === BACKSLASH ? 2 : 1;
  return at + 1;
}

/** At most, for one unit of a string. */
const UTF8_BYTES = 3;
const QUOTE = 0x22;
const COMMA = 0x2c;
const BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const BRACKET_END = 0x5d;
const BRACE = 0x7b;
const BRACE_END = 0x7d;
