import { expect, test } from 'vitest';
import { createLineReport, createReport } from '../../../src/importers/reading/report.ts';

test('collects warnings and errors in their order, each with its file', () => {
  const report = createReport('talks/a.csv');
  report.warn({ line: 3, item: 'Ceph at sea' }, 'It has no end.');
  report.fail({}, 'It was left out.');
  expect(report.problems).toEqual([
    { severity: 'warning', file: 'talks/a.csv', line: 3, item: 'Ceph at sea', message: 'It has no end.' },
    { severity: 'error', file: 'talks/a.csv', line: undefined, item: undefined, message: 'It was left out.' },
  ]);
});

test('shows no e-mail address, neither in the item nor in the message', () => {
  const report = createReport('a.csv');
  report.warn({ item: 'ada@example.org' }, 'A speaker is called "bo@example.org".');
  expect(report.problems).toEqual([
    {
      severity: 'warning',
      file: 'a.csv',
      line: undefined,
      item: '[e-mail address removed]',
      message: 'A speaker is called "[e-mail address removed]".',
    },
  ]);
});

test('adds a line to problems that name none, in the same report', () => {
  const report = createReport('a.ics');
  const here = createLineReport(7, report);
  here.warn({ item: 'Ceph' }, 'One.');
  here.fail({ line: 9 }, 'Two.');
  report.warn({}, 'Three.');
  expect(here.problems).toBe(report.problems);
  expect(report.problems.map(({ severity, line, item, message }) => [severity, line, item, message])).toEqual(
    [
      ['warning', 7, 'Ceph', 'One.'],
      ['error', 9, undefined, 'Two.'],
      ['warning', undefined, undefined, 'Three.'],
    ],
  );
});

test('says the same of the same item once', () => {
  const report = createReport('a.csv');
  for (const item of ['Ada', 'Ada', 'Bo']) report.warn({ item }, 'No bio.');
  expect(report.problems.map(({ item }) => item)).toEqual(['Ada', 'Bo']);
});
