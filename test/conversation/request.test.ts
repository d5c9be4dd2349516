import { expect, test } from 'vitest';
import { readRequest } from '../../src/conversation/request.ts';

const calendar = { today: '2027-05-11', days: ['2027-05-11', '2027-05-12', '2027-05-13'] };
const storage = { name: 'track', value: 'storage', not: false };
const search = (query: string) => ({ kind: 'search', query });

test.each([
  ['', { kind: 'help' }],
  ['Help', { kind: 'help' }],
  ['"help"', search('"help"')],
  ['help desk', search('help desk')],
  ['ceph', search('ceph')],
  ['now', { kind: 'now', filters: [], typed: 'now' }],
  ['NEXT track:storage', { kind: 'next', filters: [storage], typed: 'next track:storage' }],
  ['next generation storage', search('next generation storage')],
  ['"now"', search('"now"')],
  ['nowhere', search('nowhere')],
  ['now -ceph', search('now -ceph')],
  ['today', { kind: 'day', day: '2027-05-11', filters: [], typed: '2027-05-11' }],
  [
    'tomorrow track:storage',
    { kind: 'day', day: '2027-05-12', filters: [storage], typed: '2027-05-12 track:storage' },
  ],
  ['thursday', { kind: 'day', day: '2027-05-13', filters: [], typed: '2027-05-13' }],
  ['2027-05-12', { kind: 'day', day: '2027-05-12', filters: [], typed: '2027-05-12' }],
  ['12 May', { kind: 'day', day: '2027-05-12', filters: [], typed: '2027-05-12' }],
  ['May 12', { kind: 'day', day: '2027-05-12', filters: [], typed: '2027-05-12' }],
  ['12.5.', { kind: 'day', day: '2027-05-12', filters: [], typed: '2027-05-12' }],
  [
    'Wed 12 May 2027 track:storage',
    { kind: 'day', day: '2027-05-12', filters: [storage], typed: '2027-05-12 track:storage' },
  ],
  ['Wednesday, 12 May', { kind: 'day', day: '2027-05-12', filters: [], typed: '2027-05-12' }],
  ['12 May we fail', search('12 May we fail')],
  ['sun', search('sun')],
  ['sat', search('sat')],
  ['mon?', search('mon?')],
  ['fri and sat', search('fri and sat')],
  ['?', { kind: 'help' }],
  ['help me', { kind: 'help' }],
  ['Help!', { kind: 'help' }],
  ['Thanks!', { kind: 'help' }],
  ['hi', { kind: 'help' }],
  ['hello world', search('hello world')],
  ["what's new in storage?", search("what's new in storage?")],
  ["what's", search("what's")],
  ["What's next for Ceph?", search("What's next for Ceph?")],
  ['day:wed 12 May', search('day:wed 12 May')],
  ['room: now', search('room: now')],
  ['room:quay now or never', search('room:quay now or never')],
  ['"now"?', search('"now"?')],
  ['march 12 times', search('march 12 times')],
  ['5 decisions', search('5 decisions')],
  ['3.11', search('3.11')],
  ['31 June', search('31 June')],
  ['10 lessons', search('10 lessons')],
  ['today we fail', search('today we fail')],
])('reads %j as %j', (typed, request) => {
  expect(readRequest(typed, calendar)).toEqual(request);
});

test.each([
  'now?',
  'Now!',
  'now ?',
  'NOW.',
  "what's on?",
  "what's on now?",
  'whats now',
  'What is on now',
  'what’s now',
])('%s asks what runs', typed => {
  expect(readRequest(typed, calendar)).toMatchObject({ kind: 'now', filters: [] });
});

test.each(['what is next', "What's next?", 'next...'])('%s asks what begins next', typed => {
  expect(readRequest(typed, calendar)).toMatchObject({ kind: 'next', filters: [] });
});

test.each(['wed', 'weds', 'Wed.', 'wed?', "what's on wednesday", '12.5.?', '12 May!', 'tomorrow?'])(
  '%s is the second day',
  typed => {
    expect(readRequest(typed, calendar)).toEqual({
      kind: 'day',
      day: '2027-05-12',
      filters: [],
      typed: '2027-05-12',
    });
  },
);

test.each(['today?', 'tue', 'tues', 'Tues.'])('%s is the first day', typed => {
  expect(readRequest(typed, calendar)).toMatchObject({ kind: 'day', day: '2027-05-11' });
});

