import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../src/people/preferences.ts';
import { myTalksId, type NewDelivery, topicId } from '../../src/store/delivery.ts';
import type { Store } from '../../src/store/open.ts';
import { dayPart, digest, newDelivery, noChance } from '../support/digests.ts';
import { installation } from '../support/installations.ts';
import { firstSnapshot, store } from '../support/store.ts';

// Ids of people and channels are each workspace's own, so that two workspaces may have the same ones.
const PERSON = 'U0MIRA0001';
const CHANNEL = 'C0LOBBY001';
const ROOM = 'C0QUAYHALL';
const CONFERENCE = 'Harbour';
const NOW = 5000;
const ACT = { kind: 'alert', conference: CONFERENCE, words: 'ceph' } as const;
const ASKED = { conference: CONFERENCE, outcome: 'found', words: 'ceph', count: 1 } as const;
const RATED = { conference: CONFERENCE, talk: 'fog', rating: 4, line: 'Clear.' } as const;
const PACE = { now: NOW, channelMs: 1000, perMinute: 5 };

const STATES = { claimed: '2027-05-11', sending: '2027-05-12', posted: '2027-05-13', unknown: '2027-05-14' };

/** Everything that one workspace may have; only ids that Lectern makes itself differ from another's. */
async function fill(opened: Store, workspace: string): Promise<void> {
  const { digests, deliveries, sending, stars, preferences, alerts, feeds, installations } = opened;
  const member = { workspace, person: PERSON };
  await digests.save(digest({ id: digestIn(workspace), workspace, channel: CHANNEL, failures: 1 }));
  for (const day of Object.values(STATES)) await deliveries.claim([[message(workspace, { day })]]);
  for (const day of [STATES.sending, STATES.posted, STATES.unknown])
    await sending.take([keyIn(workspace, day)], { ...PACE, now: 1000, channelMs: 0 });
  await sending.recordPosted(
    { ...keyIn(workspace, STATES.posted), revision: 0 },
    { channel: CHANNEL, ts: '1.1' },
  );
  await sending.recordUnknown(keyIn(workspace, STATES.unknown), undefined, 1000);
  await deliveries.update({
    key: keyIn(workspace, STATES.posted),
    message: { text: 'New', blocks: [] },
    talks: [],
  });
  await deliveries.claim([[reminderIn(workspace)]]);
  for (const part of [
    { kind: 'room', about: 'talk' },
    { kind: 'room', about: 'topic', number: 1 },
  ] as const)
    await deliveries.claim([
      [
        {
          ...message(workspace, {}),
          digestId: topicId({ workspace, channel: ROOM }),
          day: '',
          part,
          channel: ROOM,
        },
      ],
    ]);
  await stars.star({ ...member, conference: CONFERENCE, talk: 'fog' }, 1000);
  await preferences.change(member, { reminders: 10 });
  await opened.acts.record(member, async () => ACT);
  await opened.askedWords.add([{ workspace, ...ASKED }]);
  await opened.ratings.rate({ ...member, ...RATED });
  await alerts.add({ ...member, conference: CONFERENCE, words: 'ceph' }, ['fog'], 1000);
  await opened.workspaceSettings.save(
    { workspace, person: PERSON },
    { conferences: undefined, organisers: [PERSON] },
    {},
  );
  await installations.save(installation({ workspace, installedAt: 1000 }));
  await feeds.add({
    ...member,
    hash: hashIn(workspace),
    conference: CONFERENCE,
    subject: { kind: 'mine' },
    createdAt: 1000,
  });
}

function digestIn(workspace: string): string {
  return `digest of ${workspace}`;
}

function hashIn(workspace: string): string {
  return `secret of ${workspace}`;
}

function message(workspace: string, given: Partial<NewDelivery> = {}): NewDelivery {
  return newDelivery({ workspace, digestId: digestIn(workspace), channel: CHANNEL, until: 99_000, ...given });
}

function keyIn(workspace: string, day: string) {
  return { workspace, digestId: digestIn(workspace), day, part: dayPart() };
}

function reminderIn(workspace: string): NewDelivery {
  const part = { kind: 'mine', about: 'soon', startsAt: 9000, sessions: 'x' } as const;
  const digestId = myTalksId({ workspace, person: PERSON });
  return message(workspace, { digestId, day: '', part, channel: PERSON });
}

