import { expect, test } from 'vitest';
import type { Order } from '../../../src/conversation/digest/order.ts';
import type { OrderMistake } from '../../../src/conversation/digest/order-mistakes.ts';
import { type DigestRequest, readDigestRequest } from '../../../src/conversation/digest/request.ts';
import { splitTyped } from '../../../src/search/query/parse-query.ts';

const calendar = { today: '2027-05-10', days: ['2027-05-11', '2027-05-12'] };

/** The end of a sentence goes before anything is read. */
function read(typed: string) {
  const whole = typed.trim();
  return readDigestRequest(splitTyped(whole.replace(/\s*[?!]+$/, '')), calendar, whole);
}

function order(given: Partial<Order>): DigestRequest {
  return {
    kind: 'order',
    order: {
      timeOfDay: '08:00',
      days: 'daily',
      weekdays: [],
      eve: false,
      filters: '',
      reminders: false,
      span: 'day',
      onlyChanges: false,
      ...given,
    },
  };
}

test.each<[string, DigestRequest]>([
  ['digest', { kind: 'form' }],
  [' DIGEST ', { kind: 'form' }],
  ['digest list', { kind: 'list' }],
  ['digest week 08:00', order({ span: 'week', weekdays: [1] })],
  ['digest week monday 08:00', order({ span: 'week', weekdays: [1] })],
  [
    'digest week ahead sunday 18:00 eve',
    order({ span: 'week', weekdays: [1], timeOfDay: '18:00', eve: true }),
  ],
  ['digest week 18:00 eve', order({ span: 'week', weekdays: [1], timeOfDay: '18:00', eve: true })],
  [
    'digest week 18:00 eve saturday and sunday',
    order({ span: 'week', weekdays: [1, 7], timeOfDay: '18:00', eve: true }),
  ],
  [
    'digest the week ahead, the evening before every Monday at 18:00',
    order({ span: 'week', weekdays: [1], timeOfDay: '18:00', eve: true }),
  ],
  [
    'digest la semaine, chaque lundi, la veille au soir, à 18:00',
    order({ span: 'week', weekdays: [1], timeOfDay: '18:00', eve: true }),
  ],
  ['digest week monday 8', order({ span: 'week', weekdays: [1] })],
  ['digest week 8', order({ span: 'week', weekdays: [1] })],
  ['digest only changes tuesday', order({ onlyChanges: true, days: ['2027-05-11'] })],
  ['digest daily 08:00 no intro', order({ intro: '' })],
  ['digest 08:00 intro "Good morning" reminders', order({ intro: 'Good morning', reminders: true })],
  ['digest week every friday 08:00', order({ span: 'week', weekdays: [5] })],
  ['digest week daily 08:00', order({ span: 'week' })],
  ['digest week 12 May 08:00', order({ span: 'week', days: ['2027-05-12'] })],
  ['digest die Woche montags 8 Uhr', order({ span: 'week', weekdays: [1] })],
  ['digest toute la semaine lundi à 8h', order({ span: 'week', weekdays: [1] })],
  ['digest 一週間 月曜日 8時', order({ span: 'week', weekdays: [1] })],
  ['digest weekly monday 08:00', order({ weekdays: [1] })],
  ['digest only changes', order({ onlyChanges: true })],
  ['digest nur Änderungen track:storage', order({ onlyChanges: true, filters: 'track:storage' })],
  ['digest daily 08:00 in German', order({ language: 'de' })],
  ['digest täglich 8 Uhr auf Deutsch', order({ language: 'de' })],
  ['digest daily 08:00 language japanese', order({ language: 'ja' })],
  ['digest tous les jours à 8h en français', order({ language: 'fr' })],
  ['digest cada lunes a las 8 en español', order({ weekdays: [1], language: 'es' })],
  ['digest todos os dias às 8h em português', order({ language: 'pt' })],
  ['digest ogni giorno alle 8 in italiano', order({ language: 'it' })],
  ['digest elke dag om 8 uur in het Nederlands', order({ language: 'nl' })],
  ['digest 毎日 8時 日本語で', order({ language: 'ja' })],
  ['digest daily 08:00 intro Good morning!', order({ intro: 'Good morning!' })],
  [
    'digest daily 08:00 track:storage intro: "Hello: *coffee*, -tea & track:no" closing See you tonight',
    order({
      filters: 'track:storage',
      intro: 'Hello: *coffee*, -tea & track:no',
      closing: 'See you tonight',
    }),
  ],
  ['digest 08:00 Schluss Bis bald', order({ closing: 'Bis bald' })],
  ['digest now', { kind: 'now', timeOfDay: undefined }],
  ['digest pause', { kind: 'pause', timeOfDay: undefined }],
  ['digest resume 8:00', { kind: 'resume', timeOfDay: '08:00' }],
  ['digest off 18:00', { kind: 'off', timeOfDay: '18:00' }],
  ['digest off at 8', { kind: 'off', timeOfDay: '08:00' }],
  ['digest stop', { kind: 'off', timeOfDay: undefined }],
  ['digest cancel 8:00', { kind: 'off', timeOfDay: '08:00' }],
  ['digest remove', { kind: 'off', timeOfDay: undefined }],
  ['digest delete all', { kind: 'off', timeOfDay: undefined }],
  ['digest delete 8:00', { kind: 'off', timeOfDay: '08:00' }],
  ['digest pause all', { kind: 'pause', timeOfDay: undefined }],
  ['digest help', { kind: 'help' }],
  ['digest help?', { kind: 'help' }],
  ['digest edit', { kind: 'form', timeOfDay: undefined }],
  ['digest edit 18:00', { kind: 'form', timeOfDay: '18:00' }],
  ['digest change', { kind: 'form', timeOfDay: undefined }],
  ['digest test', { kind: 'preview', day: undefined, filters: '' }],
  ['digest preview', { kind: 'preview', day: undefined, filters: '' }],
  ['digest test 18:00', { kind: 'preview', timeOfDay: '18:00', day: undefined, filters: '' }],
  ['digest preview 6pm tuesday', { kind: 'preview', timeOfDay: '18:00', day: '2027-05-11', filters: '' }],
  ['digest preview tuesday', { kind: 'preview', day: '2027-05-11', filters: '' }],
  ['digest preview 12 May', { kind: 'preview', day: '2027-05-12', filters: '' }],
  ['digest preview 5月12日', { kind: 'preview', day: '2027-05-12', filters: '' }],
  ['digest preview den 12. Mai', { kind: 'preview', day: '2027-05-12', filters: '' }],
  ['digest preview le 12 mai', { kind: 'preview', day: '2027-05-12', filters: '' }],
  ['digest preview el miércoles 12 de mayo', { kind: 'preview', day: '2027-05-12', filters: '' }],
  ['digest preview on tuesday', { kind: 'preview', day: '2027-05-11', filters: '' }],
  ['digest preview 5月12日 8時', { kind: 'preview', day: '2027-05-12', timeOfDay: '08:00', filters: '' }],
  ['digest preview 12.05', { kind: 'preview', day: '2027-05-12', filters: '' }],
  [
    'digest preview track:storage 12 May -room:"Net Loft"',
    { kind: 'preview', day: '2027-05-12', filters: 'track:storage -room:"Net Loft"' },
  ],
  ['digest preview track:storage', { kind: 'preview', day: undefined, filters: 'track:storage' }],
  ['digest daily 08:00', order({})],
  ['digest 8:00', order({})],
  ['digest daily 8am', order({})],
  ['digest daily 8 AM', order({})],
  ['digest daily at 8', order({})],
  ['digest at 8:00', order({})],
  ['digest 6pm', order({ timeOfDay: '18:00' })],
  ['digest 6:30 p.m. eve', order({ timeOfDay: '18:30', eve: true })],
  ['digest 12am', order({ timeOfDay: '00:00' })],
  ['digest 12 pm', order({ timeOfDay: '12:00' })],
  ['digest 8 am', order({})],
  ['digest 8h', order({})],
  ['digest daily 18h30', order({ timeOfDay: '18:30' })],
  ['digest 8.00', order({})],
  ['digest daily 8.30 pm', order({ timeOfDay: '20:30' })],
  ['digest 0800', order({})],
  ['digest at 1830', order({ timeOfDay: '18:30' })],
  ['digest off 8.00', { kind: 'off', timeOfDay: '08:00' }],
  ['digest every day at 8', order({})],
  ['digest Every Day at 08:00, only track:storage', order({ filters: 'track:storage' })],
  ['digest everyday 8am', order({})],
  ['digest the evening before each day at 18:00', order({ timeOfDay: '18:00', eve: true })],
  ['digest 18:00 evening before tuesday', order({ timeOfDay: '18:00', eve: true, days: ['2027-05-11'] })],
  ['digest 08:00 tuesday, wednesday', order({ days: ['2027-05-11', '2027-05-12'] })],
  ['digest Tue 11 May, Wed 12 May at 08:00', order({ days: ['2027-05-11', '2027-05-12'] })],
  ['digest 08:00 reminders 12 May', order({ days: ['2027-05-12'], reminders: true })],
  ['digest 08:00 track:"12 May"', order({ filters: 'track:"12 May"' })],
  ['digest 8am, tue,wed', order({ days: ['2027-05-11', '2027-05-12'] })],
  ['digest 08:00 tue and wed', order({ days: ['2027-05-11', '2027-05-12'] })],
  ['digest track:storage,people, 08:00', order({ filters: 'track:storage,people' })],
  [
    'digest 08:00 track:"Every Day, the evening before"',
    order({ filters: 'track:"Every Day, the evening before"' }),
  ],
  ['digest 08:00 room:"Hall at 8 pm"', order({ filters: 'room:"Hall at 8 pm"' })],
  ['digest 18:00 eve', order({ timeOfDay: '18:00', eve: true })],
  ['digest 08:00 track:storage', order({ filters: 'track:storage' })],
  ['digest room:"Net Loft" -track:people daily 08:00', order({ filters: 'room:"Net Loft" -track:people' })],
  ['digest 08:00 wed tuesday', order({ days: ['2027-05-11', '2027-05-12'] })],
  ['digest 08:00 2027-05-12 reminders', order({ days: ['2027-05-12'], reminders: true })],
])('%s is about digests', (typed, request) => {
  expect(read(typed)).toEqual(request);
});

