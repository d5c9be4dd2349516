import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/local-slack/state/messages.ts';
import type { Workspace } from '../../src/local-slack/workspace.ts';
import { StoreFault } from '../../src/store/store-fault.ts';
import { programme, talk } from '../support/conference.ts';
import { dayPart, delivery, digest, newDelivery } from '../support/digests.ts';
import { read } from '../support/read.ts';
import { openStage, type Stage } from '../support/stage.ts';

const MIRA = 'U0MIRA0001';
const JUNE = 'U0JUNE0002';
const LOBBY = 'C0LOBBY001';
const CORRIDOR = 'C0CORRIDOR';
const NOW = Date.UTC(2027, 4, 11, 7);

async function answered({ workspace }: Stage, text: string, { user = MIRA, channel = LOBBY } = {}) {
  const typed = { user, channel, command: '/talk', text, shouldEscape: true };
  const { message, error } = await workspace.command(typed);
  expect(error).toBe(undefined);
  if (message === undefined) throw new Error(`/talk ${text} brought no message.`);
  return read(message.blocks);
}

/** What everybody in a channel reads of Lectern's. */
function inChannel({ workspace }: Stage, channel = LOBBY): string[][] {
  return workspace
    .visibleMessages(JUNE, channel)
    .filter(isPublic)
    .map(message => read(message.blocks));
}

function isPublic(message: Message): boolean {
  return message.ephemeralFor === undefined;
}

async function kept({ store }: Stage) {
  const all = await store.digests.all();
  return all.map(({ id: _, ...rest }) => rest).sort((a, b) => (a.timeOfDay < b.timeOfDay ? -1 : 1));
}

const { id: _, ...plain } = digest({ team: 'T0HARBOUR1', since: NOW });

