import type { IncomingMessage } from 'node:http';

/** Slack takes no larger body; without a bound, a loop in the app would fill the memory. */
const bodyBytesMax = 4 * 1024 * 1024;

/** A request's body as text; it throws where that is too large. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > bodyBytesMax) throw new Error(`A body over ${bodyBytesMax} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
