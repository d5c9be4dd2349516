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

/** Serves one assistant on this machine, for whom nobody is known. Resolves when the input ends. */
export async function serveOverStdio({
  stdin,
  stdout,
  current,
  now,
  ...options
}: StdioOptions): Promise<void> {
  const readCaller = readNobody(current, now);
  const ended = new Promise<void>(resolve => {
    stdin.once('end', resolve);
    stdin.once('close', resolve);
  });
  const serving = serveStdio(() => createAssistantServer({ ...options, readCaller, arePeopleKnown: false }), {
    transport: new StdioServerTransport(stdin, stdout),
    onerror: options.onFault,
  });
  await ended;
  await serving.close();
}
