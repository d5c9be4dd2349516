import { rehearsalStart } from '../clock.ts';
import type { Conference } from '../programme/conference.ts';

/** The instant that a command is asked at: as in the workspace on this machine, where the sample is on its first day. */
export function askedAt({ clock }: { readonly clock: number | undefined }, conference: Conference): number {
  return rehearsalStart({ clock, slack: { kind: 'local' } }, conference) ?? Date.now();
}
