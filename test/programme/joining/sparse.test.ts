import { expect, test } from 'vitest';
import { buildProgramme } from '../../../src/programme/joining/build.ts';
import type { DraftTalk } from '../../../src/programme/joining/draft.ts';
import { conference, draft, draftTalk } from '../../support/conference.ts';

/** The messages about as many talks, hours apart, of which the first differs. */
function report(count: number, all: Partial<DraftTalk>, first: Partial<DraftTalk> = {}) {
  const talks = Array.from({ length: count }, (_, at) => ({
    ...draftTalk({ title: `Talk ${at}`, speakers: [] }),
    ...all,
    ...(at === 0 ? first : {}),
  }));
  return buildProgramme(conference(), [draft(talks)]).problems.map(
    ({ severity, message }) => `${severity}: ${message}`,
  );
}

const at = (rooms: readonly string[]) => ({
  slots: [{ start: '2027-05-11T09:00:00', end: undefined, rooms }],
});
const ADA = { speakers: [{ name: 'Ada Lund', bio: '' }] };
const NO_SPEAKER =
  'warning: None of the 20 talks with a time has a speaker. If the file gives them, name the key or column "speakers".';
const NO_ROOM =
  'warning: None of the 20 talks with a time has a room. If the file gives them, name the key or column "rooms".';

test.each<[string, string[], number, Partial<DraftTalk>, Partial<DraftTalk>]>([
  ['no speaker and no room', [NO_SPEAKER, NO_ROOM], 20, at([]), {}],
  ['one speaker', [NO_ROOM], 20, at([]), ADA],
  ['few talks', [], 19, at([]), {}],
  ['no times', [], 20, {}, {}],
])('a programme with %s', (_, problems, count, all, first) =>
  expect(report(count, all, first).filter(message => message.includes('None of'))).toEqual(problems),
);
