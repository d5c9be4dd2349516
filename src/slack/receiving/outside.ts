import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Health, healthListener, pathOf } from './health.ts';
import type { ReceiverOptions } from './slack-server.ts';

/** Clients keep idle connections open; when the server stops they are closed at once. */
const IDLE_AT_CLOSE_MS = 1;

/**
 * Answers everybody but Slack: calendar feeds, `/healthz` and `/readyz`; every other path is 404. `slack` says how Slack
 * reaches Lectern.
 */
export function outsideListener(
  { health, serveCalendar }: Pick<ReceiverOptions, 'health' | 'serveCalendar'>,
  slack: () => Health['slack'],
): RequestListener {
  const serveHealth = healthListener(() => ({ ...health(), slack: slack() }));
  return (request, response) =>
    serveCalendar !== undefined && pathOf(request).startsWith('/calendar/')
      ? serveCalendar(request, response)
      : serveHealth(request, response);
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