describe('ordering by words', () => {
  test('says in the channel and to the person what is on', async () => {
    const stage = await openStage();
    expect(await answered(stage, 'digest daily 18:00 eve')).toEqual([
      'This digest is on: the evening before each day at 18:00 (Europe/Madrid). All of its days are over.',
    ]);
    expect(await answered(stage, 'digest 11:30 track:storage reminders tue')).toEqual([
      'This digest is on: Tue 11 May at 11:30 (Europe/Madrid), only track:storage, with a notice before each talk. The next one is posted on Tue 11 May.',
    ]);
    expect(inChannel(stage)).toEqual([
      [
        `@${MIRA} set up a digest for this channel: the evening before each day at 18:00 (Europe/Madrid). All of its days are over. To change or stop it, type /talk digest`,
      ],
      [
        `@${MIRA} set up a digest for this channel: Tue 11 May at 11:30 (Europe/Madrid), only track:storage, with a notice before each talk. The next one is posted on Tue 11 May. To change or stop it, type /talk digest`,
      ],
    ]);
    expect(await kept(stage)).toEqual([
      { ...plain, timeOfDay: '11:30', filters: 'track:storage', reminders: true, days: ['2027-05-11'] },
      { ...plain, timeOfDay: '18:00', eve: true },
    ]);
  });

  test('the same order at another time takes the place of the first', async () => {
    const stage = await openStage();
    await answered(stage, 'digest 08:00');
    await answered(stage, 'digest 09:30');
    expect(await kept(stage)).toEqual([{ ...plain, timeOfDay: '09:30' }]);
    expect(inChannel(stage)[1]?.[0]).toContain('changed the digest of this channel: every day at 09:30');
  });

  test('a mistyped name is kept as the one that was meant, and is the same order', async () => {
    const stage = await openStage();
    await answered(stage, 'digest 11:30 track:storage -track:people');
    expect(await answered(stage, 'digest 11:30 -track:People track:storrage')).toEqual([
      'This digest is on: every day at 11:30 (Europe/Madrid), only -track:People track:Storage. The next one is posted on Tue 11 May.',
    ]);
    expect(await kept(stage)).toEqual([
      { ...plain, timeOfDay: '11:30', filters: '-track:People track:Storage' },
    ]);
  });

  test('where Lectern may not post, nothing is saved and the person knows what to do', async () => {
    const stage = await openStage();
    expect(await answered(stage, 'digest 08:00', { channel: CORRIDOR })).toEqual([
      'Lectern is not in that channel: type /invite @Lectern there. Nothing was saved.',
    ]);
    expect(await kept(stage)).toEqual([]);
  });

  test('where a change is refused, the order is as before', async () => {
    const stage = await openStage();
    await answered(stage, 'digest 08:00');
    stage.workspace.fail('chat.postMessage', { kind: 'rate_limited', retryAfterSeconds: 1 });
    expect(await answered(stage, 'digest 09:00')).toEqual([
      'Slack could not be reached: try again in a moment. Nothing was changed.',
    ]);
    expect(await kept(stage)).toEqual([plain]);
  });

  test('where nobody knows whether the channel was told, the order stands and the person looks', async () => {
    const stage = await openStage();
    stage.workspace.fail('chat.postMessage', { kind: 'reset' }, { afterDoing: true });
    expect(await answered(stage, 'digest 11:30')).toEqual([
      'This digest is on: every day at 11:30 (Europe/Madrid). The next one is posted on Tue 11 May. Slack did not confirm the message to the channel: please check that it is there.',
    ]);
    expect(await kept(stage)).toEqual([{ ...plain, timeOfDay: '11:30' }]);
  });

  test('a filter that nothing goes by is said, and nothing is saved', async () => {
    const stage = await openStage();
    expect(await answered(stage, 'digest 08:00 track:zeppelins')).toEqual([
      'There is no track “zeppelins” in the programme.',
    ]);
    expect(await answered(stage, 'digest 08:00 2027-06-01')).toEqual([
      'The programme has no sessions on these days.',
    ]);
    expect(await answered(stage, 'digest 08:00 eve 2027-05-11')).toEqual([
      'That time has passed on all of these days.',
    ]);
    expect([await kept(stage), inChannel(stage)]).toEqual([[], []]);
  });

  test('a day is refused where the programme has no times', async () => {
    const stage = await openStage({ programme: programme([talk()]) });
    expect(await answered(stage, 'digest 08:00 day:tuesday')).toEqual(['There are no times yet.']);
    expect(await kept(stage)).toEqual([]);
  });

  test('an answer that takes Slack long follows the acknowledgement', async () => {
    const stage = await openStage({ answerWithinMs: 10 });
    stage.workspace.fail('chat.postMessage', { kind: 'slow', delayMs: 60 });
    const typed = { user: MIRA, channel: LOBBY, command: '/talk', text: 'digest 11:30' };
    expect((await stage.workspace.command(typed)).error).toBe(undefined);
    const follows = await stage.workspace.when(() =>
      stage.workspace.messages.find(message => message.ephemeralFor === MIRA),
    );
    expect(read(follows.blocks)[0]).toMatch(/^This digest is on: /);
  });

  test('a database that is gone is said to be so', async () => {
    const stage = await openStage();
    stage.store.digests.inChannel = async () => {
      throw new StoreFault('gone', 'The database is gone.');
    };
    const { message } = await stage.workspace.command({
      user: MIRA,
      channel: LOBBY,
      command: '/talk',
      text: 'digest 08:00',
    });
    expect(message?.text).toMatch(
      /^Lectern cannot use its database right now, so nothing was changed \(\w{8}\)\. Please try again/,
    );
  });

  test('works in a mention and in direct messages', async () => {
    const stage = await openStage();
    const { workspace } = stage;
    await workspace.mention({ user: MIRA, channel: LOBBY, text: 'digest 11:30' });
    const inThread = await workspace.when(() => workspace.messages.find(one => one.threadTs !== undefined));
    expect(read(inThread.blocks)[0]).toMatch(/^This digest is on: every day at 11:30/);
    await workspace.directMessage({ user: MIRA, text: 'digest' });
    const inDirect = await workspace.when(() =>
      workspace.messages.find(one => one.channel.startsWith('D') && one.author !== MIRA),
    );
    expect(read(inDirect.blocks)).toEqual([
      'Type /talk digest in a channel to open a form, or write it here: digest daily 08:00',
    ]);
  });
});

describe('words that are no order', () => {
  const forms = [
    'daily 08:00 posts a digest every day; 18:00 eve posts it the evening before; 08:00 tue wed on some days only; room: and track: narrow it down; reminders adds a notice ten minutes before each talk.',
    "list shows the channel's digests; preview shows the next one; now posts today's; pause, resume and off apply to all digests of the channel, or to the one at a time: off 08:00.",
    'Type these after /talk digest, which alone opens a form. To search for the word: /talk "digest"',
  ].join(' | ');

  test.each([
    [
      'digest daily 25:00',
      'No digest was set up or changed: “25:00” was not understood. To see what you can type: /talk digest help',
    ],
    [
      'digest 08:00 18:00',
      'No digest was set up or changed: a digest has one time, and is either daily or for some days. To see what you can type: /talk digest help',
    ],
    [
      'digest every day',
      'At what time? No digest was set up yet. For eight in the morning, type /talk digest daily 08:00',
    ],
    [
      'digest daily 08:00 conference:lighthouse',
      'No digest was set up or changed: type it in the channel that should get it, without conference:, since a digest is about the current conference. To see what you can type: /talk digest help',
    ],
  ])('that were mistyped are searched, and said to be no order: %s', async (typed, note) => {
    const stage = await openStage();
    expect(await answered(stage, typed)).toContain(note);
    expect(await kept(stage)).toEqual([]);
  });

  test('help', async () => {
    expect(await answered(await openStage(), 'digest help')).toEqual([forms]);
  });
});

