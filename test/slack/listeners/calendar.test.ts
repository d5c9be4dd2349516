import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/local-slack/state/messages.ts';
import { programme, talk } from '../../support/conference.ts';
import { harbour } from '../../support/harbour.ts';
import { loadedWith } from '../../support/loaded.ts';
import { read } from '../../support/read.ts';
import { answerTo, changed, JUNE, linesOf, MIRA, topModal } from '../../support/slack-people.ts';
import { openStage, type Stage, type StageOptions } from '../../support/stage.ts';

const open = (options: StageOptions = {}) =>
  openStage({ publicUrl: 'https://talks.example.org', ...options });

/** Presses *Calendar* below an answer, and returns the message that only this person gets. */
async function pressCalendar({ workspace }: Stage, answer: Message): Promise<Message> {
  const before = new Set(workspace.messages.map(({ ts }) => ts));
  await workspace.click({ user: MIRA, in: answer, label: 'Calendar' });
  return workspace.when(() => workspace.messages.find(({ ts }) => !before.has(ts)));
}

function addressIn(lines: readonly string[]): string {
  return /https:\/\/talks\.example\.org\/calendar\/[\w-]+\.ics/.exec(lines.join())?.[0] ?? '';
}

/** The path of the feed, where the app itself listens. */
function readFeed(stage: Stage, lines: readonly string[]): Promise<Response> {
  return fetch(stage.url + new URL(addressIn(lines)).pathname);
}

test('an answer is subscribed to, and its address is told to one person', async () => {
  const stage = await open();
  const answer = await answerTo(stage.workspace, 'ceph tuesday');
  const told = await pressCalendar(stage, answer);
  expect(told.ephemeralFor).toBe(MIRA);
  const lines = read(told.blocks);
  expect(lines.map(line => line.replace(addressIn(lines), 'ADDRESS'))).toEqual([
    [
      'Calendar: ceph · Tue 11 May',
      '7 sessions now. The calendar follows the programme.',
      'In your calendar program, subscribe to this address (Google: Other calendars, +, From URL):',
      'ADDRESS',
      'Anyone with the address can read this calendar. Lectern cannot show it again.',
    ].join(' | '),
    '[Revoke]',
  ]);
  expect(told.text).toContain('https://talks.example.org/calendar/');
  const calendar = await (await readFeed(stage, lines)).text();
  expect(calendar.match(/SUMMARY:/g)).toHaveLength(7);
  expect(calendar).toContain('NAME:ceph · Tue 11 May · Lighthouse Days');
});

test('a revoked address leads nowhere, and the message says so', async () => {
  const stage = await open();
  const told = await pressCalendar(stage, await answerTo(stage.workspace, 'tuesday'));
  expect((await readFeed(stage, read(told.blocks))).status).toBe(200);
  await stage.workspace.click({ user: MIRA, in: told, label: 'Revoke' });
  const after = await changed(stage.workspace, told);
  expect(read(after.blocks)).toEqual(['The calendar is revoked: its address no longer works.']);
  expect((await readFeed(stage, read(told.blocks))).status).toBe(404);
});

test('addresses that were lost are revoked from the newest', async () => {
  const stage = await open();
  const answer = await answerTo(stage.workspace, 'ceph');
  const first = await pressCalendar(stage, answer);
  const second = await pressCalendar(stage, answer);
  expect(read(second.blocks).at(-1)).toBe('[Revoke][Revoke the other one]');
  const before = new Set(stage.workspace.messages.map(({ ts }) => ts));
  await stage.workspace.click({ user: MIRA, in: second, label: 'Revoke the other one' });
  const said = await stage.workspace.when(() => stage.workspace.messages.find(({ ts }) => !before.has(ts)));
  expect(read(said.blocks)).toEqual(['1 calendar revoked: its address no longer works. This one stays.']);
  const statuses = [first, second].map(async told => (await readFeed(stage, read(told.blocks))).status);
  expect(await Promise.all(statuses)).toEqual([404, 200]);
});

