import { expect, test } from 'vitest';
import { readDigestRequest } from '../../../src/conversation/digest/request.ts';
import { typedOrder } from '../../../src/conversation/digest/typed-order.ts';
import { splitTyped } from '../../../src/search/query/parse-query.ts';
import { digest } from '../../support/digests.ts';

const calendar = { today: '2027-05-10', days: ['2027-05-11', '2027-05-12'] };

test.each([
  [{}, 'daily 08:00'],
  [{ eve: true, timeOfDay: '18:00' }, '18:00 eve'],
  [{ weekdays: [1, 2, 3, 4, 5], reminders: true }, 'weekdays 08:00 reminders'],
  [{ weekdays: [1, 4], language: 'de' }, 'weekly monday thursday 08:00 in German'],
  [{ days: ['2027-05-11', '2027-05-12'] }, '2027-05-11 2027-05-12 08:00'],
  [{ span: 'week', weekdays: [1, 5] }, 'week monday friday 08:00'],
  [{ span: 'week', weekdays: [1], eve: true }, 'week sunday 08:00 eve'],
  [{ span: 'week', eve: true }, 'week daily 08:00 eve'],
  [{ onlyChanges: true, filters: 'track:"Quay Hall"' }, 'only changes track:"Quay Hall"'],
  [{ onlyChanges: true, weekdays: [1] }, 'only changes weekly monday'],
  [{ intro: 'Good morning!', closing: 'Say "hi"' }, 'daily 08:00 intro: "Good morning!" closing: “Say "hi"”'],
] as const)('%j is typed %s, and read back', (given, typed) => {
  const order = digest({ ...given } as Parameters<typeof digest>[0]);
  expect(typedOrder(order)).toBe(typed);
  const { timeOfDay, days, weekdays, eve, filters, reminders, span, onlyChanges, language } = order;
  const texts = {
    ...(order.intro !== '' && { intro: order.intro }),
    ...(order.closing !== '' && { closing: order.closing }),
  };
  const options = { timeOfDay, days, weekdays, eve, filters, reminders, span, onlyChanges };
  expect(readDigestRequest(splitTyped(`digest ${typed}`), calendar)).toEqual({
    kind: 'order',
    order: { ...options, ...texts, ...(language !== 'en' && { language }) },
  });
});