describe('who may', () => {
  const organised = { organisers: [JUNE] };

  test('where organisers are named, nobody else', async () => {
    const stage = await openStage(organised);
    expect(await answered(stage, 'digest 08:00')).toEqual([
      `Only organisers can set up or change digests: ask @${JUNE}.`,
    ]);
    expect(await answered(stage, 'digest off')).toEqual([
      `Only organisers can set up or change digests: ask @${JUNE}.`,
    ]);
    expect(await kept(stage)).toEqual([]);
    await answered(stage, 'digest 08:00', { user: JUNE });
    expect(await kept(stage)).toEqual([{ ...plain, owner: JUNE }]);
  });

  test('everybody may look', async () => {
    const stage = await openStage(organised);
    expect((await answered(stage, 'digest preview'))[0]).toBe('Preview: only you can see this.');
    expect(await answered(stage, 'digest list')).toEqual([
      'There is no digest in this channel. To set one up, type /talk digest daily 08:00',
    ]);
  });

  test('organisers see the digests of all channels', async () => {
    const stage = await openStage(organised);
    await stage.store.digests.save(digest({ channel: CORRIDOR }));
    expect(await answered(stage, 'digest list', { user: JUNE })).toEqual([
      ': every day at 08:00 (Europe/Madrid)',
    ]);
    expect(await answered(stage, 'digest list')).toEqual([
      'There is no digest in this channel. To set one up, type /talk digest daily 08:00',
    ]);
  });
});

describe('changing by words', () => {
  test('pauses, resumes and removes, by time where there are several', async () => {
    const stage = await openStage();
    await answered(stage, 'digest 08:00');
    await answered(stage, 'digest 18:00 eve');
    expect(await answered(stage, 'digest pause 18:00')).toEqual([
      'Paused: the evening before each day at 18:00 (Europe/Madrid)',
    ]);
    expect(await answered(stage, 'digest list')).toEqual([
      ': every day at 08:00 (Europe/Madrid) | : the evening before each day at 18:00 (Europe/Madrid), paused',
    ]);
    expect(await answered(stage, 'digest resume 18:00')).toEqual([
      'Resumed: the evening before each day at 18:00 (Europe/Madrid)',
    ]);
    expect((await kept(stage)).map(({ paused }) => paused)).toEqual([false, false]);
    expect(await answered(stage, 'digest off')).toEqual([
      'Removed: every day at 08:00 (Europe/Madrid) | Removed: the evening before each day at 18:00 (Europe/Madrid)',
    ]);
    expect(await kept(stage)).toEqual([]);
  });

  test('says where there is none, and where another one is', async () => {
    const stage = await openStage();
    const none = 'There is no digest in this channel. To set one up, type /talk digest daily 08:00';
    expect(await answered(stage, 'digest off')).toEqual([none]);
    expect(await answered(stage, 'digest pause 09:00')).toEqual([none]);
    await answered(stage, 'digest 08:00');
    expect(await answered(stage, 'digest pause 09:00')).toEqual([
      'There is no such digest in this channel. To see its digests, type /talk digest list',
    ]);
  });

  test('posts now, and not twice', async () => {
    const stage = await openStage();
    await answered(stage, 'digest 20:00');
    expect(await answered(stage, 'digest now')).toEqual(['The digest for Tue 11 May is on its way.']);
    const { digests, sending } = stage.store;
    const [ordered] = await digests.all();
    const key = { digestId: ordered?.id ?? '', day: '2027-05-11', part: dayPart() };
    await sending.take(key, { now: NOW, channelMs: 0, perMinute: 300 });
    await sending.recordUnknown(key, undefined, NOW);
    expect(await answered(stage, 'digest now')).toEqual([
      'Slack did not confirm that the digest for Tue 11 May arrived. Please check the channel: the person who set the digest up was asked in a direct message and can post it from there.',
    ]);
    await sending.confirm(key);
    expect(await answered(stage, 'digest now')).toEqual([
      'The digest for Tue 11 May was already posted; it is not posted twice.',
    ]);
    await answered(stage, 'digest pause');
    expect(await answered(stage, 'digest now')).toEqual(['This digest is paused: resume it first.']);
    await answered(stage, 'digest resume');
    await answered(stage, 'digest 21:00 eve');
    expect(await answered(stage, 'digest now')).toEqual([
      'The digest for Tue 11 May was already posted; it is not posted twice. | There is nothing to post: Wed 12 May has no sessions for this digest.',
    ]);
  });

  test('shows what would be posted', async () => {
    const stage = await openStage();
    const lines = await answered(stage, 'digest preview');
    expect(lines.slice(0, 3)).toEqual([
      'Preview: only you can see this.',
      'Lighthouse Days is today',
      'Tue 11 May · 7 sessions · times in Europe/Madrid',
    ]);
    expect(await answered(stage, 'digest preview 2027-05-12')).toEqual([
      'Nothing would be posted: Wed 12 May has no sessions for this digest.',
    ]);
  });

  test('shows what would be posted of a track', async () => {
    const stage = await openStage();
    expect((await answered(stage, 'digest preview tuesday track:storrage'))[2]).toBe(
      'Tue 11 May · 7 sessions · times in Europe/Madrid · only track:Storage',
    );
    expect(await answered(stage, 'digest preview track:zeppelins')).toEqual([
      'There is no track “zeppelins” in the programme.',
    ]);
  });

  test('searches what is no order', async () => {
    const stage = await openStage();
    expect((await answered(stage, 'digest of ceph'))[0]).toContain('digest of ceph');
  });
});

