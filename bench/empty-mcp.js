import { createServer } from 'node:http';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';

/** The peer: a server of the same SDK with one tool, which takes nothing and answers nothing. */
const answer = toNodeHandler(
  createMcpHandler(() => {
    const server = new McpServer({ name: 'empty', version: '1' });
    const schemas = { inputSchema: z.looseObject({}), outputSchema: z.object({}) };
    server.registerTool('nothing', schemas, () => ({
      content: [{ type: 'text', text: '{}' }],
      structuredContent: {},
    }));
    return server;
  }),
);
createServer((request, response) => {
  if (request.url === '/readyz') response.end('ready\n');
  else void answer(request, response);
}).listen(Number(process.env.PORT), '127.0.0.1');
// A process that a signal ends writes no profile.
process.once('SIGTERM', () => process.exit());
