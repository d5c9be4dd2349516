import { describe, expect, test } from 'vitest';
import type { AppContext } from '../../../src/slack/app-context.ts';
import { writeDraft } from '../../../src/slack/digest/form.ts';
import { onDigestSubmitted } from '../../../src/slack/listeners/digest-form.ts';
import { keptDigests, linesFor, linesIn, ordered } from '../../support/digest-stage.ts';
import { digest } from '../../support/digests.ts';
import { harbour } from '../../support/harbour.ts';
import { loadedWith } from '../../support/loaded.ts';
import { read } from '../../support/read.ts';
import { CORRIDOR, JUNE, LOBBY, linesOf, MIRA, topModal } from '../../support/slack-people.ts';
import { openStage, type Stage } from '../../support/stage.ts';

async function openForm(stage: Stage, { user = MIRA, channel = LOBBY } = {}) {
  const typed = { user, channel, command: '/talk', text: 'digest' };
  expect((await stage.workspace.command(typed)).error).toBe(undefined);
  return topModal(stage.workspace, user);
}

/** The modal once a line of it reads so. */
function modalWith({ workspace }: Stage, words: string, user = MIRA) {
  return workspace.when(() =>
    workspace.modalsOf(user).find(view => linesOf(view).some(line => line.includes(words))),
  );
}

/** What a form that was sent back says below its fields, without the digest that they are of. */
function told(errors: Readonly<Record<string, string>> = {}) {
  return Object.entries(errors).map(([block, sentence]) => [block.replace(/:.*/, ''), sentence]);
}

