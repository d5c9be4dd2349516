import { describe, expect, test } from 'vitest';
import type { Workspace } from '../../../src/local-slack/workspace.ts';
import { orderAnswer } from '../../../src/slack/views/digest/order-result.ts';
import type { Digest } from '../../../src/store/digests.ts';
import { StoreFault } from '../../../src/store/store-fault.ts';
import { digestMessages } from '../../../src/wiring/digests.ts';
import { programme, talk } from '../../support/conference.ts';
import { keptDigests, linesFor, linesIn, NOW, ordered } from '../../support/digest-stage.ts';
import { dayPart, delivery, digest, newDelivery } from '../../support/digests.ts';
import { harbour } from '../../support/harbour.ts';
import { loadedWith } from '../../support/loaded.ts';
import { read } from '../../support/read.ts';
import {
  answerTo,
  CORRIDOR,
  changed,
  JUNE,
  knowZone,
  LOBBY,
  linesOf,
  MIRA,
  postNotice,
  topModal,
} from '../../support/slack-people.ts';
import { openStage, type Stage } from '../../support/stage.ts';

describe('ordering by words', () => {
  test('says in the channel and to the person what is on', async () => {
    const stage = await openStage();
    expect(await linesFor(stage, 'digest daily 18:00 eve')).toEqual([
      'This digest is on. The message in this channel says what it posts, and when.',
    ]);
    expect(await linesFor(stage, 'digest 11:30 track:storage reminders tue')).toEqual([
      'This digest is on. The message in this channel says what it posts, and when.',
    ]);
    expect(linesIn(stage)).toEqual([
      [
        `@${MIRA} set up a digest for this channel: the evening before each day at 18:00 (Europe/Madrid). All of its days are over. To change or stop it, type /talk digest`,
      ],
      [
        `@${MIRA} set up a digest for this channel: Tue 11 May at 11:30 (Europe/Madrid), only track:storage, with a notice before each talk. The next one is posted on Tue 11 May. To change or stop it, type /talk digest`,
      ],
    ]);
    expect(await keptDigests(stage)).toEqual([
      { ...ordered, timeOfDay: '11:30', filters: 'track:storage', reminders: true, days: ['2027-05-11'] },
      { ...ordered, timeOfDay: '18:00', eve: true },
    ]);
  });

  test('a mention of many people is said to be left out', async () => {
    const stage = await openStage();
    expect(await linesFor(stage, 'digest 11:30 @here')).toEqual([
      'This digest is on. The message in this channel says what it posts, and when.',
      'Mentions of @here, @channel and user groups are left out. To mention @here, tick it in the form: /talk digest edit',
    ]);
    expect(await keptDigests(stage)).toEqual([{ ...ordered, timeOfDay: '11:30' }]);
  });

  test('the same order at another time takes the place of the first', async () => {
    const stage = await openStage();
    await linesFor(stage, 'digest 08:00');
    await linesFor(stage, 'digest 09:30');
    expect(await keptDigests(stage)).toEqual([{ ...ordered, timeOfDay: '09:30' }]);
    expect(linesIn(stage)[1]?.[0]).toContain('changed the digest of this channel: every day at 09:30');
  });

  test('the same order again is said privately to change nothing', async () => {
    const stage = await openStage();
    await linesFor(stage, 'digest 11:30 track:storage');
    const before = await keptDigests(stage);
    expect(await linesFor(stage, 'digest daily at 11:30 track:Storage')).toEqual([
      'Nothing changed, and nothing was posted: this digest was on already, every day at 11:30 (Europe/Madrid), only track:storage. The next one is posted on Tue 11 May.',
    ]);
    expect([await keptDigests(stage), linesIn(stage).length]).toEqual([before, 1]);
  });

  test('an order for sessions that the channel gets already is saved once the person has read that', async () => {
    const stage = await openStage();
    await linesFor(stage, 'digest 11:30');
    const warning = await answerTo(stage.workspace, 'digest 11:45 track:storage');
    expect(read(warning.blocks)).toEqual([
      'Nothing was saved yet: every day at 11:45 (Europe/Madrid), only track:storage would post sessions that this channel gets already, by | • every day at 11:30 (Europe/Madrid) | To post them twice, press Save it all the same; to change the other one, type /talk digest',
      '[Save it all the same]',
    ]);
    expect([(await keptDigests(stage)).length, linesIn(stage).length]).toEqual([1, 1]);
    await stage.workspace.click({ user: MIRA, in: warning, label: 'Save it all the same' });
    await stage.workspace.when(() => (linesIn(stage).length === 2 ? true : undefined));
    expect((await keptDigests(stage)).map(({ filters }) => filters)).toEqual(['', 'track:storage']);
  });

  test('a mistyped name is kept as the one that was meant, and is the same order', async () => {
    const stage = await openStage();
    await linesFor(stage, 'digest 11:30 track:storage -track:people');
    expect(await linesFor(stage, 'digest 11:45 -track:People track:storrage')).toEqual([
      'This digest is on. The message in this channel says what it posts, and when.',
    ]);
    expect(await keptDigests(stage)).toEqual([
      { ...ordered, timeOfDay: '11:45', filters: '-track:People track:Storage' },
    ]);
  });

  test('where Lectern may not post, nothing is saved and the person knows what to do', async () => {
    const stage = await openStage();
    expect(await linesFor(stage, 'digest 08:00', { channel: CORRIDOR })).toEqual([
      'Lectern is not in that channel: type /invite @Lectern there. Nothing was saved.',
    ]);
    expect(await keptDigests(stage)).toEqual([]);
  });

  test('where a change is refused, the order is as before', async () => {
    const stage = await openStage();
    await linesFor(stage, 'digest 08:00');
    stage.workspace.fail('chat.postMessage', { kind: 'rate_limited', retryAfterSeconds: 1 });
    expect(await linesFor(stage, 'digest 09:00')).toEqual([
      'Slack could not be reached: try again in a moment. Nothing was changed.',
    ]);
    expect(await keptDigests(stage)).toEqual([ordered]);
  });

  test('where nobody knows whether the channel was told, the order stands and the person looks', async () => {
    const stage = await openStage();
    stage.workspace.fail('chat.postMessage', { kind: 'reset' }, { afterDoing: true });
    expect(await linesFor(stage, 'digest 11:30')).toEqual([
      'This digest is on: every day at 11:30 (Europe/Madrid). The next one is posted on Tue 11 May. Slack did not confirm the message to the channel: please check that it is there.',
    ]);
    expect(await keptDigests(stage)).toEqual([{ ...ordered, timeOfDay: '11:30' }]);
  });

  test('a filter that nothing goes by is said, and nothing is saved', async () => {
    const stage = await openStage();
    expect(await linesFor(stage, 'digest 08:00 track:zeppelins')).toEqual([
      'There is no track “zeppelins” in the programme. Nothing was saved.',
    ]);
    expect(await linesFor(stage, 'digest 08:00 2027-06-01')).toEqual([
      'The programme has no sessions on these days. Nothing was saved.',
    ]);
    expect(await linesFor(stage, 'digest 08:00 eve 2027-05-11')).toEqual([
      'That time has passed on all of these days. Nothing was saved.',
    ]);
    expect([await keptDigests(stage), linesIn(stage)]).toEqual([[], []]);
  });

  test('a day is refused where the programme has no times', async () => {
    const stage = await openStage({ programme: programme([talk()]) });
    expect(await linesFor(stage, 'digest 08:00 day:tuesday')).toEqual([
      'There are no times yet. Nothing was saved.',
    ]);
    expect(await keptDigests(stage)).toEqual([]);
  });

  test('an answer that takes Slack long follows the acknowledgement', async () => {
    const stage = await openStage({ answerWithinMs: 10 });
    stage.workspace.fail('chat.postMessage', { kind: 'slow', delayMs: 60 });
    const typed = { user: MIRA, channel: LOBBY, command: '/talk', text: 'digest 11:30' };
    expect((await stage.workspace.command(typed)).error).toBe(undefined);
    const follows = await stage.workspace.when(() =>
      stage.workspace.messages.find(message => message.ephemeralFor === MIRA),
    );
    expect(read(follows.blocks)[0]).toMatch(/^This digest is on\. /);
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
      /^Lectern cannot use its database right now, so nothing was read or saved \(\w{8}\)\. Please try again/,
    );
  });

  test('works in a mention and in direct messages', async () => {
    const stage = await openStage();
    const { workspace } = stage;
    await workspace.mention({ user: MIRA, channel: LOBBY, text: 'digest 11:30' });
    const inChannel = await workspace.when(() => workspace.messages.find(one => one.ephemeralFor === MIRA));
    expect(read(inChannel.blocks)[0]).toMatch(/^This digest is on\. /);
    expect(inChannel.threadTs).toBe(undefined);
    await workspace.directMessage({ user: MIRA, text: 'digest' });
    const inDirect = await workspace.when(() =>
      workspace.messages.find(one => one.channel.startsWith('D') && one.author !== MIRA),
    );
    expect(read(inDirect.blocks)).toEqual([
      'Press Open the form, or write it here: digest daily 08:00',
      '[Open the form]',
    ]);
  });
});

