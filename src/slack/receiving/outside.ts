import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { INSTALL_PATHS } from '../installing/install-server.ts';
import { type Health, healthListener, pathOf } from './health.ts';
import type { ReceiverOptions } from './slack-server.ts';

/** Slack sends a request at once; an upload that never ends is given up. Node's own limit is five minutes. */
export const UPLOAD_LIMITS = { requestTimeout: 10_000, connectionsCheckingInterval: 2000 } as const;

/** Clients keep idle connections open; when the server stops they are closed at once. */
const IDLE_AT_CLOSE_MS = 1;

/**
 * Answers everybody but Slack's events: calendar feeds, assistants, installations, `/healthz` and `/readyz`; every other path is 404. `slack` says how Slack
 * reaches Lectern.
 */
export function outsideListener(
  {
    health,
    serveCalendar,
    serveMcp,
    installing,
  }: Pick<ReceiverOptions, 'health' | 'serveCalendar' | 'serveMcp' | 'installing'>,
  slack: () => Health['slack'],
): RequestListener {
  const serveHealth = healthListener(() => ({ ...health(), slack: slack() }));
  return (request, response) => {
    const path = pathOf(request);
    const serve = path.startsWith('/calendar/')
      ? serveCalendar
      : path === '/mcp'
        ? serveMcp
        : INSTALL_PATHS.has(path)
          ? installing?.serve
          : undefined;
    (serve ?? serveHealth)(request, response);
  };
}

export function startListening(
  server: Server,
  { port, host }: Pick<ReceiverOptions, 'port' | 'host'>,
): Promise<{ readonly port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => resolve({ port: (server.address() as AddressInfo).port }));
  });
}

/** Resolves when every request in flight is answered. */
export function stopServer(server: Server): Promise<void> {
  server.keepAliveTimeout = IDLE_AT_CLOSE_MS;
  return new Promise(resolve => server.close(() => resolve()));
}
