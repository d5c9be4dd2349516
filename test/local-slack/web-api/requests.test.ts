import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { isForeign } from '../../../src/local-slack/web-api/requests.ts';
import { servePage, statusOf } from '../serving/support.ts';

describe('answers this machine alone', () => {
  test.each([
    ['the page itself', 'localhost', undefined, 200],
    ['by its number', '127.0.0.1', undefined, 200],
    ['from its own page', 'localhost', 'localhost', 200],
    ['a name that was made to lead here', 'evil.example', undefined, 403],
    ['another site', 'localhost', 'evil.example', 403],
    ['a name that only begins so', 'localhost.evil.example', undefined, 403],
  ])('%s', async (_, host, origin, status) => {
    const { workspace } = await servePage();
    const { port } = new URL(workspace.url);
    const headers = {
      host: `${host}:${port}`,
      ...(origin !== undefined && { origin: `http://${origin}:${port}` }),
    };
    for (const path of ['/', '/page/state?user=U0MIRA0001']) {
      expect(await statusOf(workspace.url + path, { headers })).toBe(status);
    }
  });

  test('on its own port: another program of this machine is another site', async () => {
    const { workspace } = await servePage();
    const { host } = new URL(workspace.url);
    expect(await statusOf(workspace.url, { headers: { host, origin: 'http://localhost:1' } })).toBe(403);
    expect(await statusOf(workspace.url, { headers: { host, origin: 'null' } })).toBe(403);
    expect(await statusOf(workspace.url, { headers: { host: 'localhost:1' } })).toBe(403);
  });

  test.each([
    ['localhost', 80, false],
    ['127.0.0.1', 80, false],
    ['evil.example', 80, true],
    ['localhost', 3000, true],
  ])('%s on port %i, which no browser names where it is 80', (host, localPort, foreign) => {
    const request = { headers: { host, origin: `http://${host}` }, socket: { localPort } };
    expect(isForeign(request as unknown as IncomingMessage)).toBe(foreign);
  });

  test('the Web API too', async () => {
    const { workspace } = await servePage();
    const headers = { host: 'evil.example' };
    expect(await statusOf(`${workspace.apiUrl}auth.test`, { method: 'POST', headers })).toBe(403);
  });
});
