import type { Change } from '../../programme/changes.ts';
import type { Loaded } from '../../search/loaded.ts';
import type { Delivery, MessageUpdate, NewDelivery } from '../../store/delivery.ts';
import type { Digest } from '../../store/digests.ts';
import { type ComposeDay, daysOf } from '../compose/compose-day.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import type { DayPart } from '../messages.ts';
import { WORTH_MS } from '../plan/due.ts';
import { partOwed, replyOwed } from '../plan/new-deliveries.ts';
import { matchingTalks } from '../plan/sessions-by-day.ts';

/** A day of a digest as it stands in its channel, or will; by position. */
export interface Shown {
  readonly digest: Digest;
  readonly parts: readonly Delivery[];
}

/** What makes it right again: messages that read otherwise, further parts, and a reply that says what changed. */
export interface Edits {
  readonly reworded: readonly MessageUpdate[];
  readonly owed: readonly NewDelivery[];
}

export interface Changed {
  readonly setting: DeliveryContext;
  readonly composeDay: ComposeDay;
  readonly loaded: Loaded;
  readonly changes: readonly Change[];
  /** Of what was told before; the reply is named for it, so that there is one. */
  readonly version: number;
}

export async function editsOf(shown: Shown, changed: Changed): Promise<Edits> {
  const [first] = shown.parts;
  const changes = changesOf(shown, changed);
  if (first === undefined || changes.length === 0) return { reworded: [], owed: [] };
  const composed = await changed.composeDay(shown.digest, first.day, changed.loaded);
  const now = changed.setting.now();
  const due = { day: first.day, dueAt: now, until: now + WORTH_MS };
  const reworded = shown.parts.flatMap(part => rewordedAs(part, composed[part.position], shown, changed));
  const there = new Set(shown.parts.map(({ position }) => position));
  const further = composed
    .map((part, position) => partOwed(shown.digest, due, { ...part, position }))
    .filter(({ position }) => !there.has(position));
  const told = changes.filter(isForReaders);
  const isThere = shown.parts.some(({ state }) => state !== 'claimed');
  const hasNews = told.length > 0 && isThere && reworded.length + further.length > 0;
  return { reworded, owed: hasNews ? [...further, reply(shown, told, due, changed)] : further };
}

/** What only reads otherwise is edited; what concerns where to be and when is told as well. */
function isForReaders({ kind }: Change): boolean {
  return kind !== 'retitled' && kind !== 'speakers';
}

function changesOf({ digest, parts }: Shown, { changes, loaded }: Changed): readonly Change[] {
  const told = new Set(parts.flatMap(({ talks }) => talks));
  const chosen = matchingTalks(digest.filters, loaded);
  const [first] = parts;
  return changes.filter(
    change =>
      told.has(change.talk.id) ||
      (first !== undefined && daysOf(change).has(first.day) && chosen.has(change.talk.id)),
  );
}

function rewordedAs(
  part: Delivery,
  composed: DayPart | undefined,
  { digest }: Shown,
  { setting: { messages: words } }: Changed,
): readonly MessageUpdate[] {
  const which = part.position === 0 ? 'first' : 'reply';
  const { message, talks } = composed ?? { message: words.emptyPart(digest, which), talks: [] };
  const shown = part.repeated ? words.markRepeated(message) : message;
  return JSON.stringify(shown) === JSON.stringify(part.message) ? [] : [{ key: part, message: shown, talks }];
}

function reply(
  { digest }: Shown,
  changes: readonly Change[],
  due: Parameters<typeof replyOwed>[1],
  { setting, version }: Changed,
): NewDelivery {
  const message = setting.messages.changes(changes, setting.rehearsal);
  const talks = changes.map(({ talk }) => talk.id);
  return replyOwed(digest, due, { part: `change ${version + 1}`, message, talks });
}