describe('the form', () => {
  test('orders a digest, and says what is on', async () => {
    const stage = await openStage();
    const form = await openForm(stage);
    expect(linesOf(form)).toEqual([
      '[Send me a test]',
      'For',
      'Time: ____',
      'Each post covers: ____',
      'Days of the week (none chosen: all, or Monday for seven days): ____',
      'Days (none chosen: every day): ____',
      'Tracks (none chosen: all): ____',
      'Rooms (none chosen: all): ____',
      'Options: ____',
      'Language of the posts: ____',
      'Intro (*bold* is bold): ____',
      'Closing line: ____',
      'Sponsor line: ____',
      'Link of the sponsor (https): ____',
      '',
      'Time zone: ____',
    ]);
    const { view } = await stage.workspace.submit({
      user: MIRA,
      entries: { time: '11:45', zone: 'Europe/Lisbon', options: ['reminders'], tracks: ['Storage'] },
    });
    expect(linesOf(view)).toEqual([
      'This digest is on: every day at 11:45 (Europe/Lisbon), only track:Storage, with a notice before each talk. The next one is posted on Tue 11 May.',
    ]);
    const changed = {
      timeOfDay: '11:45',
      timeZone: 'Europe/Lisbon',
      reminders: true,
      filters: 'track:Storage',
    };
    expect(await keptDigests(stage)).toEqual([{ ...ordered, ...changed }]);
    expect(linesIn(stage)).toHaveLength(1);
  });

  test('changes the digest that there is, and keeps what is not changed', async () => {
    const stage = await openStage();
    await linesFor(stage, 'digest 08:00 eve -track:people reminders');
    const form = await openForm(stage);
    expect(linesOf(form)[1]).toBe('[Send me a test][Post now][Pause][Remove]');
    await stage.workspace.submit({ user: MIRA, entries: { time: '21:15' } });
    expect(await keptDigests(stage)).toEqual([
      { ...ordered, timeOfDay: '21:15', eve: true, reminders: true, filters: '-track:people' },
    ]);
  });

  test('sets the words around a digest, its language and its mention, and keeps them', async () => {
    const stage = await openStage();
    await openForm(stage);
    const entries = {
      span: 'week',
      time: '11:45',
      weekdays: ['2'],
      options: ['important'],
      language: 'de',
      intro: ' Guten *Morgen*! ',
      closing: 'Bis bald',
      sponsor: 'Net Loft',
      sponsor_link: 'https://example.org/loft',
      'digest:mention': ['here'],
    };
    await stage.workspace.submit({ user: MIRA, entries });
    const set = {
      span: 'week',
      timeOfDay: '11:45',
      weekdays: [2],
      changesInChannel: true,
      language: 'de',
      intro: 'Guten *Morgen*!',
      closing: 'Bis bald',
      sponsor: 'Net Loft',
      sponsorLink: 'https://example.org/loft',
      mentionHere: true,
    };
    expect(await keptDigests(stage)).toEqual([{ ...ordered, ...set }]);
    expect(linesIn(stage).flat()).toEqual([
      expect.stringMatching(
        /hat für diesen Channel eine Übersicht eingerichtet: die kommenden sieben Tage, jeden Dienstag um 11:45/,
      ),
    ]);
    await openForm(stage);
    await stage.workspace.submit({ user: MIRA, entries: { time: '11:50' } });
    expect(await keptDigests(stage)).toEqual([{ ...ordered, ...set, timeOfDay: '11:50' }]);
  });

  test.each([
    ['sponsor_link', { sponsor: 'Net Loft', sponsor_link: 'http://example.org' }, /begins with https/],
    ['sponsor_link', { sponsor: 'Net Loft', sponsor_link: 'https://a:b@example.org' }, /begins with https/],
    ['sponsor_link', { sponsor_link: 'https://example.org' }, /Write the sponsor, too/],
  ])('says below %s what is wrong with %j', async (field, entries, words) => {
    const stage = await openStage();
    await openForm(stage);
    const { errors } = await stage.workspace.submit({ user: MIRA, entries });
    expect(told(errors)).toEqual([[`digest_${field}`, expect.stringMatching(words)]]);
    expect(await keptDigests(stage)).toEqual([]);
  });

  test('of the digest at a time is opened by words', async () => {
    const stage = await openStage();
    await linesFor(stage, 'digest 08:00');
    await linesFor(stage, 'digest 18:00 eve');
    const typed = { user: MIRA, channel: LOBBY, command: '/talk', text: 'digest edit 18:00' };
    expect((await stage.workspace.command(typed)).error).toBe(undefined);
    await topModal(stage.workspace);
    await stage.workspace.submit({ user: MIRA, entries: { time: '21:15' } });
    expect((await keptDigests(stage)).map(({ timeOfDay, eve }) => [timeOfDay, eve])).toEqual([
      ['08:00', false],
      ['21:15', true],
    ]);
  });

  test.each([
    [[], 'There is no digest in this channel. To set one up, type /talk digest daily 08:00'],
    [['08:00'], 'There is no such digest in this channel. To see its digests, type /talk digest list'],
  ])('of a time at which there is no digest is none, with those at %j', async (times, words) => {
    const stage = await openStage();
    for (const time of times) await linesFor(stage, `digest ${time}`);
    const typed = { user: MIRA, channel: LOBBY, command: '/talk', text: 'digest edit 18:00' };
    expect((await stage.workspace.command(typed)).error).toBe(undefined);
    expect(linesOf(await topModal(stage.workspace))).toEqual([words]);
  });

  test('orders a digest for some days of each week', async () => {
    const stage = await openStage();
    await openForm(stage);
    const { view } = await stage.workspace.submit({
      user: MIRA,
      entries: { weekdays: ['3', '2'], time: '11:45' },
    });
    expect(linesOf(view)).toEqual([
      'This digest is on: every Tuesday and Wednesday at 11:45 (Europe/Madrid). The next one is posted on Tue 11 May.',
    ]);
    expect(await keptDigests(stage)).toEqual([{ ...ordered, timeOfDay: '11:45', weekdays: [2, 3] }]);
  });

  test('says below the field what is wrong with it', async () => {
    const stage = await openStage();
    await openForm(stage);
    const { errors } = await stage.workspace.submit({ user: MIRA, entries: { zone: 'Atlantis' } });
    expect(told(errors)).toEqual([
      ['digest_zone', 'There is no time zone "Atlantis". Write it as Europe/Madrid.'],
    ]);
    expect(await keptDigests(stage)).toEqual([]);
  });

  test('says what to do where Lectern may not post', async () => {
    const stage = await openStage();
    await openForm(stage, { channel: CORRIDOR });
    const { view } = await stage.workspace.submit({ user: MIRA });
    expect(linesOf(view)).toEqual([
      'Lectern is not in that channel: type /invite @Lectern there. Nothing was saved.',
    ]);
    expect(await keptDigests(stage)).toEqual([]);
  });

  test('shows the result later where Slack is slow', async () => {
    const stage = await openStage({ answerWithinMs: 10 });
    await openForm(stage);
    stage.workspace.fail('chat.postMessage', { kind: 'slow', delayMs: 60 });
    const { view } = await stage.workspace.submit({ user: MIRA });
    expect(linesOf(view)).toEqual(['One moment… The result will appear here or in a direct message.']);
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
    expect(await keptDigests(stage)).toEqual([{ ...ordered, timeOfDay: '11:45' }]);
    expect(stage.log).toEqual([]);
  });

  test.each([
    ['Pause', 'Paused: every day at 08:00 (Europe/Madrid)'],
    ['Send me a test', 'The test is in your direct messages with Lectern.'],
  ])('of a button, too: %s', async (label, words) => {
    const stage = await openStage();
    const { workspace } = stage;
    await linesFor(stage, 'digest 08:00');
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
    expect([await keptDigests(stage), linesIn(stage)]).toEqual([[], []]);
  });

  test.each([
    ['Post now', 'The digest for Tue 11 May is on its way.', false],
    ['Pause', 'Paused: every day at 08:00 (Europe/Madrid)', true],
  ])('%s', async (label, words, paused) => {
    const stage = await openStage();
    await linesFor(stage, 'digest 08:00');
    await stage.workspace.click({ user: MIRA, in: await openForm(stage), label });
    await modalWith(stage, words);
    expect((await keptDigests(stage)).map(each => each.paused)).toEqual([paused]);
  });

  test('resumes what is paused, and removes', async () => {
    const stage = await openStage();
    await linesFor(stage, 'digest 08:00');
    await linesFor(stage, 'digest pause');
    const form = await openForm(stage);
    expect(linesOf(form)).toContain('This digest is paused: nothing is posted.');
    await stage.workspace.click({ user: MIRA, in: form, label: 'Resume' });
    await modalWith(stage, 'Resumed: every day at 08:00 (Europe/Madrid)');
    await stage.workspace.closeView({ user: MIRA, all: true });
    await stage.workspace.click({ user: MIRA, in: await openForm(stage), label: 'Remove' });
    await modalWith(stage, 'Removed: every day at 08:00 (Europe/Madrid)');
    expect(await keptDigests(stage)).toEqual([]);
  });

  test('leads to the other digests of the channel, and to a new one', async () => {
    const stage = await openStage();
    await linesFor(stage, 'digest 08:00');
    await linesFor(stage, 'digest 18:00 eve');
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
    expect((await keptDigests(stage)).map(each => [each.timeOfDay, each.filters])).toEqual([
      ['08:00', ''],
      ['12:00', ''],
      ['18:00', ''],
    ]);
  });

  test('takes nothing that was entered for one digest over to another', async () => {
    const stage = await openStage();
    const { workspace } = stage;
    await linesFor(stage, 'digest 08:00');
    await linesFor(stage, 'digest 18:00 eve');
    const form = await openForm(stage);
    const entries = { intro: 'Good morning', sponsor: 'Net Loft', zone: 'Atlantis' };
    await workspace.submit({ user: MIRA, entries });
    const second = (await stage.store.digests.all()).find(({ eve }) => eve);
    await workspace.click({ user: MIRA, in: form, actionId: 'digest:chosen', choose: second?.id ?? '' });
    await workspace.when(() =>
      workspace.modalsOf(MIRA).find(view => JSON.stringify(view.content).includes('"initial_time":"18:00"')),
    );
    await workspace.submit({ user: MIRA, entries: { time: '18:30', zone: 'Europe/Madrid' } });
    expect((await keptDigests(stage)).map(each => [each.timeOfDay, each.intro, each.sponsor])).toEqual([
      ['08:00', '', ''],
      ['18:30', '', ''],
    ]);
  });

  test('saves nothing over what was changed since it was opened', async () => {
    const stage = await openStage();
    await linesFor(stage, 'digest 08:00');
    await openForm(stage);
    const [stored] = await stage.store.digests.all();
    if (stored === undefined) throw new Error('The digest was not saved.');
    await stage.store.digests.save({ ...stored, intro: 'Welcome', closing: 'See you' });
    const { errors } = await stage.workspace.submit({ user: MIRA, entries: { time: '21:15' } });
    expect(told(errors)).toEqual([
      [
        'digest_time',
        'This digest was changed since you opened this form, so nothing was saved. Copy what you wrote, close the form and open it again.',
      ],
    ]);
    expect(await keptDigests(stage)).toEqual([{ ...ordered, intro: 'Welcome', closing: 'See you' }]);
  });

  test('resumes nothing that was paused since it was opened', async () => {
    const stage = await openStage();
    await linesFor(stage, 'digest 08:00');
    await openForm(stage);
    await linesFor(stage, 'digest pause');
    await stage.workspace.submit({ user: MIRA, entries: { time: '21:15' } });
    expect(await keptDigests(stage)).toEqual([{ ...ordered, timeOfDay: '21:15', paused: true }]);
  });

  test('brings nothing back that was removed since it was opened', async () => {
    const stage = await openStage();
    await linesFor(stage, 'digest 08:00');
    await openForm(stage);
    await linesFor(stage, 'digest off');
    const { view } = await stage.workspace.submit({ user: MIRA, entries: { time: '21:15' } });
    expect(linesOf(view)).toEqual([
      'There is no such digest in this channel. To see its digests, type /talk digest list',
    ]);
    expect(await keptDigests(stage)).toEqual([]);
  });

  test('lets organisers choose the channel, and nobody else', async () => {
    const stage = await openStage({ organisers: [JUNE] });
    const refused = await openForm(stage);
    expect(linesOf(refused)).toEqual([`Only organisers can set up or change digests: ask @${JUNE}.`]);
    await openForm(stage, { user: JUNE, channel: CORRIDOR });
    await stage.workspace.submit({ user: JUNE, entries: { channel: LOBBY } });
    expect(await keptDigests(stage)).toEqual([{ ...ordered, owner: JUNE }]);
  });
});

