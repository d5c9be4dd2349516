import { expect, test } from 'vitest';
import { fetchByHttp } from '../../../src/slack/calling/fetch-by-http.ts';
import { webServer } from '../../support/web-server.ts';

const FORM = { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } };

/** Returns the request's body with two headers. */
function echo() {
  return webServer(async (request, response) => {
    const chunks = await request.toArray();
    const told = `${request.headers['content-type']}: ${Buffer.concat(chunks)}`;
    response.writeHead(429, { 'Retry-After': '7', 'Set-Cookie': ['a=1', 'b=2'] }).end(told);
  });
}

async function read(response: Response) {
  const { ok, status, statusText, headers } = response;
  const retry = headers.get('Retry-After');
  return {
    ok,
    status,
    statusText,
    retry,
    missing: headers.get('x-oauth-scopes'),
    text: await response.text(),
  };
}

test('answers as fetch does', async () => {
  const { url } = await echo();
  const sent = { ...FORM, body: 'word=Zürich' };
  const answer = await fetchByHttp(`${url}/api/users.info`, sent);
  expect(Object.fromEntries(answer.headers.entries())).toMatchObject({
    'retry-after': '7',
    'set-cookie': 'a=1,b=2',
  });
  expect(answer.url).toBe(`${url}/api/users.info`);
  expect(await read(answer)).toEqual(await read(await fetch(url, sent)));
});

test('reads an answer as JSON and as bytes', async () => {
  const { url } = await webServer((_request, response) => response.end('{"ok":true}'));
  const answer = await fetchByHttp(url, { ...FORM, body: '' });
  expect(answer.ok).toBe(true);
  expect(await answer.json()).toEqual({ ok: true });
  expect(new TextDecoder().decode(await answer.arrayBuffer())).toBe('{"ok":true}');
});

test('leaves what is no text to fetch', async () => {
  const { url, asked } = await echo();
  const answer = await fetchByHttp(new URL(url), { method: 'POST', body: new FormData() });
  expect(answer).toBeInstanceOf(Response);
  expect(asked).toEqual(['POST /']);
});

test('fails as fetch does where nobody listens', async () => {
  const { port } = new URL((await webServer(() => {})).url);
  const nowhere = `http://127.0.0.2:${port}/`;
  const failure = (call: typeof fetch) => call(nowhere, { ...FORM, body: 'a=b' }).catch(error => error);
  const failed = await failure(fetchByHttp);
  expect(failed).toEqual(await failure(fetch));
  expect(failed.cause.code).toBe('ECONNREFUSED');
});

test('fails if the answer breaks off', async () => {
  const { url } = await webServer((_request, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('{"ok":', () => response.destroy());
  });
  await expect(fetchByHttp(url, { ...FORM, body: '' })).rejects.toThrow('fetch failed');
});

test('fails if the answer turns to another protocol', async () => {
  const { url } = await webServer((_request, { socket }) => {
    socket?.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: other\r\n\r\n');
  });
  await expect(fetchByHttp(url, { ...FORM, body: '' })).rejects.toThrow('fetch failed');
});

test('ends a call when its time is over, before an answer and in one', async () => {
  const silent = await webServer(() => {});
  const slow = await webServer((_request, response) => void response.writeHead(200).write('{'));
  for (const { url } of [silent, slow]) {
    const call = fetchByHttp(url, { ...FORM, body: '', signal: AbortSignal.timeout(50) });
    await expect(call).rejects.toMatchObject({ name: 'TimeoutError' });
  }
});