test.each([
  ['digest weekly', ['weekly']],
  ['digest 25:00', ['25:00']],
  ['digest daily 25:00', ['25:00']],
  ['digest off 25:00', ['25:00']],
  ['digest 25h', ['25h']],
  ['digest 25.00', ['25.00']],
  ['digest 2030', ['2030']],
  ['digest daily 1860', ['1860']],
  ['digest 13pm', ['13pm']],
  ['digest tuesday 8', ['8']],
  ['digest 08:00 31 foo', ['31', 'foo']],
  ['digest daily 08:00 Europe/Atlantis', ['Europe/Atlantis']],
  ['digest 08:00 storage', ['storage']],
  ['digest 08:00 today', ['today']],
  ['digest 08:00 tomorrow', ['tomorrow']],
  ['digest 08:00 heute', ['heute']],
  ['digest 08:00 morgen', ['morgen']],
  ["digest 08:00 aujourd'hui", ["aujourd'hui"]],
  ['digest 08:00 demain', ['demain']],
  ['digest 08:00 hoy', ['hoy']],
  ['digest 08:00 mañana', ['mañana']],
  ['digest 08:00 hoje', ['hoje']],
  ['digest 08:00 amanhã', ['amanhã']],
  ['digest 08:00 oggi', ['oggi']],
  ['digest 08:00 domani', ['domani']],
  ['digest and compute', ['compute']],
  ['digest of each day of the week', ['of', 'of', 'the', 'week']],
  ['digest authentication', ['authentication']],
  ['digest delete all files', ['all', 'files']],
  ['digest now and then', ['and', 'then']],
  ['digest off the record', ['the', 'record']],
  ['digest off 08:00 track:storage', ['08:00', 'track:storage']],
  ['digest stop weekdays', ['weekdays']],
  ['digest off Mondays', ['Mondays']],
  ['digest off the one at 8', ['the', 'one', 'at 8']],
  ['digest pause jeden Tag', ['jeden Tag']],
  ['digest off tuesday', ['tuesday']],
  ['digest list of talks', ['of', 'talks']],
  ['digest preview of storage', ['of', 'storage']],
  ['digest help desk', ['desk']],
  ['digest for every team', ['for', 'every', 'team']],
  ['digest "the talk at 8 am"', ['"the talk at 8 am"']],
  ['digest 08:00 -noise', ['-noise']],
  ['digset daily 08:00', ['digset']],
  ['Digets off', ['Digets']],
  ['digests every morning', ['digests']],
])('%s is no order', (typed, unknown) => {
  expect(read(typed)).toMatchObject({ kind: 'mistake', mistake: { kind: 'unknown', words: unknown } });
});

