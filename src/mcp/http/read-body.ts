import type { IncomingMessage } from 'node:http';

/** Far more than a call has. A longer body is refused while it is read. */
const BODY_LIMIT_BYTES = 1024 * 1024;
/** A body that never ends is given up. */
const BODY_WITHIN_MS = 10_000;

/** Reads a body; returns the status of the answer if it is too long, or does not come before it is given up. */
export function readBody(request: IncomingMessage, givenUp: AbortSignal): Promise<Buffer | 413 | 408> {
  return new Promise(resolve => {
    const chunks: Buffer[] = [];
    let length = 0;
    const finish = (outcome: Buffer | 413 | 408) => {
      clearTimeout(timer);
      request.off('data', take);
      resolve(outcome);
    };
    const take = (chunk: Buffer) => {
      length += chunk.length;
      chunks.push(chunk);
      if (length > BODY_LIMIT_BYTES) finish(413);
    };
    const timer = setTimeout(() => finish(408), BODY_WITHIN_MS);
    request.on('data', take);
    givenUp.addEventListener('abort', () => finish(408));
    request.once('end', () => finish(Buffer.concat(chunks)));
    // The caller has hung up, and nobody waits for an answer.
    request.once('close', () => finish(408));
  });
}
