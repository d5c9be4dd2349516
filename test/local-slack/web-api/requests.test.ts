import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import {
  isTrue,
  parseStructured,
  parseTarget,
  readBody,
  readCall,
  whyForeign,
} from '../../../src/local-slack/web-api/requests.ts';
import { answerTo, servePage, statusOf } from '../serving/support.ts';

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
    expect(whyForeign(request as unknown as IncomingMessage) !== undefined).toBe(foreign);
  });

  test('and says why to others', async () => {
    const { workspace } = await servePage();
    const { host, port } = new URL(workspace.url);
    expect(await answerTo(workspace.url, { headers: { host: 'evil.example' } })).toEqual({
      status: 403,
      text: `Refused: its Host is not one of this server: localhost:${port}, 127.0.0.1:${port}, [::1]:${port}.\n`,
    });
    expect(await answerTo(workspace.url, { headers: { host, origin: 'null' } })).toEqual({
      status: 403,
      text: 'Refused: it comes from a web page of another host (Origin).\n',
    });
  });

  test('the Web API too', async () => {
    const { workspace } = await servePage();
    const headers = { host: 'evil.example' };
    expect(await statusOf(`${workspace.apiUrl}auth.test`, { method: 'POST', headers })).toBe(403);
  });
});

describe('readCall', () => {
  const read = (headers: object, body: string) => readCall({ headers } as IncomingMessage, body);
  const json = { 'content-type': 'application/json; charset=utf-8' };
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const bearer = { authorization: 'Bearer xoxb-1' };

  test.each([
    ['JSON', { ...json, ...bearer }, '{"a":[1]}', { token: 'xoxb-1', args: { a: [1] } }],
    ['JSON in capitals', { 'content-type': 'Application/JSON' }, '{}', { args: {} }],
    ['JSON with a token in it', json, '{"token":"xoxb-2","a":1}', { args: { a: 1 } }],
    ['a form', { ...form, ...bearer }, 'a=1&b=%5B2%5D', { token: 'xoxb-1', args: { a: '1', b: '[2]' } }],
    ['a form with a token in it', form, 'token=xoxb-2&a=1', { token: 'xoxb-2', args: { a: '1' } }],
    ['two tokens', { ...form, ...bearer }, 'token=xoxb-2', { token: 'xoxb-1', args: {} }],
    ['an empty token', form, 'token=', { args: {} }],
    ['nothing', {}, '', { args: {} }],
    ['no JSON', json, '{', { args: {}, malformed: 'invalid_json' }],
    ['a list', json, '[]', { args: {}, malformed: 'json_not_object' }],
    ['another type', { 'content-type': 'text/plain' }, 'a=1', { args: {}, malformed: 'invalid_post_type' }],
    ['another scheme', { ...form, authorization: 'Basic xoxb-1' }, '', { args: {} }],
    [
      'the scheme in small letters',
      { ...form, authorization: 'bearer xoxb-1' },
      '',
      { token: 'xoxb-1', args: {} },
    ],
  ])('%s', (_name, headers, body, expected) => {
    expect(read(headers, body)).toEqual(expected);
  });
});

describe('arguments', () => {
  test.each([
    ['{"a":1}', { a: 1 }],
    ['[1]', [1]],
    [{ a: 1 }, { a: 1 }],
    ['{', undefined],
    [undefined, undefined],
  ])('%j stands for %j', (value, expected) => {
    expect(parseStructured(value)).toEqual(expected);
  });

  test.each([
    [true, true],
    ['true', true],
    ['1', true],
    [1, false],
    ['false', false],
    ['yes', false],
    [undefined, false],
  ])('%j is true: %s', (value, expected) => {
    expect(isTrue(value)).toBe(expected);
  });
});

describe('parseTarget', () => {
  test.each([
    ['/api/auth.test', '/api/auth.test', {}],
    ['/page/state?user=U1&x=a%20b', '/page/state', { user: 'U1', x: 'a b' }],
    ['/link/?ticket=a?b', '/link/', { ticket: 'a?b' }],
    ['//', '//', {}],
    ['?a=1', '', { a: '1' }],
    ['http://[', 'http://[', {}],
    [undefined, '/', {}],
  ])('%s', (url, path, parameters) => {
    const target = parseTarget(url === undefined ? {} : { url });
    expect({ ...target, parameters: Object.fromEntries(target.parameters) }).toEqual({ path, parameters });
  });
});

describe('readBody', () => {
  const max = 4 * 1024 * 1024;
  const read = (...chunks: readonly Buffer[]) => readBody(Readable.from(chunks) as IncomingMessage);

  test('joins its parts, also within a letter', async () => {
    const bytes = Buffer.from('a é 👋');
    expect(await read(bytes.subarray(0, 3), bytes.subarray(3, 7), bytes.subarray(7))).toBe('a é 👋');
    expect(await read()).toBe('');
  });

  test('takes 4 MB and no more', async () => {
    const half = Buffer.alloc(max / 2, 'x');
    expect(await read(half, half)).toHaveLength(max);
    await expect(read(half, half, Buffer.from('x'))).rejects.toThrow(`The body is over ${max} bytes.`);
  });
});