describe('orders for other channels', () => {
  const organised = { organisers: [MIRA] };

  test('are placed in each channel that is named, and answered where they were typed', async () => {
    const stage = await openStage(organised);
    expect(await linesFor(stage, 'digest 11:30 in #corridor and #lobby')).toEqual([
      'In :',
      'Lectern is not in that channel: type /invite @Lectern there. Nothing was saved.',
      'In :',
      'This digest is on: every day at 11:30 (Europe/Madrid). The next one is posted on Tue 11 May.',
    ]);
    expect(await keptDigests(stage)).toEqual([{ ...ordered, timeOfDay: '11:30' }]);
    expect(await linesFor(stage, 'digest off in #lobby', { channel: CORRIDOR })).toEqual([
      'In :',
      'Removed: every day at 11:30 (Europe/Madrid) | To set it up again, type /talk digest daily 11:30; undo brings no digest back.',
    ]);
    expect(await keptDigests(stage)).toEqual([]);
  });

  test('open the form of the channel that is named', async () => {
    const stage = await openStage(organised);
    await linesFor(stage, 'digest 09:00');
    await stage.store.digests.save(digest({ id: 'other', channel: CORRIDOR, timeOfDay: '10:00' }));
    const typed = { user: MIRA, channel: LOBBY, command: '/talk', shouldEscape: true };
    expect((await stage.workspace.command({ ...typed, text: 'digest in #corridor' })).error).toBe(undefined);
    const { content } = await topModal(stage.workspace);
    expect(JSON.stringify(content)).toContain('"initial_time":"10:00"');
    expect(JSON.stringify(content)).toContain(`"initial_conversation":"${CORRIDOR}"`);
  });

  test('stay in a refusal, in its forms and its button', async () => {
    const stage = await openStage(organised);
    const refused = await answerTo(stage.workspace, 'digest every morning in #corridor');
    expect(JSON.stringify(refused.blocks)).toContain(`" in "},{"type":"channel","channel_id":"${CORRIDOR}"}`);
    await stage.workspace.click({ user: MIRA, in: refused, label: 'Open the form' });
    const { content } = await topModal(stage.workspace);
    expect(JSON.stringify(content)).toContain(`"initial_conversation":"${CORRIDOR}"`);
  });

  test('open no form for two channels, nor for a person who may not order for another', async () => {
    const [one, anyone] = [await openStage(organised), await openStage()];
    const typed = { user: MIRA, channel: LOBBY, command: '/talk', shouldEscape: true };
    await one.workspace.command({ ...typed, text: 'digest edit in #corridor and #lobby' });
    expect(linesOf(await topModal(one.workspace))).toEqual(['The form is for one channel: name one.']);
    await anyone.workspace.command({ ...typed, text: 'digest edit in #corridor' });
    expect(linesOf(await topModal(anyone.workspace))).toEqual([
      'Nothing was done: only named organisers can order digests for another channel. Type it in .',
    ]);
  });

  test('are told apart also without blocks, and a preview is of the first', async () => {
    const stage = await openStage(organised);
    const listed = await answerTo(stage.workspace, 'digest off in #corridor and #lobby');
    expect(listed.text.split('\n').map(line => line.slice(0, 8))).toEqual([
      '1 of 2:',
      'There is',
      '2 of 2:',
      'There is',
    ]);
    const preview = await linesFor(stage, 'digest preview in #corridor and #lobby');
    expect(preview.slice(0, 2)).toEqual([
      'In : | A preview is of one channel at a time: this is of the first.',
      'Preview: only you can see this.',
    ]);
  });

  test('are answered also where the database fails at the second', async () => {
    const stage = await openStage(organised);
    const { digests } = stage.store;
    const inChannel = digests.inChannel.bind(digests);
    digests.inChannel = async (workspace, channel) => {
      if (channel === CORRIDOR) throw new StoreFault('gone', 'The database is gone.');
      return inChannel(workspace, channel);
    };
    expect(await linesFor(stage, 'digest 11:30 in #lobby and #corridor')).toEqual([
      'In :',
      'This digest is on: every day at 11:30 (Europe/Madrid). The next one is posted on Tue 11 May.',
      'In :',
      'Lectern cannot use its database right now, so nothing was changed there. Please try again.',
    ]);
  });

  test('keep their answers when one of them is saved all the same', async () => {
    const stage = await openStage(organised);
    const { workspace } = stage;
    await linesFor(stage, 'digest 11:30');
    const asked = await answerTo(workspace, 'digest 11:45 track:storage in #corridor and #lobby');
    await workspace.click({ user: MIRA, in: asked, label: 'Save it all the same' });
    const said = await workspace.when(() =>
      workspace.messages.find(({ ts, ephemeralFor }) => ephemeralFor === MIRA && ts > asked.ts),
    );
    expect(read(said.blocks)[0]).toMatch(/^This digest is on\. /);
    expect(workspace.messages.find(({ ts }) => ts === asked.ts)?.blocks).toEqual(asked.blocks);
  });

  test('resume a paused digest if they were saved all the same in its place', async () => {
    const stage = await openStage(organised);
    const { workspace } = stage;
    for (const words of ['digest 11:45 track:storage', 'digest pause', 'digest 11:30'])
      await linesFor(stage, words);
    const asked = await answerTo(workspace, 'digest 11:50 track:storage');
    await workspace.click({ user: MIRA, in: asked, label: 'Save it all the same' });
    await changed(workspace, asked);
    expect((await keptDigests(stage)).map(({ timeOfDay, paused }) => [timeOfDay, paused])).toEqual([
      ['11:30', false],
      ['11:50', false],
    ]);
  });

  test('leave paused what was paused since they were asked about', async () => {
    const stage = await openStage(organised);
    const { workspace } = stage;
    const before = digest({ channel: LOBBY });
    await stage.store.digests.save({ ...before, paused: true });
    expect(await saidOnSaving({ ...before, timeOfDay: '11:50' }, workspace)).toEqual([
      'This digest is saved and stays paused: every day at 11:50 (Europe/Madrid), paused. Nothing is posted until you type /talk digest resume',
    ]);
    expect(linesIn(stage).at(-1)).toEqual([
      `@${MIRA} changed the digest of this channel: every day at 11:50 (Europe/Madrid), paused. Until now it was every day at 08:00 (Europe/Madrid), paused. To change or stop it, type /talk digest`,
    ]);
    expect((await keptDigests(stage)).map(({ timeOfDay, paused }) => [timeOfDay, paused])).toEqual([
      ['11:50', true],
    ]);
  });

  test('are saved all the same only while their person may order for another channel', async () => {
    const stage = await openStage();
    const { workspace } = stage;
    expect(await saidOnSaving(digest({ channel: CORRIDOR }), workspace)).toEqual([
      'Nothing was done: only named organisers can order digests for another channel. Type it in .',
    ]);
    expect(await keptDigests(stage)).toEqual([]);
  });

  test('are for named organisers alone', async () => {
    const anyone = await openStage();
    expect(await linesFor(anyone, 'digest 11:30 in #corridor')).toEqual([
      'Nothing was done: only named organisers can order digests for another channel. Type it in .',
    ]);
    const others = await openStage({ organisers: [JUNE] });
    expect(await linesFor(others, 'digest list in #corridor')).toEqual([
      `Only organisers can set up or change digests: ask @${JUNE}.`,
    ]);
    expect([await keptDigests(anyone), await keptDigests(others)]).toEqual([[], []]);
  });
});

