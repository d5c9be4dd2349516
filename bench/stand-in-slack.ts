import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** Only so much of Slack that its cost does not count: every call is granted, and sockets carry commands. */
export interface StandInSlack {
  readonly apiUrl: string;
  /** How many calls it has granted. */
  readonly granted: () => number;
  /** Resolves with the next app that connects, when Slack has greeted it. */
  nextConnection(): Promise<WebSocket>;
  close(): Promise<void>;
}

export async function startStandInSlack(): Promise<StandInSlack> {
  const sockets = new WebSocketServer({ noServer: true });
  let granted = 0;
  const server = createServer((request, response) => {
    granted += 1;
    request.resume();
    const { port } = server.address() as AddressInfo;
    const answer = { ok: true, url: `ws://127.0.0.1:${port}/`, user: { id: 'U1', tz: 'Europe/Madrid' } };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  server.on('upgrade', (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, connection => sockets.emit('connection', connection)),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    granted: () => granted,
    nextConnection: async () => {
      const [connection] = (await once(sockets, 'connection')) as [WebSocket];
      connection.send(JSON.stringify({ type: 'hello' }));
      return connection;
    },
    close: async () => {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
