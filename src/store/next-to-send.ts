import { sql } from 'kysely';
import { type DeliveryKey, readKey } from './delivery.ts';
import { writePart } from './delivery-part.ts';
import type { Db } from './schema.ts';

/** Slack's rate limits, which all processes on one database keep to together. */
export interface Pace {
  /** In milliseconds since 1970. */
  readonly now: number;
  /** Between two messages in one channel. */
  readonly channelMs: number;
  /** In any minute, in the whole workspace. */
  readonly perMinute: number;
}

/** A message that can be sent now. */
export interface Sendable {
  readonly key: DeliveryKey;
  readonly threadTs: string | undefined;
}

/**
 * The messages that can be sent now, in fair order: by when they are due, and of those due at once every digest's first
 * message before any digest's second. At most one for each channel, since the next must wait.
 */
export async function nextToSend(db: Db, run: string, pace: Pace): Promise<readonly Sendable[]> {
  const room = pace.perMinute - (await countSentInAMinute(db, pace.now));
  if (room <= 0) return [];
  const { rows } = await candidates(run, pace).execute(db);
  const byChannel = new Map<string, Sendable>();
  for (const row of rows)
    if (!byChannel.has(row.channel))
      byChannel.set(row.channel, { key: readKey(row), threadTs: row.thread_ts ?? undefined });
  return [...byChannel.values()].slice(0, room);
}

interface Row {
  readonly digest: string;
  readonly day: string;
  readonly part: string;
  readonly channel: string;
  readonly thread_ts: string | null;
}

const FIRST_PART = writePart({ kind: 'day', position: 0 });

/**
 * A reply waits for its thread, a part for those before it, and a channel if a message was just sent there or waits for
 * another attempt. For a digest that is paused or removed, only notices to its owner are sent.
 */
function candidates(run: string, { now, channelMs }: Pace) {
  return sql<Row>`
    select d.digest, d.day, d.part, d.channel, first.ts as thread_ts
    from deliveries d
    left join digests o on o.id = d.digest
    left join deliveries first
      on first.run = d.run and first.digest = d.digest and first.day = d.day and first.part = ${FIRST_PART}
      and d.in_thread = 1
    where d.run = ${run} and d.state = 'claimed'
      and d.due_at <= ${now} and d.until >= ${now} and d.retry_at <= ${now}
      and (d.kind in ('notice', 'mine', 'mine soon') or o.paused = 0)
      and (d.in_thread = 0 or first.state = 'posted')
      and not exists (
        select 1 from deliveries e
        where e.run = d.run and e.digest = d.digest and e.day = d.day and e.kind = 'digest'
          and e.position < d.position and e.state in ('claimed', 'sending'))
      and not exists (
        select 1 from deliveries c where c.channel = d.channel and c.sending_at > ${now - channelMs})
      and not exists (
        select 1 from deliveries r
        where r.run = d.run and r.channel = d.channel and r.state = 'claimed' and r.retry_at > ${now})
    order by d.due_at, d.position, d.digest
    limit ${LIMIT}`;
}

/** Far more than are sent before the next look, since many may be for the same channel. */
const LIMIT = 500;

async function countSentInAMinute(db: Db, now: number): Promise<number> {
  const { count } = await db
    .selectFrom('deliveries')
    .select(eb => eb.fn.countAll().as('count'))
    .where('sending_at', '>', now - 60_000)
    .executeTakeFirstOrThrow();
  return Number(count);
}
