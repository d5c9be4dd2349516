import { createServer } from 'node:http';
import type { Logger } from 'pino';
import type { Observer } from '../slack/observer.ts';
import type { Health } from '../slack/receiving/health.ts';
import { startListening, stopServer } from '../slack/receiving/outside.ts';
import type { Store } from '../store/open.ts';

export interface Metrics {
  readonly observer: Observer;
  /** From now on, tells how these are, too. */
  watch(watched: Watched): void;
  /** All metrics in Prometheus' text format. The database is asked for those that it knows. */
  text(): Promise<string>;
  readonly contentType: string;
}

export interface Watched {
  readonly health: () => Omit<Health, 'slack'>;
  readonly store: Pick<Store, 'deliveries' | 'stars'>;
  /** Lectern's clock, in milliseconds since 1970. */
  readonly now: () => number;
}

export interface MetricsServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves `GET /metrics` on a port of its own, which need not be open to the outside. Throws a sentence if another program
 * listens there.
 */
export async function serveMetrics(
  metrics: Metrics,
  { port, host, log }: { readonly port: number; readonly host: string; readonly log: Logger },
): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end();
    if (request.method !== 'GET') return void response.writeHead(405, { allow: 'GET' }).end();
    metrics.text().then(
      text => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      error => {
        log.error({ err: error }, 'The metrics could not be told.');
        response.writeHead(500).end();
      },
    );
  });
  const listening = await startListening(server, { port, host }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new Error(takenPort(port), { cause: error }) : error;
  });
  return {
    port: listening.port,
    close: () => {
      server.closeAllConnections();
      return stopServer(server);
    },
  };
}

function takenPort(port: number): string {
  return `Another program listens on port ${port}. End it, or give Lectern another one by METRICS_PORT.`;
}
