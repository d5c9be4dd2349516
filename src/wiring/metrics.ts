import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Observer } from '../slack/observer.ts';
import { StoreFault } from '../store/store-fault.ts';
import type { Metrics, Watched } from './metrics-server.ts';

/** An answer must take less than three seconds, and takes a few milliseconds. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    observer: createObserver(registry),
    watch: watched => {
      watchHealth(registry, watched);
      watchStore(registry, watched);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function createObserver(registry: Registry): Observer {
  const registers = [registry];
  const requests = new Histogram({
    name: 'lectern_request_duration_seconds',
    help: 'From when a request of Slack is understood until all of its work is done.',
    labelNames: ['kind', 'result'],
    buckets: SECONDS,
    registers,
  });
  const answers = new Histogram({
    name: 'lectern_answer_duration_seconds',
    help: 'Reading what a person typed and finding what answers it, by the kind of answer.',
    labelNames: ['kind'],
    buckets: SECONDS,
    registers,
  });
  const calls = new Counter({
    name: 'lectern_slack_calls_total',
    help: 'Calls to Slack by method and HTTP status; 429 says that Slack asks for a pause.',
    labelNames: ['method', 'status'],
    registers,
  });
  const limited = new Counter({
    name: 'lectern_requests_limited_total',
    help: 'Requests that were left aside, since a person, a workspace or the bearers of MCP_TOKEN sent too many.',
    labelNames: ['of'],
    registers,
  });
  return {
    requested: (kind, result, ms) => requests.observe({ kind, result }, ms / 1000),
    answered: (kind, ms) => answers.observe({ kind }, ms / 1000),
    called: (method, status) => calls.inc({ method, status }),
    limited: which => limited.inc({ of: which }),
  };
}

function watchHealth(registry: Registry, { health }: Watched): void {
  const gauge = (name: string, help: string, read: (now: ReturnType<typeof health>) => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read(health()));
      },
    });
  gauge('lectern_ready', '1 if Lectern answers people.', ({ ready }) => Number(ready));
  gauge('lectern_store_available', '1 if the database could be used.', ({ store }) => Number(store === 'ok'));
  gauge(
    'lectern_unreadable_tokens',
    'Workspaces of which the token cannot be decrypted with TOKEN_KEY.',
    ({ unreadableTokens }) => unreadableTokens ?? 0,
  );
  gauge(
    'lectern_programme_talks',
    'Talks of the programme that answers.',
    ({ programme }) => programme.talks,
  );
  gauge('lectern_programme_problems', 'Problems in its files.', ({ programme }) => programme.problems);
  gauge(
    'lectern_programme_outdated_seconds',
    'For how long its files or sources could not be read; 0 if they can.',
    ({ programme: { asOf } }) => (asOf === undefined ? 0 : (Date.now() - Date.parse(asOf)) / 1000),
  );
}

function ifAway<T>(instead: T): (error: unknown) => T {
  return error => {
    if (error instanceof StoreFault) return instead;
    throw error;
  };
}

/** The database may be away; then what it knows is missing, and `lectern_store_available` says why. */
function watchStore(registry: Registry, { store, now }: Watched): void {
  const registers = [registry];
  new Gauge({
    name: 'lectern_deliveries',
    help: 'Messages of digests, reminders and changes, by their state.',
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset();
      const counts = await store.deliveries.countByState().catch(ifAway([]));
      for (const { state, count } of counts) this.set({ state }, count);
    },
  });
  new Gauge({
    name: 'lectern_delivery_overdue_seconds',
    help: 'For how long the oldest message that is due has waited; 0 if none waits.',
    registers,
    async collect() {
      this.remove();
      const dueAt = await store.deliveries.oldestDue().catch(ifAway('unknown' as const));
      if (dueAt !== 'unknown') this.set(Math.max(0, (now() - (dueAt ?? now())) / 1000));
    },
  });
  new Gauge({
    name: 'lectern_stars',
    help: 'Stars that people have given.',
    registers,
    async collect() {
      this.remove();
      const count = await store.stars.countAll().catch(ifAway(undefined));
      if (count !== undefined) this.set(count);
    },
  });
}
