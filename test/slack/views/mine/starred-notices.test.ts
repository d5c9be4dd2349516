import { expect, test } from 'vitest';
import type { Change } from '../../../../src/programme/changes.ts';
import type { Session } from '../../../../src/programme/sessions.ts';
import { alertFound, starredChanged, starredSoon } from '../../../../src/slack/views/mine/starred-notices.ts';
import { expectValidMessage } from '../../../support/block-kit.ts';
import { programme, talk } from '../../../support/conference.ts';
import { readMessage } from '../../../support/read-message.ts';

const context = { folder: '', rehearsal: false };
const slot = { end: '2027-05-11T09:30:00+02:00', rooms: ['Quay Hall'], day: '2027-05-11' };
const at9 = talk({ slots: [{ ...slot, start: '2027-05-11T09:00:00+02:00' }] });
const inNetLoft = {
  ...at9,
  title: 'Ceph on land',
  slots: [{ ...slot, start: '2027-05-11T09:00:00+02:00', rooms: ['Net Loft'] }],
};

function sessionOf(given: Parameters<typeof talk>[0] = {}): Session {
  const [session] = programme([{ ...at9, ...given }]).sessions;
  if (session === undefined) throw new Error('The talk has a time.');
  return session;
}

test('a reminder says the time, the room, and where to watch', () => {
  const links = [{ kind: 'video', url: 'https://live.example.org/1', title: 'Live stream' }] as const;
  const message = starredSoon([sessionOf({ links })], { ...context, zone: 'Europe/Madrid', feedback: false });
  expectValidMessage(message);
  expect(readMessage(message)).toBe(
    'Your talk starts on Tue 11 May at 09:00\n\nCeph at sea\nQuay Hall · Ada Lund\nWatch it live\n[Details] [Unstar]',
  );
  expect(message.text).toBe('Your talk starts on Tue 11 May at 09:00\nCeph at sea, Quay Hall · Ada Lund');
});

test('where talks may be rated, a reminder has the button for it', () => {
  const message = starredSoon([sessionOf()], { ...context, zone: 'Europe/Madrid', feedback: true });
  expectValidMessage(message);
  expect(readMessage(message).split('\n').at(-1)).toBe('[Details] [Unstar] [Rate afterwards]');
});

test("a reminder has the person's own time beside it where their clock differs or is not known", () => {
  const first = (zone: string | undefined) => {
    const message = starredSoon([sessionOf()], { ...context, zone, feedback: false });
    expectValidMessage(message);
    return [readMessage(message).split('\n')[0], /"format":"([^"]*)"/.exec(JSON.stringify(message))?.[1]];
  };
  expect([first('America/New_York'), first(undefined)]).toEqual([
    ['Your talk starts on Tue 11 May at 09:00 (03:00 your time)', undefined],
    ['Your talk starts on Tue 11 May at 09:00 (Tue 11 May 09:00–09:30 your time)', '{date_long} {time}'],
  ]);
});

test('of a dozen talks that start together ten are shown', () => {
  const many = Array.from({ length: 12 }, (_, at) => sessionOf({ id: `t${at}`, title: `Lamp ${at}` }));
  const message = starredSoon(many, { ...context, rehearsal: true, zone: undefined, feedback: false });
  expectValidMessage(message);
  expect(readMessage(message)).toMatch(/^Rehearsal: Your talks start on Tue 11 May at 09:00/);
  expect(readMessage(message)).toMatch(/And 2 more talks: type \/talk mine\.$/);
});

test('a change says what differs of each talk, and nothing else', () => {
  const changes: readonly Change[] = [
    { kind: 'room', talk: inNetLoft, before: at9 },
    { kind: 'retitled', talk: inNetLoft, before: at9 },
    { kind: 'cancelled', talk: { ...at9, id: 'other', title: 'Fog', status: 'cancelled' } },
  ];
  const message = starredChanged(changes, context);
  expectValidMessage(message);
  expect(readMessage(message)).toBe(
    [
      'Talks you starred have changed',
      '',
      'Ceph on land',
      'Quay Hall → Net Loft',
      'Was called “Ceph at sea”',
      '[Details] [Unstar]',
      '',
      'Fog',
      'Cancelled (was Tue 11 May 09:00–09:30, Quay Hall)',
      '[Details] [Unstar]',
      '[Stop these]',
    ].join('\n'),
  );
  expect(message.text).toBe(
    'Talks you starred have changed\nCeph on land: Quay Hall → Net Loft; Was called “Ceph at sea”\nFog: Cancelled (was Tue 11 May 09:00–09:30, Quay Hall)',
  );
});

const alert = (words: string) => ({ words, programme: programme([at9]) });

test('an alert says which words found what', () => {
  const alerts = [alert('ceph day:2027-05-11')];
  const message = alertFound([{ talk: at9, folder: '', isNew: true, alerts }], context);
  expectValidMessage(message);
  expect(readMessage(message)).toBe(
    'A new talk matches your alert ceph · Tue 11 May\n\nCeph at sea\nAda Lund · Tue 11 May 09:00 · Quay Hall\n[Details] [Star]\n[Remove]',
  );
});

test('talks that match several alerts are one message, and each says which of them it matches', () => {
  const [ceph, sea, ...more] = ['ceph', 'sea', 'a', 'b', 'c', 'd', 'e'].map(alert);
  if (ceph === undefined || sea === undefined) throw new Error('There are seven.');
  const both = { talk: at9, folder: '', isNew: true, alerts: [ceph, sea] };
  const message = alertFound(
    [both, { talk: { ...at9, title: 'Fog' }, folder: '', isNew: false, alerts: [sea] }],
    context,
  );
  expectValidMessage(message);
  expect(readMessage(message)).toBe(
    [
      '2 new or changed talks match your alerts ceph and sea',
      '',
      'Ceph at sea',
      'Ada Lund · Tue 11 May 09:00 · Quay Hall',
      'Matches ceph and sea',
      '[Details] [Star]',
      '',
      'Fog',
      'Ada Lund · Tue 11 May 09:00 · Quay Hall',
      'Matches sea',
      '[Details] [Star]',
      '[Remove ceph] [Remove sea]',
    ].join('\n'),
  );
  const many = alertFound([{ ...both, isNew: false, alerts: [ceph, sea, ...more] }], context);
  expectValidMessage(many);
  expect(readMessage(many).split('\n').at(0)).toBe(
    'A changed talk now matches your alerts ceph, sea, a, b, c and 2 more',
  );
});

test('words that are awaited at two conferences are named once, and each alert can be removed', () => {
  const [may, october] = ['May', 'October'].map(name => ({
    words: 'sea',
    programme: programme([at9], { name, folder: name.toLowerCase() }),
  }));
  if (may === undefined || october === undefined) throw new Error('There are two.');
  const match = { talk: at9, folder: 'abstracts', isNew: true, alerts: [may, october] };
  const message = alertFound([match], context);
  expectValidMessage(message);
  const lines = readMessage(message).split('\n');
  expect([lines[0], lines.at(-1)]).toEqual([
    'A new talk matches your alert sea',
    '[Remove sea at May] [Remove sea at October]',
  ]);
});
