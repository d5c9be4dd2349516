import { type SqlBool, sql } from 'kysely';
import { groupByEach, inTurns } from '../text/keys.ts';
import { type DeliveryKey, readKey } from './delivery.ts';
import { writePart } from './delivery-part.ts';
import type { Db } from './schema.ts';

/** Slack's rate limits, which all processes on one database keep to together. */
export interface Pace {
  /** In milliseconds since 1970. */
  readonly now: number;
  /** Between two messages in one channel. */
  readonly channelMs: number;
  /** In any minute, in each workspace. */
  readonly perMinute: number;
}

/** A message that can be sent now. */
export interface Sendable {
  readonly key: DeliveryKey;
  readonly threadTs: string | undefined;
}

/**
 * The messages that can be sent now, in fair order: every workspace's first before any workspace's second. Within a
 * workspace by when they are due, and of those due at once every digest's first message before any digest's second. At
 * most one for each channel, since the next must wait. Among equals chance decides, so that processes that look at the same
 * time begin with different ones.
 */
export async function nextToSend(
  db: Db,
  run: string,
  { pace, random }: { readonly pace: Pace; readonly random: () => number },
): Promise<readonly Sendable[]> {
  if (!(await isAnyDue(db, run, pace.now))) return [];
  const { rows } = await candidates(run, pace).execute(db);
  const byWorkspace = groupByEach(shuffleEquals(rows, random), ({ workspace }) => [workspace]);
  const sendable = [...byWorkspace.values()].flatMap(those => {
    const byChannel = new Map<string, Row>();
    for (const row of those) if (!byChannel.has(row.channel)) byChannel.set(row.channel, row);
    return [...byChannel.values()].slice(0, pace.perMinute - Number(those[0]?.sent ?? 0));
  });
  return inTurns(sendable, ({ workspace }) => workspace).map(row => ({
    key: readKey(row),
    threadTs: row.thread_ts ?? undefined,
  }));
}

/** Asked several times a second, and mostly no: a tenth of the cost of looking for candidates. */
async function isAnyDue(db: Db, run: string, now: number): Promise<boolean> {
  const { rows } = await sql`
    select 1 from deliveries where run = ${run} and state = 'claimed' and due_at <= ${now} limit 1`.execute(
    db,
  );
  return rows.length > 0;
}

function shuffleEquals(rows: readonly Row[], random: () => number): readonly Row[] {
  return rows
    .map(row => ({ row, chance: random() }))
    .sort((a, b) => a.row.due_at - b.row.due_at || a.row.position - b.row.position || a.chance - b.chance)
    .map(({ row }) => row);
}

interface Row {
  readonly workspace: string;
  readonly digest: string;
  readonly day: string;
  readonly part: string;
  readonly channel: string;
  readonly thread_ts: string | null;
  readonly due_at: number;
  readonly position: number;
  /** How many were sent in the workspace in the last minute. */
  readonly sent: number;
}

/** Those that have a thread. */
const FIRST_PARTS = [writePart({ kind: 'day', position: 0 }), writePart({ kind: 'room', about: 'talk' })];

/**
 * A reply waits for its thread, a part for those before it, and a channel if a message was just sent there or waits for
 * another attempt. For a digest that is paused or removed, only notices to its owner are sent. Each workspace has its
 * turns numbered, so that one with very many messages that are due leaves room in the answer for all others. What waits
 * for another message of its digest has no turn, as it may wait for hours.
 */
function candidates(run: string, { now, channelMs, perMinute }: Pace) {
  return sql<Row>`
    with sent as (
      select s.workspace, count(*) as sent from deliveries s where s.sending_at > ${now - 60_000} group by s.workspace),
    due as (
      select d.*, row_number() over (partition by d.workspace order by d.due_at, d.position, d.digest, d.part) as turn
      from (
        select c.run, c.workspace, c.digest, c.day, c.part, c.position, c.channel, c.due_at,
          coalesce(s.sent, 0) as sent, first.ts as thread_ts
        from deliveries c
        left join digests o on o.id = c.digest and o.workspace = c.workspace
        left join sent s on s.workspace = c.workspace
        left join deliveries first
          on first.run = c.run and first.workspace = c.workspace and first.digest = c.digest and first.day = c.day
          and first.part in (${sql.join(FIRST_PARTS)}) and c.in_thread = 1
        where c.run = ${run} and c.state = 'claimed'
          and c.due_at <= ${now} and c.until >= ${now} and c.retry_at <= ${now}
          and (c.kind in ('notice', 'mine', 'mine soon', 'room', 'topic') or o.paused = 0)
          and coalesce(s.sent, 0) < ${perMinute}
          and (c.in_thread = 0 or first.state = 'posted')
          and not exists (
            select 1 from deliveries e
            where e.run = c.run and e.workspace = c.workspace and e.digest = c.digest and e.day = c.day
              and e.kind = 'digest' and e.position < c.position and e.state in ('claimed', 'sending'))) d)
    select d.workspace, d.digest, d.day, d.part, d.channel, d.sent, d.due_at, d.position, d.thread_ts
    from due d
    where d.turn <= ${TURNS}
      and not exists (
        select 1 from deliveries c
        where c.workspace = d.workspace and c.channel = d.channel and c.sending_at > ${now - channelMs})
      and not exists (
        select 1 from deliveries r
        where r.run = d.run and r.workspace = d.workspace and r.channel = d.channel
          and r.state = 'claimed' and r.retry_at > ${now})
    order by d.turn, d.due_at, d.position, d.digest, d.part
    limit ${LIMIT}`;
}

/** Far more than are sent before the next look, since many may be for the same channel. */
const TURNS = 500;
const LIMIT = 1000;

/** Whether a message's channel, too, can take it: another process may have just sent one there. */
export function isChannelFree(sentAfter: number) {
  return sql<SqlBool>`not exists (
    select 1 from deliveries c
    where c.workspace = deliveries.workspace and c.channel = deliveries.channel and c.sending_at > ${sentAfter})`;
}
