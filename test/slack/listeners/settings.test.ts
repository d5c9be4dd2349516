import { describe, expect, test } from 'vitest';
import { conferenceKey } from '../../../src/programme/conference.ts';
import { StoreFault } from '../../../src/store/store-fault.ts';
import { programme, talk } from '../../support/conference.ts';
import { harbour } from '../../support/harbour.ts';
import { loadedWith } from '../../support/loaded.ts';
import { read } from '../../support/read.ts';
import {
  answerTo,
  JUNE,
  last,
  linesOf,
  MIRA,
  messagesOfApp,
  topModal,
  typeTalk,
} from '../../support/slack-people.ts';
import { openStage, type Stage } from '../../support/stage.ts';

const ME = { workspace: 'T0HARBOUR1', person: MIRA };

async function openForm({ workspace }: Stage, user = MIRA) {
  const { error, message } = await typeTalk(workspace, 'settings', { user });
  expect({ error, message }).toEqual({});
  return topModal(workspace, user);
}

/** The modal on top once it reads so. */
function modalWith({ workspace }: Stage, words: string) {
  return workspace.when(() =>
    workspace.modalsOf(MIRA).find(view => linesOf(view).some(line => line.includes(words))),
  );
}

describe('the form', () => {
  test('lists calendar feeds, and Revoke there takes one away and leaves what was entered', async () => {
    const stage = await openStage({ publicUrl: 'https://talks.example.org' });
    const { workspace, store } = stage;
    const feed = { ...ME, conference: conferenceKey(harbour.conference) };
    const at = Date.UTC(2027, 4, 10, 22, 30);
    await store.feeds.add({ ...feed, hash: 'a', subject: { kind: 'mine' }, createdAt: at });
    const subject = { kind: 'search', words: 'ceph day:2027-05-11' } as const;
    await store.feeds.add({ ...feed, hash: 'b', conference: 'Spring', subject, createdAt: at + 1 });
    await store.feeds.add({ ...feed, hash: 'c', person: JUNE, subject, createdAt: at });
    const form = await openForm(stage);
    const listed = (view: typeof form) =>
      linesOf(view).filter(line => line.includes('made on') || line === '[Revoke]');
    expect(listed(form)).toEqual([
      'ceph · Tue 11 May · Spring, made on Tue 11 May',
      '[Revoke]',
      'My talks, made on Tue 11 May',
      '[Revoke]',
    ]);
    await workspace.click({ user: MIRA, in: form, label: 'Revoke', value: 'b' });
    const left = await workspace.when(() =>
      workspace.modalsOf(MIRA).find(view => !linesOf(view).join().includes('Spring')),
    );
    expect(listed(left)).toEqual(['My talks, made on Tue 11 May', '[Revoke]']);
    expect((await store.feeds.of(ME)).map(({ hash }) => hash)).toEqual(['a']);
    expect(JSON.stringify(left)).not.toContain('calendar/');
  });

  test('keeps what is entered, and closes', async () => {
    const stage = await openStage();
    const { workspace, store } = stage;
    await openForm(stage);
    const { errors } = await workspace.submit({
      user: MIRA,
      entries: { reminders: '10', changes: [], quiet: ['on'], from: '23:00', to: '06:30' },
    });
    expect({ errors, open: workspace.modalsOf(MIRA) }).toEqual({ open: [] });
    expect(await store.preferences.of(ME)).toEqual({
      reminders: 10,
      changes: false,
      quietHours: { from: '23:00', to: '06:30' },
    });
    expect(await store.preferences.of({ ...ME, person: JUNE })).toMatchObject({ changes: true });
  });

  test('shows what was kept, and switches quiet hours off', async () => {
    const stage = await openStage();
    await stage.store.preferences.change(ME, { reminders: 5, quietHours: { from: '23:00', to: '06:30' } });
    await openForm(stage);
    await stage.workspace.submit({ user: MIRA, entries: { quiet: [] } });
    expect(await stage.store.preferences.of(ME)).toEqual({
      reminders: 5,
      changes: true,
      quietHours: undefined,
    });
  });

  test('takes no quiet hours that begin when they end', async () => {
    const stage = await openStage();
    await openForm(stage);
    const { errors } = await stage.workspace.submit({
      user: MIRA,
      entries: { quiet: ['on'], from: '08:00', to: '08:00' },
    });
    expect(errors).toEqual({ settings_quiet_to: 'Choose another time, or untick the quiet hours.' });
    expect(await stage.store.preferences.of(ME)).toMatchObject({ quietHours: undefined });
  });

  test('opens from a direct message, where a button leads to it', async () => {
    const { workspace } = await openStage();
    await workspace.directMessage({ user: MIRA, text: 'settings' });
    const message = await workspace.when(() => messagesOfApp(workspace).at(-1));
    await workspace.click({ user: MIRA, in: message, label: 'Settings' });
    expect((await topModal(workspace)).content.callback_id).toBe('settings_submitted');
  });

  test('a title with the word is found by a quotation', async () => {
    const { workspace } = await openStage();
    expect(read((await answerTo(workspace, '"settings"')).blocks)[0]).toContain('settings');
  });
});