describe('words that are no order', () => {
  const forms = [
    'daily 08:00 posts a digest every day; 18:00 eve posts it the evening before; 08:00 tue wed on some days only; weekdays 08:00, tue-thu 08:00 and weekly monday 08:00 on these days of each week; week monday 08:00 posts the week ahead; room: and track: narrow it down; reminders adds a notice ten minutes before each talk; only changes posts nothing else.',
    'in German posts it in that language; intro: Good morning! closing: See you. at the end puts your own words around it, no intro removes them. The form sets the same, and a sponsor.',
    "list shows the channel's digests; preview or test shows you the next one; edit opens the form; now posts today's, now 18:00 also tomorrow's before its evening; pause, resume and off apply to all digests of the channel, or to the one at a time: off 08:00. in #channel at the end of any of these is about another channel, or several.",
    'Type these after /talk digest, which alone opens a form. To search for the word: /talk "digest"',
  ].join(' | ');

  test.each([
    [
      'digest daily 25:00',
      'No digest was set up or changed: “25:00” was not understood. | Nearest: /talk digest daily 08:00, /talk digest 18:00 eve, /talk digest preview',
    ],
    [
      'digest tuesday 8 room:quay',
      'No digest was set up or changed: “8” was not understood. | Nearest: /talk digest 08:00 tuesday room:quay, /talk digest daily 08:00, /talk digest 18:00 eve',
    ],
    [
      'digest 08:00 18:00',
      'No digest was set up or changed: a digest has one time, and is either daily or for some days. | Nearest: /talk digest daily 08:00, /talk digest 18:00 eve, /talk digest preview',
    ],
    [
      'digest every day',
      'At what time? No digest was set up, and nothing was saved. | Nearest: /talk digest daily 08:00, /talk digest 18:00 eve, /talk digest preview',
    ],
    [
      'digest daily 08:00 conference:lighthouse',
      'No digest was set up or changed: type it in the channel that should get it, without conference:, since a digest is about the current conference. | Nearest: /talk digest daily 08:00, /talk digest list, /talk digest preview',
    ],
    [
      'digest 08:00 in #nowhere',
      'No digest was set up or changed: there is no channel #nowhere, or Lectern cannot see it. | Nearest: /talk digest daily 08:00, /talk digest 18:00 eve, /talk digest preview',
    ],
    [
      'digest of ceph',
      'No digest was set up or changed: “of ceph” was not understood. | Nearest: /talk digest daily 08:00, /talk digest 18:00 eve, /talk digest preview',
    ],
  ])('are refused with what can be typed instead: %s', async (typed, refusal) => {
    const stage = await openStage();
    const answered = await answerTo(stage.workspace, typed);
    expect(read(answered.blocks)).toEqual([refusal, '[Open the form]', '[Search the talks instead]']);
    expect(answered.text).toBe(`${refusal.replaceAll(' | ', '\n')}\nOr press Open the form.`);
    expect(await keptDigests(stage)).toEqual([]);
  });

  test('lead to the form, and to the search', async () => {
    const { workspace } = await openStage();
    const answered = await answerTo(workspace, 'digest ceph');
    await workspace.click({ user: MIRA, in: answered, label: 'Search the talks instead' });
    const searched = await workspace.when(() =>
      workspace.messages.find(({ blocks }) => read(blocks)[0]?.includes('talks for digest ceph')),
    );
    expect(read(searched.blocks)).toContain('No digest was set up or changed: “ceph” was not understood.');
    const again = await answerTo(workspace, 'digest of ceph');
    await workspace.click({ user: MIRA, in: again, label: 'Open the form' });
    expect((await topModal(workspace)).content).toMatchObject({ title: { text: 'New digest' } });
  });

  test('help', async () => {
    expect(await linesFor(await openStage(), 'digest help')).toEqual([forms]);
  });
});