async function openForm(stage: Stage, { user = MIRA, channel = LOBBY } = {}) {
  const typed = { user, channel, command: '/talk', text: 'digest' };
  expect((await stage.workspace.command(typed)).error).toBe(undefined);
  return topModal(stage.workspace, user);
}

function topModal(workspace: Workspace, user = MIRA) {
  return workspace.when(() => workspace.modalsOf(user).at(-1));
}

function linesOf(view: { readonly content: { readonly blocks?: unknown } }): string[] {
  return read((view.content.blocks ?? []) as unknown[]);
}

/** The modal once a line of it reads so. */
function modalWith({ workspace }: Stage, words: string, user = MIRA) {
  return workspace.when(() =>
    workspace.modalsOf(user).find(view => linesOf(view).some(line => line.includes(words))),
  );
}

describe('the form', () => {
  test('orders a digest, and says what is on', async () => {
    const stage = await openStage();
    const form = await openForm(stage);
    expect(linesOf(form)).toEqual([
      'For',
      'Time: ____',
      'Time zone: ____',
      'Options: ____',
      'Days (none chosen: every day): ____',
      'Tracks (none chosen: all): ____',
      'Rooms (none chosen: all): ____',
      '[Send me a test]',
    ]);
    const { view } = await stage.workspace.submit({
      user: MIRA,
      entries: { time: '11:45', zone: 'Europe/Lisbon', options: ['reminders'], tracks: ['Storage'] },
    });
    expect(linesOf(view ?? { content: {} })).toEqual([
      'This digest is on: every day at 11:45 (Europe/Lisbon), only track:Storage, with a notice before each talk. The next one is posted on Tue 11 May.',
    ]);
    const ordered = {
      timeOfDay: '11:45',
      timeZone: 'Europe/Lisbon',
      reminders: true,
      filters: 'track:Storage',
    };
    expect(await kept(stage)).toEqual([{ ...plain, ...ordered }]);
    expect(inChannel(stage)).toHaveLength(1);
  });

  test('changes the digest that there is, and keeps what is not changed', async () => {
    const stage = await openStage();
    await answered(stage, 'digest 08:00 eve -track:people reminders');
    const form = await openForm(stage);
    expect(linesOf(form).at(-1)).toBe('[Send me a test][Post now][Pause][Remove]');
    await stage.workspace.submit({ user: MIRA, entries: { time: '21:15' } });
    expect(await kept(stage)).toEqual([
      { ...plain, timeOfDay: '21:15', eve: true, reminders: true, filters: '-track:people' },
    ]);
  });

  test('says below the field what is wrong with it', async () => {
    const stage = await openStage();
    await openForm(stage);
    const { errors } = await stage.workspace.submit({ user: MIRA, entries: { zone: 'Atlantis' } });
    expect(errors).toEqual({ digest_zone: 'There is no time zone "Atlantis". Write it as Europe/Madrid.' });
    expect(await kept(stage)).toEqual([]);
  });

  test('says what to do where Lectern may not post', async () => {
    const stage = await openStage();
    await openForm(stage, { channel: CORRIDOR });
    const { view } = await stage.workspace.submit({ user: MIRA });
    expect(linesOf(view ?? { content: {} })).toEqual([
      'Lectern is not in that channel: type /invite @Lectern there. Nothing was saved.',
    ]);
    expect(await kept(stage)).toEqual([]);
  });

  test('shows the result later where Slack is slow', async () => {
    const stage = await openStage({ answerWithinMs: 10 });
    await openForm(stage);
    stage.workspace.fail('chat.postMessage', { kind: 'slow', delayMs: 60 });
    const { view } = await stage.workspace.submit({ user: MIRA });
    expect(linesOf(view ?? { content: {} })).toEqual(['One moment...']);
    await modalWith(stage, 'This digest is on: ');
  });

  test('tells the result in a direct message where the form was closed meanwhile', async () => {
    const stage = await openStage({ answerWithinMs: 10 });
    const { workspace } = stage;
    await openForm(stage);
    workspace.fail('chat.postMessage', { kind: 'slow', delayMs: 60 });
    await workspace.submit({ user: MIRA, entries: { time: '11:45' } });
    await workspace.closeView({ user: MIRA, all: true });
    const told = await workspace.when(() =>
      workspace.messages.find(({ channel }) => channel.startsWith('D')),
    );
    expect(read(told.blocks)).toEqual([
      'This digest is on: every day at 11:45 (Europe/Madrid). The next one is posted on Tue 11 May.',
    ]);
    expect(await kept(stage)).toEqual([{ ...plain, timeOfDay: '11:45' }]);
    expect(stage.log).toEqual([]);
  });

  test.each([
    ['Pause', 'Paused: every day at 08:00 (Europe/Madrid)'],
    ['Send me a test', 'The test is in your direct messages with Lectern.'],
  ])('of a button, too: %s', async (label, words) => {
    const stage = await openStage();
    const { workspace } = stage;
    await answered(stage, 'digest 08:00');
    const form = await openForm(stage);
    workspace.fail('views.update', { kind: 'error', error: 'not_found' });
    await workspace.click({ user: MIRA, in: form, label });
    await workspace.when(() => workspace.messages.find(({ blocks }) => read(blocks)[0] === words));
    expect(stage.log).toEqual([]);
  });

  test('sends a test of what was entered, to that person alone', async () => {
    const stage = await openStage();
    const form = await openForm(stage);
    await stage.workspace.click({ user: MIRA, in: form, label: 'Send me a test' });
    await modalWith(stage, 'The test is in your direct messages with Lectern.');
    const direct = stage.workspace.messages.filter(message => message.channel.startsWith('D'));
    expect(direct.map(message => read(message.blocks).slice(0, 2))).toEqual([
      ['Test: only you can see this.', 'Lighthouse Days is today'],
    ]);
    expect([await kept(stage), inChannel(stage)]).toEqual([[], []]);
  });

  test.each([
    ['Post now', 'The digest for Tue 11 May is on its way.', false],
    ['Pause', 'Paused: every day at 08:00 (Europe/Madrid)', true],
  ])('%s', async (label, words, paused) => {
    const stage = await openStage();
    await answered(stage, 'digest 08:00');
    await stage.workspace.click({ user: MIRA, in: await openForm(stage), label });
    await modalWith(stage, words);
    expect((await kept(stage)).map(each => each.paused)).toEqual([paused]);
  });

  test('resumes what is paused, and removes', async () => {
    const stage = await openStage();
    await answered(stage, 'digest 08:00');
    await answered(stage, 'digest pause');
    const form = await openForm(stage);
    expect(linesOf(form)).toContain('This digest is paused: nothing is posted.');
    await stage.workspace.click({ user: MIRA, in: form, label: 'Resume' });
    await modalWith(stage, 'Resumed: every day at 08:00 (Europe/Madrid)');
    await stage.workspace.closeView({ user: MIRA, all: true });
    await stage.workspace.click({ user: MIRA, in: await openForm(stage), label: 'Remove' });
    await modalWith(stage, 'Removed: every day at 08:00 (Europe/Madrid)');
    expect(await kept(stage)).toEqual([]);
  });

  test('leads to the other digests of the channel, and to a new one', async () => {
    const stage = await openStage();
    await answered(stage, 'digest 08:00');
    await answered(stage, 'digest 18:00 eve');
    const form = await openForm(stage);
    const second = (await stage.store.digests.all()).find(({ eve }) => eve);
    await stage.workspace.click({
      user: MIRA,
      in: form,
      actionId: 'digest:chosen',
      choose: second?.id ?? '',
    });
    const { workspace } = stage;
    await workspace.when(() =>
      workspace.modalsOf(MIRA).find(view => JSON.stringify(view.content).includes('"initial_time":"18:00"')),
    );
    await workspace.click({
      user: MIRA,
      in: await topModal(workspace),
      actionId: 'digest:chosen',
      choose: 'new',
    });
    await workspace.when(() =>
      workspace.modalsOf(MIRA).find(view => JSON.stringify(view.content.title).includes('New digest')),
    );
    await workspace.submit({ user: MIRA, entries: { time: '12:00', rooms: ['Quay Hall'] } });
    expect((await kept(stage)).map(each => [each.timeOfDay, each.filters])).toEqual([
      ['08:00', ''],
      ['12:00', ''],
      ['18:00', ''],
    ]);
  });

  test('lets organisers choose the channel, and nobody else', async () => {
    const stage = await openStage({ organisers: [JUNE] });
    const refused = await openForm(stage);
    expect(linesOf(refused)).toEqual([`Only organisers can set up or change digests: ask @${JUNE}.`]);
    await openForm(stage, { user: JUNE, channel: CORRIDOR });
    await stage.workspace.submit({ user: JUNE, entries: { channel: LOBBY } });
    expect(await kept(stage)).toEqual([{ ...plain, owner: JUNE }]);
  });
});

