import { isDate } from '../../programme/moment.ts';
import type { IcsEvent } from './event.ts';
import { type IcsTalk, isCancelled } from './group-events.ts';
import { findProperty, findValue, type IcsBlock, type IcsProperty } from './lines.ts';

/** These tell of the whole series or of its state, and a change does not have them from its event. */
const OWN = new Set(['rrule', 'rdate', 'exdate', 'dtend', 'duration', 'status', 'sequence', 'recurrence-id']);

/**
 * Makes a talk of its own of each time of a series that is cancelled or has another title, description or speakers; a
 * time that is only moved or in another room stays with the series. A change has from its event what it does not state.
 */
export function separateChanges(talk: IcsTalk<IcsEvent>): readonly IcsTalk<IcsEvent>[] {
  const others = talk.others.map(other => (isChange(other) ? completeChange(other, talk.main) : other));
  const apart = others.filter(other => isChange(other) && isApart(other, talk.main));
  return [
    { ...talk, others: others.filter(other => !apart.includes(other)) },
    ...apart.map(main => ({
      id: talk.id && `${talk.id}-${nameTime(main.block)}`,
      main,
      others: [],
      replaced: [],
    })),
  ];
}

function isChange({ block }: IcsEvent): boolean {
  return findValue(block.properties, 'recurrence-id') !== '';
}

function completeChange(change: IcsEvent, main: IcsEvent): IcsEvent {
  const { block } = change;
  const has = (name: string) => block.properties.some(property => property.name === name);
  const inherited = main.block.properties.filter(
    ({ name }) => !OWN.has(name) && name !== 'dtstart' && !has(name),
  );
  const properties = [...block.properties, ...inherited, ...timesOf(change, main)];
  const isUntitled = findValue(block.properties, 'summary') === '';
  return {
    ...change,
    ...(isUntitled && { summary: main.summary, title: main.title }),
    block: { ...block, properties },
  };
}

/** A change that says only which time it is of is at that time, and as long as the others. */
function timesOf({ block }: IcsEvent, main: IcsEvent): readonly IcsProperty[] {
  const start = findProperty(block.properties, 'dtstart');
  const named = findProperty(block.properties, 'recurrence-id');
  const mainStart = findProperty(main.block.properties, 'dtstart');
  const isLong = ['dtend', 'duration'].some(name => findValue(block.properties, name) !== '');
  const length = isLong ? [] : lengthOf(main.block);
  if (start !== undefined || named === undefined || mainStart === undefined) return length;
  const [value = ''] = named.values;
  // A change of a time that is named by its date is at the usual hour.
  const at = isDate(value) ? value + (mainStart.values[0] ?? '').slice(10) : value;
  const isNamed = at.endsWith('Z') || named.parameters.has('tzid');
  return [{ ...(isNamed && !isDate(value) ? named : mainStart), name: 'dtstart', values: [at] }, ...length];
}

function lengthOf({ properties }: IcsBlock): readonly IcsProperty[] {
  const duration = findProperty(properties, 'duration');
  if (duration !== undefined) return [duration];
  const [from, to] = ['dtstart', 'dtend'].map(name => Date.parse(findValue(properties, name)));
  if (from === undefined || to === undefined || !(to > from)) return [];
  const seconds = (to - from) / 1000;
  return [{ name: 'duration', parameters: new Map(), values: [`PT${seconds}S`], rule: undefined }];
}

function isApart(change: IcsEvent, main: IcsEvent): boolean {
  const differs = (read: (event: IcsEvent) => string) => read(change) !== read(main);
  return (
    isCancelled(change) ||
    isCancelled(main) ||
    differs(({ title }) => title) ||
    differs(({ summary }) => summary.names.join('\n')) ||
    differs(({ block }) => findValue(block.properties, 'description'))
  );
}

/** `2027-05-12T09:00` */
function nameTime({ properties }: IcsBlock): string {
  return findValue(properties, 'recurrence-id').slice(0, 16);
}