/** What one workspace may name: its own id, and ids that it has seen somewhere. */
interface Asking {
  readonly workspace: string;
  readonly person: string;
  /** The key of its digest, or of another workspace's digest in its own name. */
  readonly digest: { readonly workspace: string; readonly id: string };
  readonly key: (state: keyof typeof STATES) => ReturnType<typeof keyIn>;
  readonly hash: string;
}

function askingIn(workspace: string, seenIn: string): Asking {
  return {
    workspace,
    person: PERSON,
    digest: { workspace, id: digestIn(seenIn) },
    key: state => ({ ...keyIn(seenIn, STATES[state]), workspace }),
    hash: hashIn(seenIn),
  };
}

/** The names of all queries, such as `stars.star`. */
type Query = {
  [Part in keyof Store]: Store[Part] extends (...args: never) => unknown
    ? Part
    : `${Part}.${Extract<keyof Store[Part], string>}`;
}[keyof Store];

type Case =
  /** Belongs to one workspace. */
  | ((opened: Store, asking: Asking) => Promise<unknown>)
  /** Is about all workspaces, and says in each row or key which one is meant. */
  | { readonly all: (opened: Store, asking: Asking) => Promise<unknown> };

function ofWorkspace<T extends { readonly workspace: string }>(rows: readonly T[], { workspace }: Asking) {
  return rows.filter(row => row.workspace === workspace);
}

const snapshot = firstSnapshot(CONFERENCE);
const alertIn = ({ workspace, person }: Asking) => ({
  workspace,
  person,
  conference: CONFERENCE,
  words: 'ceph',
});

