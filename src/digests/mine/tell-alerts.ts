import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Member } from '../../people/stars.ts';
import { isHeld, type Talk } from '../../programme/talk.ts';
import { find } from '../../search/find.ts';
import type { Loaded } from '../../search/loaded.ts';
import type { KnownAlert, ToldTalks } from '../../store/alerts.ts';
import { myTalksId, type NewDelivery } from '../../store/delivery.ts';
import { groupByEach } from '../../text/keys.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import type { AlertMatch } from '../messages.ts';
import { fingerprint, myTalksNotice, NOTICE_MS } from '../plan/new-deliveries.ts';
import { tellableNow } from './quiet-hours.ts';

/** So many alerts are looked at before searches are answered. */
const AT_ONCE = 20;

/** A conference whose programme changed, for those who wait for talks there. */
export interface AlertedConference {
  readonly conference: string;
  readonly loaded: Loaded;
  /** The present ids of talks that got another one, by the former id. */
  readonly newIds: ReadonlyMap<string, string>;
  /** The ids of the talks that came in. */
  readonly added: ReadonlySet<string>;
}

/** The ids of the talks of a conference that a person is told of in another message. */
export type ToldElsewhere = (member: Member, conference: string) => ReadonlySet<string>;

/** An alert with all that its person knows once they are told, and what they are to be told. */
interface Finding extends ToldTalks {
  readonly fresh: readonly Talk[];
  readonly in: AlertedConference;
}

/** An alert that was removed or told by another process meanwhile is read once more. */
const PASSES = 3;

/**
 * Claims a message to each person for whose words there are matches that they do not know yet: talks that came in, and
 * talks that match since they changed. All alerts of a person are one message, and it is recorded in the same step what
 * they know.
 */
export async function tellAlerts(
  conferences: readonly AlertedConference[],
  toldElsewhere: ToldElsewhere,
  context: DeliveryContext,
): Promise<void> {
  for (let pass = 0; pass < PASSES; pass++) if (await tellOnce(conferences, toldElsewhere, context)) return;
}

/** Returns false if an alert is to be read once more. */
async function tellOnce(
  conferences: readonly AlertedConference[],
  toldElsewhere: ToldElsewhere,
  context: DeliveryContext,
): Promise<boolean> {
  const { alerts, preferences } = context.store;
  const findings: Finding[] = [];
  for (const conference of conferences)
    findings.push(...(await findFresh(await alerts.all(conference.conference), conference, toldElsewhere)));
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
        { dueAt, context },
      ),
    );
    isAll &&= isRecorded;
    if (place % AT_ONCE === AT_ONCE - 1) await nextTurn();
  }
  return isAll;
}

/** The alerts of which something is to be told or recorded. Those of the same words must follow each other. */
async function findFresh(
  alerts: readonly KnownAlert[],
  conference: AlertedConference,
  toldElsewhere: ToldElsewhere,
): Promise<readonly Finding[]> {
  const { loaded, newIds } = conference;
  let looked: { readonly words: string; readonly talks: readonly Talk[] } | undefined;
  const findings: Finding[] = [];
  for (const [place, alert] of alerts.entries()) {
    if (looked?.words !== alert.words)
      looked = { words: alert.words, talks: findMatches(alert.words, loaded) };
    const known = new Set([...alert.told].map(id => newIds.get(id) ?? id));
    const others = looked.talks.filter(({ id }) => !known.has(id));
    const elsewhere = others.length === 0 ? undefined : toldElsewhere(alert, alert.conference);
    if (others.length > 0 || newIds.size > 0)
      findings.push({
        alert,
        told: [...known, ...others.map(({ id }) => id)],
        fresh: others.filter(({ id }) => elsewhere?.has(id) !== true),
        in: conference,
      });
    if (place % AT_ONCE === AT_ONCE - 1) await nextTurn();
  }
  return findings;
}

/** The talks that match these words, without those that match by everyday words alone and those that are cancelled. */
export function findMatches(words: string, { index }: Pick<Loaded, 'index'>): readonly Talk[] {
  const { talks, weak } = find(index, words);
  return talks.filter((talk, place) => weak?.places[place] !== 1 && isHeld(talk));
}

/** One message for all alerts of a person; undefined if there is nothing to tell. */
function noticeFor(
  findings: readonly Finding[],
  { dueAt, context }: { readonly dueAt: number; readonly context: DeliveryContext },
): NewDelivery | undefined {
  const matches = matchesOf(findings);
  const [first] = findings;
  if (first === undefined || matches.length === 0) return undefined;
  const { messages, rehearsal } = context;
  const keys = findings.flatMap(({ alert, fresh }) =>
    fresh.map(({ id }) => [alert.conference, alert.words, id].join('\n')),
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
function matchesOf(findings: readonly Finding[]): readonly AlertMatch[] {
  const named = findings.map(({ alert, fresh, in: { loaded, added } }) => ({
    alert: { words: alert.words, programme: loaded.programme },
    fresh,
    added,
  }));
  const byTalk = groupByEach(
    named.flatMap(({ alert, fresh, added }) => fresh.map(talk => ({ talk, alert, added }))),
    ({ talk }) => [talk],
  );
  return [...byTalk].flatMap(([talk, those]) => {
    const [first] = those;
    if (first === undefined) return [];
    const { folder } = first.alert.programme.conference;
    return { talk, folder, isNew: first.added.has(talk.id), alerts: those.map(({ alert }) => alert) };
  });
}
