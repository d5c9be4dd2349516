import { type CompiledQuery, type Dialect, Kysely } from 'kysely';
import type { Member } from '../people/stars.ts';
import { AlertRepository } from './alerts.ts';
import { CalendarEntryRepository } from './calendar-entries.ts';
import { countPeopleElsewhere, type KeptConference } from './conferences/people-elsewhere.ts';
import { migrate, requireNewest } from './database/migrations.ts';
import type { ReadNow } from './database/read-now.ts';
import { Sealer } from './database/sealing.ts';
import { DeliveryRepository } from './deliveries.ts';
import { DigestRepository } from './digests.ts';
import { FeedRepository } from './feeds.ts';
import { type Forgotten, forgetPerson, forgetWorkspace } from './forget.ts';
import { AskedWordsRepository } from './insight/asked-words.ts';
import { DigestRecordRepository } from './insight/digest-records.ts';
import { NewsRepository } from './news.ts';
import { ActRepository } from './people/acts.ts';
import { RatingRepository } from './people/ratings.ts';
import { postgresDialect } from './postgres/postgres-dialect.ts';
import { isPostgresUrl } from './postgres/postgres-url.ts';
import { PreferenceRepository } from './preferences.ts';
import { RoomDeliveryRepository } from './rooms/room-deliveries.ts';
import type { Db, Schema } from './schema.ts';
import { Sending } from './sending.ts';
import { SnapshotRepository } from './snapshots/snapshots.ts';
import { pathOfFileUrl } from './sqlite/file-url.ts';
import { sqliteDialect } from './sqlite/sqlite-dialect.ts';
import { SqliteFile } from './sqlite/sqlite-file.ts';
import { StarRepository } from './stars.ts';
import { InstallationRepository } from './workspaces/installations.ts';
import { WorkspaceSettingsRepository } from './workspaces/workspace-settings.ts';

/** Lectern's memory. Every call may throw a StoreFault, and works again once its cause is removed. */
export interface Store {
  readonly digests: DigestRepository;
  readonly deliveries: DeliveryRepository;
  readonly roomDeliveries: RoomDeliveryRepository;
  readonly sending: Sending;
  readonly snapshots: SnapshotRepository;
  readonly calendarEntries: CalendarEntryRepository;
  readonly news: NewsRepository;
  readonly stars: StarRepository;
  readonly alerts: AlertRepository;
  readonly preferences: PreferenceRepository;
  readonly acts: ActRepository;
  readonly ratings: RatingRepository;
  readonly askedWords: AskedWordsRepository;
  readonly digestRecords: DigestRecordRepository;
  /** Deletes everything that is kept about a person, in every run. Returns what it was. */
  forget(member: Member): Promise<Forgotten>;
  readonly feeds: FeedRepository;
  readonly workspaceSettings: WorkspaceSettingsRepository;
  readonly installations: InstallationRepository;
  /**
   * Deletes everything that belongs to a workspace, its installation too, in every run. Does nothing and returns false if
   * Lectern was installed there again after `before`, in milliseconds since 1970.
   */
  forgetWorkspace(workspace: string, before: number): Promise<boolean>;
  /** The conferences besides the loaded ones, by their keys, of which people have stars, alerts or feeds. */
  countPeopleElsewhere(loaded: readonly string[]): Promise<readonly KeptConference[]>;
  close(): Promise<void>;
}

export interface StoreOptions {
  /**
   * `file:./var/lectern.sqlite`, a file that is made if it is missing, or `postgres://db.example.org/lectern`, a database
   * that is there. Any number of processes may share it.
   */
  readonly url: string;
  /** Stars, snapshots and deliveries of one run are not known in another: a rehearsal does not count for the real day. */
  readonly run: string;
  /** The run of the deliveries, if it is another one. */
  readonly deliveryRun?: string | undefined;
  /** The keys that encrypt installations, as a Sealer takes them; without any, none can be kept. */
  readonly tokenKeys?: readonly string[] | undefined;
  /** The real time in milliseconds since 1970, whatever Lectern's clock says. */
  readonly realNow?: () => number;
  /** True if Lectern is in one workspace: orders from before workspaces were told apart are then those of that one. */
  readonly isAlone?: boolean;
  /** True if workspaces install Lectern: counts that waited in memory are not kept once one has uninstalled it. */
  readonly onlyInstalled?: boolean;
}

/** Opens nothing before it is needed, so that Lectern answers even if its database cannot be reached. */
export function openStore(options: StoreOptions): Store {
  return storeOn(connect(options.url), options);
}

/** A store in memory, with the rows that `fill` puts into its tables. */
export async function openFilledStore(
  fill: (db: Db) => Promise<void>,
  options: Omit<StoreOptions, 'url'>,
): Promise<Store> {
  const connection = connect('file::memory:');
  await fill(connection.db);
  return storeOn(connection, options);
}

function storeOn(
  { db, readNow }: Connected,
  {
    run,
    deliveryRun = run,
    tokenKeys = [],
    realNow = Date.now,
    isAlone = false,
    onlyInstalled = false,
  }: Omit<StoreOptions, 'url'>,
): Store {
  return {
    digests: new DigestRepository(db, isAlone),
    deliveries: new DeliveryRepository(db, deliveryRun),
    roomDeliveries: new RoomDeliveryRepository(db, deliveryRun),
    sending: new Sending(db, deliveryRun),
    snapshots: new SnapshotRepository(db, { run, deliveryRun }),
    calendarEntries: new CalendarEntryRepository(db, run),
    news: new NewsRepository(db, run),
    stars: new StarRepository(db, run, readNow),
    alerts: new AlertRepository(db, { run, deliveryRun }),
    preferences: new PreferenceRepository(db),
    acts: new ActRepository(db, { run, deliveryRun, realNow }),
    askedWords: new AskedWordsRepository(db, { run, realNow, onlyInstalled }),
    ratings: new RatingRepository(db, run),
    digestRecords: new DigestRecordRepository(db, deliveryRun),
    forget: member => forgetPerson(db, member),
    feeds: new FeedRepository(db),
    workspaceSettings: new WorkspaceSettingsRepository(db),
    installations: new InstallationRepository(db, new Sealer(tokenKeys)),
    forgetWorkspace: (workspace, before) => forgetWorkspace(db, workspace, before),
    countPeopleElsewhere: loaded => countPeopleElsewhere(db, run, loaded),
    close: () => db.destroy(),
  };
}

/** The tables themselves, at the newest version; see StoreOptions for the URL. */
export function openDatabase(url: string): Db {
  return connect(url).db;
}

/** The tables of a PostgreSQL database that is only read: it must have the newest version, since nothing is changed. */
export function openToRead(url: string): Db {
  return open(postgresDialect(url, requireNewest));
}

interface Connected {
  readonly db: Db;
  readonly readNow: ReadNow;
}

function connect(url: string): Connected {
  if (isPostgresUrl(url)) return { db: open(postgresDialect(url, migrate)), readNow: () => undefined };
  const file = new SqliteFile(pathOfFileUrl(url));
  return {
    db: open(sqliteDialect(file, migrate)),
    readNow: <Row>({ sql, parameters }: CompiledQuery<Row>) =>
      file.readNow(sql, parameters) as Row[] | undefined,
  };
}

function open(dialect: Dialect): Db {
  return new Kysely<Schema>({ dialect });
}