test('my talks are subscribed to, and follow the stars', async () => {
  const stage = await open();
  const member = { workspace: stage.workspace.team.id, person: MIRA };
  const star = { ...member, conference: 'Lighthouse Days', talk: 'storage/ceph-1' };
  await stage.store.stars.star(star, 1);
  const told = await pressCalendar(stage, await answerTo(stage.workspace, 'mine'));
  const overlapping = await answerTo(stage.workspace, 'mine clashes');
  expect(read(overlapping.blocks)).not.toContain('[Calendar]');
  expect(read(told.blocks)[0]).toContain('Calendar: My talks | 1 session now.');
  const titles = async () =>
    [...(await (await readFeed(stage, read(told.blocks))).text()).matchAll(/SUMMARY:(.*)\r/g)].map(
      ([, title]) => title,
    );
  expect(await titles()).toEqual(['Lesson 1 in Ceph']);
  await stage.store.stars.star({ ...star, talk: 'storage/ceph-2' }, 1);
  expect(await titles()).toEqual(['Lesson 1 in Ceph', 'Lesson 2 in Ceph']);
});

test('in a modal the address is told in another one', async () => {
  const { workspace } = await open();
  await workspace.shortcut({ user: MIRA, callbackId: 'find_talk' });
  await topModal(workspace);
  const { view } = await workspace.submit({ user: MIRA, entries: { words: 'ceph' } });
  if (view === undefined) throw new Error('The modal closed.');
  await workspace.click({ user: MIRA, in: view, label: 'Calendar' });
  const told = await workspace.when(() =>
    workspace.modalsOf(MIRA).find(view => linesOf(view)[0]?.startsWith('Calendar: ceph')),
  );
  await workspace.click({ user: MIRA, in: told, label: 'Revoke' });
  await workspace.when(() => workspace.modalsOf(MIRA).find(view => linesOf(view)[0]?.includes('revoked')));
});

describe('there is no button', () => {
  test('where the outside cannot reach Lectern', async () => {
    const { workspace } = await openStage();
    expect(read((await answerTo(workspace, 'ceph')).blocks).join()).not.toContain('[Calendar]');
  });

  test('below what is on now, and what has no time', async () => {
    const { workspace } = await open();
    for (const words of ['now', 'onboarding', 'zzzz'])
      expect(read((await answerTo(workspace, words)).blocks).join()).not.toContain('Calendar');
  });
});

test('another conference keeps its own calendar', async () => {
  const slots = [{ start: '2027-06-01T09:00:00+02:00', end: undefined, rooms: ['Bow'], day: '2027-06-01' }];
  const bow = programme([talk({ id: 'bow', title: 'Ceph on the bow', slots })], { name: 'Bow Days' });
  const others = [{ name: 'Bow Days', programme: bow, open: () => loadedWith(bow) }];
  const stage = await open({ loaded: loadedWith(harbour, { others }) });
  const answer = await answerTo(stage.workspace, 'conference:"Bow Days" ceph');
  const told = await pressCalendar(stage, answer);
  const calendar = await (await readFeed(stage, read(told.blocks))).text();
  expect([...calendar.matchAll(/SUMMARY:(.*)\r/g)].map(([, title]) => title)).toEqual(['Ceph on the bow']);
});

test('nobody revokes the calendar of another', async () => {
  const stage = await open();
  const told = await pressCalendar(stage, await answerTo(stage.workspace, 'ceph'));
  const hash = JSON.stringify(told.blocks).match(/"value":"([\da-f]{64})"/)?.[1] ?? '';
  const { store } = stage;
  expect(await store.feeds.revoke(hash, { workspace: stage.workspace.team.id, person: JUNE })).toBe(false);
  expect((await readFeed(stage, read(told.blocks))).status).toBe(200);
});

