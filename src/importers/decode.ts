/** The text of a file, with `\n` between its lines, and any doubt about its encoding. */
export interface DecodedText {
  readonly text: string;
  /** A whole sentence if the bytes were not valid UTF-8 or UTF-16. */
  readonly doubt: string | undefined;
}

/**
 * Decodes UTF-8 with or without a byte order mark, UTF-16 with one, and else windows-1252, as old spreadsheets write.
 */
export function decode(bytes: Uint8Array): DecodedText {
  const { text, doubt } = decodeBytes(bytes);
  return { text: text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text, doubt };
}

function decodeBytes(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decodeAs('utf-16le', bytes), doubt: undefined };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decodeAs('utf-16be', bytes), doubt: undefined };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), doubt: undefined };
  } catch {
    return decodeDamaged(bytes);
  }
}

/**
 * Bytes that are not UTF-8 are mostly windows-1252. But a file with more valid UTF-8 characters than bad bytes was cut
 * or damaged, and reading it as windows-1252 would spoil each of its accents.
 */
function decodeDamaged(bytes: Uint8Array): DecodedText {
  const text = decodeAs('utf-8', bytes);
  const lost = text.match(/\ufffd/g)?.length ?? 0;
  const good = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
  if (good > lost) {
    const line = text.slice(0, text.indexOf('\ufffd')).split(/\r\n?|\n/).length;
    return {
      text,
      doubt: `Some characters are damaged, the first in line ${line}; they are shown as \ufffd.`,
    };
  }
  return {
    text: decodeWindows1252(bytes),
    doubt: 'The file is not UTF-8; it was read as windows-1252, so check its accents.',
  };
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}

/**
 * The characters of windows-1252 from 0x80 to 0x9f, where Latin 1 has control characters. Five of them are undefined
 * and stay control characters.
 */
const FROM_0X80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** By hand, because `TextDecoder` in Node 20 reads windows-1252 as Latin 1 and loses dashes, quotes and the euro. */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, char => FROM_0X80[char.charCodeAt(0) - 0x80] ?? char);
}
