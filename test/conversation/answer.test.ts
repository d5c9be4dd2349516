import { describe, expect, test } from 'vitest';
import { type Answer, answer, answerWithoutOrders } from '../../src/conversation/answer.ts';
import { understoodIn } from '../../src/conversation/understood.ts';
import { createProgramme } from '../../src/programme/programme.ts';
import { answeringFor } from '../support/answering.ts';
import { programme, speaker, talk } from '../support/conference.ts';
import { harbour } from '../support/harbour.ts';
import { lighthouse, lighthouseDays, lighthouseTalks, session } from '../support/lighthouse-days.ts';
import { loadedWith } from '../support/loaded.ts';

const atHarbour = answeringFor(loadedWith(harbour), { at: '2027-05-11T08:55+02:00' });

/** The parts of an answer that say what it is about. */
function brief(answered: Answer) {
  switch (answered.kind) {
    case 'help':
      return { kind: 'help' };
    case 'digest':
      return { kind: 'digest', digest: answered.digest };
    case 'agenda':
      return {
        kind: 'agenda',
        asked: answered.asked,
        talks: answered.agenda.groups.flatMap(({ sessions }) => sessions.map(({ talk }) => talk.title)),
        notes: answered.agenda.notes,
      };
    case 'list':
      return { kind: 'list', list: answered.list };
    case 'practical':
      return { kind: 'practical', topic: answered.topic };
    case 'facts':
      return { kind: 'facts', fact: answered.fact };
    case 'mine':
      return { kind: 'mine', asked: answered.asked };
    case 'feedback':
    case 'insight':
      return { kind: answered.kind, isFile: answered.isFile };
    case 'alert':
      return { kind: 'alert', words: answered.awaited?.words };
    case 'reminders':
    case 'undo':
    case 'unstar':
    case 'news': {
      const { context: _, ...others } = answered;
      return others;
    }
    case 'more':
    case 'thanks':
    case 'settings':
    case 'unclear':
      return { kind: answered.kind };
    default: {
      const { asked, found, notes } = answered.results;
      return { kind: answered.kind, asked, talks: found.talks.map(({ title }) => title), notes };
    }
  }
}

describe('an answer', () => {
  test.each<[string, object]>([
    ['', { kind: 'help' }],
    ['help', { kind: 'help' }],
    ['insight', { kind: 'insight', isFile: false }],
    ['Insights, please', { kind: 'insight', isFile: false }],
    ['insight as csv', { kind: 'insight', isFile: true }],
    ['onboarding', { kind: 'results', asked: 'onboarding', talks: ['Onboarding a crew'], notes: [] }],
    ['zzzz', { kind: 'none', asked: 'zzzz', talks: [], notes: [] }],
    [
      'tuesday 11:10 track:storage',
      {
        kind: 'agenda',
        asked: '2027-05-11 11:10 track:storage',
        talks: ['Lesson 2 in Ceph', 'Lesson 3 in Ceph'],
        notes: [],
      },
    ],
    ['digest list', { kind: 'digest', digest: { kind: 'list' } }],
    ['"digest list"', { kind: 'none', asked: '"digest list"', talks: [], notes: [expect.any(String)] }],
  ])('to %j is %j', (typed, expected) => {
    expect(brief(answer(typed, atHarbour))).toEqual(expected);
  });

  test('to the name of a person has their talks, and none in which a word only begins like the name', () => {
    const context = answeringFor(
      loadedWith(
        lighthouseDays([
          ...lighthouseTalks,
          session('The wrong rope', '2027-05-12', '10:00'),
          session('Databases', '2027-05-12', '11:00', {
            speakers: [speaker({ id: 'katarzyna wronska', name: 'Katarzyna Wrońska' })],
          }),
        ]),
      ),
    );
    expect(brief(answer('wronska', context))).toMatchObject({
      talks: ['Databases'],
    });
  });

  test('says how old the programme is if nothing newer could be had', () => {
    const asOf = Date.parse('2027-05-11T07:30Z');
    const old = answeringFor(loadedWith(lighthouse, { asOf }));
    const note = 'Programme as of Tue 11 May 07:30.';
    expect(brief(answer('fog', old))).toMatchObject({ notes: [note] });
    expect(brief(answer('now', old))).toMatchObject({ notes: [note] });
  });

  test('begins a long today with what is to come', () => {
    const hours = Array.from({ length: 14 }, (_, i) => `${String(i + 6).padStart(2, '0')}:00`);
    const long = lighthouseDays(hours.map(time => session(`At ${time}`, '2027-05-11', time)));
    const context = answeringFor(loadedWith(long), { at: '2027-05-11T09:10Z' });
    const first = (typed: string) => {
      const answered = answer(typed, context);
      return answered.kind === 'agenda' ? answered.agenda.first : undefined;
    };
    expect([first('today'), first('tomorrow')]).toEqual([3, 0]);
  });
});

