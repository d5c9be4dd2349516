import { sql } from 'kysely';
import type { DeliveryKey } from './delivery.ts';
import type { Db } from './schema.ts';

/** What Slack bears, for all processes that share the database together. */
export interface Pace {
  readonly now: number;
  /** Between two messages in one channel. */
  readonly channelMs: number;
  /** In any minute, in the whole workspace. */
  readonly perMinute: number;
}

/** A message that can be sent now, and where. */
export interface Sendable extends DeliveryKey {
  readonly channel: string;
  readonly threadTs: string | undefined;
}

/**
 * What can be sent at this instant, in fair order: what is due first, and of that every digest's first message before
 * anyone's second. One message a channel, as the next has to wait for it.
 */
export async function nextToSend(db: Db, run: string, pace: Pace): Promise<readonly Sendable[]> {
  const room = pace.perMinute - (await sentInAMinute(db, pace.now));
  if (room <= 0) return [];
  const { rows } = await candidates(run, pace).execute(db);
  const free = new Map<string, Sendable>();
  for (const { digest, thread_ts, ...row } of rows)
    if (!free.has(row.channel))
      free.set(row.channel, { ...row, digestId: digest, threadTs: thread_ts ?? undefined });
  return [...free.values()].slice(0, room);
}

interface Row {
  readonly digest: string;
  readonly day: string;
  readonly part: string;
  readonly channel: string;
  readonly thread_ts: string | null;
}

/**
 * A reply waits for its thread, a part for those before it, a channel for what was sent there a second ago or is to be
 * tried again later. Only what concerns the owner alone is sent for a digest that is paused or removed.
 */
function candidates(run: string, { now, channelMs }: Pace) {
  return sql<Row>`
    select d.digest, d.day, d.part, d.channel, first.ts as thread_ts
    from deliveries d
    left join digests o on o.id = d.digest
    left join deliveries first
      on first.run = d.run and first.digest = d.digest and first.day = d.day and first.part = '0'
      and d.in_thread = 1
    where d.run = ${run} and d.state = 'claimed'
      and d.due_at <= ${now} and d.until >= ${now} and d.retry_at <= ${now}
      and (d.kind = 'notice' or o.paused = 0)
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

async function sentInAMinute(db: Db, now: number): Promise<number> {
  const { count } = await db
    .selectFrom('deliveries')
    .select(eb => eb.fn.countAll().as('count'))
    .where('sending_at', '>', now - 60_000)
    .executeTakeFirstOrThrow();
  return Number(count);
}
