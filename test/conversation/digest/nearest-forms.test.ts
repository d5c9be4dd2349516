import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestForms } from '../../../src/conversation/digest/nearest-forms.ts';
import { readDigestRequest } from '../../../src/conversation/digest/request.ts';
import { splitTyped } from '../../../src/search/query/parse-query.ts';

const calendar = { today: '2027-05-10', days: ['2027-05-11', '2027-05-12'] };

test.each<[string, string, readonly string[]]>([
  ['25:00', '', ['daily 08:00', '18:00 eve', 'preview']],
  ['daily 8', 'room:quay', ['daily 08:00 room:quay', 'daily 08:00', '18:00 eve']],
  ['08:00 18:00', '', ['daily 08:00', '18:00 eve', 'preview']],
  ['daily tue 09:30', '', ['09:30 tuesday', 'daily 08:00', '18:00 eve']],
  ['pasue 18:00', '', ['pause 18:00', 'list', 'edit']],
  ['remoev', '', ['remove', 'list', 'edit']],
  ['preview of storage', '', ['preview', 'daily 08:00', '18:00 eve']],
  ['09:00 reminders storage', '', ['daily 09:00 reminders', 'daily 08:00', '18:00 eve']],
  ['every evening', '', ['18:00 eve', 'daily 08:00', 'preview']],
  ['please notify us', '', ['08:00 reminders', 'daily 08:00', '18:00 eve']],
  ['ende', '', ['off', 'list', 'edit']],
  ['off 8', '', ['off 08:00', 'list', 'edit']],
  ['off the one at 8', '', ['off 08:00', 'list', 'edit']],
  ['off monday', '', ['list', 'edit', 'help']],
  ['off mondays', '', ['list', 'edit', 'help']],
  ['off every day', '', ['list', 'edit', 'help']],
  ['off', 'track:storage', ['list', 'edit', 'help']],
  ['pause until tuesday', '', ['list', 'edit', 'help']],
  ['please kill it', '', ['list', 'daily 08:00', '18:00 eve']],
  ['please stop', '', ['list', 'daily 08:00', '18:00 eve']],
  ['off every evening at 6', '', ['off 18:00', 'list', 'edit']],
  ['off except 18:00', '', ['list', 'edit', 'help']],
  ['ende 18:00', '', ['off 18:00', 'list', 'edit']],
  ['end of day 18:00', '', ['list', 'edit', 'help']],
  ['remote 08:00', '', ['daily 08:00', '18:00 eve', 'preview']],
  ['test 18:00', '', ['test', 'daily 18:00', 'daily 08:00']],
  ['daily 09:00 without reminders', '', ['daily 09:00', 'daily 08:00', '18:00 eve']],
  ['täglich 9:00 ohne Erinnerungen', '', ['daily 09:00', 'daily 08:00', '18:00 eve']],
  ['daily except friday 09:00', '', ['daily 09:00', 'daily 08:00', '18:00 eve']],
  ['tous les jours sauf le lundi à 9h', '', ['daily 09:00', 'daily 08:00', '18:00 eve']],
  ['daily not 18:00', '', ['daily 08:00', '18:00 eve', 'preview']],
  ['please do not notify us', '', ['daily 08:00', '18:00 eve', 'preview']],
  ['every evening at 6', '', ['daily 18:00', '18:00 eve', 'daily 08:00']],
  ['every afternoon at 2', '', ['daily 14:00', 'daily 08:00', '18:00 eve']],
  ['every night at 10', '', ['daily 22:00', '18:00 eve', 'daily 08:00']],
  ['chaque soir à 18h', '', ['daily 18:00', '18:00 eve', 'daily 08:00']],
  ['every 2 hours', '', ['daily 08:00', '18:00 eve', 'preview']],
  ['cada 2 horas', '', ['daily 08:00', '18:00 eve', 'preview']],
  ['alle 2 Stunden', '', ['daily 08:00', '18:00 eve', 'preview']],
  ['wekdays 8', '', ['weekdays 08:00', 'daily 08:00', '18:00 eve']],
  ['weekdyas 08:00', 'track:storage', ['weekdays 08:00 track:storage', 'daily 08:00', '18:00 eve']],
  ['weeklly monday 9:00', '', ['weekly monday 09:00', 'daily 08:00', '18:00 eve']],
  ['weekley 9', '', ['weekly monday 09:00', 'week monday 09:00', 'weekdays 09:00']],
  ['dayly 9', '', ['daily 09:00', 'daily 08:00', '18:00 eve']],
  ['evning 19:00', '', ['daily 19:00', '18:00 eve', 'daily 08:00']],
  ['evey evning', '', ['18:00 eve', 'daily 08:00', 'preview']],
  ['monady 9:00', '', ['09:00 monday', 'daily 08:00', '18:00 eve']],
  ['09:00 remnders', '', ['daily 09:00 reminders', 'daily 08:00', '18:00 eve']],
  ['chnages', '', ['only changes', 'daily 08:00', '18:00 eve']],
  ['werktgas um 9', '', ['weekdays 09:00', 'daily 08:00', '18:00 eve']],
  ['täglch 9 Uhr', '', ['daily 09:00', 'daily 08:00', '18:00 eve']],
  ['wochenedne 9 Uhr', '', ['weekends 09:00', 'daily 08:00', '18:00 eve']],
  ['quotidein 9h', '', ['daily 09:00', 'daily 08:00', '18:00 eve']],
  ['chauqe lundi à 9h', '', ['weekly monday 09:00', 'daily 08:00', '18:00 eve']],
  ['todos los dais a las 9', '', ['daily 09:00', 'daily 08:00', '18:00 eve']],
  ['toods os dias às 9h', '', ['daily 09:00', 'daily 08:00', '18:00 eve']],
  ['ogni gorno alle 9', '', ['daily 09:00', 'daily 08:00', '18:00 eve']],
  ['elke dga om 9', '', ['daily 09:00', 'daily 08:00', '18:00 eve']],
  ['daily excpet friday 9:00', '', ['daily 09:00', 'daily 08:00', '18:00 eve']],
  ['9:00 monday wihtout reminders', '', ['09:00 monday', 'daily 08:00', '18:00 eve']],
  ['täglich auser freitag 9 Uhr', '', ['daily 09:00', 'daily 08:00', '18:00 eve']],
  ['9:00 nicht daily', '', ['daily 09:00', 'daily 08:00', '18:00 eve']],
  ['hourly', '', ['08:00 reminders', 'daily 08:00', '18:00 eve']],
  ['stündlich ab 9 Uhr', '', ['daily 09:00', '08:00 reminders', 'daily 08:00']],
  ['tomorrow 9:00', '', ['09:00 tuesday', 'daily 08:00', '18:00 eve']],
  ['tomorow', '', ['preview tuesday', '08:00 tuesday', 'daily 08:00']],
  ['morgen um 9', '', ['09:00 tuesday', 'daily 08:00', '18:00 eve']],
  ['today', '', ['daily 08:00', '18:00 eve', 'preview']],
  ['', '', ['daily 08:00', '18:00 eve', 'preview']],
])('of %s %s', (words, filters, forms) => {
  expect(nearestForms({ words, filters }, calendar)).toEqual(forms);
  const read = forms.map(form => readDigestRequest(splitTyped(`digest ${form}`), calendar)?.kind);
  expect(read).not.toContain('mistake');
});

const WORDS =
  'off stop now pause test edit remvoe ende daily every eve evening 8 08:00 18:00 at um tue friday mondays weekdays reminders without except week storage';

test('a form that is named is read, and removes nothing of which nobody spoke', () => {
  const words = fc.array(fc.constantFrom(...WORDS.split(' ')), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(words, typed => {
      const forms = nearestForms({ words: typed.join(' '), filters: '' }, calendar);
      const read = forms.map(form => readDigestRequest(splitTyped(`digest ${form}`), calendar));
      expect(read.filter(request => request?.kind === 'mistake')).toEqual([]);
      expect(read).not.toContainEqual({ kind: 'off', timeOfDay: undefined });
    }),
    { numRuns: 200 },
  );
});
