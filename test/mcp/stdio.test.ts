import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { inFolderOfItsOwn, LIGHTHOUSE } from '../cli/support.ts';
import { CLIENTS, connectOverStreams } from '../support/mcp-clients.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

inFolderOfItsOwn();

/** Runs `lectern mcp` in this process. */
function startMcp() {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const env = { DATA_DIR: temporaryFolder(LIGHTHOUSE), CLOCK: '2027-05-11T08:55+02:00' };
  const ended = run(['mcp'], { stdin, stdout, stderr, env, askedToEnd: () => new Promise(() => {}) });
  return { stdin, stdout, stderr, ended };
}

test.each(CLIENTS)('lectern mcp answers the client of %s, and ends when its input does', async kind => {
  const { stdin, stdout, stderr, ended } = startMcp();
  const client = await connectOverStreams(kind, { from: stdout, to: stdin });
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toContain('search_talks');
  const { structuredContent } = await client.callTool({ name: 'search_talks', arguments: { query: 'cehp' } });
  expect(structuredContent).toMatchObject({
    conference: { id: 'Lighthouse Days', timeZone: 'Europe/Madrid' },
    total: 1,
    talks: [{ title: 'Ceph at sea', start: '2027-05-11T09:00:00+02:00', rooms: ['Quay Hall'] }],
    correction: 'ceph',
  });
  stdin.end();
  expect(await ended).toBe(0);
  expect(String(stderr.read() ?? '')).toBe('');
});
