import type { IncomingMessage } from 'node:http';

/** Reads a body whole. Returns the status of the refusal if it is longer than `limit` bytes, or breaks off. */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer | 413 | 400> {
  return new Promise(resolve => {
    const chunks: Buffer[] = [];
    let length = 0;
    const finish = (outcome: Buffer | 413 | 400) => {
      request.off('data', take);
      // Nothing more of a body that is refused is taken.
      if (outcome === 413) request.pause();
      resolve(outcome);
    };
    const take = (chunk: Buffer) => {
      length += chunk.length;
      chunks.push(chunk);
      if (length > limit) finish(413);
    };
    if (Number(request.headers['content-length']) > limit) return finish(413);
    request.on('data', take);
    // A body of one piece, which most are, is not copied.
    request.once('end', () => finish(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.once('close', () => finish(400));
  });
}