describe('who may', () => {
  const organised = { organisers: [JUNE] };

  test('where organisers are named, nobody else', async () => {
    const stage = await openStage(organised);
    expect(await linesFor(stage, 'digest 08:00')).toEqual([
      `Only organisers can set up or change digests: ask @${JUNE}.`,
    ]);
    expect(await linesFor(stage, 'digest off')).toEqual([
      `Only organisers can set up or change digests: ask @${JUNE}.`,
    ]);
    expect(await keptDigests(stage)).toEqual([]);
    await linesFor(stage, 'digest 08:00', { user: JUNE });
    expect(await keptDigests(stage)).toEqual([{ ...ordered, owner: JUNE }]);
  });

  test('everybody may look', async () => {
    const stage = await openStage(organised);
    expect((await linesFor(stage, 'digest preview'))[0]).toBe('Preview: only you can see this.');
    expect(await linesFor(stage, 'digest list')).toEqual([
      'There is no digest in this channel. To set one up, type /talk digest daily 08:00',
    ]);
  });

  test('organisers see the digests of all channels', async () => {
    const stage = await openStage(organised);
    await stage.store.digests.save(digest({ channel: CORRIDOR }));
    expect(await linesFor(stage, 'digest list', { user: JUNE })).toEqual([
      ': every day at 08:00 (Europe/Madrid)',
    ]);
    expect(await linesFor(stage, 'digest list')).toEqual([
      'There is no digest in this channel. To set one up, type /talk digest daily 08:00',
    ]);
  });
});

