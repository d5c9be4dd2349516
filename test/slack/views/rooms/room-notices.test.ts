import { expect, test } from 'vitest';
import type { RefusedInRoom } from '../../../../src/digests/messages.ts';
import type { TimedSession } from '../../../../src/programme/sessions.ts';
import type { Talk } from '../../../../src/programme/talk.ts';
import {
  roomChanges,
  roomRefused,
  roomTalk,
  roomTopic,
} from '../../../../src/slack/views/rooms/room-notices.ts';
import { LANGUAGES } from '../../../../src/words/languages.ts';
import { expectValidMessage } from '../../../support/block-kit.ts';
import { programme, speaker } from '../../../support/conference.ts';
import { hour, session } from '../../../support/lighthouse-days.ts';
import { read } from '../../../support/read.ts';

const DAY = '2027-05-11';
const fog = session('Fog', DAY, '10:00', { speakers: [speaker()] });
const context = {
  folder: '',
  language: 'en',
  rehearsal: false,
  day: DAY,
  room: { room: 'quay hall', stream: 'https://example.org/1' },
} as const;
const show = (talk: Talk, given: Partial<Parameters<typeof roomTalk>[1]> = {}) => {
  const message = roomTalk({ talk, slot: talk.slots[0] }, { ...context, ...given });
  expectValidMessage(message as Parameters<typeof expectValidMessage>[0]);
  return message;
};

test('a notice has all that one who comes to the room needs, and asks for questions in its thread', () => {
  const message = show(fog);
  expect(message.text.split('\n')).toEqual([
    'Fog',
    '10:00–11:00 · Quay Hall · Ada Lund',
    'Live stream: https://example.org/1',
    'Questions for Ada Lund? Ask them in this thread.',
  ]);
  expect(read(message.blocks)[0]).toBe(
    'Fog | 10:00–11:00 · Quay Hall · Ada Lund ({Tue 11 May 10:00–11:00} your time) | Questions for Ada Lund? Ask them in this thread.',
  );
  const link = { type: 'link', url: 'https://example.org/1', text: 'Live stream' };
  expect(JSON.stringify(message.blocks)).toContain(JSON.stringify(link));
});

test('without a stream or speakers it says less, and a cancelled talk asks for nothing', () => {
  const plain = show(session('Fog', DAY, '10:00'), {
    room: { room: 'Quay Hall', stream: undefined },
  });
  expect(plain.text).toBe('Fog\n10:00–11:00 · Quay Hall\nQuestions? Ask them in this thread.');
  expect(show({ ...fog, status: 'cancelled' }).text).toBe('CANCELLED: Fog\nQuay Hall · Ada Lund');
  expect(show({ ...fog, slots: [] }).text).toBe('Fog\nnot scheduled · Ada Lund');
  expect(roomTalk({ talk: fog, slot: undefined }, context).text).toBe('CANCELLED: Fog\nAda Lund');
  expect(show(fog, { rehearsal: true }).text).toMatch(/^Rehearsal: Fog\n/);
});

test.each(LANGUAGES)('in %s, nothing of a file is markup and no word is missing', language => {
  const hostile = { ...fog, title: '<!channel> *bold* & more', speakers: [speaker({ name: '<@U1>' })] };
  const message = show(hostile, { language });
  expect(message.text).not.toMatch(/[<>]|undefined/);
  expect(message.text).toContain('&lt;!channel&gt;');
});

test('a notice names the day of a talk that has moved to another one, and no stream of a room that it has left', () => {
  const slots = [hour('2027-05-12', '10:00', 'Pier')];
  expect(show({ ...fog, slots }).text.split('\n')).toEqual([
    'Fog',
    'Wed 12 May 10:00–11:00 · Pier · Ada Lund',
    'Questions for Ada Lund? Ask them in this thread.',
  ]);
});

test('the thread says what differs, without the title above it', () => {
  const changes = [
    {
      kind: 'room',
      talk: session('Fog', DAY, '10:00', { slots: [hour(DAY, '10:00', 'Pier')] }),
      before: fog,
    },
    { kind: 'retitled', talk: fog, before: { ...fog, title: 'Mist' } },
  ] as const;
  expect(roomChanges(changes, { language: 'en', rehearsal: true }).text).toBe(
    'Rehearsal: Quay Hall → Pier\nWas called “Mist”',
  );
});

test('a topic has what is on and what is next, as far as they are known', () => {
  const [now, next] = programme([fog, session('Lamps', DAY, '11:30')]).sessions as readonly TimedSession[];
  const words = (stage: Parameters<typeof roomTopic>[0], language: (typeof LANGUAGES)[number] = 'en') =>
    roomTopic(stage, language).text;
  const on = now === undefined ? [] : [now];
  expect(words({ now: on, next })).toBe('Now: Fog (until 11:00) · Next: Lamps, 11:30');
  expect(words({ now: on, next }, 'de')).toBe('Jetzt: Fog (bis 11:00) · Als Nächstes: Lamps, 11:30');
  expect(words({ now: [], next })).toBe('Next: Lamps, 11:30');
  expect(words({ now: [], next: undefined })).toBe('');
});

test('a topic says no end that the programme does not, and names talks at the same time as far as they fit', () => {
  const now = (...talks: readonly Talk[]) =>
    roomTopic({ now: programme(talks).sessions as readonly TimedSession[], next: undefined }, 'en').text;
  const open = { ...hour(DAY, '10:00'), end: undefined };
  const mist = session('Mist', DAY, '10:00');
  const long = session(
    'A very long title that is about nothing but lamps, fog, mist and more fog',
    DAY,
    '10:00',
  );
  expect([
    now(session('Fog', DAY, '10:00', { slots: [open] })),
    now(session('Fog', DAY, '10:00'), mist),
    now(long, mist, { ...long, id: 'other', title: `${long.title}s` }),
  ]).toEqual([
    'Now: Fog',
    'Now: Fog (until 11:00), Mist (until 11:00)',
    `Now: ${long.title} (until 11:00) and 2 more`,
  ]);
});

test('an organiser is told what to do', () => {
  const told = (about: RefusedInRoom, reason: string) => {
    const { text, blocks } = roomRefused(about, 'C1', reason);
    expect(read(blocks)).toEqual([text.replace('<#C1>', '')]);
    return text;
  };
  expect([
    told('channel', 'not_in_channel'),
    told('channel', 'is_archived'),
    told('topic', 'missing_scope'),
    told('notice', 'msg_too_long'),
  ]).toEqual([
    'A room’s channel gets neither notices nor a topic: <#C1>. Lectern is not in that channel: type /invite @Lectern there. You are told this once.',
    'A room’s channel gets neither notices nor a topic: <#C1>. That channel is archived: name another one in conference.yml. You are told this once.',
    'The topic of a room’s channel cannot be set: <#C1>. Lectern lacks the scopes for it. docs/operators.md names them; without them, topics stay as they are. You are told this once.',
    'A room’s channel gets no notices: <#C1>. Slack gave the reason "msg_too_long". You are told this once.',
  ]);
});
