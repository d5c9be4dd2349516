import { expect, test } from 'vitest';
import { buildProgramme } from '../../../src/programme/joining/build.ts';
import { conference, draft, draftTalk } from '../../support/conference.ts';

test('a room of conference.yml in which no talk is is reported, however its letters are written', () => {
  const slots = [{ start: '2027-05-11T09:00:00', end: undefined, rooms: ['Quay Hall'] }];
  const roomLinks = ['QUAY hall', 'Quai Hall', 'Attic'].map((room, place) => ({
    room,
    channel: `C01${place}`,
  }));
  const { problems } = buildProgramme(conference({ folder: 'days', roomLinks }), [
    draft([{ ...draftTalk(), slots }]),
  ]);
  expect(problems.map(({ severity, file, message }) => `${severity} ${file}: ${message}`)).toEqual([
    'warning days/conference.yml: The programme has no talk in the room "Quai Hall"; did you mean "Quay Hall"? Nothing is posted in its channel.',
    'warning days/conference.yml: The programme has no talk in the room "Attic". Nothing is posted in its channel.',
  ]);
});
