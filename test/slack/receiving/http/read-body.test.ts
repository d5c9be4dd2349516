import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { readBody } from '../../../../src/slack/receiving/http/read-body.ts';

const LIMIT_BYTES = 100;

/** What was read of each body, in the order in which that was known. */
const outcomes: (string | number)[] = [];
const server = createServer(async (request, response) => {
  const outcome = await readBody(request, LIMIT_BYTES);
  outcomes.push(typeof outcome === 'number' ? outcome : String(outcome));
  response.end('known');
  server.emit('known');
});
server.listen(0, '127.0.0.1');
afterAll(() => void server.close());

/** Sends pieces of a request one after the other, and hangs up once the body is known, or before if nobody waits. */
async function send(
  pieces: readonly string[],
  { hangsUp = false } = {},
): Promise<string | number | undefined> {
  const known = once(server, 'known');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.setNoDelay(true);
  for (const piece of pieces) {
    await new Promise(resolve => socket.write(piece, resolve));
    // The server reads what was sent in a turn of its own.
    await new Promise(resolve => setImmediate(resolve));
  }
  if (hangsUp) socket.destroy();
  await known;
  socket.destroy();
  return outcomes.at(-1);
}

const HEAD = 'POST / HTTP/1.1\r\nHost: x\r\n';

test.each([
  ['of one piece', [`${HEAD}Content-Length: 4\r\n\r\nceph`], 'ceph'],
  ['of several pieces', [`${HEAD}Content-Length: 10\r\n\r\n`, 'ceph', ' at s', 'e'], 'ceph at se'],
  ['that is empty', [`${HEAD}Content-Length: 0\r\n\r\n`], ''],
  ['as long as allowed', [`${HEAD}Content-Length: 100\r\n\r\n${'a'.repeat(100)}`], 'a'.repeat(100)],
  ['that says that it is too long', [`${HEAD}Content-Length: 101\r\n\r\n`], 413],
  [
    'that becomes too long without saying so',
    [`${HEAD}Transfer-Encoding: chunked\r\n\r\n`, `60\r\n${'a'.repeat(96)}\r\n`, '5\r\naaaaa\r\n'],
    413,
  ],
])('a body %s', async (_of, pieces, outcome) => {
  expect(await send(pieces)).toBe(outcome);
});

test('a body that breaks off', async () => {
  expect(await send([`${HEAD}Content-Length: 10\r\n\r\n`, 'ceph'], { hangsUp: true })).toBe(400);
});