test.each<[string, Partial<OrderMistake>]>([
  ['digest daily 08:00 changes', { kind: 'changes beside days' }],
  ['digest tuesday changes', { kind: 'changes beside days' }],
  ['digest only changes 08:00', { kind: 'changes beside days' }],
  ['digest week monday 08:00 only changes', { kind: 'changes beside days' }],
  ['digest week changes', { kind: 'changes beside days' }],
  [
    'digest 08:00 room:quay closing Bye track:"Net Loft" all',
    {
      kind: 'filter in text',
      filter: 'track:"Net Loft"',
      text: 'closing',
      nearest: [
        'daily 08:00 room:quay track:"Net Loft" closing: "Bye all"',
        'daily 08:00 room:quay closing: “Bye track:"Net Loft" all”',
      ],
    },
  ],
  ['digest daily intro Hello', { kind: 'no time' }],
  ['digest 08:00 intro "Ceph" is back', { kind: 'unknown', words: ['is', 'back'] }],
  ['digest daily', { kind: 'no time', nearest: ['daily 08:00', '18:00 eve', 'preview'] }],
  [
    'digest every day, track:storage?',
    { kind: 'no time', nearest: ['daily 08:00 track:storage', 'daily 08:00', '18:00 eve'] },
  ],
  ['digest Tuesday', { kind: 'no time', nearest: ['08:00 tuesday', 'daily 08:00', '18:00 eve'] }],
  ['digest 08:00 18:00', { kind: 'unclear' }],
  ['digest daily tue 08:00', { kind: 'unclear' }],
  [
    'digest track:storage',
    { kind: 'no time', nearest: ['daily 08:00 track:storage', 'daily 08:00', '18:00 eve'] },
  ],
])('%s is no order and lacks something', (typed, mistake) => {
  expect(read(typed)).toMatchObject({ kind: 'mistake', mistake });
});

test.each([
  'digests',
  'digset',
  'digests of ceph',
  'digset authentication',
  'digital daily 08:00',
  '"digest"',
  'the digest',
])('%s is searched', typed => {
  expect(read(typed)).toBe(undefined);
});