/** A query that is missing here does not compile. */
const CASES = {
  'digests.save': ({ digests }, { digest: key }) => digests.save(digest({ ...key, timeOfDay: '09:00' })),
  'digests.find': ({ digests }, { digest }) => digests.find(digest),
  'digests.all': { all: async ({ digests }, asking) => ofWorkspace(await digests.all(), asking) },
  'digests.inWorkspace': ({ digests }, { workspace }) => digests.inWorkspace(workspace),
  'digests.inChannel': ({ digests }, { workspace }) => digests.inChannel(workspace, CHANNEL),
  'digests.ownedBy': ({ digests }, asking) => digests.ownedBy(asking),
  'digests.pause': ({ digests }, { digest }) => digests.pause(digest),
  'digests.resume': ({ digests }, { digest }) => digests.resume(digest, NOW),
  'digests.remove': ({ digests }, { digest }) => digests.remove(digest),
  'digests.countFailure': ({ digests }, { digest }) => digests.countFailure(digest),
  'digests.clearFailures': ({ digests }, { digest }) => digests.clearFailures(digest),
  'digests.adjustToClock': { all: ({ digests }) => digests.adjustToClock(NOW) },
  'deliveries.claim': ({ deliveries }, { workspace }) =>
    deliveries.claim([
      [message(workspace, { day: '2027-05-20' })],
      [message(workspace, { day: STATES.claimed })],
    ]),
  'deliveries.reclaim': ({ deliveries }, { key }) =>
    deliveries.reclaim([newDelivery({ ...key('claimed'), message: { text: 'Again', blocks: [] } })]),
  'deliveries.countByState': { all: async ({ deliveries }) => void (await deliveries.countByState()) },
  'deliveries.oldestDue': { all: async ({ deliveries }) => void (await deliveries.oldestDue()) },
  'deliveries.find': ({ deliveries }, { key }) => deliveries.find(key('posted')),
  'deliveries.ofDay': ({ deliveries }, { digest }) => deliveries.ofDay(digest, STATES.posted),
  'deliveries.daysFrom': {
    all: async ({ deliveries }, asking) => ofWorkspace(await deliveries.daysFrom('2027-05-11'), asking),
  },
  'deliveries.talksToldBy': ({ deliveries }, { digest }) => deliveries.talksToldBy(digest, { exceptOn: '' }),
  'deliveries.lastDayPosted': ({ deliveries }, { digest }) =>
    deliveries.lastDayPosted(digest, { before: '2099-01-01' }),
  'deliveries.remindedSessions': ({ deliveries }, { digest }) => deliveries.remindedSessions(digest),
  'deliveries.remindedSince': {
    all: async ({ deliveries }, asking) => (await deliveries.remindedSince(0)).get(myTalksId(asking)),
  },
  'deliveries.update': ({ deliveries }, { key }) =>
    deliveries.update({ key: key('posted'), message: { text: 'Other', blocks: [] }, talks: [] }),
  'sending.next': {
    all: async ({ sending }, { workspace }) =>
      (await sending.next(PACE, noChance)).filter(({ key }) => key.workspace === workspace),
  },
  'sending.take': ({ sending }, { key }) => sending.take([key('claimed')], PACE),
  'sending.recordPosted': ({ sending }, { key }) =>
    sending.recordPosted({ ...key('sending'), revision: 0 }, { channel: CHANNEL, ts: '2.2' }),
  'sending.recordRefused': ({ sending }, { key }) => sending.recordRefused(key('sending'), NOW),
  'sending.recordForbidden': async ({ sending }, { key, workspace }) => {
    const notice = message(workspace, { part: { kind: 'notice', about: 'end' }, channel: PERSON });
    const seen: number[] = [];
    await sending.recordForbidden(key('sending'), NOW, failures => {
      seen.push(failures);
      return { isPaused: true, notice };
    });
    return seen;
  },
  'sending.recordUnknown': ({ sending }, { key }) => sending.recordUnknown(key('sending'), undefined, NOW),
  'sending.repeat': ({ sending }, { key }) =>
    sending.repeat(key('unknown'), { message: { text: 'Again', blocks: [] }, until: 99_000, repeated: true }),
  'sending.confirm': ({ sending }, { key }) => sending.confirm(key('unknown')),
  'sending.recordMissed': ({ sending }, { key }) => sending.recordMissed([key('claimed')], []),
  'sending.giveUp': ({ sending }, { key }) => sending.giveUp(key('sending')),
  'sending.withdraw': ({ sending }, { key }) => sending.withdraw(key('sending')),
  'sending.joinNotices': async ({ sending, deliveries }, { key, workspace }) => {
    const taken = await deliveries.find(key('sending'));
    const text = `Joined in ${workspace}`;
    return taken && sending.joinNotices(taken, NOW, () => ({ text, blocks: [] }));
  },
  'sending.overdue': {
    all: async ({ sending }, asking) => ofWorkspace(await sending.overdue(100_000), asking),
  },
  'roomDeliveries.channelsWithTopics': {
    all: async ({ roomDeliveries }, asking) => ofWorkspace(await roomDeliveries.channelsWithTopics(), asking),
  },
  'roomDeliveries.lastTopic': ({ roomDeliveries }, { workspace }) =>
    roomDeliveries.lastTopic({ workspace, channel: ROOM }),
  'roomDeliveries.noticesSince': {
    all: async ({ roomDeliveries }, asking) => ofWorkspace(await roomDeliveries.noticesSince(0), asking),
  },
  'sending.stuck': { all: async ({ sending }, asking) => ofWorkspace(await sending.stuck(NOW), asking) },
  'sending.unanswered': {
    all: async ({ sending }, asking) => ofWorkspace(await sending.unanswered(NOW), asking),
  },
  'sending.stale': { all: async ({ sending }, asking) => ofWorkspace(await sending.stale(NOW, []), asking) },
  'sending.takeEdit': ({ sending }, { key }) => sending.takeEdit(key('posted'), NOW, 9000),
  'sending.delayEdits': ({ sending }, { key }) => sending.delayEdits(key('posted'), 9000),
  'sending.recordEdited': ({ sending }, { key }) => sending.recordEdited({ ...key('posted'), revision: 1 }),
  'sending.adjustToClock': { all: ({ sending }) => sending.adjustToClock(500, 500) },
  // A conference is the same for all workspaces: its snapshots, calendar entries and news name none.
  'snapshots.last': ({ snapshots }) => snapshots.last(CONFERENCE),
  'snapshots.beforeDay': ({ snapshots }) => snapshots.beforeDay(CONFERENCE, '2027-05-12'),
  'snapshots.keepForDay': ({ snapshots }) => snapshots.keepForDay(CONFERENCE, '2027-05-12', []),
  'snapshots.replace': ({ snapshots }, { key, workspace }) =>
    snapshots.replace({
      ...snapshot,
      claims: [[message(workspace, { day: '2027-05-20' })]],
      updates: [{ key: key('claimed'), message: { text: 'Changed', blocks: [] }, talks: [] }],
    }),
  'snapshots.split': ({ snapshots }) =>
    snapshots.split([
      { conference: CONFERENCE, replaces: snapshot.replaces, talks: snapshot.talks, others: [] },
    ]),
  'calendarEntries.of': ({ calendarEntries }) => calendarEntries.of(CONFERENCE),
  'news.of': ({ news }) => news.of(CONFERENCE),
  'stars.star': ({ stars }, { workspace, person }) =>
    stars.star({ workspace, person, conference: CONFERENCE, talk: 'lamps' }, NOW),
  'stars.unstar': ({ stars }, { workspace, person }) =>
    stars.unstar({ workspace, person, conference: CONFERENCE, talk: 'fog' }),
  'stars.unstarAll': ({ stars }, { workspace, person }) =>
    stars.unstarAll({ workspace, person, conference: CONFERENCE }),
  'stars.starsOf': ({ stars }, asking) => stars.starsOf(asking),
  'stars.starsNow': async ({ stars }, asking) => stars.starsNow(asking),
  'stars.peopleWhoStarred': {
    all: async ({ stars }, asking) => ofWorkspace(await stars.peopleWhoStarred(CONFERENCE, ['fog']), asking),
  },
  'stars.countOf': ({ stars }, { workspace }) =>
    stars.countOf({ workspace, conference: CONFERENCE, talk: 'fog' }),
  'stars.countsOf': ({ stars }, { workspace }) => stars.countsOf({ workspace, conference: CONFERENCE }, 1),
  'stars.countAll': { all: async ({ stars }) => void (await stars.countAll()) },
  'alerts.add': ({ alerts }, asking) => alerts.add({ ...alertIn(asking), words: 'raft' }, [], NOW),
  'alerts.remove': ({ alerts }, asking) => alerts.remove(alertIn(asking)),
  'alerts.wordsOf': ({ alerts }, asking) => alerts.wordsOf(asking, CONFERENCE),
  'alerts.all': { all: async ({ alerts }, asking) => ofWorkspace(await alerts.all(CONFERENCE), asking) },
  'alerts.recordTold': ({ alerts }, asking) => {
    const updates = [{ alert: { ...alertIn(asking), told: new Set(['fog']) }, told: ['fog', 'lamps'] }];
    return alerts.recordTold(updates, () => message(asking.workspace, { day: '2027-05-20' }));
  },
  'preferences.of': ({ preferences }, asking) => preferences.of(asking),
  'preferences.ofAll': async ({ preferences }, asking) => (await preferences.ofAll([asking]))(asking),
  'preferences.change': ({ preferences }, asking) => preferences.change(asking, DEFAULT_PREFERENCES),
  'acts.record': ({ acts }, asking) => acts.record(asking, async () => ACT),
  'acts.takeBack': ({ acts }, asking) => acts.takeBack(asking, async act => act),
  'acts.forgetOld': { all: ({ acts }) => acts.forgetOld() },
  'ratings.rate': ({ ratings }, asking) =>
    ratings.rate({ workspace: asking.workspace, person: PERSON, ...RATED, rating: 2 }),
  'ratings.takeBack': ({ ratings }, asking) =>
    ratings.takeBack({ workspace: asking.workspace, person: PERSON, ...RATED }),
  'ratings.ratingsOf': ({ ratings }, asking) => ratings.ratingsOf(asking),
  'ratings.byTalk': ({ ratings }, { workspace }) => ratings.byTalk({ workspace, conference: CONFERENCE }),
  'askedWords.add': ({ askedWords }, { workspace }) => askedWords.add([{ workspace, ...ASKED }]),
  'askedWords.lastWeek': ({ askedWords }, { workspace }) =>
    askedWords.lastWeek({ workspace, conference: CONFERENCE }),
  'digestRecords.between': ({ digestRecords }, { workspace }) =>
    digestRecords.between([{ workspace, id: digestIn(workspace) }], { from: 0, to: 100_000 }),
  'askedWords.forgetOld': { all: ({ askedWords }) => askedWords.forgetOld() },
  'feeds.add': ({ feeds }, asking) =>
    feeds.add({
      ...{ workspace: asking.workspace, person: PERSON, conference: CONFERENCE, createdAt: NOW },
      hash: `new ${asking.hash}`,
      subject: { kind: 'mine' },
    }),
  // The secret lets in whoever has it: its hash finds a feed of every workspace, which names its own.
  'feeds.find': {
    all: async ({ feeds }, asking) =>
      ofWorkspace(
        [await feeds.find(asking.hash)].flatMap(each => each ?? []),
        asking,
      ),
  },
  'feeds.of': ({ feeds }, asking) => feeds.of(asking),
  'feeds.count': ({ feeds }, asking) => feeds.count(asking),
  'feeds.revoke': ({ feeds }, asking) => feeds.revoke(asking.hash, asking),
  'feeds.revokeOthers': ({ feeds }, asking) => feeds.revokeOthers('none', asking),
  'workspaceSettings.all': {
    all: async ({ workspaceSettings }, { workspace }) => (await workspaceSettings.all()).get(workspace),
  },
  'workspaceSettings.save': ({ workspaceSettings }, { workspace }) =>
    workspaceSettings.save({ workspace, person: PERSON }, { conferences: ['Pier'], organisers: [] }, {}),
  'installations.find': async ({ installations }, { workspace }) =>
    (await installations.find(workspace))?.installedAt,
  'installations.save': async ({ installations }, { workspace }) =>
    void (await installations.save(installation({ workspace, installedAt: 2000 }))),
  'installations.replace': async ({ installations }, { workspace }) => {
    const { version = '' } = (await installations.find(workspace)) ?? {};
    const replaced = await installations.replace(installation({ workspace, installedAt: 2000 }), version);
    return [replaced?.installedAt, await installations.replace(installation({ workspace }), 'another')];
  },
  'installations.lock': async ({ installations }, { workspace }) => {
    const found = (await installations.find(workspace)) ?? { ...installation({ workspace }), version: '' };
    return installations.lock(found, { now: NOW, until: 9000 });
  },
  'installations.unlock': async ({ installations }, { workspace }) => {
    const found = (await installations.find(workspace)) ?? { ...installation({ workspace }), version: '' };
    return installations.unlock(found);
  },
  'installations.sealAgain': { all: ({ installations }) => installations.sealAgain() },
  countPeopleElsewhere: { all: async opened => void (await opened.countPeopleElsewhere([])) },
  forgetWorkspace: ({ forgetWorkspace }, { workspace }) => forgetWorkspace(workspace, NOW),
  forget: ({ forget }, asking) => forget(asking),
  close: { all: async () => undefined },
} satisfies Record<Query, Case>;