describe('a database that is slow or away when the form is submitted', () => {
  /** Keeping what was entered waits until it is let go, or is then refused. */
  function holdBack({ store }: Stage) {
    const change = store.preferences.change.bind(store.preferences);
    let end: (fault?: StoreFault) => void = () => {};
    const held = new Promise<void>((resolve, reject) => {
      end = fault => (fault === undefined ? resolve() : reject(fault));
    });
    // It may be refused before anything waits for it.
    held.catch(() => {});
    store.preferences.change = (...args) => held.then(() => change(...args));
    return { letGo: () => end(), refuse: () => end(new StoreFault('gone', 'The database is gone.')) };
  }
  const SOON = { answerWithinMs: 10 };
  const WAIT = ['One moment… The result will appear here or in a direct message.'];
  const LATE = 'Your settings are saved.';
  const FAULT = /^Lectern cannot use its database right now, so nothing was read or saved/;

  test('lets nobody wait, and says later that all is saved', async () => {
    const stage = await openStage(SOON);
    const { workspace, store } = stage;
    const { letGo } = holdBack(stage);
    await openForm(stage);
    const { error, view } = await workspace.submit({ user: MIRA, entries: { reminders: '10' } });
    expect({ error, lines: linesOf(view) }).toEqual({ lines: WAIT });
    letGo();
    await modalWith(stage, LATE);
    expect(await store.preferences.of(ME)).toMatchObject({ reminders: 10 });
  });

  test('says it in a direct message to a person who has closed the form', async () => {
    const stage = await openStage(SOON);
    const { workspace } = stage;
    const { letGo } = holdBack(stage);
    await openForm(stage);
    await workspace.submit({ user: MIRA });
    await workspace.closeView({ user: MIRA, all: true });
    letGo();
    const message = await workspace.when(() => messagesOfApp(workspace).at(-1));
    expect(read(message.blocks)).toEqual([LATE]);
  });

  test.each([
    ['at once', {}],
    ['late', SOON],
  ])('says %s in the form that nothing was changed', async (_when, options) => {
    const stage = await openStage(options);
    const { workspace, store } = stage;
    const { refuse } = holdBack(stage);
    await openForm(stage);
    const submitted = workspace.submit({ user: MIRA, entries: { reminders: '10' } });
    if (options === SOON) await submitted;
    refuse();
    await submitted;
    const told = await workspace.when(() =>
      workspace.modalsOf(MIRA).find(view => FAULT.test(linesOf(view).join())),
    );
    expect(linesOf(told)).toEqual([expect.stringMatching(FAULT)]);
    expect(messagesOfApp(workspace)).toEqual([]);
    expect(await store.preferences.of(ME)).toMatchObject({ reminders: undefined });
  });
});

describe('Forget me', () => {
  test('deletes what is kept, and says what it was', async () => {
    const stage = await openStage();
    const { workspace, store } = stage;
    for (const person of [MIRA, JUNE])
      for (const talk of ['people/radio', 'storage/ceph-1'])
        await store.stars.star({ ...ME, person, conference: 'Lighthouse Days', talk }, 1000);
    await store.preferences.change(ME, { changes: false });
    const form = await openForm(stage);
    await workspace.click({ user: MIRA, in: form, label: 'Forget me' });
    expect(linesOf(await modalWith(stage, 'forgotten'))).toEqual([
      'Lectern has forgotten you: 2 stars, your settings.',
    ]);
    expect(await store.stars.starsOf(ME)).toEqual(new Map());
    expect(await store.preferences.of(ME)).toMatchObject({ changes: true });
    expect((await store.stars.starsOf({ ...ME, person: JUNE })).size).toBe(1);
  });

  test('says which digests stay', async () => {
    const stage = await openStage();
    await answerTo(stage.workspace, 'digest 08:00');
    const form = await openForm(stage);
    await stage.workspace.click({ user: MIRA, in: form, label: 'Forget me' });
    const [line] = linesOf(await modalWith(stage, 'kept nothing'));
    expect(line).toContain('1 digest that you ordered belongs to its channel and stays');
    expect(await stage.store.digests.all()).toHaveLength(1);
  });

  test('answers by a direct message to a person who has closed the form', async () => {
    const stage = await openStage();
    const { workspace } = stage;
    const form = await openForm(stage);
    workspace.fail('views.update', { kind: 'error', error: 'not_found' });
    await workspace.click({ user: MIRA, in: form, label: 'Forget me' });
    const message = await workspace.when(() => messagesOfApp(workspace).at(-1));
    expect(read(last([message]).blocks)).toEqual(['Lectern kept nothing about you.']);
  });
});

