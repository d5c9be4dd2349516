import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'undici';
import type { WebSocket } from 'ws';
import { SECRET, ServerProcess } from './server-process.ts';
import { nextCommand, signedForm } from './slack-request.ts';
import type { StandInSlack } from './stand-in-slack.ts';
import { quantile } from './statistics.ts';

/** How Slack reaches the server. */
export type Way = 'http' | 'socket';

export interface ServerOptions {
  readonly way: Way;
  readonly slack: StandInSlack;
  readonly args: readonly string[];
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
}

/** A server of its own process that is asked as Slack asks. */
export interface LoadedServer {
  readonly process: ServerProcess;
  /** Asks one query and resolves with the answer. */
  ask(query: string): Promise<string>;
  stop(): Promise<void>;
}

/** A server, or several as one, whose time of the processor is counted. */
export interface AskedServer extends Pick<LoadedServer, 'ask'> {
  readonly process: Pick<ServerProcess, 'cpuMs'>;
}

/** What one round of queries cost. */
export interface Round {
  /** Answers a second. */
  readonly rate: number;
  /** Milliseconds of the server's processor an answer. */
  readonly cpu: number;
  readonly p50: number;
  readonly p99: number;
}

/** One round of both, one right after the other. */
export interface Pair {
  readonly peer: Round;
  readonly lectern: Round;
}

/**
 * Rounds of 1,000 queries before the first that counts. The runtime compiles while it answers, more code of Lectern's than
 * of the peer's: in its rounds 1, 2, 6, 12, 18, 25 and 50 an answer of Lectern took 2.95, .74, .64, .53, .51, .47 and .44 ms
 * of CPU, one of the peer .48, .39, .23, .22, .21, .21 and .21.
 */
export const WARM_UP = 25;
/** An answer of usual size is canned. */
const CANNED_QUERY = 'ceph';

/** Lectern and its peer, a Bolt app that sends one answer, the same to everybody. */
export interface Both {
  readonly lectern: LoadedServer;
  readonly peer: LoadedServer;
  stop(): Promise<void>;
}

export interface BothOptions {
  readonly way: Way;
  readonly slack: StandInSlack;
  readonly data: string;
  /** Where the database and the peer's answer are written. */
  readonly folder: string;
  /** The folder of Lectern's build; `dist` unless another is given. */
  readonly build?: string;
  /** Options of Node for both. */
  readonly flags?: readonly string[];
}

export async function startBoth({
  way,
  slack,
  data,
  folder,
  build = 'dist',
  flags = [],
}: BothOptions): Promise<Both> {
  const canned = join(folder, 'canned.json');
  const lectern = await startServer({
    ...{ way, slack, args: [...flags, `${build}/main.js`], port: 4803 },
    env: { DATA_DIR: data, DATABASE_URL: `file:${join(folder, 'bench.sqlite')}` },
  });
  await writeCanned(canned, lectern);
  const peer = await startServer({
    ...{ way, slack, args: [...flags, 'bench/canned-app.js'], port: 4804 },
    env: { CANNED: canned },
  });
  return { lectern, peer, stop: async () => void (await Promise.all([lectern.stop(), peer.stop()])) };
}

/** Writes the answer that the peer sends to everybody. */
export async function writeCanned(path: string, { ask }: Pick<LoadedServer, 'ask'>): Promise<void> {
  writeFileSync(path, await ask(CANNED_QUERY));
}

/** Asks both until they answer as fast as they will. */
export async function warmUp(both: Both, queries: readonly string[]): Promise<void> {
  await takeTurns(both, queries, { atOnce: 10, rounds: WARM_UP });
}

/** Rounds in which each server is asked every query once, `atOnce` at the same time. */
export async function takeTurns(
  { lectern, peer }: Both,
  queries: readonly string[],
  { atOnce, rounds }: { atOnce: number; rounds: number },
): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  for (let round = 0; round < rounds; round += 1) {
    pairs.push({
      peer: await askAll(peer, queries, atOnce),
      lectern: await askAll(lectern, queries, atOnce),
    });
  }
  return pairs;
}

export async function startServer({ way, slack, args, port, env }: ServerOptions): Promise<LoadedServer> {
  const isSocket = way === 'socket';
  const secret: Record<string, string> = isSocket
    ? { SLACK_APP_TOKEN: 'xapp-bench' }
    : { SLACK_SIGNING_SECRET: SECRET };
  const connection = isSocket ? slack.nextConnection() : undefined;
  const process = new ServerProcess(args, port, { ...env, ...secret, SLACK_API_URL: slack.apiUrl });
  await process.ready();
  if (connection !== undefined)
    return { process, ask: askOver(await connection), stop: () => process.stop() };
  const pool = new Pool(`http://127.0.0.1:${port}`);
  return {
    process,
    ask: askBy(pool),
    stop: async () => {
      await pool.close();
      await process.stop();
    },
  };
}

/** Asks every query once, so many at the same time. */
export async function askAll(
  { process, ask }: AskedServer,
  queries: readonly string[],
  atOnce: number,
): Promise<Round> {
  const times: number[] = [];
  const waiting = [...queries].reverse();
  const cpu = process.cpuMs;
  const from = performance.now();
  const askOneAfterAnother = async () => {
    for (let query = waiting.pop(); query !== undefined; query = waiting.pop()) {
      const asked = performance.now();
      await ask(query);
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, askOneAfterAnother));
  const took = performance.now() - from;
  return {
    rate: (queries.length / took) * 1000,
    cpu: (process.cpuMs - cpu) / queries.length,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}

function askBy(pool: Pool): LoadedServer['ask'] {
  return async query => {
    const response = await pool.request({
      path: '/slack/events',
      method: 'POST',
      ...signedForm(nextCommand(query)),
    });
    const answer = await response.body.text();
    if (response.statusCode !== 200) throw new Error(`"${query}" was answered with ${response.statusCode}.`);
    return answer;
  };
}

function askOver(connection: WebSocket): LoadedServer['ask'] {
  const waiting = new Map<string, { answered(answer: string): void; failed(why: Error): void }>();
  connection.on('message', data => {
    const { envelope_id: id, payload } = JSON.parse(String(data));
    waiting.get(id)?.answered(JSON.stringify(payload));
    waiting.delete(id);
  });
  // An app whose ping is not answered within a second, as by a busy machine, connects anew.
  connection.on('close', () => {
    for (const { failed } of waiting.values()) failed(new Error('The app closed the connection.'));
  });
  let asked = 0;
  return query =>
    new Promise((answered, failed) => {
      asked += 1;
      const id = String(asked);
      waiting.set(id, { answered, failed });
      const payload = nextCommand(query);
      connection.send(
        JSON.stringify({ envelope_id: id, type: 'slash_commands', accepts_response_payload: true, payload }),
      );
    });
}