/** Everything that a workspace finds of its own. */
async function everythingIn(opened: Store, workspace: string): Promise<unknown> {
  const { digests, deliveries, sending, stars, preferences, alerts, feeds } = opened;
  const asking = askingIn(workspace, workspace);
  const own = <T extends { readonly workspace: string }>(rows: readonly T[]) => ofWorkspace(rows, asking);
  return {
    digests: await digests.inWorkspace(workspace),
    deliveries: own(await deliveries.daysFrom('')),
    reminder: await deliveries.find(reminderIn(workspace)),
    ...{ overdue: own(await sending.overdue(100_000)), stuck: own(await sending.stuck(NOW)) },
    ...{ unanswered: own(await sending.unanswered(NOW)), stale: own(await sending.stale(NOW, [])) },
    stars: await stars.starsOf(asking),
    preferences: await preferences.of(asking),
    alerts: own(await alerts.all(CONFERENCE)),
    installedAt: (await opened.installations.find(workspace))?.installedAt,
    settings: (await opened.workspaceSettings.all()).get(workspace),
    feeds: [await feeds.count(asking), await feeds.find(asking.hash)],
  };
}

/** A store with both workspaces, and one in which the second is alone. */
async function twoStores(): Promise<readonly [Store, Store]> {
  const [both, alone] = [store(), store()];
  await fill(both, 'T1');
  for (const one of [both, alone]) await fill(one, 'T2');
  return [both, alone];
}

test('another workspace with the same ids is nothing to any query', async () => {
  let [both, alone] = await twoStores();
  const [first, second] = [await everythingIn(both, 'T1'), await everythingIn(both, 'T2')];
  for (const [name, asked] of Object.entries<Case>(CASES)) {
    const ask = typeof asked === 'function' ? asked : asked.all;
    for (const asking of [askingIn('T2', 'T1'), askingIn('T2', 'T2')])
      expect(await ask(both, asking), name).toEqual(await ask(alone, asking));
    if (typeof asked === 'function') expect(await everythingIn(both, 'T1'), name).toEqual(first);
    const withOther = await everythingIn(both, 'T2');
    const isAsBefore = isDeepStrictEqual(withOther, second);
    // Where there is no other workspace, its digest's id is free.
    if (name !== 'digests.save') expect(withOther, name).toEqual(await everythingIn(alone, 'T2'));
    if (!isAsBefore || name === 'digests.save') [both, alone] = await twoStores();
  }
});
