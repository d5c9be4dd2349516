import type { Delivery, NewDelivery } from '../../src/store/delivery.ts';
import type { Digest } from '../../src/store/digests.ts';

/** Builders of what is ordered and owed: what a test does not name is plain and valid. */
export function digest(given: Partial<Digest> = {}): Digest {
  return {
    id: 'lobby',
    team: undefined,
    channel: 'C0LOBBY001',
    owner: 'U0MIRA0001',
    timeOfDay: '08:00',
    timeZone: 'Europe/Madrid',
    days: 'daily',
    eve: false,
    filters: '',
    reminders: false,
    paused: false,
    since: 0,
    failures: 0,
    ...given,
  };
}

export function owed(given: Partial<NewDelivery> = {}): NewDelivery {
  return {
    digestId: 'lobby',
    day: '2027-05-11',
    part: '0',
    kind: 'digest',
    position: 0,
    channel: 'C0LOBBY001',
    inThread: false,
    message: { text: 'Tuesday', blocks: [] },
    talks: ['storage/ceph-at-sea'],
    dueAt: 1000,
    until: 5000,
    ...given,
  };
}

/** What a claimed message is read back as. */
export function delivery(given: Partial<Delivery> = {}): Delivery {
  return {
    ...owed(),
    state: 'claimed',
    ts: undefined,
    postedIn: undefined,
    attempts: 0,
    sendingAt: undefined,
    repeated: false,
    revision: 0,
    ...given,
  };
}
