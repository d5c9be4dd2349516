import { z } from 'zod';
import type { Digest } from '../../store/digests.ts';
import { LANGUAGES } from '../../words/languages.ts';

/** All of a digest that is ordered, and that the person who presses a button does not say. */
export type OrderedDigest = Omit<Digest, 'workspace' | 'owner' | 'since' | 'failures'>;

/** Slack's limit. */
const VALUE_LENGTH = 2000;

/** An order that its reader may place, as the value of a button has it. */
export interface OrderValue {
  readonly digest: OrderedDigest;
  /** Whether its message answers for other channels, too. Slack does not send a message along that one person alone sees. */
  readonly isOneOfMany: boolean;
  /** Whether it was ordered in the place of a paused digest, and so resumes that. */
  readonly resumes?: boolean | undefined;
}

/** Writes an order into the value of a button; undefined if it is too long for one. */
export function writeOrderValue(
  digest: OrderedDigest,
  isOneOfMany: boolean,
  resumes = false,
): string | undefined {
  const { workspace, owner, since, failures, ...order }: Partial<Digest> & OrderedDigest = digest;
  const value = JSON.stringify({
    ...order,
    ...(isOneOfMany && { isOneOfMany }),
    ...(resumes && { resumes }),
  });
  return value.length > VALUE_LENGTH ? undefined : value;
}

/** Reads it back; undefined for a value that another Lectern wrote. */
export function readOrderValue(value: string | undefined): OrderValue | undefined {
  try {
    const { isOneOfMany, resumes, ...digest } = orderForm.parse(JSON.parse(value ?? ''));
    return { digest, isOneOfMany, resumes };
  } catch {
    return undefined;
  }
}

/** The fields of an order in what Slack brings back. */
export const ORDER_FIELDS = {
  id: z.string(),
  channel: z.string(),
  timeOfDay: z.string(),
  timeZone: z.string(),
  days: z.union([z.literal('daily'), z.array(z.string())]),
  weekdays: z.array(z.number()),
  eve: z.boolean(),
  filters: z.string(),
  reminders: z.boolean(),
  // The forms and buttons of an older Lectern lack these.
  language: z.enum(LANGUAGES).default('en'),
  intro: z.string().default(''),
  closing: z.string().default(''),
  sponsor: z.string().default(''),
  sponsorLink: z.string().default(''),
  span: z.enum(['day', 'week']).default('day'),
  onlyChanges: z.boolean().default(false),
  changesInChannel: z.boolean().default(false),
  mentionHere: z.boolean().default(false),
  paused: z.boolean(),
};

const orderForm = z.object({
  ...ORDER_FIELDS,
  isOneOfMany: z.boolean().default(false),
  resumes: z.boolean().optional(),
});
