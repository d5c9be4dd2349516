import { expect, test } from 'vitest';
import { answer, answerWithoutOrders, requestContext } from '../../../src/conversation/answer.ts';
import { mineQuery } from '../../../src/conversation/mine/my-talks.ts';
import { readRequest } from '../../../src/conversation/request.ts';
import { answeringFor } from '../../support/answering.ts';
import { lighthouse, lighthouseDays, session } from '../../support/lighthouse-days.ts';
import { loadedWith } from '../../support/loaded.ts';

const answering = answeringFor(loadedWith(lighthouse));
const context = requestContext(answering);

function read(typed: string, about = context) {
  const { kind, ...others } = readRequest(typed, about);
  return 'reminders' in others ? [kind, others.reminders] : 'since' in others ? [kind, others.since] : [kind];
}

test.each([
  ['remind me', undefined],
  ['Reminders', undefined],
  ['reminders please', undefined],
  ['remind me of my talks', undefined],
  ['erinnerungen', undefined],
  ['rappelle-moi', undefined],
  ['recordatorios', undefined],
  ['remind me 7 minutes before', undefined],
  ['remind me 10 minutes before', 10],
  ['remind me 5 min before my talks', 5],
  ['reminders 15', 15],
  ['erinnere mich 10 minuten vorher', 10],
  ['rappelle-moi 10 minutes avant', 10],
  ['recuérdame 5 minutos antes', 5],
  ['reminders off', 'off'],
  ['turn off reminders', 'off'],
  ['stop reminding me', 'off'],
  ['erinnerungen aus', 'off'],
  ['sin recordatorios', 'off'],
  ['quita los recordatorios', 'off'],
  ['remind me b4 talks', undefined],
  ['turn reminders on', undefined],
  ['i want reminders', undefined],
  ["i don't want reminders", 'off'],
  ['ich will keine Erinnerungen mehr', 'off'],
  ['remind me 10 minutes before each talk', 10],
  ['remind me 10 minutes before they start', 10],
  ['reminders 5 minutes before every talk', 5],
])('%s is about reminders: %s', (typed, reminders) => {
  expect(read(typed)).toEqual(['reminders', reminders]);
});

test.each([
  ['remind me 20 minutes before', true],
  ['reminders 30', true],
  ['remind me half an hour before', true],
  ['remind me 1 hour before my talks', true],
  ['erinnere mich eine Stunde vorher', true],
  ['remind me 10 minutes before', false],
  ['remind me', false],
])('%s names a time that reminders cannot have: %s', (typed, isUnavailable) => {
  expect(readRequest(typed, context)).toMatchObject({ kind: 'reminders', isUnavailable });
});

test.each([
  'unstar all',
  'unstar everything',
  'remove all my stars',
  'clear my talks',
  'lösche alle meine Sterne',
])('%s takes all stars away', typed => {
  expect(readRequest(typed, context)).toMatchObject({ kind: 'unstar', of: 'all' });
});

test.each([
  ['unstar the foghorns', 'mine foghorns'],
  ['remove foghorns from my talks', 'mine foghorns'],
  ['please take the foghorns out of my schedule', 'mine foghorns'],
  ["remove tomorrow's talk from my talks", 'mine 2027-05-12'],
  ['remove the talk at 10 from my talks', 'mine 2027-05-11 10:00'],
  ['delete foghorns from my starred talks please', 'mine foghorns'],
  ['take foghorns off my agenda', 'mine foghorns'],
  ['drop foghorns from mine', 'mine foghorns'],
  ['entferne foghorns aus meinen Vorträgen', 'mine foghorns'],
  ['foghorns aus meinem Programm streichen', 'mine foghorns'],
  ['enlève foghorns de mes conférences', 'mine foghorns'],
  ['quita foghorns de mis charlas', 'mine foghorns'],
  ['tira foghorns das minhas palestras', 'mine foghorns'],
  ['togli foghorns dai miei preferiti', 'mine foghorns'],
  ['haal foghorns van mijn agenda af', 'mine foghorns'],
])('%s takes one star away: %s', (typed, asked) => {
  const request = readRequest(typed, context);
  const of = request.kind === 'unstar' && request.of !== 'all' ? mineQuery(request.of) : request.kind;
  expect(of).toBe(asked);
});

test.each([
  ['add foghorns to my talks', 'foghorns'],
  ['please put the foghorns on my schedule', 'foghorns'],
  ['füge Foghorns zu meinen Vorträgen hinzu', 'Foghorns'],
  ['ajoute foghorns à mes favoris', 'foghorns'],
  ['añade foghorns a mis charlas', 'foghorns'],
  ['adiciona foghorns às minhas palestras', 'foghorns'],
  ['aggiungi foghorns ai miei preferiti', 'foghorns'],
  ['zet foghorns op mijn agenda', 'foghorns'],
])('%s searches for a talk to star: %s', (typed, topic) => {
  const request = readRequest(typed, context);
  expect([request.kind, 'search' in request && request.search.topic]).toEqual(['search', topic]);
});

