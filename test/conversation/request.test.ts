import { expect, test } from 'vitest';
import { hostileLines } from '../../bench/hostile-lines.ts';
import { agendaQuery } from '../../src/conversation/agenda/agenda.ts';
import { requestContext } from '../../src/conversation/answer.ts';
import { readRequest } from '../../src/conversation/request.ts';
import type { Request } from '../../src/conversation/request-kinds.ts';
import { answeringFor } from '../support/answering.ts';
import { lighthouse, lighthouseDays, lighthouseTalks } from '../support/lighthouse-days.ts';
import { loadedWith } from '../support/loaded.ts';

const context = requestContext(answeringFor(loadedWith(lighthouse)));
const calendar = { today: '2027-05-11', days: ['2027-05-11', '2027-05-12', '2027-05-13'] };
const storage = { name: 'track', value: 'storage', not: false };
const search = (typed: string) => ({ kind: 'search', typed });
const now = { kind: 'now' };
const next = { kind: 'next' };
const onDay = (day: string) => ({ kind: 'day', day });
const agenda = (when: object, filters: readonly object[] = [], again?: string) => ({
  kind: 'agenda',
  when,
  filters,
  ...(again !== undefined && { again }),
});

/** A request as far as these tests compare it: what is searched, or the time, the filters, and the words for them. */
function read(typed: string, on = calendar) {
  const request: Request = readRequest(typed, { ...context, calendar: on });
  switch (request.kind) {
    case 'search':
      return { kind: 'search', typed: request.search.typed };
    case 'agenda': {
      const filters = request.filters.map(({ name, value, not }) => ({ name, value, not }));
      return { kind: 'agenda', when: request.when, filters, again: agendaQuery(request) };
    }
    default:
      return { kind: request.kind };
  }
}

test.each([
  ['', { kind: 'help' }],
  ['Help', { kind: 'help' }],
  ['"help"', search('"help"')],
  ['help desk', search('help desk')],
  ['ceph', search('ceph')],
  ['now', agenda(now, [], 'now')],
  ['NEXT track:storage', agenda(next, [storage], 'next track:storage')],
  ['next generation storage', search('next generation storage')],
  ['"now"', search('"now"')],
  ['nowhere', search('nowhere')],
  ['now -ceph', search('now -ceph')],
  ['today', agenda(onDay('2027-05-11'), [], '2027-05-11')],
  ['tomorrow track:storage', agenda(onDay('2027-05-12'), [storage], '2027-05-12 track:storage')],
  ['thursday', agenda(onDay('2027-05-13'), [], '2027-05-13')],
  ['5月13日', agenda(onDay('2027-05-13'), [], '2027-05-13')],
  ['今天', agenda(onDay('2027-05-11'), [], '2027-05-11')],
  ['what should I see', agenda(now, [], 'now')],
  ['surprise me', agenda(now, [], 'now')],
  ['13日', agenda(onDay('2027-05-13'), [], '2027-05-13')],
  [
    '5月12日和13日',
    agenda({ kind: 'days', days: ['2027-05-12', '2027-05-13'] }, [], '2027-05-12 2027-05-13'),
  ],
  ['5 月 13 日', agenda(onDay('2027-05-13'), [], '2027-05-13')],
  ['2027年5月13日', agenda(onDay('2027-05-13'), [], '2027-05-13')],
  ['2027-05-12', agenda(onDay('2027-05-12'), [], '2027-05-12')],
  ['12 May', agenda(onDay('2027-05-12'), [], '2027-05-12')],
  ['May 12', agenda(onDay('2027-05-12'), [], '2027-05-12')],
  ['12.5.', agenda(onDay('2027-05-12'), [], '2027-05-12')],
  ['Wed 12 May 2027 track:storage', agenda(onDay('2027-05-12'), [storage], '2027-05-12 track:storage')],
  ['Wednesday, 12 May', agenda(onDay('2027-05-12'), [], '2027-05-12')],
  ['12 May we fail', search('12 May we fail')],
  ['sun', search('sun')],
  ['sat', search('sat')],
  ['mon?', search('mon?')],
  ['fri and sat', search('fri and sat')],
  ['?', { kind: 'help' }],
  ['help me', { kind: 'help' }],
  ['Help!', { kind: 'help' }],
  ['Thanks!', { kind: 'thanks' }],
  ['hi', { kind: 'help' }],
  ['hello world', search('hello world')],
  ["what's new in storage?", search("what's new in storage?")],
  ["what's", { kind: 'unclear' }],
  ["What's next for Ceph?", search("What's next for Ceph?")],
  ['day:wed 12 May', search('day:wed 12 May')],
  ['room: now', agenda({ kind: 'any' }, [{ name: 'room', value: 'now', not: false }], 'room:now')],
  ['room:quay now or never', search('room:quay now or never')],
  ['"now"?', search('"now"?')],
  ['march 12 times', search('march 12 times')],
  ['5 decisions', search('5 decisions')],
  ['3.11', search('3.11')],
  ['31 June', search('31 June')],
  ['10 lessons', search('10 lessons')],
  ['today we fail', search('today we fail')],
])('reads %j as %j', (typed, request) => {
  expect(read(typed)).toEqual(request);
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
  expect(read(typed)).toMatchObject(agenda(now));
});

