import { describe, expect, test } from 'vitest';
import { createDateReader, findLack, isDayHeading } from '../../../src/importers/rows/dates.ts';

const read = (text: string, others: readonly string[] = [], settings = {}) =>
  createDateReader([text, ...others], settings).read(text);

test.each([
  ['2027-05-11', '2027-05-11'],
  ['2027/5/11', '2027-05-11'],
  ['11.5.2027', '2027-05-11'],
  ['31/5/27', '2027-05-31'],
  ['5/31/2027', '2027-05-31'],
  ['Tue 11 May 2027', '2027-05-11'],
  ['May 11th, 2027', '2027-05-11'],
  ['11. Mai 2027', '2027-05-11'],
  ['mardi 11 mai 2027', '2027-05-11'],
  ['11 de maio de 2027', '2027-05-11'],
  ['11 maggio 2027', '2027-05-11'],
  ['Mar 11 2027', '2027-03-11'],
  ['sexta-feira, 14 de maio de 2027', '2027-05-14'],
  ['Terça-feira 11/05/2027', '2027-05-11'],
  ['11 de maio de 2027 (terça-feira)', '2027-05-11'],
  ['2ª feira, 10 de maio de 2027', '2027-05-10'],
  ['3ª-feira 11.05.2027', '2027-05-11'],
  ['Dienstag, den 11. Mai 2027', '2027-05-11'],
  ['Di., den 11.05.2027', '2027-05-11'],
  ['11. Mai 2027 (Dienstag)', '2027-05-11'],
  ['le mardi 11 mai 2027', '2027-05-11'],
  ['mardi 1er juin 2027', '2027-06-01'],
  ['mar. 11 mai 2027', '2027-05-11'],
  ['11/05/2027 (mar.)', '2027-05-11'],
  ['el martes 11 de mayo del 2027', '2027-05-11'],
  ['14/05/2027, Friday', '2027-05-14'],
  ['14 May 2027 (Fri)', '2027-05-14'],
  ['30.2.2027', undefined],
  ['11 May', undefined],
  ['Friday', undefined],
  ['Day 2', undefined],
  ['Ceph at sea', undefined],
  ['', undefined],
])('reads %j as %j', (text, day) => expect(read(text)).toBe(day));

test.each([
  ['05/10/2027', ['06/10/2027', '07/10/2027'], '2027-10-05'],
  ['10/05/2027', ['10/06/2027', '10/07/2027'], '2027-10-05'],
  ['05/10/2027', ['31/10/2027'], '2027-10-05'],
  ['05/10/2027', ['10/31/2027'], '2027-05-10'],
])('reads %j beside %j as %s', (text, others, day) => expect(read(text, others)).toBe(day));

test.each([
  ['27/05/11', 'yy/MM/dd', '2027-05-11'],
  ['27-5-11', 'yy-MM-dd', '2027-05-11'],
  ['2027/05/11', 'yy/MM/dd', '2027-05-11'],
  ['11/05/2027', 'yy/MM/dd', '2027-05-11'],
  ['05/11/27', 'MM/dd/yy', '2027-05-11'],
])('reads %j in the stated order %s as %s', (text, dateFormat, day) =>
  expect(read(text, [], { dateFormat })).toBe(day),
);

describe('with a first day', () => {
  test.each([
    ['', '2027-05-13'],
    ['Thu', '2027-05-13'],
    ['Friday', '2027-05-14'],
    ['Mittwoch', '2027-05-19'],
    ['2', '2027-05-14'],
    ['Tag 3', '2027-05-15'],
    ['14 May', '2027-05-14'],
    ['Day 0', undefined],
  ])('reads %j as %j', (text, day) => expect(read(text, [], { firstDay: '2027-05-13' })).toBe(day));
});

test.each([
  ['12 May', ['2027-05-11', '13.5.2027'], '2027-05-12'],
  ['May 12th', ['11 May 2027'], '2027-05-12'],
  ['1 Jan', ['2027-12-31', '2028-01-02'], undefined],
])('reads %j beside %j as %s', (text, others, day) => expect(read(text, others)).toBe(day));

test('takes the year of the first day before that of other dates', () =>
  expect(read('12 May', ['2027-05-11'], { firstDay: '2026-05-11' })).toBe('2026-05-12'));

test('takes a weekday for the only day of that name', () => {
  expect(read('fri', ['2027-05-13', '2027-05-14'])).toBe('2027-05-14');
  expect(read('fri', ['2027-05-14', '2027-05-21'])).toBeUndefined();
});

test.each(['Friday 31 June 2027', 'Fri 31 June', 'Friday, 31.6.2027', 'Fri 6/31/2027', 'Mon 29 Feb'])(
  'takes the day that never is in %j for none, whatever the weekday',
  text => {
    expect(read(text, ['2027-06-25', '2027-06-28'], { firstDay: '2027-06-24' })).toBeUndefined();
    expect(findLack(text)).toBe(text === 'Mon 29 Feb' ? 'no year' : undefined);
  },
);

test('takes a date without a year for the only day of its weekday', () =>
  expect(read('Fri 25 June', ['2027-06-25', '2027-06-26'])).toBe('2027-06-25'));

test('tells weekdays in thousands of days', () => {
  const days = Array.from({ length: 4000 }, (_, place) =>
    new Date(Date.UTC(2027, 0, 1 + place)).toISOString().slice(0, 10),
  );
  const { read } = createDateReader(days, { firstDay: '2027-05-13' });
  expect(days.map(() => read('Friday'))).toEqual(days.map(() => '2027-05-14'));
});

test('says where days could be read in two ways', () => {
  const doubtOf = (texts: readonly string[], dateFormat?: string) =>
    createDateReader(texts, { dateFormat }).doubt;
  expect(doubtOf(['05/10/2027'])).toBeDefined();
  expect(doubtOf(['05/10/2027'], 'MM/dd/yyyy')).toBeUndefined();
  expect(doubtOf(['05/05/2027'])).toBeUndefined();
  expect(doubtOf(['2027-05-10'])).toBeUndefined();
  expect(doubtOf([])).toBeUndefined();
});

test.each([
  ['Friday', true],
  ['Friday, Sept 27 Afternoon', true],
  ['Samstag, 25. September', true],
  ['Day 2', true],
  ['Friday deployments', false],
  ['Ceph', false],
  ['42', false],
])('takes %j for the heading of a day: %s', (text, expected) => expect(isDayHeading(text)).toBe(expected));

test.each([
  [['05/06/2027', '06/06/2027', '06/07/2027'], '05/06/2027, were read as day, month, year'],
  [['05/06/2027', '06/05/2027'], '05/06/2027, were read as day, month, year'],
  [['06/05/2027', '06/06/2027', '07/06/2027'], '06/05/2027, were read as month, day, year'],
  [['05/10/2027', '06/10/2027'], undefined],
  [['06/06/2027'], undefined],
  [['Sat 05/06/2027', 'Sun 06/06/2027', '06/07/2027'], undefined],
])('says whether the order of %j is in doubt', (texts, doubt) => {
  const said = createDateReader(texts, {}).doubt;
  expect(said === undefined ? said : /such as (.*);/.exec(said)?.[1]).toBe(doubt);
});
