import { setImmediate as nextTurn } from 'node:timers/promises';
import { isHeld, type Talk } from '../../programme/talk.ts';
import { find } from '../../search/find.ts';
import type { Loaded } from '../../search/loaded.ts';
import type { KnownAlert } from '../../store/alerts.ts';
import type { NewDelivery } from '../../store/delivery.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import { fingerprint, myTalksNotice, NOTICE_MS } from '../plan/new-deliveries.ts';
import { claimNotices } from './claim-notices.ts';
import { tellableNow } from './quiet-hours.ts';

/** So many alerts are looked at before searches are answered. */
const AT_ONCE = 20;

export interface AlertedProgramme {
  readonly loaded: Loaded;
  readonly conference: string;
  /** The present ids of talks that got another one, by the former id. */
  readonly newIds: ReadonlyMap<string, string>;
}

/**
 * Claims a message to each person for whose words there are matches that they do not know yet: talks that came in, and
 * talks that match since they changed. It remembers them after that, so that a process that ends in between tells nobody
 * twice: the same talks make the same message.
 */
export async function tellAlerts(
  { loaded, conference, newIds }: AlertedProgramme,
  context: DeliveryContext,
): Promise<void> {
  const alerts = await context.store.alerts.all(conference);
  const preferences = await context.store.preferences.ofAll(alerts);
  let looked: { readonly words: string; readonly talks: readonly Talk[] } | undefined;
  for (const [at, alert] of alerts.entries()) {
    if (looked?.words !== alert.words)
      looked = { words: alert.words, talks: findMatches(alert.words, loaded) };
    const known = new Set([...alert.told].map(id => newIds.get(id) ?? id));
    const fresh = looked.talks.filter(({ id }) => !known.has(id));
    if (fresh.length > 0) {
      const from = await tellableNow(alert, preferences(alert), context);
      await claimNotices([noticeFor(alert, fresh, { from, loaded, context })], context);
    }
    if (fresh.length > 0 || newIds.size > 0)
      await context.store.alerts.recordTold(alert, [...known, ...fresh.map(({ id }) => id)]);
    if (at % AT_ONCE === AT_ONCE - 1) await nextTurn();
  }
}

/** The talks that match these words, without those that match by everyday words alone and those that are cancelled. */
export function findMatches(words: string, { index }: Pick<Loaded, 'index'>): readonly Talk[] {
  const { talks, weak } = find(index, words);
  return talks.filter((talk, place) => weak?.places[place] !== 1 && isHeld(talk));
}

function noticeFor(
  alert: KnownAlert,
  talks: readonly Talk[],
  {
    from,
    loaded,
    context: { messages, rehearsal },
  }: { readonly from: number; readonly loaded: Loaded; readonly context: DeliveryContext },
): NewDelivery {
  const { programme } = loaded;
  const { folder } = programme.conference;
  const ids = talks.map(({ id }) => id);
  const part = { kind: 'mine', about: 'found', talks: fingerprint([alert.words, ...ids].sort()) } as const;
  const message = messages.alertFound(alert.words, talks, { folder, programme, rehearsal });
  return myTalksNotice(alert, part, { message, talks: ids, dueAt: from, until: from + NOTICE_MS });
}
