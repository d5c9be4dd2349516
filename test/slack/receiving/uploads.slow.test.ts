import { once } from 'node:events';
import { connect } from 'node:net';
import { setInterval as every } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openStage } from '../../support/stage.ts';

test.each(['http', 'socket'] as const)('over %s, an upload that never ends is given up', async mode => {
  const { url } = await openStage({ mode });
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const closed = once(socket, 'close');
  socket.on('error', () => {});
  socket.resume();
  socket.write('POST /slack/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
  const before = performance.now();
  for await (const _ of every(500)) {
    if (socket.destroyed || performance.now() - before > 30_000) break;
    socket.write('1\r\na\r\n');
  }
  socket.destroy();
  await closed;
  expect(performance.now() - before).toBeLessThan(20_000);
});
