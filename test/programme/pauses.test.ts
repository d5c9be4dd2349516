import { expect, test } from 'vitest';
import { isHeld, mergePauses } from '../../src/programme/pauses.ts';
import { draft, draftTalk } from '../support/conference.ts';

const at = (start: string, room: string) => [{ start, end: undefined, rooms: [room] }];

test('a pause that stands once for each room is one pause in several rooms', () => {
  const lunch = (id: string, room: string, start = '2027-05-11T12:00') =>
    draftTalk({ id, title: 'Lunch', kind: 'break', slots: at(start, room) });
  const file = draft([lunch('2', 'Quay'), lunch('1', 'Net'), lunch('3', 'Quay', '2027-05-12T12:00')]);
  const entries = file.talks.map(talk => ({ draft: file, talk }));
  expect(mergePauses(entries).map(({ talk }) => [talk.id, talk.slots.flatMap(slot => slot.rooms)])).toEqual([
    ['1', ['Quay', 'Net']],
    ['3', ['Quay']],
  ]);
});

test('talks of one name and time stay apart, and so do pauses of several files', () => {
  const talks = [
    draftTalk({ id: '1', slots: at('2027-05-11T12:00', 'Quay') }),
    draftTalk({ id: '2', slots: at('2027-05-11T12:00', 'Net') }),
  ];
  const file = draft(talks);
  expect(mergePauses(talks.map(talk => ({ draft: file, talk })))).toHaveLength(2);
  const pause = draftTalk({ kind: 'service', slots: at('2027-05-11T12:00', 'Quay') });
  const files = [draft([pause], { file: 'a' }), draft([pause], { file: 'b' })];
  expect(mergePauses(files.map(one => ({ draft: one, talk: pause })))).toHaveLength(2);
});

test('what is held is no pause, and not cancelled', () => {
  const kinds = ['talk', 'social', 'break', 'service'] as const;
  expect(kinds.filter(kind => isHeld({ kind, status: 'confirmed' }))).toEqual(['talk', 'social']);
  expect(kinds.filter(kind => isHeld({ kind, status: 'cancelled' }))).toEqual([]);
});
