import { groupByEach, inChunks } from '../../text/keys.ts';
import { readPart } from '../delivery-part.ts';
import type { DigestKey } from '../digests.ts';
import type { Db } from '../schema.ts';

/** The messages of a digest to its channel that were due within a time, by what became of them. */
export interface DigestRecord {
  readonly id: string;
  readonly posted: number;
  /** Due, and on their way or waiting for another attempt. */
  readonly waiting: number;
  /** Sent, and Slack did not say whether they arrived. */
  readonly unknown: number;
  readonly missed: number;
  /** The programme days that were missed. */
  readonly missedDays: readonly string[];
  /** Slack's reasons for refusing a post, of which the owner was told. */
  readonly refusals: readonly string[];
}

/** The channel's messages, and those that tell the owner of a refusal. */
const KINDS = ['digest', 'change', 'changes', 'soon', 'notice'];
/** Many fewer than the parameters that a statement takes. */
const DIGESTS_AT_ONCE = 500;

/** How digests fared, in one run. */
export class DigestRecordRepository {
  readonly #db: Db;
  readonly #run: string;

  constructor(db: Db, run: string) {
    this.#db = db;
    this.#run = run;
  }

  /** A record of each of these digests, in their order; the times are in milliseconds since 1970. */
  async between(
    digests: readonly DigestKey[],
    { from, to }: { readonly from: number; readonly to: number },
  ): Promise<readonly DigestRecord[]> {
    const found: Row[] = [];
    for (const some of inChunks(digests, DIGESTS_AT_ONCE))
      found.push(
        ...(await this.#db
          .selectFrom('deliveries')
          .select(['digest', 'kind', 'state', 'day', 'part'])
          .where('run', '=', this.#run)
          .where(
            'digest',
            'in',
            some.map(({ id }) => id),
          )
          .where('kind', 'in', KINDS)
          .where('due_at', '>=', from)
          .where('due_at', '<=', to)
          .orderBy('day')
          .execute()),
      );
    const rows = groupByEach(found, ({ digest }) => [digest]);
    return digests.map(({ id }) => recordOf(id, rows.get(id) ?? []));
  }
}

interface Row {
  readonly digest: string;
  readonly kind: string;
  readonly state: string;
  readonly day: string;
  readonly part: string;
}

function recordOf(id: string, rows: readonly Row[]): DigestRecord {
  const messages = rows.filter(({ kind }) => kind !== 'notice');
  const count = (...states: readonly string[]) =>
    messages.filter(({ state }) => states.includes(state)).length;
  const missed = messages.filter(({ state }) => state === 'missed');
  const days = missed.filter(({ kind }) => kind === 'digest').map(({ day }) => day);
  const refusals = rows.flatMap(({ part: text }) => {
    const part = readPart(text);
    return part?.kind === 'notice' && part.about === 'refusal' ? [part.reason] : [];
  });
  return {
    id,
    posted: count('posted'),
    waiting: count('claimed', 'sending'),
    unknown: count('unknown'),
    missed: missed.length,
    missedDays: [...new Set(days)],
    refusals: [...new Set(refusals)],
  };
}