describe('a person who no longer organises', () => {
  /** June says in the settings who organises beside herself. */
  async function organise({ workspace }: Stage, organisers: readonly string[]) {
    await workspace.command({ user: JUNE, channel: LOBBY, command: '/talk', text: 'settings' });
    await topModal(workspace, JUNE);
    await workspace.submit({ user: JUNE, entries: { organisers } });
  }

  test.each([
    ['digest:chosen', { actionId: 'digest:chosen', choose: 'new' }],
    ['Send me a test', { label: 'Send me a test' }],
    ['Post now', { label: 'Post now' }],
    ['Pause', { label: 'Pause' }],
    ['Remove', { label: 'Remove' }],
  ])('is refused in an open form: %s', async (_what, press) => {
    const stage = await openStage({ organisers: [JUNE] });
    const { workspace } = stage;
    await linesFor(stage, 'digest 08:00', { user: JUNE });
    await organise(stage, [MIRA]);
    const form = await openForm(stage);
    await organise(stage, []);
    await workspace.click({ user: MIRA, in: form, ...press });
    const refusal = await modalWith(stage, 'Only organisers');
    expect(linesOf(refusal)).toEqual([`Only organisers can set up or change digests: ask @${JUNE}.`]);
    expect(await keptDigests(stage)).toEqual([{ ...ordered, owner: JUNE }]);
    expect(workspace.messages.filter(({ channel }) => channel.startsWith('D'))).toEqual([]);
  });

  test('is refused when the form is submitted', async () => {
    const stage = await openStage({ organisers: [JUNE] });
    const { workspace } = stage;
    await organise(stage, [MIRA]);
    await linesFor(stage, 'digest 08:00');
    await openForm(stage);
    await organise(stage, []);
    const { view } = await workspace.submit({ user: MIRA, entries: { time: '11:45' } });
    expect(linesOf(view)).toEqual([`Only organisers can set up or change digests: ask @${JUNE}.`]);
    expect(await keptDigests(stage)).toEqual([ordered]);
  });
});

test('a form for another channel than its own is refused where no organisers are named', async () => {
  const stage = await openStage();
  const elsewhere = digest({ channel: CORRIDOR });
  const app = {
    current: () => loadedWith(harbour),
    answerWithinMs: 60_000,
    digests: { store: stage.store, organisersOf: () => [] },
  } as unknown as AppContext;
  const acknowledged: unknown[] = [];
  const listener = onDigestSubmitted(app);
  await listener({
    ack: async (answer: unknown) => acknowledged.push(answer),
    body: { user: { id: MIRA } },
    view: {
      id: 'V1',
      private_metadata: writeDraft({
        digest: elsewhere,
        isNew: true,
        openedIn: LOBBY,
        anyChannel: false,
        opened: '',
      }),
      state: { values: {} },
    },
    context: {},
  } as unknown as Parameters<typeof listener>[0]);
  const refusal = 'You can set up a digest only for the channel in which you open its form.';
  expect(JSON.stringify(acknowledged)).toContain(refusal);
  expect(await keptDigests(stage)).toEqual([]);
});