describe('changing by words', () => {
  test('pauses, resumes and removes, by time where there are several', async () => {
    const stage = await openStage();
    await linesFor(stage, 'digest 08:00');
    await linesFor(stage, 'digest 18:00 eve');
    expect(await linesFor(stage, 'digest pause 18:00')).toEqual([
      'Paused: the evening before each day at 18:00 (Europe/Madrid)',
    ]);
    expect(await linesFor(stage, 'digest list')).toEqual([
      ': every day at 08:00 (Europe/Madrid) | : the evening before each day at 18:00 (Europe/Madrid), paused',
    ]);
    expect(await linesFor(stage, 'digest resume 18:00')).toEqual([
      'Resumed: the evening before each day at 18:00 (Europe/Madrid)',
    ]);
    expect((await keptDigests(stage)).map(({ paused }) => paused)).toEqual([false, false]);
    expect(await linesFor(stage, 'digest off')).toEqual([
      'Removed: every day at 08:00 (Europe/Madrid) | Removed: the evening before each day at 18:00 (Europe/Madrid) | To set one up again, type /talk digest daily 08:00 or /talk digest 18:00 eve; undo brings no digest back.',
    ]);
    expect(await keptDigests(stage)).toEqual([]);
  });

  test('says where there is none, and where another one is', async () => {
    const stage = await openStage();
    const none = 'There is no digest in this channel. To set one up, type /talk digest daily 08:00';
    expect(await linesFor(stage, 'digest off')).toEqual([none]);
    expect(await linesFor(stage, 'digest pause 09:00')).toEqual([none]);
    await linesFor(stage, 'digest 08:00');
    expect(await linesFor(stage, 'digest pause 09:00')).toEqual([
      'There is no such digest in this channel. To see its digests, type /talk digest list',
    ]);
  });

  test('posts now, and not twice', async () => {
    const stage = await openStage();
    await linesFor(stage, 'digest 20:00');
    expect(await linesFor(stage, 'digest now')).toEqual(['The digest for Tue 11 May is on its way.']);
    const { digests, sending } = stage.store;
    const [ordered] = await digests.all();
    const key = { workspace: 'T0HARBOUR1', digestId: ordered?.id ?? '', day: '2027-05-11', part: dayPart() };
    await sending.take([key], { now: NOW, channelMs: 0, perMinute: 300 });
    await sending.recordUnknown(key, undefined, NOW);
    expect(await linesFor(stage, 'digest now')).toEqual([
      'Slack did not confirm that the digest for Tue 11 May arrived. Please check the channel: the person who set the digest up was asked in a direct message and can post it from there.',
    ]);
    await sending.confirm(key);
    expect(await linesFor(stage, 'digest now')).toEqual([
      'The digest for Tue 11 May was already posted; it is not posted twice.',
    ]);
    await linesFor(stage, 'digest pause');
    expect(await linesFor(stage, 'digest now')).toEqual(['This digest is paused: resume it first.']);
    await linesFor(stage, 'digest resume');
    await linesFor(stage, 'digest 21:00 eve');
    expect(await linesFor(stage, 'digest now')).toEqual([
      'The digest for Tue 11 May was already posted; it is not posted twice. | There is nothing to post: Wed 12 May has no sessions for this digest.',
    ]);
  });

  test('shows what would be posted', async () => {
    const stage = await openStage();
    const lines = await linesFor(stage, 'digest preview');
    expect(lines.slice(0, 3)).toEqual([
      'Preview: only you can see this.',
      'Lighthouse Days is today',
      'Tue 11 May · 7 sessions · times in Europe/Madrid: 09:00 ({Tue 11 May 09:00–09:40} your time)',
    ]);
    expect(await linesFor(stage, 'digest test')).toEqual([
      ...lines.slice(0, 2),
      'Tue 11 May · 7 sessions · times in Europe/Madrid',
      ...lines.slice(3),
    ]);
    expect(await linesFor(stage, 'digest preview 2027-05-12')).toEqual([
      'Nothing would be posted: Wed 12 May has no sessions for this digest.',
    ]);
  });

  test('shows one clock to a person whose clock is that of the conference', async () => {
    const stage = await openStage();
    await knowZone(stage.workspace);
    expect((await linesFor(stage, 'digest preview'))[2]).toBe(
      'Tue 11 May · 7 sessions · times in Europe/Madrid',
    );
  });

  test('shows what would be posted of a track', async () => {
    const stage = await openStage();
    expect((await linesFor(stage, 'digest preview tuesday track:storrage'))[2]).toBe(
      'Tue 11 May · 7 sessions · times in Europe/Madrid: 09:00 ({Tue 11 May 09:00–09:40} your time) · only track:Storage',
    );
    expect(await linesFor(stage, 'digest preview track:zeppelins')).toEqual([
      'There is no track “zeppelins” in the programme.',
    ]);
  });
});

