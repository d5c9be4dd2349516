import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Member } from '../../people/stars.ts';
import { conferenceKey } from '../../programme/conference.ts';
import type { Programme } from '../../programme/programme.ts';
import { isHeld, type Talk } from '../../programme/talk.ts';
import { ALL, find } from '../../search/find.ts';
import { conferencesOf, type Loaded, type OwnTalk, ownTalk } from '../../search/loaded.ts';
import type { KnownAlert, ToldTalks } from '../../store/alerts.ts';
import { myTalksId, type NewDelivery } from '../../store/delivery.ts';
import { groupByEach } from '../../text/keys.ts';
import { remember, rememberOf } from '../../text/remember.ts';
import { type DeliveryContext, isSeenBy } from '../delivery-context.ts';
import type { AlertMatch } from '../messages.ts';
import { fingerprint, myTalksNotice, NOTICE_MS } from '../plan/new-deliveries.ts';
import { tellableNow } from './quiet-hours.ts';

/** So many alerts are looked at before searches are answered. */
const AT_ONCE = 20;

/** A conference whose programme changed, for those who wait for talks there. */
export interface AlertedConference {
  readonly conference: string;
  readonly programme: Programme;
  /** The present ids of talks that got another one, by the former id. */
  readonly newIds: ReadonlyMap<string, string>;
  /** The ids of the talks that came in. */
  readonly added: ReadonlySet<string>;
}

/** The programmes that are searched for alerts, and which of them changed. */
export interface AlertedProgrammes {
  readonly loaded: Loaded;
  readonly changed: readonly AlertedConference[];
}

/** The ids of the talks of a conference that a person is told of in another message. */
export type ToldElsewhere = (member: Member, conference: string) => ReadonlySet<string> | undefined;

/** An alert with all that its person knows once they are told, and what they are to be told. */
interface Finding extends ToldTalks {
  readonly alert: KnownAlert;
  readonly fresh: readonly OwnTalk[];
  /** That of the alert's conference. */
  readonly programme: Programme;
}

/** An alert that was removed or told by another process meanwhile is read once more. */
const PASSES = 3;

/**
 * Claims a message to each person for whose words there are matches that they do not know yet: talks that came in, and
 * talks that match since they changed. All alerts of a person are one message, and it is recorded in the same step what
 * they know.
 */
export async function tellAlerts(
  programmes: AlertedProgrammes,
  toldElsewhere: ToldElsewhere,
  context: DeliveryContext,
): Promise<void> {
  if (programmes.changed.length === 0) return;
  for (let pass = 0; pass < PASSES; pass++) if (await tellOnce(programmes, toldElsewhere, context)) return;
}

/** Returns false if an alert is to be read once more. */
async function tellOnce(
  programmes: AlertedProgrammes,
  toldElsewhere: ToldElsewhere,
  context: DeliveryContext,
): Promise<boolean> {
  const { alerts, preferences } = context.store;
  const findings = await findFresh(programmes, toldElsewhere, context);
  const chosen = await preferences.ofAll(findings.map(({ alert }) => alert));
  const byPerson = [...groupByEach(findings, ({ alert }) => [myTalksId(alert)]).values()];
  let isAll = true;
  for (const [place, those] of byPerson.entries()) {
    const [first] = those;
    if (first === undefined) continue;
    const isNews = those.some(({ fresh }) => fresh.length > 0);
    const dueAt = isNews ? await tellableNow(first.alert, chosen(first.alert), context) : 0;
    const isRecorded = await alerts.recordTold(those, left =>
      noticeFor(
        those.filter(({ alert }) => left.includes(alert)),
        { dueAt, changed: programmes.changed, context },
      ),
    );
    isAll &&= isRecorded;
    if (place % AT_ONCE === AT_ONCE - 1) await nextTurn();
  }
  return isAll;
}

