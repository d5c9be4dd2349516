import { groupByEach } from '../../text/keys.ts';
import type { TitledEvent } from './group-events.ts';
import { findProperty, findValue } from './lines.ts';
import { type IcsZones, toInstantKey } from './zones.ts';

/**
 * Keeps the newest state of each event: of those with one UID and one RECURRENCE-ID, the one with the highest SEQUENCE, then
 * with the latest LAST-MODIFIED or DTSTAMP (RFC 5545, 3.8.7.4). MOCA's 88 talks share the 5 UIDs of their categories, so
 * events are states of one only if their numbers or stamps tell which is newer.
 */
export function keepNewest<Event extends TitledEvent>(
  events: readonly Event[],
  zones: IcsZones,
): readonly Event[] {
  const groups = groupByEach(events, event => [identityOf(event, zones) ?? event]);
  const old = new Set([...groups.values()].filter(areStates).flatMap(dropNewest));
  return events.filter(event => !old.has(event));
}

function identityOf({ block: { properties } }: TitledEvent, zones: IcsZones): string | undefined {
  const uid = findValue(properties, 'uid');
  if (uid === '') return undefined;
  const change = findProperty(properties, 'recurrence-id');
  const at = change?.values[0];
  return `${uid}\n${change === undefined || at === undefined ? '' : toInstantKey(zones.place(at, change))}`;
}

/** An export that stamps each event as it goes is done within a minute. */
const STAMPS_APART_MS = 60_000;

function areStates(events: readonly TitledEvent[]): boolean {
  if (events.length < 2) return false;
  if (new Set(events.map(sequenceOf)).size === events.length) return true;
  const starts = new Set(events.map(({ block }) => findValue(block.properties, 'dtstart')));
  const titles = new Set(events.map(({ title }) => title));
  const stamps = events.map(stampOf).sort((a, b) => a - b);
  const areApart = stamps.every((stamp, at) => at === 0 || stamp - (stamps[at - 1] ?? 0) >= STAMPS_APART_MS);
  return areApart && (starts.size === 1 || titles.size === 1);
}

function dropNewest<Event extends TitledEvent>(events: readonly Event[]): readonly Event[] {
  return [...events].sort((a, b) => sequenceOf(b) - sequenceOf(a) || stampOf(b) - stampOf(a)).slice(1);
}

function sequenceOf({ block }: TitledEvent): number {
  return Number(findValue(block.properties, 'sequence').trim()) || 0;
}

/** In milliseconds since 1970; 0 if there is none. */
function stampOf({ block }: TitledEvent): number {
  const stamps = ['last-modified', 'dtstamp'].map(name => Date.parse(findValue(block.properties, name)));
  return stamps.find(stamp => !Number.isNaN(stamp)) ?? 0;
}
