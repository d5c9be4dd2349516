import { groupByEach, hashId } from '../../text/keys.ts';
import { findProperty, findValue, type IcsBlock, type IcsProperty } from './lines.ts';

/** An event with the title from its summary. */
export interface TitledEvent {
  readonly block: IcsBlock;
  readonly title: string;
}

/** All events of one talk. */
export interface IcsTalk<Event extends TitledEvent> {
  /** Undefined if the talk is known only by title and speakers. */
  readonly id: string | undefined;
  /** The event that describes the talk; the others only add times and rooms. */
  readonly main: Event;
  readonly others: readonly Event[];
  /** The RECURRENCE-IDs of the other events: the times that they replace. */
  readonly replaced: readonly IcsProperty[];
}

/**
 * Groups the events of a calendar by talk. UIDs should be unique, but MOCA's 88 events have the 5 UIDs of their
 * categories and ESUG's have none; so a UID counts only if it is unique, and else the URL does. Only pretalx, Lectern
 * and a RECURRENCE-ID state that several events are one talk.
 */
export function groupEvents<Event extends TitledEvent>(events: readonly Event[]): readonly IcsTalk<Event>[] {
  const mains = events.filter(event => !isChange(event));
  const uids = groupByEach(mains, event => [uidOf(event)]);
  const urls = groupByEach(mains, event => [findValue(event.block.properties, 'url')]);
  const titles = groupByEach(mains, ({ title }) => [title]);
  const identity = (event: Event): { readonly id: string | undefined; readonly isShared: boolean } => {
    const uid = uidOf(event);
    const url = findValue(event.block.properties, 'url');
    const own = statedId(event);
    if (own !== undefined) return { id: own, isShared: true };
    if (uid && (uids.get(uid)?.length ?? 0) <= 1) return { id: uid, isShared: true };
    if (url && urls.get(url)?.length === 1) return { id: url, isShared: false };
    return { id: titles.get(event.title)?.length === 1 ? undefined : makeId(event), isShared: false };
  };
  const talks = groupByEach(events, event => {
    const { id, isShared } = identity(event);
    return [isShared ? `id ${id}` : `line ${event.block.line}`];
  });
  return [...talks.values()].flatMap(group => {
    const [main, ...rest] = [...group].sort(
      (a, b) => Number(isChange(a)) - Number(isChange(b)) || Number(isCancelled(a)) - Number(isCancelled(b)),
    );
    if (main === undefined) return [];
    // A slot that is cancelled is none, if the talk has others.
    const others = isCancelled(main) ? rest : rest.filter(event => isChange(event) || !isCancelled(event));
    return { id: identity(main).id, main, others, replaced: findReplaced(others) };
  });
}

/** Without the host, which says where the event was made and looks like an e-mail address. */
function uidOf({ block }: TitledEvent): string {
  return findValue(block.properties, 'uid').replace(/@[^@\s]*$/, '');
}

/** pretalx numbers the slots of a talk after its code: `pretalx-2027-ABCDEF-2@pretalx.example`. */
function statedId({ block }: TitledEvent): string | undefined {
  const lecterns = findValue(block.properties, 'x-lectern-id');
  if (lecterns !== '') return lecterns;
  return /^pretalx-.*?-([A-Z\d]{6})(?:-\d+)?@/.exec(findValue(block.properties, 'uid'))?.[1];
}

function isChange({ block }: TitledEvent): boolean {
  return findValue(block.properties, 'recurrence-id') !== '';
}

export function isCancelled({ block }: TitledEvent): boolean {
  return /^cancell?ed$/i.test(findValue(block.properties, 'status').trim());
}

function findReplaced(events: readonly TitledEvent[]): readonly IcsProperty[] {
  return events.flatMap(({ block }) => findProperty(block.properties, 'recurrence-id') ?? []);
}

/** Makes an id for a talk that shares its title with others of the calendar. */
function makeId({ block, title }: TitledEvent): string {
  const parts = [title, findValue(block.properties, 'dtstart'), findValue(block.properties, 'location')];
  return hashId(parts.join('\n'));
}
