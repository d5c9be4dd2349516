import type { RequestListener } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { createGzip, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  fetchSource,
  leadsInward,
  type SourceAnswer,
  type SourceRequest,
} from '../../src/sources/fetch-source.ts';
import { webServer } from '../support/web-server.ts';

const ETAG = '"one"';
const DATE = 'Tue, 11 May 2027 07:00:00 GMT';

function ask(url: string, given: Partial<SourceRequest> = {}): Promise<SourceAnswer> {
  return fetchSource({ url, headers: {}, timeoutMs: 10_000, bytesMax: 2 ** 20, ...given }, fetch);
}

/** The answer with its bytes as text and without the server's address. */
async function check(answer: RequestListener, expected: object, given: Partial<SourceRequest> = {}) {
  const { url, host } = await webServer(answer);
  const came = await ask(`${url}/a`, given);
  const shown = came.kind === 'fresh' ? { ...came, bytes: Buffer.from(came.bytes).toString() } : came;
  expect(JSON.parse(JSON.stringify(shown).replaceAll(host, 'HOST'))).toEqual(expected);
}

const fresh = (given: object = {}) => ({
  kind: 'fresh',
  bytes: 'title\nCeph\n',
  url: 'http://HOST/a',
  ...given,
});
const failed = (message: string) => ({ kind: 'failed', message });

describe('an answer', () => {
  test('has the bytes and what marks them', () =>
    check(
      (_, response) => response.setHeader('etag', ETAG).setHeader('last-modified', DATE).end('title\nCeph\n'),
      fresh({ etag: ETAG, lastModified: DATE }),
    ));

  test('may come in pieces and packed', () =>
    check((_, response) => {
      response.setHeader('content-encoding', 'gzip');
      const packed = gzipSync('title\nCeph\n');
      response.write(packed.subarray(0, 9));
      response.end(packed.subarray(9));
    }, fresh()));

  test('is that nothing changed, where the marks are still right', () =>
    check(
      ({ headers }, response) => {
        const isSame = headers['if-none-match'] === ETAG && headers['if-modified-since'] === DATE;
        response.writeHead(isSame ? 304 : 200).end();
      },
      { kind: 'unchanged' },
      { etag: ETAG, lastModified: DATE },
    ));

  test('that nothing changed is none, where nothing is known yet', () =>
    check((_, response) => response.writeHead(304).end(), failed('HOST answered with status 304.')));

  test.each([
    [401, 'HOST requires authorisation (status 401); check "headers" in conference.yml.'],
    [404, 'HOST has nothing at this address (status 404).'],
    [204, 'HOST answered with status 204.'],
    [500, 'HOST answered with status 500.'],
  ])('with status %i is a sentence', (status, message) =>
    check((_, response) => response.writeHead(status).end(), failed(message)),
  );

  test('says how long a source is to be left alone', () =>
    check((_, response) => response.writeHead(429, { 'retry-after': '120' }).end(), {
      ...failed('HOST was asked too often (status 429).'),
      retryAfterMs: 120_000,
    }));

  test('of no bytes is none', () => check((_, response) => response.end(), failed('HOST sent nothing.')));

  test('that is never given is waited for no longer than agreed', () =>
    check(() => {}, failed('HOST did not answer within 1 s.'), { timeoutMs: 50 }));

  test('that never ends is broken off', () =>
    check(
      (_, response) => {
        response.write('title\n');
      },
      failed('HOST did not answer within 1 s.'),
      { timeoutMs: 100 },
    ));

  test('that breaks off is none', () =>
    check((_, response) => {
      response.setHeader('content-length', 100);
      response.write('title\n', () => response.destroy());
    }, failed('HOST cannot be reached, or closed the connection (UND_ERR_SOCKET).')));
});

describe('a huge answer', () => {
  const tooLong = failed('HOST sent more than 1 MB, which is too large for a programme.');

  test('is refused as it is read, however long it goes on', async () => {
    let sent = 0;
    await check((_, response) => {
      const piece = Buffer.alloc(64 * 1024);
      const send = () => {
        while (!response.destroyed && response.write(piece)) sent += piece.length;
      };
      response.on('drain', send);
      send();
    }, tooLong);
    // What lies in the buffers on the way is sent too, but no more.
    expect(sent).toBeLessThan(64 * 2 ** 20);
  });

  test('is refused where it was small before it was unpacked', () =>
    check((_, response) => {
      response.setHeader('content-encoding', 'gzip');
      const gzip = createGzip({ level: 9 });
      gzip.pipe(response);
      for (let i = 0; i < 64; i++) gzip.write(Buffer.alloc(2 ** 20));
      gzip.end();
    }, tooLong));
});

