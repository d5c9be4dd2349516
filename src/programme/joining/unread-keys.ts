import { listSome, pluralise } from '../../text/display.ts';
import type { Problem } from '../problem.ts';
import type { Draft } from './draft.ts';

/** Reports the keys that were not read of files with one talk each, in one line for all files of a conference. */
export function reportUnreadKeys(drafts: readonly Draft[]): readonly Problem[] {
  const lacking = drafts.filter(({ unreadKeys = [] }) => unreadKeys.length > 0);
  const [first] = lacking;
  const message = describeUnreadKeys(
    [...new Set(lacking.flatMap(({ unreadKeys = [] }) => unreadKeys))],
    lacking.length,
  );
  if (first === undefined || message === undefined) return [];
  return [{ severity: 'warning', file: first.file, line: undefined, item: undefined, message }];
}

/** Names the keys that were not read; undefined if there are none. */
export function describeUnreadKeys(keys: readonly string[], files = 1): string | undefined {
  if (keys.length === 0) return undefined;
  const of = files > 1 ? ` in ${pluralise(files, 'file')}` : '';
  return `These keys were not read${of}: ${listSome(keys, KEYS_MAX)}.`;
}

const KEYS_MAX = 20;
