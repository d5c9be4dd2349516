import type { Programme } from '../programme/programme.ts';
import type { Delivery, DeliveryKey } from './deliveries.ts';
import type { Digest } from './digests.ts';

/** What Lectern remembers. Everything here may fail with a StoreFault, and works again once its cause is gone. */
export interface Store {
  readonly digests: {
    /** Adds it, or puts it in the place of the one with its id. */
    save(digest: Digest): Promise<void>;
    find(id: string): Promise<Digest | undefined>;
    /** In the order in which they were ordered. */
    all(): Promise<readonly Digest[]>;
    in(channel: string): Promise<readonly Digest[]>;
    pause(id: string): Promise<void>;
    /** What was due up to `now` is not owed; what is claimed and still in time is sent. */
    resume(id: string, now: number): Promise<void>;
    /** What was posted stays known, what was not yet sent is not sent. */
    remove(id: string): Promise<void>;
  };
  readonly deliveries: {
    /** Of one day of a digest, in the order of its parts. */
    of(digest: string, day: string): Promise<readonly Delivery[]>;
    find(key: DeliveryKey): Promise<Delivery | undefined>;
    /** The ids of the talks that a digest has told of on other days. */
    toldBy(digest: string, exceptOn: string): Promise<ReadonlySet<string>>;
  };
  readonly told: {
    /** The programme as people were last told of it. */
    last(conference: string): Promise<Programme | undefined>;
  };
  close(): Promise<void>;
}
