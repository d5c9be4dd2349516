import type { Preferences } from '../../people/preferences.ts';
import type { Member } from '../../people/stars.ts';
import type { Change } from '../../programme/changes.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Talk } from '../../programme/talk.ts';
import { myTalksId, type NewDelivery } from '../../store/delivery.ts';
import { groupByEach } from '../../text/keys.ts';
import { type DeliveryContext, whoSee } from '../delivery-context.ts';
import { fingerprint, myTalksNotice, NOTICE_MS } from '../plan/new-deliveries.ts';
import { tellableNow } from './quiet-hours.ts';

/** How a programme differs from the snapshot that people know. */
export interface StarredChange {
  readonly conference: string;
  readonly programme: Programme;
  readonly changes: readonly Change[];
  /** For each talk the same talk as people know it: stars are on its former id. */
  readonly formerOf: ReadonlyMap<Talk, Talk>;
  /** The version of the new snapshot. */
  readonly version: number;
}

/** The messages to those whose talks changed. */
export interface StarredNotices {
  readonly notices: readonly NewDelivery[];
  /** The ids of the talks that a person is told of. */
  readonly toldTo: (member: Member) => ReadonlySet<string> | undefined;
}

/**
 * Makes a message for each person whose talks changed. They must be claimed before the snapshot is replaced: if a process
 * ends between the two, the next one finds the same changes, and those who were told of them are not told again.
 */
export async function planStarred(change: StarredChange, context: DeliveryContext): Promise<StarredNotices> {
  const known = change.changes.filter(({ kind }) => kind !== 'added');
  const idOf = ({ talk }: Change) => (change.formerOf.get(talk) ?? talk).id;
  const notices: NewDelivery[] = [];
  const told = new Map<string, ReadonlySet<string>>();
  const toldTo = (member: Member) => told.get(myTalksId(member));
  if (known.length === 0) return { notices, toldTo };
  const { store } = context;
  const starring = await store.stars.peopleWhoStarred(change.conference, [...new Set(known.map(idOf))]);
  const stars = whoSee(change.programme, starring, context);
  const preferences = await store.preferences.ofAll(stars);
  for (const [id, those] of groupByEach(stars, star => [myTalksId(star)])) {
    const [member] = those;
    const chosen = member && preferences(member);
    if (member === undefined || chosen?.changes !== true) continue;
    const starred = new Set(those.map(({ talk }) => talk));
    const changes = known.filter(each => starred.has(idOf(each)));
    notices.push(await noticeFor(member, { chosen, changes, change, context }));
    told.set(id, new Set(changes.map(({ talk }) => talk.id)));
  }
  return { notices, toldTo };
}

async function noticeFor(
  member: Member,
  {
    chosen,
    changes,
    change: { conference, programme, version },
    context,
  }: {
    readonly chosen: Preferences;
    /** Those of the person's talks. */
    readonly changes: readonly Change[];
    readonly change: StarredChange;
    readonly context: DeliveryContext;
  },
): Promise<NewDelivery> {
  const { messages, rehearsal } = context;
  const { folder } = programme.conference;
  const message = messages.starredChanged(changes, { folder, rehearsal });
  const changed = fingerprint([conference, message.text]);
  const part = { kind: 'mine', about: 'changed', version, changes: changed } as const;
  const dueAt = await tellableNow(member, chosen, context);
  const talks = changes.map(({ talk }) => talk.id);
  return myTalksNotice(member, part, { message, talks, dueAt, until: dueAt + NOTICE_MS });
}
