/** Says that a body is longer than what was agreed; the rest of it has not been read. */
export class BodyTooLong extends Error {
  readonly code = 'BODY_TOO_LONG';
}

/**
 * Reads a body to its end. Its bytes are counted as they come, after unpacking, so that neither a wrong length nor
 * something small that unpacks to something huge fills the memory.
 */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  bytesMax: number,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels the stream, and with it what is still under way.
  for await (const piece of body ?? []) {
    length += piece.length;
    if (length > bytesMax) throw new BodyTooLong(`The body is longer than ${bytesMax} bytes.`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
