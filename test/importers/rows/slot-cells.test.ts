import { expect, test } from 'vitest';
import { scheduleCsv } from '../../../src/importers/csv/schedule-csv.ts';

/** The times of the talks of a sheet. */
function times(sheet: string, csv = {}) {
  const { talks = [] } = scheduleCsv.read(sheet, 'a.csv', { csv });
  return talks.flatMap(({ slots }) => slots.map(({ start, end }) => [start.replace('T00:00:00', ''), end]));
}

const [DAY, NEXT] = ['2027-05-11', '2027-05-12'];
const MORNING = [`${DAY}T09:00:00`, '2027-05-11T09:45:00'];
const NIGHT = [`${DAY}T22:00:00`, `${NEXT}T01:00:00`];

test.each([
  [
    'Eventbrite',
    'Event Name,Start Date,Start Time,End Date,End Time\nA,2027-05-11,09:00,2027-05-11,09:45\nB,2027-05-11,22:00,2027-05-12,01:00',
  ],
  [
    'Outlook in German',
    'Betreff;Beginnt am;Beginnt um;Endet am;Endet um\nA;11.5.2027;09:00:00;11.5.2027;09:45:00\nB;11.5.2027;22:00:00;12.5.2027;01:00:00',
  ],
  [
    'Outlook in French',
    'Objet;Début;Début;Fin;Fin\nA;11/05/2027;09:00:00;11/05/2027;09:45:00\nB;11/05/2027;22:00:00;12/05/2027;01:00:00',
  ],
  [
    'Outlook in Spanish',
    'Asunto;Fecha de comienzo;Comienzo;Fecha de finalización;Finalización\nA;11/05/2027;9:00:00;11/05/2027;9:45:00\nB;11/05/2027;22:00:00;12/05/2027;1:00:00',
  ],
  [
    'Outlook in Dutch',
    'Onderwerp;Begindatum;Begintijd;Einddatum;Eindtijd\nA;11-5-2027;09:00;11-5-2027;09:45\nB;11-5-2027;22:00;12-5-2027;01:00',
  ],
  [
    'a program that has each time twice',
    'Title,Start Date,Start Time,End Date,End Time\nA,2027-05-11 09:00:00,09:00,2027-05-11 09:45:00,09:45\nB,2027-05-11 22:00:00,22:00,2027-05-12 01:00:00,01:00',
  ],
  [
    'a sheet in Japanese',
    'タイトル,日付,開始,終了日,終了\nA,2027年5月11日(火),午前9時,2027年5月11日,9時45分\nB,2027/5/11,22:00,2027/5/12,1:00',
  ],
])('reads the day of an end beside its time, as %s writes it', (_, sheet) =>
  expect(times(sheet)).toEqual([MORNING, NIGHT]),
);

test.each([
  ['a day of its own, which is the last', ',12/05/2027,', [DAY, '2027-05-13T00:00:00']],
  ['the midnight after, as Outlook writes it', '00:00,12/05/2027,00:00', [DAY, '2027-05-12T00:00:00']],
  ['the last minute', '00:00,12/05/2027,23:59', [DAY, '2027-05-13T00:00:00']],
  ['the same day', ',11/05/2027,', [DAY, '2027-05-12T00:00:00']],
])('reads an end of what lasts all day: %s', (_, cells, time) =>
  expect(
    times(`Subject,Start Date,Start Time,End Date,End Time,All Day Event\nA,11/05/2027,${cells},True`),
  ).toEqual(
    time[1] === '2027-05-13T00:00:00' && cells.startsWith(',')
      ? [
          [DAY, '2027-05-12T00:00:00'],
          [NEXT, '2027-05-13T00:00:00'],
        ]
      : [time],
  ),
);

test.each([
  ['Duration (hours)', '1.5', 90],
  ['duration_seconds', '1200', 20],
])('reads the unit in the name "%s"', (name, cell, minutes) =>
  expect(times(`Title,Start,${name}\nA,2027-05-11 09:00,${cell}`)).toEqual([
    [`${DAY}T09:00:00`, new Date(Date.UTC(2027, 4, 11, 9, minutes)).toISOString().slice(0, 19)],
  ]),
);

test.each([
  ['Start (UTC)', 'Title,Start (UTC)\nA,2027-05-11 07:00', `${DAY}T07:00:00Z`],
  ['a column', 'Title,Start,Time zone\nA,2027-05-11 09:00,Europe/Berlin', `${DAY}T09:00:00+02:00`],
  ['the cell first', 'Title,Start,Time zone\nA,2027-05-11 09:00 BST,Europe/Berlin', `${DAY}T09:00:00+01:00`],
])('reads a zone in %s', (_, sheet, start) => expect(times(sheet)).toEqual([[start, undefined]]));

test.each([
  ['Tue 05/11/2027', '13:00', `${DAY}T13:00:00`],
  ['Tuesday 11/05/2027', '1:00 PM', `${DAY}T13:00:00`],
  ['05/11/2027', '1:00 PM', `${DAY}T13:00:00`],
  ['11/05/2027', '1:00 p. m.', `${DAY}T13:00:00`],
  ['5/11', '1:00 PM', `${DAY}T13:00:00`],
  ['11.5.', '13 Uhr', `${DAY}T13:00:00`],
  ['5月11日', '13時', `${DAY}T13:00:00`],
])('reads the day %s beside %s', (date, start, time) =>
  expect(times(`Title,Date,Start\nA,${date},${start}`, { firstDay: DAY })).toEqual([[time, undefined]]),
);
