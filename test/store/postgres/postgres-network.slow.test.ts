import { pino } from 'pino';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { readStars } from '../../../src/slack/app-context.ts';
import { openStore, type Store } from '../../../src/store/open.ts';
import { PostgresServer } from '../../support/postgres.ts';
import { startProxy, type TcpProxy } from '../../support/proxy.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await PostgresServer.start();
}, 60_000);
afterAll(() => server.remove());

const MIRA = { workspace: 'T1', person: 'U0MIRA0001' };
const star = (talk: number) => ({ ...MIRA, conference: 'Lighthouse Days', talk: `${talk}` });

/** A store that reaches its database through a proxy, with one star. */
async function behindProxy(): Promise<{
  readonly store: Store;
  readonly proxy: TcpProxy;
  readonly name: string;
}> {
  const name = new URL(server.newDatabase()).pathname.slice(1);
  const proxy = await startProxy(server.port);
  const store = openStore({ url: server.url(name, proxy.port), run: 'real' });
  onTestFinished(async () => {
    await store.close();
    await proxy.close();
  });
  await store.stars.star(star(0), 1000);
  return { store, proxy, name };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

test("over a slow network a person's stars cost one round trip", async () => {
  const { store, proxy } = await behindProxy();
  proxy.delayMs = 250;
  const took = await timed(() => store.stars.starsOf(MIRA));
  expect(took).toBeGreaterThan(490);
  expect(took).toBeLessThan(1000);
});

const log = pino({ level: 'silent' });

test('a database that does not answer holds no answer back, and is used again once it does', async () => {
  const { store, proxy } = await behindProxy();
  proxy.swallows = true;
  for (let ask = 0; ask < 3; ask += 1) {
    let stars: unknown;
    const took = await timed(async () => {
      stars = await readStars(MIRA, { stars: store.stars, log });
    });
    expect(stars).toBe('unavailable');
    expect(took).toBeLessThan(1000);
  }
  const writing = store.stars.star(star(1), 1000).catch((fault: unknown) => fault);
  expect(await writing).toMatchObject({ code: expect.stringMatching(/gone|busy/) });
  proxy.swallows = false;
  proxy.cut();
  await expect.poll(() => readStars(MIRA, { stars: store.stars, log })).not.toBe('unavailable');
});

test('a process whose database does not answer ends all the same', async () => {
  const { store, proxy } = await behindProxy();
  proxy.swallows = true;
  store.stars.starsOf(MIRA).catch(() => {});
  expect(await timed(() => store.close())).toBeLessThan(3000);
});

test('when a standby takes over, no star that was confirmed is lost, and Lectern is not restarted', async () => {
  const { store, proxy, name } = await behindProxy();
  const standby = await server.standby();
  onTestFinished(() => standby.remove());
  server.psql('postgres', "alter system set synchronous_standby_names = '*'");
  server.psql('postgres', 'select pg_reload_conf()');
  await expect
    .poll(() => server.psql('postgres', 'select sync_state from pg_stat_replication'))
    .toEqual(['sync']);
  let next = 1;
  let isOver = false;
  const confirmed: number[] = [0];
  const faults = new Set<string>();
  const starring = (async () => {
    while (!isOver) {
      const talk = next++;
      const done = await store.stars.star(star(talk), 1000).catch(({ message }: Error) => {
        faults.add(message.replace(/^The database \S+ on \S+ /, ''));
        return new Promise(resolve => setTimeout(resolve, 20, false));
      });
      if (done === true) confirmed.push(talk);
    }
  })();
  await expect.poll(() => confirmed.length).toBeGreaterThan(50);
  await server.stop('SIGQUIT');
  proxy.target = standby.port;
  await expect.poll(() => [...faults].join('\n')).toContain('may only be read now: it is a standby');
  standby.promote();
  const before = confirmed.length;
  await expect.poll(() => confirmed.length, { timeout: 10_000 }).toBeGreaterThan(before + 50);
  isOver = true;
  await starring;
  const kept = (await store.stars.starsOf(MIRA)).get('Lighthouse Days') ?? new Set();
  expect(confirmed.filter(talk => !kept.has(`${talk}`))).toEqual([]);
  expect(standby.psql(name, 'select count(*) from stars')).toEqual([`${kept.size}`]);
});
