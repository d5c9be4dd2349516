import { type Fields, isFields } from '../../reading/json.ts';
import { findColumns } from '../../rows/columns/columns.ts';
import { toKey } from './collections.ts';
import { flattenRecord } from './flatten.ts';
import { cellsOf, hasClock } from './record-columns.ts';
import type { FoundRecord } from './search-document.ts';

/**
 * Reads a document that is one talk, as PyVideo and some websites keep each talk in a file of its own; one record for
 * each of its times. Undefined if it is something else: the settings of a website have a title and an author too.
 */
export function findOneTalk(document: unknown): readonly FoundRecord[] | undefined {
  if (!isFields(document)) return undefined;
  if (!known.has(document)) known.set(document, readOneTalk(document));
  return known.get(document);
}

/** A document is first recognised and then read. */
const known = new WeakMap<object, readonly FoundRecord[] | undefined>();

function readOneTalk(document: Fields): readonly FoundRecord[] | undefined {
  const records = flattenRecord(document);
  return records.every(isTalk) ? records.map(record => ({ record, defaults: {} })) : undefined;
}

function isTalk(record: Fields): boolean {
  const names = Object.keys(record);
  if (names.some(name => OF_SETTINGS.has(toKey(name)))) return false;
  const columns = findColumns(names);
  const cell = cellsOf(record, columns);
  if (cell('title') === '') return false;
  const isTimed = hasClock(cell('start'));
  const titleName = names[columns.title?.[0] ?? -1] ?? '';
  const isNamed = /titel|tit|talk|session/i.test(titleName);
  // A whole event has a name, a zone and a start, too, as Open Event's `event` file has.
  if (titleName === 'name' && names.some(name => /^time-?zone$/.test(toKey(name)))) return false;
  return isTimed || (isNamed && (cell('speakers') !== '' || cell('abstract') !== ''));
}

/** Fields that files of settings and packages have, and talks do not. */
const OF_SETTINGS = new Set(
  `baseurl base-url plugins theme collections defaults dependencies dev-dependencies scripts repository private workspaces
  compiler-options engines jobs steps services require autoload properties schema permalink markdown sass include exclude
  nav navigation menu languages-available sources csv files cfp cfps city country`.split(/\s+/),
);
