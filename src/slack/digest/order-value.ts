import { z } from 'zod';
import type { Digest } from '../../store/digests.ts';

/** All of a digest that is ordered, and that the person who presses a button does not say. */
export type OrderedDigest = Pick<
  Digest,
  | 'id'
  | 'channel'
  | 'timeOfDay'
  | 'timeZone'
  | 'days'
  | 'weekdays'
  | 'eve'
  | 'filters'
  | 'reminders'
  | 'paused'
>;

/** Slack's limit. */
const VALUE_LENGTH = 2000;

/** Writes an order into the value of a button; undefined if it is too long for one. */
export function writeOrderValue(digest: OrderedDigest): string | undefined {
  const { id, channel, timeOfDay, timeZone, days, weekdays, eve, filters, reminders, paused } = digest;
  const value = JSON.stringify({
    id,
    channel,
    timeOfDay,
    timeZone,
    days,
    weekdays,
    eve,
    filters,
    reminders,
    paused,
  });
  return value.length > VALUE_LENGTH ? undefined : value;
}

/** Reads it back; undefined for a value that another Lectern wrote. */
export function readOrderValue(value: string | undefined): OrderedDigest | undefined {
  try {
    return orderForm.safeParse(JSON.parse(value ?? '')).data;
  } catch {
    return undefined;
  }
}

const orderForm: z.ZodType<OrderedDigest> = z.object({
  id: z.string(),
  channel: z.string(),
  timeOfDay: z.string(),
  timeZone: z.string(),
  days: z.union([z.literal('daily'), z.array(z.string())]),
  weekdays: z.array(z.number()),
  eve: z.boolean(),
  filters: z.string(),
  reminders: z.boolean(),
  paused: z.boolean(),
});
