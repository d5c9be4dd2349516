import { request as requestByHttp } from 'node:http';
import { request as requestByHttps } from 'node:https';

/**
 * As much of `fetch` as Slack's client and Bolt use, by Node's HTTP client, which the server has loaded anyway: at its first
 * use Node's own `fetch` takes 36 ms of processor time and 15 MB. What is not a text is left to that. A redirect is returned
 * like any other answer.
 */
export const fetchByHttp: typeof fetch = async (input, init = {}) => {
  const { body } = init;
  if (typeof body !== 'string') return fetch(input, init);
  try {
    return await post(String(input), { ...init, body });
  } catch (cause) {
    // As `fetch` fails, for those who look at its causes.
    throw init.signal?.aborted ? init.signal.reason : new TypeError('fetch failed', { cause });
  }
};

function post(
  url: string,
  { method = 'GET', headers = {}, body, signal }: RequestInit & { readonly body: string },
): Promise<Response> {
  const request = url.startsWith('https:') ? requestByHttps : requestByHttp;
  const options = {
    method,
    headers: headers as Readonly<Record<string, string>>,
    ...(signal && { signal }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, options, received => {
      const chunks: Buffer[] = [];
      received
        .on('data', chunk => chunks.push(chunk))
        .once('error', reject)
        .once('end', () => {
          const { statusCode: status = 0, statusMessage: statusText = '', headers } = received;
          resolve(answer({ url, status, statusText, headers, body: Buffer.concat(chunks) }));
        });
    });
    sent.once('error', reject).once('upgrade', (_received, socket) => {
      // Node tells nobody else, and the call would wait without end.
      socket.destroy();
      reject(new Error('The answer turned to another protocol.'));
    });
    sent.end(body);
  });
}

interface Received extends Pick<Response, 'url' | 'status' | 'statusText'> {
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer<ArrayBuffer>;
}

/** Node's own `Response` and `Headers` come with its `fetch`. */
function answer({ headers, body, ...said }: Received): Response {
  const read = {
    ...said,
    ok: said.status >= 200 && said.status < 300,
    headers: {
      get: (name: string) => headers[name.toLowerCase()]?.toString() ?? null,
      entries: () => Object.entries(headers).map(([name, value]) => [name, String(value)]),
    },
    text: async () => body.toString(),
    json: async () => JSON.parse(body.toString()),
    arrayBuffer: async () => Uint8Array.from(body).buffer,
  };
  return read as unknown as Response;
}