describe('a calendar file', () => {
  const SCOPES = ['commands', 'chat:write', 'im:history', 'users:read', 'files:write'];

  /** The details of a talk, opened from an answer. */
  async function openDetails({ workspace }: Stage, words = 'ceph at sea') {
    const answer = await answerTo(workspace, words);
    await workspace.click({ user: MIRA, in: answer, label: 'Details', value: 'storage/ceph-at-sea' });
    return topModal(workspace);
  }

  /** What the modal says in the end. */
  function saysAtLast({ workspace }: Stage, words: string) {
    return workspace.when(() => {
      const lines = linesOf(workspace.modalsOf(MIRA).at(-1));
      return lines.join().includes(words) ? lines : undefined;
    });
  }

  test('comes by direct message, and has the talk as a feed has it', async () => {
    const stage = await open({ scopes: SCOPES });
    const { workspace } = stage;
    await workspace.click({ user: MIRA, in: await openDetails(stage), label: 'Calendar file' });
    expect(await saysAtLast(stage, 'is in your')).toEqual([
      'The calendar file is in your direct messages with Lectern.',
    ]);
    const direct = workspace.messages.filter(({ channel }) => channel.startsWith('D'));
    expect(
      direct.map(({ blocks, files = [] }) => [read(blocks), files.map(({ name, title }) => [name, title])]),
    ).toEqual([
      [
        [
          'Calendar file: Ceph at sea | Open the file to add the talk to your calendar. It does not change if the talk moves; star the talk to hear about that.',
        ],
        [],
      ],
      [[], [['ceph-at-sea.ics', 'Ceph at sea']]],
    ]);
    const sent = Buffer.from(direct[1]?.files?.[0]?.bytes ?? []).toString();
    expect(sent.split('\r\n')).toEqual(
      expect.arrayContaining(['BEGIN:VCALENDAR', 'DTSTART:20270511T070000Z', 'END:VCALENDAR']),
    );
    const told = await pressCalendar(stage, await answerTo(workspace, 'ceph at sea'));
    const uid = (text: string) => /^UID:.*$/m.exec(text)?.[0];
    expect(uid(sent)).toBe(uid(await (await readFeed(stage, read(told.blocks))).text()));
  });

  test('is not offered where the workspace has not granted it; the links are', async () => {
    const stage = await open();
    const lines = linesOf(await openDetails(stage));
    expect(lines.at(-1)).toBe('[Share...][Star][Google Calendar][Outlook]');
  });

  test.each(['missing_scope', 'file_uploads_disabled'])(
    'that Slack refuses with %s is a kind no',
    async error => {
      const stage = await open({ scopes: SCOPES });
      stage.workspace.fail('files.getUploadURLExternal', { kind: 'error', error });
      await stage.workspace.click({ user: MIRA, in: await openDetails(stage), label: 'Calendar file' });
      expect(await saysAtLast(stage, 'does not let')).toEqual([
        'This workspace does not let Lectern send files. Press Back, then Google Calendar or Outlook, which open a form.',
      ]);
      expect(stage.workspace.messages.filter(({ channel }) => channel.startsWith('D'))).toEqual([]);
      expect(stage.log).toEqual([]);
    },
  );

  test('that does not arrive is a fault, and no message introduces it', async () => {
    const stage = await open({ scopes: SCOPES });
    stage.workspace.fail('upload_url', { kind: 'status', status: 500 });
    await stage.workspace.click({ user: MIRA, in: await openDetails(stage), label: 'Calendar file' });
    const told = await stage.workspace.when(() =>
      stage.workspace.messages.find(({ channel }) => channel.startsWith('D')),
    );
    expect(told.text).toMatch(/^Something went wrong on Lectern's side \([0-9a-f]{8}\)/);
    await expect
      .poll(() => stage.log)
      .toMatchObject([{ err: { message: 'Slack did not take a file: it answered 500.' }, told: true }]);
  });

  test('of a talk that is gone says so', async () => {
    const stage = await open({ scopes: SCOPES });
    const modal = await openDetails(stage);
    stage.show(programme([]));
    await stage.workspace.click({ user: MIRA, in: modal, label: 'Calendar file' });
    await saysAtLast(stage, 'no longer in the programme');
  });
});
