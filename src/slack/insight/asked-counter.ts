import { hash, randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Answer } from '../../conversation/answer.ts';
import { askedBy } from '../../conversation/asked.ts';
import type { AskedCount } from '../../people/asked.ts';
import { type Member, memberKey } from '../../people/stars.ts';
import { conferenceKey } from '../../programme/conference.ts';
import type { Store } from '../../store/open.ts';
import { StoreFault } from '../../store/store-fault.ts';
import { compare, inChunks } from '../../text/keys.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const FLUSH_MS = 30_000;
/** So few that a transaction takes a few milliseconds. */
const WRITTEN_AT_ONCE = 200;
/** A database that is away for long makes the counts wait; more words than these wait without their words. */
const WAITING_MAX = 5000;
/**
 * So many askings of a day are told apart by their people, in 12 MB; those that come later are counted without words.
 */
const HEARD_MAX = 100_000;

export interface AskedCounterOptions {
  readonly store: Pick<Store['askedWords'], 'add' | 'forgetOld'>;
  readonly timers: { after(delayMs: number, work: () => Promise<void>): () => void };
  /** The real time in milliseconds since 1970, also in a rehearsal. */
  readonly realNow: () => number;
  readonly log: Logger;
}

/** Somebody who asked, as far as Slack says who it is. */
export interface Asker {
  readonly workspace: string;
  readonly person: string | undefined;
}

/**
 * Counts what people ask, in memory, and writes the sums down from time to time, so that no answer waits for it. The same
 * words of one person count once a day. To tell that, a hash of both is in memory until the day is over; its key is in no
 * other place, and nothing of it is written down.
 */
export class AskedCounter {
  readonly #options: AskedCounterOptions;
  readonly #waiting = new Map<string, AskedCount>();
  readonly #heard = new Set<string>();
  #key = newKey();
  #day = Number.NaN;
  #clearedOn = Number.NaN;
  #flushing = Promise.resolve();
  #isStopped = false;
  #cancel = () => {};

  constructor(options: AskedCounterOptions) {
    this.#options = options;
  }

  /** Counts an answer if it is one to a search or a question. */
  hear(answered: Answer, { workspace, person }: Asker): void {
    const asked = askedBy(answered);
    if (asked === undefined) return;
    const conference = conferenceKey(answered.context.programme.conference);
    const { outcome } = asked;
    // Only the last part may have a line break.
    const seen =
      person === undefined || asked.words === ''
        ? 'new'
        : this.#tell({ workspace, person }, `${outcome}\n${asked.words}\n${conference}`);
    if (seen === 'again') return;
    this.#add({ workspace, conference, outcome, words: seen === 'unclear' ? '' : asked.words, count: 1 });
  }

  /** Lectern was uninstalled from a workspace: what waits of it is not written down. */
  forget(workspace: string): void {
    for (const [key, asked] of this.#waiting) if (asked.workspace === workspace) this.#waiting.delete(key);
  }

  /** Writes the sums now and every half a minute. Never rejects. */
  async start(): Promise<void> {
    await this.flush();
    if (this.#isStopped) return;
    this.#cancel = this.#options.timers.after(FLUSH_MS, () => this.start());
  }

  /** Writes the last sums, if the database lets it. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancel();
    await this.flush();
  }

  /** Writes what was counted. If that fails, it is done with the next sums. */
  flush(): Promise<void> {
    this.#flushing = this.#flushing.then(() => this.#write());
    return this.#flushing;
  }

  async #write(): Promise<void> {
    this.#forgetFormerDay();
    const { store, log } = this.#options;
    // By workspace, since what a workspace asked that day is read for each chunk that has some of it.
    const counts = [...this.#waiting.values()].sort((a, b) => compare(a.workspace, b.workspace));
    this.#waiting.clear();
    let written = 0;
    try {
      for (const some of inChunks(counts, WRITTEN_AT_ONCE)) {
        await store.add(some).catch(error => this.#keepWithoutWords(some, error));
        written += some.length;
        // SQLite lets nothing else happen until a transaction is over.
        await setImmediate();
      }
    } catch (error) {
      for (const count of counts.slice(written)) this.#add(count);
      // The loop that delivers says once that the database cannot be used.
      log.debug({ err: error }, 'The database did not take the counts of searches; they are kept in memory.');
      return;
    }
    await this.#forgetOld();
  }

  /** Words that the database refuses while it can be used would be refused for ever, and hold up all others. */
  #keepWithoutWords(refused: readonly AskedCount[], error: unknown): void {
    if (error instanceof StoreFault) throw error;
    for (const asked of refused) if (asked.words !== '') this.#add({ ...asked, words: '' });
    // The reason may quote the words, and the log has none.
    this.#options.log.warn(
      { counts: refused.length },
      'The database refused words that people searched for; they are counted without them.',
    );
  }

  /** Once a day, and at the start. */
  async #forgetOld(): Promise<void> {
    const { store, log } = this.#options;
    const day = this.#today();
    if (this.#clearedOn === day) return;
    try {
      await store.forgetOld();
      this.#clearedOn = day;
    } catch (error) {
      log.debug({ err: error }, 'Old counts of searches could not be deleted; Lectern will try again.');
    }
  }

  #add(asked: AskedCount): void {
    const { workspace, conference, outcome, words, count } = asked;
    // Only the last part may have a line break.
    const key = `${workspace}\n${outcome}\n${words}\n${conference}`;
    const known = this.#waiting.get(key);
    if (known !== undefined) this.#waiting.set(key, { ...asked, count: known.count + count });
    else if (words === '' || this.#waiting.size < WAITING_MAX) this.#waiting.set(key, asked);
    else this.#add({ ...asked, words: '' });
  }

  /** Whether a person asked this before, today; unclear if there is no more room to know. */
  #tell(member: Member, asked: string): 'new' | 'again' | 'unclear' {
    this.#forgetFormerDay();
    // Three times as fast as createHash, which makes a stream.
    const asking = hash('sha256', `${this.#key}\n${memberKey(member)}\n${asked}`, 'binary');
    if (this.#heard.has(asking)) return 'again';
    if (this.#heard.size >= HEARD_MAX) return 'unclear';
    this.#heard.add(asking);
    return 'new';
  }

  #forgetFormerDay(): void {
    const day = this.#today();
    if (this.#day === day) return;
    this.#day = day;
    this.#heard.clear();
    this.#key = newKey();
  }

  /** Days since 1970, in UTC. */
  #today(): number {
    return Math.floor(this.#options.realNow() / DAY_MS);
  }
}

function newKey(): string {
  return randomBytes(32).toString('base64');
}
