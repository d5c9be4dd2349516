import type { Readable, Writable } from 'node:stream';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import type { Loaded } from '../search/loaded.ts';
import { readNobody } from './caller.ts';
import { type AssistantOptions, createAssistantServer } from './server.ts';

interface StdioOptions extends Pick<AssistantOptions, 'version' | 'onFault'> {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly current: () => Loaded;
  /** Lectern's clock, in milliseconds since 1970. */
  readonly now: () => number;
}

/** Serves one assistant on this machine, for whom nobody is known. Resolves when the connection is closed. */
export async function serveOverStdio({
  stdin,
  stdout,
  current,
  now,
  ...options
}: StdioOptions): Promise<void> {
  const readCaller = readNobody(current, now);
  const transport = new StdioServerTransport(stdin, stdout);
  const serving = serveStdio(() => createAssistantServer({ ...options, readCaller, arePeopleKnown: false }), {
    transport,
    onerror: options.onFault,
    // Nothing tells of changes.
    maxSubscriptions: 0,
  });
  await closed(transport);
  await serving.close();
}

/** The input has ended, or the SDK has closed the wire itself, as after a line that is too long. */
function closed(transport: StdioServerTransport): Promise<void> {
  const { onclose } = transport;
  return new Promise(resolve => {
    transport.onclose = () => {
      onclose?.();
      resolve();
    };
  });
}
