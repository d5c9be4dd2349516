import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Signs that mean something in a URL. */
const PASSWORD = 'sea/fog@50%';

/** A PostgreSQL server of the test's own, in a temporary folder and on a port of its own. */
export class PostgresServer {
  readonly folder: string;
  readonly port: number;
  #process: ChildProcess | undefined;

  /** One that runs already, if another process has started it. */
  constructor(folder: string, port: number) {
    this.folder = folder;
    this.port = port;
  }

  /** A new server, which runs. Lectern's user needs a password. Its language orders letters in another way than bytes. */
  static async start(settings: Readonly<Record<string, string>> = {}): Promise<PostgresServer> {
    const folder = newFolder();
    const order = ['--locale-provider=icu', '--icu-locale=en-US', '--locale=C', '--encoding=UTF8'];
    run('initdb', [
      '--no-sync',
      '--username=postgres',
      '--auth=trust',
      ...order,
      '--pgdata',
      join(folder, 'data'),
    ]);
    writeFileSync(
      join(folder, 'data', 'pg_hba.conf'),
      'host all lectern 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\nhost replication all 127.0.0.1/32 trust\n',
    );
    const server = new PostgresServer(folder, await freePort());
    await server.restart(settings);
    server.psql('postgres', `create role lectern login password '${PASSWORD}'`);
    return server;
  }

  /** A standby of this server, which follows it. */
  async standby(): Promise<PostgresServer> {
    const folder = newFolder();
    const from = ['--host=127.0.0.1', `--port=${this.port}`, '--username=postgres'];
    const how = ['--checkpoint=fast', '--no-sync', '--write-recovery-conf'];
    run('pg_basebackup', [...from, ...how, '--pgdata', join(folder, 'data')]);
    const server = new PostgresServer(folder, await freePort());
    await server.restart();
    return server;
  }

  /** The address of a database, through another port if a proxy stands between. */
  url(database: string, port = this.port): string {
    return `postgres://lectern:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${database}`;
  }

  /** Returns the URL of a new, empty database that Lectern's user owns. */
  newDatabase(): string {
    const name = `lectern_${Math.random().toString(36).slice(2)}`;
    this.psql('postgres', `create database ${name} owner lectern`);
    return this.url(name);
  }

  /** Returns a line for each row. */
  psql(database: string, sql: string): readonly string[] {
    const to = ['--host=127.0.0.1', `--port=${this.port}`, '--username=postgres', `--dbname=${database}`];
    const options = ['--no-psqlrc', '--quiet', '--tuples-only', '--no-align', '--set=ON_ERROR_STOP=1'];
    return run('psql', [...to, ...options, '--command', sql])
      .split('\n')
      .filter(line => line !== '');
  }

  /** Copies a database into a new one, as operators.md says. Returns the URL of the copy. */
  copy(database: string): string {
    const url = this.newDatabase();
    const to = ['--host=127.0.0.1', `--port=${this.port}`, '--username=postgres'];
    const dump = join(this.folder, 'lectern.dump');
    run('pg_dump', ['--format=custom', `--file=${dump}`, this.url(database)]);
    const into = `--dbname=${new URL(url).pathname.slice(1)}`;
    run('pg_restore', [...to, '--no-owner', '--role=lectern', into, dump]);
    return url;
  }

  promote(): void {
    run('pg_ctl', ['promote', '--wait', '--pgdata', join(this.folder, 'data')]);
  }

  async restart(settings: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.stop();
    const given = { ...SETTINGS, port: String(this.port), unix_socket_directories: this.folder, ...settings };
    const options = Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    this.#process = spawn(binary('postgres'), ['-D', join(this.folder, 'data'), ...options], {
      ...asOther(),
      cwd: this.folder,
      stdio: 'ignore',
    });
    while (!this.#answers()) await new Promise(resolve => setTimeout(resolve, 50));
  }

  /** Asked to stop at once, it cuts off whoever is connected. As after a crash, it recovers at its next start. */
  async stop(how: 'SIGINT' | 'SIGQUIT' = 'SIGINT'): Promise<void> {
    if (this.#process === undefined) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill(how);
    await ended;
    this.#process = undefined;
  }

  async remove(): Promise<void> {
    await this.stop('SIGQUIT');
    rmSync(this.folder, { recursive: true, force: true });
  }

  #answers(): boolean {
    if (this.#process?.exitCode !== null) throw new Error('PostgreSQL ended by itself.');
    const to = ['--host=127.0.0.1', `--port=${this.port}`, '--username=postgres', '--quiet'];
    return spawnSync(binary('pg_isready'), to).status === 0;
  }
}

/** Tests do not survive a power cut, so nothing has to. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  fsync: 'off',
  logging_collector: 'off',
  shared_buffers: '16MB',
};

/** PostgreSQL does not run as root. */
function asOther(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (option: string) => Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-postgres-'));
  chmodSync(folder, 0o700);
  const { uid, gid } = asOther();
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  return folder;
}

function run(program: string, options: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(binary(program), options, {
    ...asOther(),
    cwd: tmpdir(),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`, { cause: error });
  return stdout;
}

const DEBIAN = '/usr/lib/postgresql';

/** Debian keeps each version's programs in a folder of its own; elsewhere they are found by their name. */
function binary(name: string): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map(version => join(DEBIAN, version, 'bin', name)).find(path => existsSync(path));
  return found ?? name;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
