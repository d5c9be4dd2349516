import { describe, expect, test } from 'vitest';
import { requestContext } from '../../../src/conversation/answer.ts';
import { mineQuery } from '../../../src/conversation/mine/my-talks.ts';
import { readRequest } from '../../../src/conversation/request.ts';
import { answeringFor } from '../../support/answering.ts';
import { speaker } from '../../support/conference.ts';
import { hour, lighthouseDays, lighthouseTalks, session } from '../../support/lighthouse-days.ts';
import { loadedWith } from '../../support/loaded.ts';

const talks = [
  ...lighthouseTalks,
  session('Tides', '2027-05-13', '09:00', {
    track: 'Storage',
    level: 'Beginner',
    languages: ['es'],
    speakers: [speaker()],
    slots: [hour('2027-05-13', '09:00', 'Net Loft')],
  }),
  session('Minecraft servers at sea', '2027-05-13', '10:00'),
  session('My seesions ashore', '2027-05-13', '12:00'),
  session('A mine of information', '2027-05-13', '11:00'),
];
const context = requestContext(answeringFor(loadedWith(lighthouseDays(talks))));

/** The words that ask for the same again, or the kind of another request. */
function read(typed: string): string {
  const request = readRequest(typed, context);
  return request.kind === 'mine' ? mineQuery(request) : `(${request.kind})`;
}

test.each([
  ['mine', 'mine'],
  ['unstar', 'mine'],
  ['show me my talks please', 'mine'],
  ['what did I star?', 'mine'],
  ['starred', 'mine'],
  ['my shedule', 'mine'],
  ['mien', 'mine'],
  ['mine tuesday', 'mine 2027-05-11'],
  ['tomorrow mine', 'mine 2027-05-12'],
  ['my talks on 12 May', 'mine 2027-05-12'],
  ['what did i star for wednesday?', 'mine 2027-05-12'],
  ['meine vorträge morgen', 'mine 2027-05-12'],
  ['mine tmrw', 'mine 2027-05-12'],
  ['my next tlak', 'mine next'],
  ['my first sesion tomorrow', 'mine first talk 2027-05-12'],
  ['ym talks', 'mine'],
  ['mytalks tomorrow', 'mine 2027-05-12'],
  ['mnie wednesday', 'mine 2027-05-12'],
  ['what did i satr', 'mine'],
  ['meine Vortrgäe', 'mine'],
  ['mis chalras mañana', 'mine 2027-05-12'],
  ['mine thu am', 'mine 2027-05-13 before 12:00'],
  ['mine wed a.m.', 'mine 2027-05-12 before 12:00'],
  ['my talks tomorrow pm', 'mine 2027-05-12 after 12:00'],
  ['what do i have thu am', 'mine 2027-05-13 before 12:00'],
  ['my talks 2027-05-13 2027-05-11', 'mine 2027-05-11 2027-05-13'],
  ['mine tuesday afternoon', 'mine 2027-05-11 12:00-18:00'],
  ['my wednesday morning', 'mine 2027-05-12 before 12:00'],
  ['mis charlas mañana por la tarde', 'mine 2027-05-12 12:00-18:00'],
  ['mine today 14:00', 'mine 2027-05-11 14:00'],
  ['mine in 30 minutes', 'mine 2027-05-11 09:40'],
  ['mine between 2 and 4', 'mine 2027-05-11 14:00-16:00'],
  ['mine now', 'mine now'],
  ['meine vorträge jetzt', 'mine now'],
  ['next mine', 'mine next'],
  ['when is my next talk', 'mine next'],
  ['ma prochaine conférence', 'mine next'],
  ['my first talk on wednesday', 'mine first talk 2027-05-12'],
  ['mine track:storage', 'mine track:storage'],
  ['track:storage my talks tomorrow', 'mine 2027-05-12 track:storage'],
  ['mine in net loft', 'mine room:"Net Loft"'],
  ['my talks by Lund', 'mine speaker:lund'],
  ['mine in spanish', 'mine lang:es'],
  ['mine tuesday in english', 'mine 2027-05-11 lang:en'],
  ['my beginner talks', 'mine level:Beginner'],
  ['what do I have tomorrow', 'mine 2027-05-12'],
  ['where do i have to be at 10', 'mine 2027-05-11 10:00'],
  ['was habe ich morgen', 'mine 2027-05-12'],
  ["qu'est-ce que j'ai mercredi", 'mine 2027-05-12'],
  ['¿qué tengo mañana?', 'mine 2027-05-12'],
  ['when r my talks', 'mine'],
  ['my remaining talks', 'mine'],
  ['what did i save', 'mine'],
  ['which talks did i pick for wednesday', 'mine 2027-05-12'],
  ["les conférences que j'ai marquées", 'mine'],
  ['wats next for me', 'mine next'],
  ['was steht bei mir morgen an', 'mine 2027-05-12'],
  ['quand est ma prochaine conf', 'mine next'],
])('%s asks for own talks: %s', (typed, asked) => {
  expect([read(typed), read(asked)]).toEqual([asked, asked]);
});