/** The alerts of which something is to be told or recorded. Talks without dates count along with every conference. */
async function findFresh(
  { loaded, changed }: AlertedProgrammes,
  toldElsewhere: ToldElsewhere,
  context: DeliveryContext,
): Promise<readonly Finding[]> {
  const { store } = context;
  const newIds = new Map(changed.map(each => [each.conference, each.newIds]));
  const isAnyUndated = changed.some(({ programme }) => isUndated(programme));
  const isSeen = rememberOf((programme: Programme) => isSeenBy(programme, context));
  const findings: Finding[] = [];
  for (const programme of conferencesOf(loaded)) {
    const conference = conferenceKey(programme.conference);
    if (!isAnyUndated && !newIds.has(conference)) continue;
    // Alerts for the same words come one after the other.
    const matchesOf = remember(words => findOwnMatches(words, programme, loaded), 1);
    const alerts = (await store.alerts.all(conference)).filter(isSeen(programme));
    for (const [place, alert] of alerts.entries()) {
      const known = new Set([...alert.told].map(id => currentId(id, conference, newIds)));
      const others = matchesOf(alert.words).filter(
        own => !known.has(toldId(own, conference)) && isSeen(own.programme)(alert),
      );
      const told = [...known, ...others.map(own => toldId(own, conference))];
      const fresh = others.filter(
        own => toldElsewhere(alert, conferenceKey(own.programme.conference))?.has(own.talk.id) !== true,
      );
      const isMoved = [...alert.told].some(id => !known.has(id));
      if (others.length > 0 || isMoved) findings.push({ alert, told, fresh, programme });
      if (place % AT_ONCE === AT_ONCE - 1) await nextTurn();
    }
  }
  return findings;
}
/**
 * The talks that match these words for somebody who waits for them at a conference: its own, and those without dates. They
 * are without those that match by everyday words alone and those that are cancelled.
 */
export function findOwnMatches(words: string, programme: Programme, loaded: Loaded): readonly OwnTalk[] {
  const shown = findMatches(words, loaded)
    .map(talk => ownTalk({ talk, programme: loaded.programme }, loaded))
    .filter(own => own.programme === programme || isUndated(own.programme));
  const other = loaded.others.find(each => each.isAlong !== true && each.programme === programme);
  if (other === undefined) return shown;
  return [...findMatches(words, other.open()).map(talk => ({ talk, programme })), ...shown];
}

function findMatches(words: string, { index }: Pick<Loaded, 'index'>): readonly Talk[] {
  const { talks, weak } = find(index, words, { limit: ALL });
  return talks.filter((talk, place) => weak?.places[place] !== 1 && isHeld(talk));
}

/** Whether its talks count along with those of every conference. */
export function isUndated({ days }: Programme): boolean {
  return days.length === 0;
}

/** The id under which it is kept that a person knows a talk: its own at the conference of the alert. */
export function toldId({ talk, programme }: OwnTalk, conference: string): string {
  const own = conferenceKey(programme.conference);
  return own === conference ? talk.id : `${own}\n${talk.id}`;
}

/** The same after talks got other ids. */
function currentId(
  kept: string,
  conference: string,
  newIds: ReadonlyMap<string, ReadonlyMap<string, string>>,
): string {
  const end = kept.lastIndexOf('\n');
  const id = kept.slice(end + 1);
  const ids = newIds.get(end === -1 ? conference : kept.slice(0, end));
  return kept.slice(0, end + 1) + (ids?.get(id) ?? id);
}

/** One message for all alerts of a person; undefined if there is nothing to tell. */
function noticeFor(
  findings: readonly Finding[],
  {
    dueAt,
    changed,
    context: { messages, rehearsal },
  }: {
    readonly dueAt: number;
    readonly changed: readonly AlertedConference[];
    readonly context: DeliveryContext;
  },
): NewDelivery | undefined {
  const matches = matchesOf(findings, changed);
  const [first] = findings;
  if (first === undefined || matches.length === 0) return undefined;
  const keys = findings.flatMap(({ alert: { conference, words }, fresh }) =>
    fresh.map(own => [conference, words, toldId(own, conference)].join('\n')),
  );
  const part = { kind: 'mine', about: 'found', talks: fingerprint(keys.sort()) } as const;
  return myTalksNotice(first.alert, part, {
    message: messages.alertFound(matches, { rehearsal }),
    talks: matches.map(({ talk }) => talk.id),
    dueAt,
    until: dueAt + NOTICE_MS,
  });
}

/** Each talk once, with the alerts that it matches. */
function matchesOf(
  findings: readonly Finding[],
  changed: readonly AlertedConference[],
): readonly AlertMatch[] {
  const found = findings.flatMap(({ alert, fresh, programme }) => {
    const named = { words: alert.words, programme };
    return fresh.map(own => ({ own, alert: named }));
  });
  return [...groupByEach(found, ({ own }) => [own.talk])].flatMap(([talk, those]) => {
    const [first] = those;
    if (first === undefined) return [];
    const { conference } = first.own.programme;
    const isNew = changed.some(
      each => each.conference === conferenceKey(conference) && each.added.has(talk.id),
    );
    return { talk, folder: conference.folder, isNew, alerts: those.map(({ alert }) => alert) };
  });
}