describe('an order', () => {
  const elsewhere =
    'No digest was set up or changed: type it in the channel that should get it, without conference:, since a digest is about the current conference.';

  test.each(['digest daily 08:00', 'digest off'])('%s is searched where none is taken', typed => {
    expect(brief(answerWithoutOrders(typed, atHarbour))).toMatchObject({ kind: 'none', notes: [elsewhere] });
  });

  test('is refused where it names a conference: the current one, another, or one that is not there', () => {
    const other = createProgramme(
      { ...lighthouse.conference, name: 'Bow Days', folder: 'bow' },
      lighthouse.talks,
    );
    const others = [{ name: 'Bow Days', programme: other, open: () => loadedWith(other) }];
    const context = answeringFor(loadedWith(harbour, { others }));
    for (const name of ['bow', 'lighthouse', 'atlantis'])
      expect(brief(answer(`digest daily 08:00 conference:${name}`, context))).toEqual({
        kind: 'digest',
        digest: {
          kind: 'mistake',
          typed: 'digest daily 08:00',
          mistake: { kind: 'elsewhere', nearest: ['daily 08:00', 'list', 'preview'] },
        },
      });
  });

  test('without a time is refused, and said to lack it', () => {
    expect(brief(answer('digest daily', atHarbour))).toEqual({
      kind: 'digest',
      digest: {
        kind: 'mistake',
        typed: 'digest daily',
        mistake: { kind: 'no time', nearest: ['daily 08:00', '18:00 eve', 'preview'] },
      },
    });
    expect(brief(answerWithoutOrders('digest daily', atHarbour))).toMatchObject({
      notes: ['At what time? No digest was set up, and nothing was saved.'],
    });
  });

  test('is none where a talk has the words', () => {
    const digests = programme([talk({ id: 'auth', title: 'Why digest authentication ends' })]);
    const context = answeringFor(loadedWith(digests));
    expect(brief(answer('digest authentication', context))).toMatchObject({
      kind: 'results',
      talks: ['Why digest authentication ends'],
    });
    expect(brief(answer('digest algorithms', context))).toMatchObject({ kind: 'digest' });
  });
});

describe('a request is understood', () => {
  test.each<[string, object[]]>([
    ['help', []],
    ['now', [{ what: 'time', value: 'now' }]],
    [
      'wed 9:00 room:quay',
      [
        { what: 'day', value: '2027-05-12' },
        { what: 'time', value: '09:00' },
        { what: 'room', value: 'quay' },
      ],
    ],
    ['tuesday', [{ what: 'day', value: '2027-05-11' }]],
    [
      'the fog track:storage speaker:ada day:tue lang:de level:beginner -lamps -track:people',
      [
        { what: 'track', value: 'storage' },
        { what: 'speaker', value: 'ada' },
        { what: 'day', value: 'tue' },
        { what: 'language', value: 'de' },
        { what: 'level', value: 'beginner' },
        { what: 'without', value: 'people' },
        { what: 'without', value: 'lamps' },
        { what: 'words', value: 'fog' },
      ],
    ],
    ['room:', []],
  ])('%j as %j', (typed, understood) => {
    expect(understoodIn(answerWithoutOrders(typed, answeringFor(loadedWith(lighthouse))))).toEqual(
      understood,
    );
  });
});

test.each([
  ['who is zzzz?', ['No speaker is called “zzzz”.']],
  ['wer ist Inés Zzzz', ['No speaker is called “Inés Zzzz”.']],
  ['zzzz', []],
])('%s: a person whom the programme does not have', (typed, notes) => {
  expect(answer(typed, atHarbour)).toMatchObject({ kind: 'none', results: { notes } });
});