describe('a redirect', () => {
  test.each([
    ['https://sea.example/b', 's3cret'],
    ['http://sea.example/b', null],
    ['https://sea.example:8443/b', null],
    ['https://www.sea.example/b', null],
  ])('to %s is asked with the header %s', async (location, expected) => {
    const asked: (string | null)[] = [];
    const web: typeof fetch = async (url, init) => {
      asked.push(new Headers(init?.headers).get('authorization'));
      const isFirst = String(url) === 'https://sea.example/a';
      return isFirst
        ? new Response(null, { status: 302, headers: { location } })
        : new Response('title\nCeph\n');
    };
    const request = { url: 'https://sea.example/a', headers: { authorization: 's3cret' } };
    await fetchSource({ ...request, timeoutMs: 10_000, bytesMax: 2 ** 20 }, web);
    expect(asked).toEqual(['s3cret', expected]);
  });

  test('is followed, five times at most', async () => {
    const hops =
      (count: number): RequestListener =>
      (request, response) => {
        const done = Number(request.url?.slice(2) || 0);
        if (done < count) response.writeHead(302, { location: `/a${done + 1}` }).end();
        else response.end('title\nCeph\n');
      };
    await check(hops(5), fresh({ url: 'http://HOST/a5' }));
    await check(hops(6), failed('HOST redirects too many times.'));
  });

  test('in a circle ends', () =>
    check(
      (_, response) => response.writeHead(301, { location: '/a' }).end(),
      failed('HOST redirects too many times.'),
    ));

  test.each(['file:///etc/passwd', 'data:text/plain,x', 'http://[', 'ftp://example.org'])(
    'to %s is not followed',
    location =>
      check(
        (_, response) => response.writeHead(302, { location }).end(),
        failed('HOST redirects to something that is not a web address.'),
      ),
  );

  test('into a network of our own is not followed', () =>
    check(
      (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
      failed('HOST redirects into a private network; it was not followed.'),
    ));

  test('takes headers along on its own server, and to no other', async () => {
    const seen: unknown[] = [];
    const other = await webServer(({ headers }, response) => {
      seen.push(headers.authorization);
      response.end('title\nCeph\n');
    });
    const { url } = await webServer(({ url: path, headers }, response) => {
      seen.push(headers.authorization);
      response.writeHead(302, { location: path === '/a' ? '/b' : other.url }).end();
    });
    const answer = await ask(`${url}/a`, { headers: { Authorization: 'Token s3cret' } });
    expect({ kind: answer.kind, seen }).toEqual({
      kind: 'fresh',
      seen: ['Token s3cret', 'Token s3cret', undefined],
    });
  });
});

describe('what goes wrong on the way is told without secrets', () => {
  const secret = { headers: { Authorization: 'Token s3cret' } };

  test('where nobody listens', async () => {
    const server = createServer();
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise(resolve => server.close(resolve));
    const host = `127.0.0.1:${port}`;
    expect(await ask(`http://${host}/s3cret.ics`, secret)).toEqual(
      failed(`${host} does not answer (ECONNREFUSED).`),
    );
  });

  test('where somebody else ends the question', async () => {
    const { url, host } = await webServer(() => {});
    expect(await ask(url, { ...secret, signal: AbortSignal.abort() })).toEqual(
      failed(`${host} cannot be reached, or closed the connection.`),
    );
  });
});

test.each([
  ['http://127.0.0.1:3000/', 'https://example.org/', true],
  ['http://localhost/', 'https://example.org/', true],
  ['http://localhost./', 'https://example.org/', true],
  ['http://lectern.localhost/', 'https://example.org/', true],
  ['http://mylocalhost/', 'https://example.org/', false],
  ['http://2130706433/', 'https://example.org/', true],
  ['http://[::1]/', 'https://example.org/', true],
  ['http://[::ffff:127.0.0.1]/', 'https://example.org/', true],
  ['http://10.1.2.3/', 'https://example.org/', true],
  ['http://192.168.1.1/', 'https://example.org/', true],
  ['http://[fd12::1]/', 'https://example.org/', true],
  ['http://169.254.169.254/latest', 'https://example.org/', true],
  ['http://169.254.169.254/latest', 'http://127.0.0.1/', true],
  ['http://127.0.0.1:8080/', 'http://localhost:3000/', false],
  ['http://10.1.2.3/', 'http://192.168.1.1/', false],
  ['https://example.com/', 'https://example.org/', false],
  ['https://8.8.8.8/', 'https://example.org/', false],
])('that %s leads inward from %s is %j', (to, asked, is) => {
  expect(leadsInward(new URL(to), new URL(asked))).toBe(is);
});
