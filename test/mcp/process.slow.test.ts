import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { LIGHTHOUSE } from '../cli/support.ts';
import { CLIENTS, connectOverStreams } from '../support/mcp-clients.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** From its source, as an assistant starts it. */
function startProcess(data: string) {
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const args = ['--import', import.meta.resolve('tsx'), resolve('src/cli/lectern.ts'), 'mcp', '--data', data];
  return spawn(process.execPath, args, { env: inherited, cwd: temporaryFolder(), stdio: 'pipe' });
}

test.each(CLIENTS)(
  'the process answers the client of %s, writes nothing else, and ends at the end of its input',
  async kind => {
    const child = startProcess(temporaryFolder(LIGHTHOUSE));
    let errors = '';
    child.stderr.on('data', chunk => {
      errors += chunk;
    });
    const ended = once(child, 'close');
    const client = await connectOverStreams(kind, { from: child.stdout, to: child.stdin });
    const { structuredContent } = await client.callTool({ name: 'find_speaker', arguments: { name: 'ada' } });
    expect(structuredContent).toMatchObject({ total: 1, speakers: [{ name: 'Ada Lund' }] });
    child.stdin.end();
    expect(await ended).toEqual([0, null]);
    expect(errors).toBe('');
  },
);