test.each([
  ['track:storage now', { kind: 'now', filters: [storage], typed: 'now track:storage' }],
  ['track:storage next?', { kind: 'next', filters: [storage], typed: 'next track:storage' }],
  [
    'track:storage 12 May room:"Net Loft"',
    {
      kind: 'day',
      day: '2027-05-12',
      filters: [{ name: 'room', value: 'Net Loft', not: false }, storage],
      typed: '2027-05-12 room:"Net Loft" track:storage',
    },
  ],
  [
    'track:storage wed',
    { kind: 'day', day: '2027-05-12', filters: [storage], typed: '2027-05-12 track:storage' },
  ],
])('%s: filters may come before the time', (typed, request) => {
  expect(readRequest(typed, calendar)).toEqual(request);
});

test.each([
  ['now', 'jetzt', 'Maintenant', 'ahora', 'agora', 'adesso'],
  ['next', 'nächste', 'als nächstes', 'prochain', 'siguiente', 'Próximo', 'seguinte', 'prossimo'],
])('%s is a verb in other languages, too', (kind, ...typed) => {
  expect(typed.map(words => readRequest(`${words} track:storage`, calendar))).toEqual(
    typed.map(() => ({ kind, filters: [storage], typed: `${kind} track:storage` })),
  );
});

test.each(['Hilfe', 'hilfe!', 'aide', 'ayuda', 'ajuda', 'aiuto'])('%s asks for help', typed => {
  expect(readRequest(typed, calendar)).toEqual({ kind: 'help' });
});

test.each(['jetzt neu', 'prochain arrêt', 'aide à la décision', 'hilfe track:storage'])(
  '%s is searched',
  typed => {
    expect(readRequest(typed, calendar)).toEqual(search(typed));
  },
);

const at = (day: string, time: string) => ({
  kind: 'moment',
  day,
  time,
  filters: [],
  typed: `${day} ${time}`,
});

test.each([
  ['tuesday 14:00', at('2027-05-11', '14:00')],
  ['wed 9:00', at('2027-05-12', '09:00')],
  ['sat 14:00', at('2027-05-15', '14:00')],
  ['tomorrow 10am', at('2027-05-12', '10:00')],
  ['tomorrow at 10?', at('2027-05-12', '10:00')],
  ['10 am tomorrow', at('2027-05-12', '10:00')],
  ['12 May 9:00', at('2027-05-12', '09:00')],
  ['Wednesday, 12 May 2027 9:00', at('2027-05-12', '09:00')],
  ['2027-05-12 09:00', at('2027-05-12', '09:00')],
  ['14:00', at('2027-05-11', '14:00')],
  ['at 3pm', at('2027-05-11', '15:00')],
  ["what's on at 3pm?", at('2027-05-11', '15:00')],
  [
    'track:storage 14:00',
    { ...at('2027-05-11', '14:00'), filters: [storage], typed: '2027-05-11 14:00 track:storage' },
  ],
  [
    'today 15:30 track:storage',
    { ...at('2027-05-11', '15:30'), filters: [storage], typed: '2027-05-11 15:30 track:storage' },
  ],
  ['14', search('14')],
  ['3.11', search('3.11')],
  ['24/7', search('24/7')],
  ['2027', search('2027')],
  ['tuesday 14', search('tuesday 14')],
  ['25:00', search('25:00')],
  ['14:00 15:00', search('14:00 15:00')],
  ['14:00 ceph', search('14:00 ceph')],
  ['"14:00"', search('"14:00"')],
])('%s: an hour makes a moment of a day', (typed, request) => {
  expect(readRequest(typed, calendar)).toEqual(request);
});

test('an hour is of the first day before the conference, and of today after it', () => {
  const on = (today: string) => readRequest('14:00', { ...calendar, today });
  expect([on('2027-05-01'), on('2027-06-01')]).toEqual([
    at('2027-05-11', '14:00'),
    at('2027-06-01', '14:00'),
  ]);
});

test('stops at a whole word where a page could not carry more', () => {
  expect(readRequest('word '.repeat(1000), calendar)).toEqual(search('word '.repeat(180).trim()));
  expect(readRequest('x'.repeat(1000), calendar)).toEqual(search('x'.repeat(900)));
});
