import type { IncomingMessage, ServerResponse } from 'node:http';
import type { McpHttpHandler } from '@modelcontextprotocol/server';

/** Not the request's own: a Request takes fewer addresses than clients may send, and nothing depends on it. */
const ADDRESS = 'http://localhost/mcp';

/**
 * Answers a request whose body was read already. The SDK's own adapter would write that body anew and pass the answer on
 * piece by piece, for streams that Lectern does not have.
 */
export async function answerWith(
  handler: Pick<McpHttpHandler, 'fetch'>,
  request: IncomingMessage,
  response: ServerResponse,
  body: unknown,
): Promise<void> {
  const { method = 'POST', headers } = request;
  const asked = new Request(ADDRESS, {
    method,
    headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : (value ?? []).map(each => [name, each]),
    ),
  });
  const answer = await handler.fetch(asked, { parsedBody: body });
  const text = Buffer.from(await answer.arrayBuffer());
  response.writeHead(answer.status, {
    ...Object.fromEntries(answer.headers),
    'content-length': text.length,
  });
  response.end(text);
}
