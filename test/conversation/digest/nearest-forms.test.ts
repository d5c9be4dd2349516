import { expect, test } from 'vitest';
import { nearestForms } from '../../../src/conversation/digest/nearest-forms.ts';
import { readDigestRequest } from '../../../src/conversation/digest/request.ts';
import { splitTyped } from '../../../src/search/query/parse-query.ts';

const calendar = { today: '2027-05-10', days: ['2027-05-11', '2027-05-12'] };

test.each<[string, string, readonly string[]]>([
  ['25:00', '', ['daily 08:00', '18:00 eve', 'preview']],
  ['daily 8', 'room:quay', ['daily 08:00 room:quay', 'daily 08:00', '18:00 eve']],
  ['08:00 18:00', '', ['daily 08:00', '18:00 eve', 'preview']],
  ['daily tue 09:30', '', ['09:30 tue', 'daily 08:00', '18:00 eve']],
  ['pasue 18:00', '', ['pause 18:00', 'daily 18:00', 'daily 08:00']],
  ['remoev', '', ['remove', 'daily 08:00', '18:00 eve']],
  ['preview of storage', '', ['preview', 'daily 08:00', '18:00 eve']],
  ['09:00 reminders storage', '', ['daily 09:00 reminders', 'daily 08:00', '18:00 eve']],
  ['every evening', '', ['18:00 eve', 'daily 08:00', 'preview']],
  ['please notify us', '', ['08:00 reminders', 'daily 08:00', '18:00 eve']],
  ['ende', '', ['off', 'daily 08:00', '18:00 eve']],
  ['', '', ['daily 08:00', '18:00 eve', 'preview']],
])('of %s %s', (words, filters, forms) => {
  expect(nearestForms({ words, filters }, calendar)).toEqual(forms);
  const read = forms.map(form => readDigestRequest(splitTyped(`digest ${form}`), calendar)?.kind);
  expect(read).not.toContain('mistake');
});
