import { expect, test } from 'vitest';
import type { Change } from '../../../../src/programme/changes.ts';
import type { Talk } from '../../../../src/programme/talk.ts';
import {
  announcement,
  changesNotice,
  emptyPart,
  markRepeated,
  reminder,
} from '../../../../src/slack/views/digest/notices.ts';
import { programme, speaker, talk } from '../../../support/conference.ts';
import { digest } from '../../../support/digests.ts';
import { readMessage } from '../../../support/read-message.ts';

const inThread = { day: '2027-05-11', rehearsal: false };
const slot = { end: undefined, rooms: ['Quay Hall'], day: '2027-05-11' };
const at9 = talk({ slots: [{ ...slot, start: '2027-05-11T09:00:00+02:00' }] });
const at10 = talk({ slots: [{ ...slot, start: '2027-05-11T10:00:00+02:00' }] });

test('a change says what it was and what it is', () => {
  const message = changesNotice(digest(), [{ kind: 'moved', talk: at10, before: at9 }], inThread);
  expect(readMessage(message)).toBe('Changed since this was posted\n• Ceph at sea: 09:00 → 10:00');
  expect(message.text).toBe('Changed since this was posted\nCeph at sea: 09:00 → 10:00');
});

test('in the thread of a week, a change names its day', () => {
  const message = changesNotice(
    digest({ span: 'week' }),
    [{ kind: 'moved', talk: at10, before: at9 }],
    inThread,
  );
  expect(readMessage(message)).toBe('Changed since this was posted\n• Ceph at sea: Tue 11 May 09:00 → 10:00');
});

test('in the channel, a talk of two days stands below the one that changed', () => {
  const wednesday = { ...slot, start: '2027-05-12T14:00:00+02:00', day: '2027-05-12' };
  const [before, after] = ['Quay Hall', 'Pier'].map(room =>
    talk({ title: 'Tour', slots: [...at9.slots, { ...wednesday, rooms: [room] }] }),
  ) as [Talk, Talk];
  expect(readMessage(announcement(digest(), [{ kind: 'room', talk: after, before }], false))).toBe(
    'The programme has changed\nWed 12 May\n• Tour: 14:00, Quay Hall → Pier',
  );
});

test('another zone is said once, however many talks it concerns', () => {
  const inLondon = talk({ slots: [{ ...slot, start: '2027-05-11T09:00:00+01:00' }] });
  const change: Change = { kind: 'zone', talk: inLondon, before: at9 };
  expect(readMessage(changesNotice(digest(), [change, change], inThread))).toBe(
    'Changed since this was posted\n• Times are in another zone now: UTC+02:00 → UTC+01:00',
  );
});

test('of a hundred changes those are counted that do not fit', () => {
  const changes = Array.from(
    { length: 100 },
    (_, index): Change => ({ kind: 'cancelled', talk: { ...at9, title: `Lamp ${index}` } }),
  );
  expect(readMessage(changesNotice(digest(), changes, { ...inThread, rehearsal: true }))).toMatch(
    /^Rehearsal: Changed since this was posted\n(• .*\n){60}And 40 more: the messages above show the programme as it is now\.$/,
  );
});

test('in the channel itself, changes stand below the days on which people look for them', () => {
  const wednesday = { ...slot, start: '2027-05-12T09:00:00+02:00', day: '2027-05-12' };
  const keepers = talk({ title: 'Keepers', slots: [wednesday] });
  const changes: readonly Change[] = [
    { kind: 'cancelled', talk: keepers },
    { kind: 'moved', talk: { ...at9, slots: [wednesday] }, before: at9 },
    { kind: 'zone', talk: at9, before: talk({ slots: [{ ...slot, start: '2027-05-11T09:00:00+01:00' }] }) },
  ];
  const message = announcement(digest(), changes, false);
  expect(readMessage(message)).toBe(
    [
      'The programme has changed',
      '• Times are in another zone now: UTC+01:00 → UTC+02:00',
      'Tue 11 May',
      '• Ceph at sea: Tue 11 May 09:00 → Wed 12 May 09:00',
      'Wed 12 May',
      '• Cancelled: Keepers (was 09:00, Quay Hall)',
    ].join('\n'),
  );
  expect(message.text).toBe(readMessage(message).replaceAll('• ', ''));
  expect(announcement(digest({ language: 'de' }), changes, true).text.split('\n')).toEqual([
    'Probe: Das Programm hat sich geändert',
    'Die Zeiten gelten jetzt in einer anderen Zeitzone: UTC+01:00 → UTC+02:00',
    'Di., 11. Mai',
    'Ceph at sea: Di., 11. Mai 09:00 → Mi., 12. Mai 09:00',
    'Mi., 12. Mai',
    'Abgesagt: Keepers (war: 09:00, Quay Hall)',
  ]);
});

