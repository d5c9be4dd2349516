import { type Change, isForReaders } from '../../programme/changes.ts';
import type { Loaded } from '../../search/loaded.ts';
import type { DayDelivery, MessageUpdate } from '../../store/delivery.ts';
import type { Digest } from '../../store/digests.ts';
import { type ComposeDay, daysOf } from '../compose/compose-day.ts';
import type { PostTime } from '../compose/relative-day.ts';
import { type DayEdits, isPerhapsRead } from '../day-edits.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import type { DayPart } from '../messages.ts';
import { daysTold, WORTH_MS } from '../plan/due.ts';
import { changeReply, dayDeliveries } from '../plan/new-deliveries.ts';
import { matchingTalks } from '../plan/sessions-by-day.ts';
import { isToCome } from './to-come.ts';

/** A day of a digest as it stands in its channel, or will. */
export interface PostedDay {
  readonly digest: Digest;
  readonly day: string;
  /** By position. */
  readonly parts: readonly DayDelivery[];
}

/** How the programme differs from the snapshot that people know. */
export interface ProgrammeChange {
  readonly loaded: Loaded;
  readonly changes: readonly Change[];
  /** The version of the new snapshot; it makes the reply one, whichever process claims it. */
  readonly version: number;
}

interface EditContext {
  readonly context: Pick<DeliveryContext, 'messages' | 'now' | 'rehearsal'>;
  readonly composeDay: ComposeDay;
}

export async function planEdits(
  posted: PostedDay,
  { loaded, changes: all, version }: ProgrammeChange,
  { context: { messages, now, rehearsal }, composeDay }: EditContext,
): Promise<DayEdits> {
  const { digest, day, parts } = posted;
  const changes = changesOfDay(posted, all, loaded);
  if (changes.length === 0) return { updates: [], claims: [] };
  const composed = await composeDay(digest, day, { loaded, posted: postTimeOf(parts, now()) });
  const updates = parts.flatMap(part => updatesOf(part, composed[part.part.position], { digest, messages }));
  const dueAt = now();
  const due = { day, dueAt, until: dueAt + WORTH_MS };
  const positions = new Set(parts.map(({ part }) => part.position));
  const further = dayDeliveries(digest, due, composed).filter((_, position) => !positions.has(position));
  const at = { programme: loaded.programme, now: dueAt };
  // The message itself is edited: nobody has to be told at night that a talk of the morning has another title.
  const news = changes.filter(change => isForReaders(change) && isToCome(change, at));
  const isWorthReply = news.length > 0 && parts.some(isPerhapsRead) && updates.length + further.length > 0;
  if (!isWorthReply) return { updates, claims: further };
  const message = messages.changes(digest, news, { day, rehearsal });
  const talks = news.map(({ talk }) => talk.id);
  return { updates, claims: [...further, changeReply(digest, due, { version, message, talks })] };
}

/** The changes of talks that the day tells of, and of those that it would tell of now. */
function changesOfDay(
  { digest, day, parts }: PostedDay,
  changes: readonly Change[],
  loaded: Loaded,
): readonly Change[] {
  const told = new Set(parts.flatMap(({ talks }) => talks));
  const matching = matchingTalks(digest.filters, loaded);
  const days = daysTold(day, digest);
  return changes.filter(
    change => told.has(change.talk.id) || (isAbout(days, change) && matching.has(change.talk.id)),
  );
}

function isAbout(days: readonly string[], change: Change): boolean {
  const those = daysOf(change);
  return days.some(day => those.has(day));
}

/** When the day was posted: a message that is edited keeps its "today". */
function postTimeOf([first]: readonly DayDelivery[], now: number): PostTime {
  return first === undefined ? { from: now, until: now } : { from: first.dueAt, until: first.until };
}

/** None if the part reads as before. A part of which nothing is left says so. */
function updatesOf(
  delivery: DayDelivery,
  composed: DayPart | undefined,
  { digest, messages }: { readonly digest: Digest } & Pick<DeliveryContext, 'messages'>,
): readonly MessageUpdate[] {
  const which = delivery.part.position === 0 ? 'first' : 'reply';
  const { message: plain, talks } = composed ?? { message: messages.emptyPart(digest, which), talks: [] };
  const message = delivery.repeated ? messages.markRepeated(plain, digest.language) : plain;
  const isSame = JSON.stringify(message) === JSON.stringify(delivery.message);
  return isSame ? [] : [{ key: delivery, message, talks }];
}
