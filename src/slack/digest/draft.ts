import type { Digest } from '../../store/digests.ts';

/** A digest in its form, with what has been entered so far. It travels in the form. */
export interface Draft {
  readonly digest: Digest;
  readonly isNew: boolean;
  /** Where the form was opened. */
  readonly openedIn: string;
  /** Whether the person may order digests for other channels than this one. */
  readonly anyChannel: boolean;
}

export function writeDraft(draft: Draft): string {
  return JSON.stringify(draft);
}

/** Only what we wrote comes back: Slack hands it through and signs that it does. */
export function readDraft(metadata: string): Draft {
  return JSON.parse(metadata) as Draft;
}