test('of a hundred important changes those are counted that do not fit', () => {
  const changes = Array.from(
    { length: 100 },
    (_, index): Change => ({ kind: 'cancelled', talk: { ...at9, title: `Lamp ${index}` } }),
  );
  expect(readMessage(announcement(digest(), changes, false))).toMatch(
    /^The programme has changed\nTue 11 May\n(• .*\n){60}And 40 more: \/talk changes$/,
  );
});

test('talks are announced by their time', () => {
  const [session] = programme([at9]).sessions;
  if (session === undefined) throw new Error('There is no session.');
  const message = reminder(digest(), [session], { folder: '', rehearsal: false });
  expect(readMessage(message)).toBe(`Starting at 09:00 (Tue 11 May 09:00 your time)
• Ceph at sea
Quay Hall · Ada Lund
[Details of... ▾]

Set up by @U0MIRA0001. To change or stop it, type /talk digest in this channel.`);
  expect(message.text).toBe('Starting at 09:00\n09:00 Quay Hall: Ceph at sea, Ada Lund');
});

test('of many that begin together as many are shown as a message takes', () => {
  const sessions = Array.from({ length: 40 }, (_, index) =>
    talk({
      id: `${index}`,
      title: `${index} ${'x'.repeat(120)}`,
      speakers: [speaker({ name: 'z'.repeat(80) })],
      slots: [{ ...slot, rooms: ['y'.repeat(60)], start: '2027-05-11T09:00:00+02:00' }],
    }),
  );
  const message = reminder(digest(), programme(sessions).sessions, { folder: '', rehearsal: false });
  const [, more] = /^And (\d+) more: \/talk next$/m.exec(readMessage(message)) ?? [];
  const shown = readMessage(message).match(/^• \d/gm)?.length;
  expect(Number(more) + Number(shown)).toBe(40);
});

test('a part without sessions says where they are', () => {
  expect(readMessage(emptyPart(digest(), 'reply'))).toBe(
    'The sessions listed here have moved: they are in the other messages of this thread.',
  );
});

test('a day of which nothing is left says where to look', () => {
  expect(
    readMessage(emptyPart(digest(), 'first')),
  ).toBe(`None of the sessions listed here take place on this day any more. The thread says what was cancelled and what moved.

Set up by @U0MIRA0001. To change or stop it, type /talk digest in this channel.`);
});

test('a message that may be there twice says so', () => {
  expect(markRepeated({ text: 'Tuesday', blocks: [{ type: 'divider' }] }, 'en')).toEqual({
    text: 'Possibly repeated: Slack did not confirm that this had arrived.\nTuesday',
    blocks: [
      {
        type: 'context',
        elements: [
          {
            type: 'plain_text',
            text: 'Possibly repeated: Slack did not confirm that this had arrived.',
            emoji: false,
          },
        ],
      },
      { type: 'divider' },
    ],
  });
});

test('a rehearsed reminder says so', () => {
  const message = reminder(digest(), programme([at9]).sessions, { folder: '', rehearsal: true });
  expect(message.text).toBe('Rehearsal: Starting at 09:00\n09:00 Quay Hall: Ceph at sea, Ada Lund');
});
