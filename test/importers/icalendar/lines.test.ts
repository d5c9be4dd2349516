import { describe, expect, it } from 'vitest';
import {
  findProperty,
  findValue,
  findValues,
  isWrittenByLectern,
  parseCalendar,
} from '../../../src/importers/icalendar/lines.ts';

const calendar = (...lines: readonly string[]) =>
  parseCalendar(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\n'));
const event = (...lines: readonly string[]) =>
  calendar('BEGIN:VEVENT', ...lines, 'END:VEVENT').events[0]?.properties ?? [];
const property = (name: string, values: readonly string[]) => ({
  name,
  parameters: new Map(),
  values,
  rule: undefined,
});

describe('a calendar is parsed', () => {
  it('into its properties and its events with their lines', () =>
    expect(
      calendar(
        'X-WR-CALNAME:Harbour Days',
        'BEGIN:VEVENT',
        'UID:a',
        'END:VEVENT',
        'begin:vevent',
        'uid:b',
        'end:vevent',
      ),
    ).toEqual({
      properties: [property('x-wr-calname', ['Harbour Days'])],
      events: [
        { line: 3, properties: [property('uid', ['a'])] },
        { line: 6, properties: [property('uid', ['b'])] },
      ],
      zones: [],
      strayAt: [],
      unclosedAt: undefined,
      isCutOff: false,
    }));

  it('with the lines of its zones as they are', () =>
    expect(
      calendar(
        'BEGIN:VTIMEZONE',
        'TZID:Harbour',
        'BEGIN:STANDARD',
        'DTSTART:19700101T000000',
        'END:STANDARD',
        'END:VTIMEZONE',
      ).zones,
    ).toEqual([
      [
        'BEGIN:VTIMEZONE',
        'TZID:Harbour',
        'BEGIN:STANDARD',
        'DTSTART:19700101T000000',
        'END:STANDARD',
        'END:VTIMEZONE',
      ],
    ]));

  it('without the properties of an alarm', () =>
    expect(event('UID:a', 'BEGIN:VALARM', 'SUMMARY:Soon', 'END:VALARM', 'SUMMARY:Ceph')).toEqual([
      property('uid', ['a']),
      property('summary', ['Ceph']),
    ]));

  it('up to where it breaks off', () => {
    const { events, unclosedAt } = parseCalendar(
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nEND:VEVENT\nBEGIN:VEVENT\nUID:b',
    );
    expect(events.map(({ properties }) => findValue(properties, 'uid'))).toEqual(['a', 'b']);
    expect(unclosedAt).toBe(5);
  });

  it('line by line, so that a broken one costs only itself', () => {
    const { events, strayAt } = calendar(
      'BEGIN:VEVENT',
      'UID:a',
      'nonsense',
      'SUMMARY',
      'LOCATION:Pier',
      'END:VEVENT',
    );
    expect(events[0]?.properties).toEqual([property('uid', ['a']), property('location', ['Pier'])]);
    expect(strayAt).toEqual([4, 5]);
  });
});

describe('a line', () => {
  it('may be folded anywhere', () =>
    expect(event('SUMM', ' ARY:Ceph', '\t at', '  sea')).toEqual([property('summary', ['Ceph at sea'])]));

  it('is 200,000 characters long at most', () =>
    expect(findValue(event(`SUMMARY:${'x'.repeat(300_000)}`), 'summary')).toHaveLength(
      200_000 - 'SUMMARY:'.length,
    ));

  it.each([
    ['SUMMARY:How\\, and\\; why\\nand \\\\', 'How, and; why\nand \\'],
    ['X-LECTERN-ROOM:Quay\\, Pier\\NFoyer', 'Quay, Pier\nFoyer'],
    ['X-WR-CALNAME:a\\xb', 'a\\xb'],
  ])('%j loses its escapes', (line, value) =>
    expect(event(line).map(({ values }) => values)).toEqual([[value]]),
  );

  it.each([
    ['CATEGORIES:Storage,Net\\, and more', ['Storage', 'Net, and more']],
    ['EXDATE:20270511T090000Z,20270512T090000Z', ['2027-05-11T09:00:00Z', '2027-05-12T09:00:00Z']],
    ['DTSTART;VALUE=DATE:20270511', ['2027-05-11']],
    ['DTSTART:20270511T090000', ['2027-05-11T09:00:00']],
    ['DTSTART:soon', ['soon']],
  ])('%j has the values %j', (line, values) => expect(event(line)[0]?.values).toEqual(values));

  it('has parameters, without their quotes', () => {
    const [start] = event('DTSTART;TZID="Europe/Rome";X-A=1:20270511T090000');
    expect([...(start?.parameters ?? [])]).toEqual([
      ['tzid', 'Europe/Rome'],
      ['x-a', '1'],
    ]);
  });

  it('may be a rule', () => {
    const [rule] = event('RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=TU,WE');
    expect(rule?.rule).toMatchObject({ freq: 'WEEKLY', count: 3, byday: ['TU', 'WE'] });
  });

  it.each([
    'CONTACT:ada@example.org',
    'COMMENT:secret',
    'ATTENDEE;CN=Ada Lund:mailto:ada@example.org',
    'X-PRIVATE:secret',
  ])('%j is not read', line => expect(event(line)).toEqual([]));

  it.each(['ORGANIZER;CN=Ada Lund:mailto:ada@example.org', 'ATTENDEE;CN=Ada Lund:invalid:nomail'])(
    '%j is read without the address',
    line =>
      expect(event(line).map(({ parameters, values }) => [parameters.get('cn'), values])).toEqual([
        ['Ada Lund', []],
      ]),
  );
});

describe('a description whose line breaks are not escaped', () => {
  it('takes the lines that are not properties', () =>
    expect(
      event('DESCRIPTION:How.', 'Note: bring a laptop', 'https://example.org', '', 'Why.', 'SUMMARY:Ceph'),
    ).toEqual([
      property('description', ['How.\nNote: bring a laptop\nhttps://example.org\n\nWhy.']),
      property('summary', ['Ceph']),
    ]));

  it('ends at a property in capitals, known or not', () => {
    expect(findValue(event('DESCRIPTION:How.', 'X-PRIVATE:secret', 'Why.'), 'description')).toBe('How.');
    expect(findValue(event('DESCRIPTION:How.', 'location:Pier', 'Why.'), 'description')).toBe('How.');
  });

  it('is not another property', () =>
    expect(event('LOCATION:Pier', 'Note: bring a laptop')).toEqual([property('location', ['Pier'])]));
});

describe('a property is found', () => {
  const properties = event('CATEGORIES:A,B', 'CATEGORIES:C', 'UID:a');
  it('by name, the first of several', () => {
    expect(findProperty(properties, 'categories')).toEqual(property('categories', ['A', 'B']));
    expect(findProperty(properties, 'url')).toBeUndefined();
    expect(findValue(properties, 'categories')).toBe('A');
    expect(findValue(properties, 'url')).toBe('');
  });
  it('with all its values', () => {
    expect(findValues(properties, 'categories')).toEqual(['A', 'B', 'C']);
    expect(findValues(properties, 'url')).toEqual([]);
  });
});

it.each([
  ['-//Lectern//Lectern//EN', true],
  ['-//Lecternly//EN', false],
  ['', false],
])('a calendar of %j is written by Lectern: %j', (writer, expected) =>
  expect(isWrittenByLectern(calendar(`PRODID:${writer}`))).toBe(expected),
);
