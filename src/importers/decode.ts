/** A file's bytes as text with `\n` between its lines, and what had to be guessed on the way. */
export interface DecodedText {
  readonly text: string;
  /** A whole sentence where the bytes were not what they should be. */
  readonly doubt: string | undefined;
}

/** Reads UTF-8, with or without a byte order mark, UTF-16 that says so, and else windows-1252, as old spreadsheets write. */
export function decode(bytes: Uint8Array): DecodedText {
  const { text, doubt } = decodeBytes(bytes);
  return { text: text.replace(/\r\n?/g, '\n'), doubt };
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
 * Bytes that are not UTF-8 are mostly windows-1252. But a file with more good UTF-8 characters than bad bytes was cut or
 * damaged, and to read all of it as windows-1252 would spoil each of its accents.
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

/** What windows-1252 has where Latin 1 has control characters; the five bytes that mean nothing stay what they are. */
const FROM_0X80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** By hand, because `TextDecoder` in Node 20 takes windows-1252 for Latin 1 and loses dashes, quotes and the euro. */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, char => FROM_0X80[char.charCodeAt(0) - 0x80] ?? char);
}