test.each([
  'remove duplicates from a list',
  'remove servers from my cluster',
  'remove duplicates from my list',
  'remove stale tokens from my sessions',
  'removing fog from my day',
  'fog from my talks',
  'take my talks to the sea',
])('%s takes no star away', typed => {
  expect(read(typed)).not.toEqual(['unstar']);
});

test.each([
  ["what's new", undefined],
  ['what’s new?', undefined],
  ['news', undefined],
  ['any changes?', undefined],
  ['new talks', undefined],
  ['was gibt es neues', undefined],
  ['quoi de neuf', undefined],
  ['novedades', undefined],
  ['what is new since yesterday', '2027-05-10'],
  ['what changed today', '2027-05-11'],
  ['schedule changes', undefined],
  ['quoi de neuf depuis hier', '2027-05-10'],
  // Today is a Tuesday.
  ["what's new since monday", '2027-05-10'],
  ["what's new since monday morning", '2027-05-10'],
  ['what changed since last tuesday', '2027-05-04'],
  ['news since friday', '2027-05-07'],
  ['was ist neu seit montag', '2027-05-10'],
  ['what is new since 10 May', '2027-05-10'],
  ['changes since 2027-05-09', '2027-05-09'],
  ['since 10 May', '2027-05-10'],
  ['since yesterday', '2027-05-10'],
  ["what's new since 12 May", undefined],
  ["what's changed since last week", undefined],
  ["what's new since this morning", '2027-05-11'],
  ["what's new since last night", '2027-05-10'],
])('%s asks what is new: %s', (typed, since) => {
  expect(read(typed)).toEqual(['news', since]);
});

test.each([
  ['changes', '2027-05-11'],
  ['Changes today?', '2027-05-11'],
  ['show me the changes', '2027-05-11'],
  ['changes yesterday', '2027-05-10'],
  ['changes on tuesday', '2027-05-11'],
  ['changes wednesday', '2027-05-05'],
  ['changes 9 May', '2027-05-09'],
  ['Änderungen', '2027-05-11'],
  ['Änderungen gestern', '2027-05-10'],
  ['changements d’hier', '2027-05-10'],
  ['les changements', '2027-05-11'],
  ['cambios de ayer', '2027-05-10'],
  ['mudanças', '2027-05-11'],
  ['modifiche oggi', '2027-05-11'],
  ['wijzigingen', '2027-05-11'],
  ['変更', '2027-05-11'],
])('%s asks what changed on one day: %s', (typed, day) => {
  const request = readRequest(typed, context);
  expect(request).toEqual({ kind: 'news', since: day, isDay: true, own: false, search: expect.anything() });
});

test.each(['changes in storage', 'changes of rope', 'changes ceph', '"changes"', 'changes tomorrow'])(
  '%s asks for no changes of a day',
  typed => {
    expect(read(typed)[0]).not.toBe('news');
  },
);

test.each([
  'did any of my talks change',
  'changes to my talks',
  'has my schedule changed',
  'did my talks move',
])('%s asks what is new of those that were starred', typed => {
  expect(readRequest(typed, context)).toMatchObject({ kind: 'news', own: true });
});

test('news of the own talks look back, too', () => {
  expect(readRequest('did my talks change since monday', context)).toMatchObject({
    kind: 'news',
    own: true,
    since: '2027-05-10',
  });
});

test.each([
  'notifications',
  'mute',
  'quiet hours',
  'quiet hours 22:00 to 7:00',
  'forget me',
  'do not disturb',
  'Ruhezeiten',
])('%s opens the settings', typed => {
  expect(read(typed)).toEqual(['settings']);
});

test.each([
  'remind me about fog',
  'remind me 10 minutes before the fog talk',
  'remind me 10 minutes before lunch',
  'reminders 10 minutes before fog',
  "what's new in storage",
  "what's new since fog",
  'change',
  'update',
  'change management',
  '"reminders"',
])('%s is searched', typed => {
  expect(read(typed)).toEqual(['search']);
});

test('a talk that is called so is found', () => {
  const about = requestContext(
    answeringFor(loadedWith(lighthouseDays([session("What's new", '2027-05-11', '09:00')]))),
  );
  expect(read("what's new", about)).toEqual(['search']);
});

test('where the person is not known, such a wish is a search that says where it can be had', () => {
  expect(answer('reminders off', answering)).toMatchObject({ kind: 'reminders', reminders: 'off' });
  expect(answerWithoutOrders('reminders off', answering)).toMatchObject({
    kind: 'none',
    results: {
      notes: ['Reminders are direct messages before starred talks: type /talk reminders in Slack.'],
    },
  });
});