test.each([
  ['mine fog', 'mine fog'],
  ['my talks about fog', 'mine fog'],
  ['which of my talks are about fog', 'mine fog'],
  ['my fog talks tomorrow', 'mine day:2027-05-12 fog'],
  ['my fog tlaks', 'mine fog'],
  ['mine fog tuesday', 'mine day:2027-05-11 fog'],
  ['starred talks about fog', 'mine fog'],
  ['my talks without fog', 'mine -fog'],
  ['mine lunch', 'mine lunch'],
  ['is fog in my schedule', 'mine fog'],
  ['my sessions about fog', 'mine fog'],
  ['which of my sessions are on fog', 'mine fog'],
  ['my saved talks about fog', 'mine fog'],
  ['which talks about fog did i star', 'mine fog'],
])('%s asks for own talks on a topic: %s', (typed, asked) => {
  expect([read(typed), read(asked)]).toEqual([asked, asked]);
});

test.each([
  ['which of my talks clash', 'mine clashes'],
  ['do my tlaks clahs?', 'mine clashes'],
  ['mine ovelrap', 'mine clashes'],
  ['do any of my talks overlap?', 'mine clashes'],
  ['clashes', 'mine clashes'],
  ['mine clashes wednesday', 'mine clashes 2027-05-12'],
  ['double booked?', 'mine clashes'],
  ['which of my talks r at the same time', 'mine clashes'],
  ['choques en mi agenda', 'mine clashes'],
  ['free at 3?', 'mine free 2027-05-11 15:00'],
  ['any gaps tmrw', 'mine free 2027-05-12'],
  ['frei um 11', 'mine free 2027-05-11 11:00'],
  ['überschneiden sich meine vorträge', 'mine clashes'],
  ['am I free at 3pm wednesday', 'mine free 2027-05-12 15:00'],
  ['mine free', 'mine free'],
  ['on wednesday am i free', 'mine free 2027-05-12'],
  ['when am i free tomorrow', 'mine free 2027-05-12'],
  ['my free time on tuesday', 'mine free 2027-05-11'],
  ['im free at 3?', 'mine free 2027-05-11 15:00'],
  ['any conflicts', 'mine clashes'],
  ['was kann ich sehen wenn ich frei bin', 'beside my talks'],
  ['do i have time at 3pm', 'mine free 2027-05-11 15:00'],
  ['habe ich morgen um 15 uhr frei', 'mine free 2027-05-12 15:00'],
  ['suis-je libre demain', 'mine free 2027-05-12'],
  ['estoy libre mañana', 'mine free 2027-05-12'],
  [
    "what can I see tuesday morning that doesn't clash with my talks",
    'beside my talks 2027-05-11 before 12:00',
  ],
  ['which storage talks fit my schedule', 'beside my talks storage'],
  ['talks tomorrow that do not overlap with mine', 'beside my talks 2027-05-12'],
  ['fog talks that do not clash with mine', 'beside my talks fog'],
  ['what can i see when i am free', 'beside my talks'],
  ['suggest talks for my free time', 'beside my talks'],
  ['my calendar', 'my calendar'],
  ['calendar', 'my calendar'],
  ['export my talks', 'my calendar'],
  ['add my talks to google calendar', 'my calendar'],
  ['mein Kalender', 'my calendar'],
])('%s asks what own talks leave: %s', (typed, asked) => {
  expect([read(typed), read(asked)]).toEqual([asked, asked]);
});

describe('other words stay what they are', () => {
  test.each([
    ['mine "tuesday"', '(search)'],
    ['"mine"', '(search)'],
    ['not mine tuesday', '(search)'],
    ['mine craft servers', '(search)'],
    ['my seesions', '(search)'],
    ['a mine of information', '(search)'],
    ['mine of information', '(search)'],
    ['what do i have to know about fog', '(search)'],
    ['debugging my program', '(search)'],
    ['my', '(unclear)'],
    ['free fog', '(search)'],
    ['clash of tides', '(search)'],
    ['calendar api', '(search)'],
    ['my experience with tides', '(search)'],
    ['star wars', '(search)'],
    ['free software tuesday', '(search)'],
    ['does fog clash with my talks', '(search)'],
  ])('%s is %s', (typed, kind) => {
    expect(read(typed)).toBe(kind);
  });
});

test.each([
  'i want to save money on storage',
  'how do i pick a database',
  'which storage should i pick',
  'should i pick ceph or gluster',
  'can i save state in wasm',
  'how can i mark nodes for eviction',
  'comment je marque un noeud',
  'saved sessions in redis',
  'the mark I computer',
  'im Star Trek Universum',
  'i want to see a talk about free software',
  'where can i see free software talks',
  'ich will freie software sehen',
  'quiero ver software libre io',
  'can i see how to free memory',
  'how do i avoid conflicts without locks',
  'conflicts',
  'how to store my sessions in redis',
  'my session cookies',
  'my sessions in redis',
  'scaling my session store',
  'my phd defense presentation',
  'my previous bsides talk',
  'my presentation covers fog',
  'my favourite editor',
  'my favourite programming language is fog',
  'your favourite sessions',
  'is there a bug in my program',
  'resolve conflicts in my program without git',
  'my session conflicts without locks',
  'between stars and planets',
  'my tasks in celery',
  'my tanks',
  'my first task queue',
  'what i sart with',
  'free workshop at sea tuesday',
])('%s has words about own talks, and is a search', typed => {
  expect(read(typed)).toBe('(search)');
});
