import { once } from 'node:events';
import { createInterface } from 'node:readline';
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

test('lectern mcp opens no stream of changes, since nothing tells of any', async () => {
  const { stdin, stdout, ended } = startMcp();
  const meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  const params = { _meta: meta, notifications: { toolsListChanged: true } };
  stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'subscriptions/listen', params })}\n`);
  const [line] = await once(stdout, 'data');
  expect(JSON.parse(String(line))).toMatchObject({
    id: 1,
    error: { message: expect.stringContaining('limit') },
  });
  stdin.end();
  expect(await ended).toBe(0);
});

test('lectern mcp answers a line that is no message, logs it in a line, and goes on', async () => {
  const { stdin, stdout, stderr, ended } = startMcp();
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  const answerTo = async (line: string) => {
    stdin.write(`${line}\n`);
    return JSON.parse((await lines.next()).value ?? '');
  };
  const refused = (code: number, message: string) => ({ jsonrpc: '2.0', id: null, error: { code, message } });
  stdin.write('\n');
  expect(await answerTo('hello')).toEqual(refused(-32700, 'Parse error: the line is not JSON'));
  const noMessage = refused(-32600, 'Invalid Request: the line is not a JSON-RPC 2.0 message');
  for (const line of ['{"id":3}', '3', '[]', '{"jsonrpc":"2.0","id":3,"method":4}'])
    expect(await answerTo(line)).toEqual(noMessage);
  expect(await answerTo('{"jsonrpc":"2.0","id":4,"method":"ping"}')).toMatchObject({ id: 4, result: {} });
  stdin.end();
  expect(await ended).toBe(0);
  const log = String(stderr.read()).trim().split('\n');
  expect(log.map(line => JSON.parse(line)).map(({ level, msg }) => `${level}: ${msg}`)).toEqual([
    'warn: The assistant sent a line that is not JSON; it was answered with an error.',
    ...Array(4).fill(
      'warn: The assistant sent JSON that is not a message of JSON-RPC 2.0; it was answered with an error.',
    ),
  ]);
  expect(Object.keys(JSON.parse(log[0] ?? ''))).toEqual(['level', 'time', 'msg']);
});

test('lectern mcp ends after a line that is longer than it reads, though its input stays open', async () => {
  const { stdin, ended } = startMcp();
  const chunk = 'x'.repeat(1024 * 1024);
  for (let count = 0; count < 11; count += 1) stdin.write(chunk);
  expect(await ended).toBe(0);
});