describe('the question whether a message arrived', () => {
  async function asked(stage: Stage) {
    const { sending, deliveries } = stage.store;
    const key = { workspace: 'T0HARBOUR1', digestId: 'lobby', day: '2027-05-11', part: dayPart() };
    await deliveries.claim([[newDelivery({ until: NOW })]]);
    await sending.take([key], { now: NOW, channelMs: 1000, perMinute: 300 });
    const question = newDelivery({
      part: { kind: 'notice', about: 'doubt', part: dayPart(), attempts: 1 },
      channel: MIRA,
    });
    await sending.recordUnknown(key, question, NOW);
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

  test.each(['Post it', 'It is there'])('%s is refused to a person who does not organise', async label => {
    const stage = await openStage({ organisers: [JUNE] });
    const { key, posted } = await asked(stage);
    const { workspace, store } = stage;
    await workspace.click({ user: MIRA, in: posted, label });
    const refusal = await workspace.when(() =>
      workspace.messages.find(({ ephemeralFor }) => ephemeralFor === MIRA),
    );
    expect(read(refusal.blocks)).toEqual([`Only organisers can set up or change digests: ask @${JUNE}.`]);
    expect((await store.deliveries.find(key))?.state).toBe('unknown');
    expect(workspace.messages.find(({ ts }) => ts === posted.ts)?.blocks).toEqual(posted.blocks);
  });
});

/** Asks Mira in the lobby about an order that overlaps with another, and reads out the answer to *Save it all the same*. */
async function saidOnSaving(overlapping: Digest, workspace: Workspace): Promise<readonly string[]> {
  const result = { kind: 'overlapping', digest: overlapping, others: [] } as const;
  const asked = await postNotice(
    workspace,
    orderAnswer(result, { loaded: loadedWith(harbour), now: NOW }),
    LOBBY,
  );
  await workspace.click({ user: MIRA, in: asked, label: 'Save it all the same' });
  return read((await changed(workspace, asked)).blocks);
}
