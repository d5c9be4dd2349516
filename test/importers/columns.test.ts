import { expect, test } from 'vitest';
import { columnsOf } from '../../src/importers/columns.ts';

test.each([
  [['title', 'start', 'end', 'room'], { title: 0, start: 1, end: 2, room: 3 }],
  [['ID', 'Session Title', 'Start-time', ' ROOM '], { id: 0, title: 1, start: 2, room: 3 }],
  [['Talk', 'Title'], { title: 1 }],
  [['title', 'title'], { title: 0 }],
  [['name', 'start'], { title: 0, start: 1 }],
  [['name', 'bio'], { bio: 1 }],
  [['name', 'title'], { title: 1, speakers: 0 }],
  [['Titel', 'Beginn (Datum)', 'Beginn (Uhrzeit)', 'Raum'], { title: 0, date: 1, start: 2, room: 3 }],
  [['email', 'phone'], {}],
  [['constructor', '__proto__', ''], {}],
])('finds in %j the columns %j', (header, columns) => expect(columnsOf(header)).toEqual(columns));
