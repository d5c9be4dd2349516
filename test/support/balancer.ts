import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** Spreads requests over processes in turn. One that refuses a connection is passed over; nothing is sent twice. */
export interface Balancer {
  readonly url: string;
  /** The ports of the processes that are there. */
  readonly ports: Set<number>;
  /** How many requests were under way in a process that ended, or found none; each of them fails. */
  readonly lost: number;
  close(): Promise<void>;
}

export async function startBalancer(): Promise<Balancer> {
  const ports = new Set<number>();
  let turn = 0;
  let lost = 0;
  const server = createServer(async (incoming, answer) => {
    const body = await buffer(incoming);
    turn += 1;
    const inTurn = [...ports];
    for (let place = 0; place < inTurn.length; place += 1) {
      const port = inTurn[(turn + place) % inTurn.length] ?? 0;
      const outcome = await forward(incoming, body, { port, answer });
      if (outcome === 'answered') return;
      if (outcome === 'lost') break;
    }
    lost += 1;
    answer.writeHead(502).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ports,
    get lost() {
      return lost;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function forward(
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  { port, answer }: { readonly port: number; readonly answer: ServerResponse },
): Promise<'answered' | 'refused' | 'lost'> {
  return new Promise(resolve => {
    const sent = request({ host: '127.0.0.1', port, method, path: url, headers, agent: false }, response => {
      buffer(response).then(
        content => {
          answer.writeHead(response.statusCode ?? 502, response.headers).end(content);
          resolve('answered');
        },
        () => resolve('lost'),
      );
    });
    sent.on('error', error => resolve('code' in error && error.code === 'ECONNREFUSED' ? 'refused' : 'lost'));
    sent.end(body);
  });
}
