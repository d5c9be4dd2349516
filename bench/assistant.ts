/**
 * What `search_talks` costs an assistant beside a tool of the same SDK that does nothing: 400 calls a round over HTTP, ten at
 * once, in turns. Needs `npm run build`.
 *
 *     npx tsx bench/assistant.ts [--talks 1557] [--rounds 7] [--record]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { load } from '../src/live/load.ts';
import { madeUpQueries } from './made-up-queries.ts';
import { writeTalks } from './made-up-talks.ts';
import { RECORD, report } from './record.ts';
import { SECRET, ServerProcess } from './server-process.ts';
import { startStandInSlack } from './stand-in-slack.ts';
import { median, spread } from './statistics.ts';

const { values } = parseArgs({
  options: {
    talks: { type: 'string', default: '1557' },
    rounds: { type: 'string', default: '7' },
    ...RECORD,
  },
});
const CALLS = 400;
const AT_ONCE = 10;
const ROUNDS = Number(values.rounds);
const TOKEN = 'a-token-of-the-benchmark';

/** Milliseconds a call: of the server's processor, and until all were answered. */
interface Measured {
  readonly cpu: number;
  readonly took: number;
}

interface Peer {
  readonly server: ServerProcess;
  readonly pool: Pool;
  readonly path: string;
  bodyOf(query: string): string;
}

const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
const slack = await startStandInSlack();
writeTalks(join(folder, 'data'), Number(values.talks));
const { programme } = await load(join(folder, 'data'));
const queries = madeUpQueries(
  programme.talks.map(({ title }) => title),
  programme.speakers.map(({ name }) => name),
  CALLS,
);
const lectern = peer(
  new ServerProcess(['dist/main.js'], 4821, {
    DATA_DIR: join(folder, 'data'),
    DATABASE_URL: `file:${join(folder, 'lectern.sqlite')}`,
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: slack.apiUrl,
    MCP_TOKEN: TOKEN,
  }),
  '/mcp',
  query => callOf('search_talks', { query }),
);
const empty = peer(new ServerProcess(['bench/empty-mcp.js'], 4822), '/', query =>
  callOf('nothing', { query }),
);
const peers = { empty, search_talks: lectern };
try {
  await Promise.all([lectern.server.ready(), empty.server.ready()]);
  const rounds: Record<keyof typeof peers, Measured>[] = [];
  // The first rounds warm both up.
  for (let round = -2; round < ROUNDS; round += 1) {
    const measured = { empty: await callAll(empty), search_talks: await callAll(lectern) };
    if (round >= 0) rounds.push(measured);
  }
  const row = (what: keyof typeof peers) => ({
    what,
    'CPU ms': median(rounds.map(round => round[what].cpu)),
    'ms a call': median(rounds.map(round => round[what].took)),
  });
  const ratio = (of: keyof Measured) => spread(rounds.map(round => round.search_talks[of] / round.empty[of]));
  report('assistant', {
    heading: `${values.talks} talks, ${CALLS} calls, ${AT_ONCE} at once, median of ${ROUNDS} rounds`,
    rows: [
      row('empty'),
      row('search_talks'),
      { what: 'search_talks / empty (spread)', 'CPU ms': ratio('cpu'), 'ms a call': ratio('took') },
    ],
    record: values.record,
  });
} finally {
  for (const { pool, server } of [lectern, empty]) {
    await pool.close();
    await server.stop();
  }
  await slack.close();
  rmSync(folder, { recursive: true });
}

function peer(server: ServerProcess, path: string, bodyOf: Peer['bodyOf']): Peer {
  return {
    server,
    path,
    bodyOf,
    pool: new Pool(`http://127.0.0.1:${server.port}`, { connections: AT_ONCE }),
  };
}

function callOf(name: string, args: object): string {
  const meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  const params = { name, arguments: args, _meta: meta };
  return JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params });
}

async function callAll({ server, pool, path, bodyOf }: Peer): Promise<Measured> {
  const [cpu, from] = [server.cpuMs, performance.now()];
  let called = 0;
  const callOneAfterAnother = async () => {
    while (called < CALLS) {
      const body = bodyOf(queries[called] ?? '');
      called += 1;
      const { name } = JSON.parse(body).params;
      const response = await pool.request({ path, method: 'POST', body, headers: headersFor(name) });
      const { result } = (await response.body.json()) as { readonly result?: { readonly isError?: true } };
      if (result === undefined || result.isError) throw new Error(`${name} did not answer.`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, callOneAfterAnother));
  return { cpu: (server.cpuMs - cpu) / CALLS, took: (performance.now() - from) / CALLS };
}

function headersFor(name: string): Record<string, string> {
  return {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    authorization: `Bearer ${TOKEN}`,
    'mcp-protocol-version': '2026-07-28',
    'mcp-method': 'tools/call',
    'mcp-name': name,
  };
}
