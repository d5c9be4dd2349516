import type { Conference } from '../programme/conference.ts';

/** 2027-05-11T08:55+02:00: five minutes before the sample conference begins, so that it has a now and a today. */
const SAMPLE_BEGINS = Date.UTC(2027, 4, 11, 6, 55);

/**
 * The instant at which Lectern's own clock starts; none where it is the real one. A conference that is only tried out
 * is tried out on its first day.
 */
export function rehearsalStart(
  { clock, slack }: { readonly clock: number | undefined; readonly slack: { readonly kind: string } },
  conference: Conference,
): number | undefined {
  return clock ?? (slack.kind === 'local' && conference.sample ? SAMPLE_BEGINS : undefined);
}
