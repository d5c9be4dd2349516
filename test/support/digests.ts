import type { Delivery, NewDelivery } from '../../src/store/delivery.ts';
import type { DeliveryPart } from '../../src/store/delivery-part.ts';
import type { Digest, DigestKey } from '../../src/store/digests.ts';

/** Builders of orders and deliveries: values that a test does not name are plain and valid. */
export function digest(given: Partial<Digest> = {}): Digest {
  return {
    id: 'lobby',
    workspace: 'T0HARBOUR1',
    channel: 'C0LOBBY001',
    owner: 'U0MIRA0001',
    timeOfDay: '08:00',
    timeZone: 'Europe/Madrid',
    days: 'daily',
    weekdays: [],
    eve: false,
    filters: '',
    reminders: false,
    language: 'en',
    intro: '',
    closing: '',
    sponsor: '',
    sponsorLink: '',
    span: 'day',
    onlyChanges: false,
    changesInChannel: false,
    mentionHere: false,
    paused: false,
    since: 0,
    failures: 0,
    ...given,
  };
}

export function digestKey(id = 'lobby', workspace = 'T0HARBOUR1'): DigestKey {
  return { workspace, id };
}

/** Keeps the order of messages that have the same right to be sent. */
export function noChance(): number {
  return 0;
}

/** The place of a message of a day, counted from 0. */
export function dayPart(position = 0): Extract<DeliveryPart, { kind: 'day' }> {
  return { kind: 'day', position };
}

export function newDelivery(given: Partial<NewDelivery> = {}): NewDelivery {
  return {
    workspace: 'T0HARBOUR1',
    digestId: 'lobby',
    day: '2027-05-11',
    part: dayPart(),
    channel: 'C0LOBBY001',
    message: { text: 'Tuesday', blocks: [] },
    talks: ['storage/ceph-at-sea'],
    dueAt: 1000,
    until: 5000,
    ...given,
  };
}

/** A message that was claimed and not sent yet. */
export function delivery(
  given: Partial<NewDelivery & Pick<Delivery, 'attempts' | 'repeated' | 'revision'>> = {},
) {
  return {
    ...newDelivery(),
    state: 'claimed',
    attempts: 0,
    repeated: false,
    revision: 0,
    ...given,
  } as const satisfies Delivery;
}
