import { readFileSync, writeFileSync } from 'node:fs';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createMetrics } from '../../src/wiring/metrics.ts';
import { serveMetrics } from '../../src/wiring/metrics-server.ts';
import { newDelivery } from '../support/digests.ts';
import { databaseFile, store as openStore } from '../support/store.ts';

const NOW = Date.UTC(2027, 4, 11, 8);

function watched(store = openStore()) {
  const metrics = createMetrics();
  metrics.watch({
    now: () => NOW,
    store,
    health: () => ({
      ready: true,
      store: 'ok',
      unreadableTokens: 3,
      programme: { talks: 48, problems: 2, asOf: new Date(Date.now() - 60_000).toISOString() },
    }),
  });
  return metrics;
}

/** The lines of Lectern's own metrics, without comments and buckets. */
async function lines(metrics: ReturnType<typeof createMetrics>): Promise<string[]> {
  const text = await metrics.text();
  return text.split('\n').filter(line => line.startsWith('lectern_') && !/_bucket|_sum/.test(line));
}

test('tells how Lectern is', async () => {
  const store = openStore();
  await store.stars.star({ workspace: 'T1', person: 'U1', conference: 'Lighthouse Days', talk: 'ceph' }, NOW);
  await store.deliveries.claim([[newDelivery({ dueAt: NOW - 90_000 })]]);
  const metrics = watched(store);
  const { requested, answered, called, limited } = metrics.observer;
  requested('command', 'ok', 3);
  requested('action', 'fault', 3);
  answered('results', 1);
  answered('none', 1);
  called('chat.postMessage', 200);
  called('chat.postMessage', 429);
  called('users.info', 'error');
  limited('person');
  const told = await lines(metrics);
  expect(told.map(line => line.replace(/outdated_seconds 6\d(\.\d+)?/, 'outdated_seconds 60'))).toEqual([
    'lectern_request_duration_seconds_count{kind="command",result="ok"} 1',
    'lectern_request_duration_seconds_count{kind="action",result="fault"} 1',
    'lectern_answer_duration_seconds_count{kind="results"} 1',
    'lectern_answer_duration_seconds_count{kind="none"} 1',
    'lectern_slack_calls_total{method="chat.postMessage",status="200"} 1',
    'lectern_slack_calls_total{method="chat.postMessage",status="429"} 1',
    'lectern_slack_calls_total{method="users.info",status="error"} 1',
    'lectern_requests_limited_total{of="person"} 1',
    'lectern_ready 1',
    'lectern_store_available 1',
    'lectern_unreadable_tokens 3',
    'lectern_programme_talks 48',
    'lectern_programme_problems 2',
    'lectern_programme_outdated_seconds 60',
    'lectern_deliveries{state="claimed"} 1',
    'lectern_delivery_overdue_seconds 90',
    'lectern_stars 1',
  ]);
});

test('leaves out what a lost database knows, and tells the rest', async () => {
  const path = databaseFile();
  writeFileSync(path, 'This is no database, and nobody could take it for one.'.repeat(100));
  const store = openStore({ url: `file:${path}` });
  const told = await lines(watched(store));
  expect(told.filter(line => /deliver|stars|talks/.test(line))).toEqual(['lectern_programme_talks 48']);
});

describe('the server of metrics', () => {
  test('answers GET /metrics and nothing else', async () => {
    const metrics = watched();
    const { port, close } = await serveMetrics(metrics, {
      port: 0,
      host: '127.0.0.1',
      log: pino({ level: 'silent' }),
    });
    onTestFinished(close);
    const ask = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${port}${path}`, { method });
    const answers = await Promise.all([ask('/metrics'), ask('/'), ask('/metrics', 'POST')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 405]);
    expect(await answers[0]?.text()).toContain('nodejs_eventloop_lag_p99_seconds');
    const again = serveMetrics(metrics, { port, host: '127.0.0.1', log: pino({ level: 'silent' }) });
    await expect(again).rejects.toThrow(
      `Another program listens on port ${port}. End it, or give Lectern another one by METRICS_PORT.`,
    );
  });
});

describe.each(['alerts.yml', 'grafana.json'])('docs/watching/%s', file => {
  test('names only metrics that there are', async () => {
    const text = readFileSync(new URL(`../../docs/watching/${file}`, import.meta.url), 'utf8');
    const there = new Set([...(await watched().text()).matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
    const named = [...text.matchAll(/\b(?:lectern|nodejs|process)_[a-z0-9_]+/g)].map(([name]) =>
      name.replace(/_(?:bucket|sum|count)$/, ''),
    );
    expect({ isAny: named.length > 5, missing: named.filter(name => !there.has(name)) }).toEqual({
      isAny: true,
      missing: [],
    });
  });
});