describe('organisers', () => {
  const pier = programme([talk({ id: 'ropes', title: 'Ropes at the pier' })], {
    name: 'Pier',
    folder: 'pier',
  });
  const loaded = {
    ...loadedWith(harbour),
    others: [{ name: 'Pier', programme: pier, open: () => loadedWith(pier) }],
  };
  const FIELDS = ['settings_conferences', 'settings_organisers'];
  const fieldsOf = ({ content }: Awaited<ReturnType<typeof openForm>>) =>
    (content.blocks as { block_id?: string }[]).flatMap(({ block_id = '' }) =>
      FIELDS.includes(block_id) ? [block_id] : [],
    );

  test('choose which conferences their workspace sees, and who else organises', async () => {
    const stage = await openStage({ organisers: [JUNE], loaded });
    const { workspace, store } = stage;
    expect(fieldsOf(await openForm(stage))).toEqual([]);
    expect(fieldsOf(await openForm(stage, JUNE))).toEqual(FIELDS);
    await workspace.submit({ user: JUNE, entries: { conferences: ['Pier'], organisers: [MIRA] } });
    expect(await store.workspaceSettings.all()).toEqual(
      new Map([['T0HARBOUR1', { conferences: ['Pier'], organisers: [MIRA] }]]),
    );
    const [ropes, ceph] = [await answerTo(workspace, 'ropes'), await answerTo(workspace, 'ceph')];
    expect([read(ropes.blocks).join(), read(ceph.blocks).join()]).toEqual([
      expect.stringContaining('Ropes at the pier'),
      expect.not.stringContaining('Ceph at sea'),
    ]);
    expect(fieldsOf(await openForm(stage))).toEqual(FIELDS);
    await workspace.submit({ user: MIRA, entries: { conferences: [], organisers: [] } });
    expect((await store.workspaceSettings.all()).get('T0HARBOUR1')).toEqual({
      conferences: undefined,
      organisers: [],
    });
  });

  test('keep a choice that is not loaded beside another one, and never by itself', async () => {
    const stage = await openStage({ organisers: [JUNE], loaded });
    const { workspace, store } = stage;
    const chosen = async () => (await store.workspaceSettings.all()).get('T0HARBOUR1')?.conferences;
    await openForm(stage, JUNE);
    await workspace.submit({ user: JUNE, entries: { conferences: ['Pier'] } });
    stage.show(harbour);
    expect(read((await answerTo(workspace, 'ceph')).blocks).join()).toContain('Ceph at sea');
    const form = await openForm(stage, JUNE);
    expect(fieldsOf(form)).toEqual(FIELDS);
    const note = 'The conferences chosen before are not loaded now, so people here see all others.';
    expect(linesOf(form)).toContain(note);
    await workspace.submit({ user: JUNE, entries: { conferences: ['Lighthouse Days'] } });
    expect(await chosen()).toEqual(['Lighthouse Days', 'Pier']);
    expect(linesOf(await openForm(stage, JUNE))).not.toContain(note);
    await workspace.submit({ user: JUNE, entries: { conferences: [] } });
    expect(await chosen()).toBe(undefined);
    expect(fieldsOf(await openForm(stage, JUNE))).toEqual(['settings_organisers']);
  });

  test('are the admins if the operator names nobody, whichever process has shown the form', async () => {
    const stage = await openStage({ loaded });
    const { workspace, app, store } = stage;
    workspace.directory.setAdmin(MIRA, true);
    await openForm(stage);
    await modalWith(stage, 'Only organisers see this part.');
    // Another process knows nothing of the person.
    app.forgetZone(ME);
    workspace.directory.setAdmin(MIRA, false);
    const entries = { conferences: ['Pier'], organisers: [JUNE] };
    const { errors } = await workspace.submit({ user: MIRA, entries });
    expect(errors).toEqual({
      settings_organisers:
        'Lectern cannot tell now whether you may choose for this workspace, so nothing was saved. Open the settings again in a moment and save them there.',
    });
    expect(await store.workspaceSettings.all()).toEqual(new Map());
    app.forgetZone(ME);
    workspace.directory.setAdmin(MIRA, true);
    await workspace.submit({ user: MIRA, entries });
    expect(await store.workspaceSettings.all()).toEqual(new Map([['T0HARBOUR1', entries]]));
  });

  test('are nobody whom neither the operator nor Slack names', async () => {
    const stage = await openStage({ loaded });
    expect(fieldsOf(await openForm(stage))).toEqual([]);
  });
});