test.each(['what is next', "What's next?", 'next...'])('%s asks what begins next', typed => {
  expect(read(typed)).toMatchObject(agenda(next));
});

test.each(['wed', 'weds', 'Wed.', 'wed?', "what's on wednesday", '12.5.?', '12 May!', 'tomorrow?'])(
  '%s is the second day',
  typed => {
    expect(read(typed)).toEqual(agenda(onDay('2027-05-12'), [], '2027-05-12'));
  },
);

test.each(['today?', 'tue', 'tues', 'Tues.'])('%s is the first day', typed => {
  expect(read(typed)).toMatchObject({ when: onDay('2027-05-11') });
});

test.each([
  ['track:storage now', agenda(now, [storage], 'now track:storage')],
  ['track:storage next?', agenda(next, [storage], 'next track:storage')],
  [
    'track:storage 12 May room:"Net Loft"',
    agenda(
      onDay('2027-05-12'),
      [storage, { name: 'room', value: 'Net Loft', not: false }],
      '2027-05-12 track:storage room:"Net Loft"',
    ),
  ],
  ['track:storage wed', agenda(onDay('2027-05-12'), [storage], '2027-05-12 track:storage')],
])('%s: filters may come before the time', (typed, request) => {
  expect(read(typed)).toEqual(request);
});

test.each([
  ['now', 'jetzt', 'Maintenant', 'ahora', 'agora', 'adesso'],
  ['next', 'nächste', 'als nächstes', 'prochain', 'siguiente', 'Próximo', 'seguinte', 'prossimo'],
])('%s is a verb in other languages, too', (kind, ...typed) => {
  expect(typed.map(words => read(`${words} track:storage`))).toEqual(
    typed.map(() => agenda({ kind }, [storage], `${kind} track:storage`)),
  );
});

test.each(['Hilfe', 'hilfe!', 'aide', 'ayuda', 'ajuda', 'aiuto'])('%s asks for help', typed => {
  expect(read(typed)).toEqual({ kind: 'help' });
});

test.each(['jetzt neu', 'prochain arrêt', 'aide à la décision', 'hilfe track:storage'])(
  '%s is searched',
  typed => {
    expect(read(typed)).toEqual(search(typed));
  },
);

const at = (day: string, time: string, filters: readonly object[] = [], behind = '') =>
  agenda({ kind: 'moment', day, time }, filters, `${day} ${time}${behind}`);

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
  ['tuesday 3:00', at('2027-05-11', '15:00')],
  ['tuesday 03:00', at('2027-05-11', '03:00')],
  ['tuesday at 06:00', at('2027-05-11', '06:00')],
  ['tuesday 06 uhr', at('2027-05-11', '06:00')],
  ['tuesday 06:00 pm', at('2027-05-11', '18:00')],
  ['at 3pm', at('2027-05-11', '15:00')],
  ["what's on at 3pm?", at('2027-05-11', '15:00')],
  ['track:storage 14:00', at('2027-05-11', '14:00', [storage], ' track:storage')],
  ['today 15:30 track:storage', at('2027-05-11', '15:30', [storage], ' track:storage')],
  ['14', { kind: 'more' }],
  ['3.11', search('3.11')],
  ['24/7', search('24/7')],
  ['2027', search('2027')],
  ['tuesday 14', search('tuesday 14')],
  ['25:00', search('25:00')],
  [
    '14:00 15:00',
    agenda({ kind: 'window', day: '2027-05-11', from: '14:00', to: '15:00' }, [], '2027-05-11 14:00-15:00'),
  ],
  ['14:00 ceph', search('14:00 ceph')],
  ['"14:00"', search('"14:00"')],
])('%s: an hour makes a moment of a day', (typed, request) => {
  expect(read(typed)).toEqual(request);
});

test('an hour is of the first day before the conference, and of today after it', () => {
  const on = (today: string) => read('14:00', { ...calendar, today });
  expect([on('2027-05-01'), on('2027-06-01')]).toEqual([
    at('2027-05-11', '14:00'),
    at('2027-06-01', '14:00'),
  ]);
});

test('asks the programme at most once for each character of a hostile line', () => {
  const asked = hostileLines(42, 900).map(line => {
    let count = 0;
    const lexicon = new Proxy(context.lexicon, {
      get: (all, name) => {
        count++;
        return Reflect.get(all, name);
      },
    });
    readRequest(line, { ...context, lexicon });
    return count;
  });
  expect([Math.min(...asked) > 0, Math.max(...asked) <= 900]).toEqual([true, true]);
});

test('stops at a whole word where a page could not carry more', () => {
  expect(read('word '.repeat(1000))).toEqual(search('word '.repeat(180).trim()));
  expect(read('x'.repeat(1000))).toEqual(search('x'.repeat(900)));
});

test('a talk whose title reads as an order is found by it', () => {
  const [first, ...others] = lighthouseTalks;
  const titled = { ...first, title: 'Digest only changes' } as (typeof lighthouseTalks)[number];
  const there = requestContext(answeringFor(loadedWith(lighthouseDays([titled, ...others]))));
  const kinds = ['digest only changes', 'digest nur Änderungen'].map(
    typed => readRequest(typed, { ...there, calendar }).kind,
  );
  expect(kinds).toEqual(['search', 'digest']);
});