describe('a message of a digest', () => {
  test('leads to the details of its talks', async () => {
    const stage = await openStage();
    const { workspace } = stage;
    await workspace.command({ user: MIRA, channel: LOBBY, command: '/talk', text: 'digest preview' });
    const [message] = workspace.visibleMessages(MIRA, LOBBY);
    if (message === undefined) throw new Error('There is no preview.');
    const menu = { user: MIRA, in: message, actionId: 'talk:details_of' };
    await workspace.click({ ...menu, choose: 'storage/ceph-at-sea' });
    expect(linesOf(await topModal(workspace))[0]).toBe('Ceph at sea');
  });
});

describe('the question whether a message arrived', () => {
  async function asked(stage: Stage) {
    const { sending, deliveries } = stage.store;
    const key = { digestId: 'lobby', day: '2027-05-11', part: dayPart() };
    await deliveries.claim([[newDelivery({ until: NOW })]]);
    await sending.take(key, { now: NOW, channelMs: 1000, perMinute: 300 });
    const question = newDelivery({
      part: { kind: 'notice', about: 'doubt', part: dayPart(), attempts: 1 },
      channel: MIRA,
    });
    await sending.recordUnknown(key, question, NOW);
    const { digestMessages } = await import('../../src/slack/views/digest/messages.ts');
    const message = digestMessages.question(digest(), delivery());
    await stage.workspace.directMessage({ user: MIRA, text: 'ceph' });
    const client = await fetch(`${stage.workspace.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${stage.workspace.tokens.bot}`,
        'content-type': 'application/json; charset=utf-8',
      },
      body: JSON.stringify({ channel: MIRA, ...message }),
    });
    const { ts } = (await client.json()) as { ts: string };
    const posted = stage.workspace.messages.find(each => each.ts === ts);
    if (posted === undefined) throw new Error('The question was not posted.');
    return { key, posted };
  }

  test.each([
    ['Post it', 'The digest for Tue 11 May. Thank you: it is being posted once more.', 'claimed'],
    [
      'It is there',
      'The digest for Tue 11 May. Thank you: it is there, so it is not posted again.',
      'posted',
    ],
  ])('%s settles it, once', async (label, words, state) => {
    const stage = await openStage();
    const { key, posted } = await asked(stage);
    const { workspace, store } = stage;
    await workspace.click({ user: MIRA, in: posted, label });
    const settled = await workspace.when(() =>
      workspace.messages.find(each => each.ts === posted.ts && read(each.blocks)[0] === words),
    );
    expect((await store.deliveries.find(key))?.state).toBe(state);
    expect(read(settled.blocks)).toEqual([words]);
  });
});
