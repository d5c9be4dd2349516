import { expect, test } from 'vitest';
import type { Change } from '../../../../src/programme/changes.ts';
import type { Programme } from '../../../../src/programme/programme.ts';
import type { Slot } from '../../../../src/programme/talk.ts';
import { orderedNotice } from '../../../../src/slack/views/digest/answers.ts';
import { digestMessages } from '../../../../src/wiring/digests.ts';
import { LANGUAGES, type Language } from '../../../../src/words/languages.ts';
import { programme, talk } from '../../../support/conference.ts';
import { digest } from '../../../support/digests.ts';
import { harbour } from '../../../support/harbour.ts';
import { loadedWith } from '../../../support/loaded.ts';
import { inTime } from '../../../support/post-time.ts';
import { readMessage } from '../../../support/read-message.ts';

const SLOT: Slot = {
  start: '2027-05-11T09:00:00+02:00',
  end: '2027-05-11T09:40:00+02:00',
  rooms: ['Quay Hall'],
  day: '2027-05-11',
};

/** All messages that a channel gets for a digest in a language, each checked as Slack would. */
function channelReads(language: Language, of: Programme): readonly string[] {
  const order = digest({ language, filters: 'track:Storage', reminders: true, eve: true });
  const loaded = loadedWith(of);
  const changes: readonly Change[] = of.talks.map(each => ({ kind: 'cancelled', talk: each }));
  const days = of.days.flatMap(day =>
    [order, { ...order, eve: false, filters: '' }].flatMap(each =>
      digestMessages.compose(each, day, {
        loaded,
        posted: inTime(each, day),
        changes,
        toldTalks: new Set(),
        rehearsal: true,
      }),
    ),
  );
  const [first] = of.sessions;
  return [
    orderedNotice(order, { loaded, now: 0, before: digest(), rehearsal: true }),
    ...days.map(({ message }) => message),
    ...days.map(({ message }) => digestMessages.markRepeated(message, language)),
    digestMessages.changes(order, changes, { day: '2027-05-11', rehearsal: true }),
    digestMessages.announcement(order, changes, true),
    digestMessages.reminder(order, first === undefined ? [] : [first], { folder: 'bow', rehearsal: true }),
    digestMessages.emptyPart(order, 'first'),
    digestMessages.emptyPart(order, 'reply'),
  ].map(message => `${readMessage(message)}\n${message.text}`);
}

/** A value that there is not, or a stray stop, comma or space; three stops are an ellipsis. */
const FAULTY = /undefined|NaN|(?<!\.)\.\.(?!\.)|,,|[ \u00a0][.,]|[ \u00a0]{2}/;

test.each(LANGUAGES)('every order reads well in %s', language => {
  const loaded = loadedWith(harbour);
  const said = (
    [{}, { weekdays: [6, 7] }, { weekdays: [1, 2, 3] }, { days: ['2027-05-10', '2027-05-11'] }] as const
  )
    .flatMap(days => [false, true].map(eve => ({ ...days, eve })))
    .flatMap(given => (['day', 'week'] as const).map(span => ({ ...given, span })))
    .flatMap(given =>
      [false, true].map(onlyChanges => digest({ ...given, onlyChanges, language, paused: true })),
    )
    .map(each => orderedNotice(each, { loaded, now: 0, before: digest(), rehearsal: false }).text);
  for (const text of said) expect(text).not.toMatch(FAULTY);
});

test.each(LANGUAGES)('all that a channel gets is valid in %s', language => {
  const crowded = programme(
    Array.from({ length: 40 }, (_, index) =>
      talk({
        id: String(index),
        title: `Fog ${index}`,
        slots: [SLOT],
        track: index % 2 ? 'Sail' : 'Sea',
      }),
    ),
  );
  for (const of of [harbour, crowded])
    for (const text of channelReads(language, of)) expect(text).not.toMatch(FAULTY);
});

/** Words of English alone: the talks of the sample are in English and stay as they are. */
const ENGLISH_ONLY =
  /\b(?:today|tomorrow|starts|times in|your time|Changed|Cancelled|CANCELLED|Rehearsal|Set up|To change|Details of|By track|Possibly|Starting at|only track|Until now|thread of)\b/;

test.each(LANGUAGES)('a digest in %s has no English word of our own but in English', language => {
  const english = channelReads(language, harbour).filter(text => ENGLISH_ONLY.test(text));
  expect(english.length > 0).toBe(language === 'en');
});

test('a digest in German reads like one', () => {
  const order = digest({ language: 'de', eve: true });
  const [first] = digestMessages.compose(order, '2027-05-11', {
    loaded: loadedWith(programme([talk({ slots: [SLOT] })])),
    posted: inTime({ ...order, timeOfDay: '18:00' }, '2027-05-11'),
    changes: [],
    toldTalks: new Set(),
    rehearsal: false,
  });
  expect(first?.message.text.split('\n')).toEqual([
    'Morgen: Lighthouse Days',
    'Di., 11. Mai · 1 Programmpunkt · Zeiten in Europe/Madrid',
    '09:00 Quay Hall: Ceph at sea, Ada Lund',
  ]);
});
