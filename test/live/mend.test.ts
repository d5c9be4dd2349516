import { describe, expect, test } from 'vitest';
import { mendDraft, mendFile, mendSettings } from '../../src/live/mend.ts';
import type { Problem } from '../../src/programme/problem.ts';
import { readConferenceFile } from '../../src/sources/settings/conference-file.ts';
import { draft, draftTalk } from '../support/conference.ts';

const ceph = draftTalk({ title: 'Ceph' });
const disks = draftTalk({ title: 'Disks' });
const tape = draftTalk({ title: 'Tape' });
const error: Problem = { severity: 'error', file: 'talks.txt', line: 3, item: undefined, message: 'No.' };
const warning: Problem = { ...error, severity: 'warning' };
const note = (rest: string): Problem => ({
  severity: 'warning',
  file: 'talks.txt',
  line: undefined,
  item: undefined,
  message: `The file has mistakes that it did not have before; ${rest}.`,
});

describe('a file', () => {
  const good = draft([ceph, disks, tape]);

  test('is taken as it is at first, mistakes and all', () => {
    const fresh = draft([], { problems: [error] });
    expect(mendDraft(undefined, fresh)).toEqual({ shown: fresh, good: fresh });
  });

  test.each([
    ['with fewer talks', draft([ceph])],
    ['with no talks', draft([])],
    ['with doubts', draft([ceph], { problems: [warning] })],
  ])('is taken as it is %s, where it has no mistakes', (_, fresh) => {
    expect(mendDraft(good, fresh)).toEqual({ shown: fresh, good: fresh });
  });

  test('that is one page of several cancels no talk that was on it', () => {
    const page = { here: 2, total: 3 };
    const first = draft([ceph, disks], { page });
    const second = mendDraft(first, draft([ceph, tape], { page }));
    expect(second.shown.talks).toEqual([ceph, tape, disks]);
    expect(mendDraft(second.good, draft([disks], { page })).shown.talks).toEqual([disks, ceph, tape]);
    expect(mendDraft(second.good, draft([ceph])).shown.talks).toEqual([ceph]);
  });

  test('that is one page of several keeps the people of the others', () => {
    const person = (id: string, name: string) => ({ id, name, bio: '' });
    const former = draft([], { people: [person('1', 'Ada Lund'), person('2', 'Kai Moor')] });
    const people = [person('2', 'Kai Moore'), person('3', 'Ida Berg')];
    const { shown } = mendDraft(former, draft([], { people, page: { here: 2, total: 3 } }));
    expect(shown.people).toEqual([...people, person('1', 'Ada Lund')]);
  });

  test('keeps all that it said while it cannot be read', () => {
    const fresh = draft([], { format: 'unknown', problems: [error] });
    const problems = [error, note('its last good version stays in use')];
    expect(mendDraft(good, fresh)).toEqual({ shown: { ...good, problems }, good });
  });

  test('keeps all that it said while it is nothing that is known, as half of a text', () => {
    const fresh = draft([], { format: 'unknown', problems: [warning] });
    expect(mendDraft(good, fresh).shown.talks).toEqual(good.talks);
  });

  test('keeps the talk that a mistake cost it, and takes what is new of the others', () => {
    const changed = { ...ceph, abstract: 'New.' };
    const fresh = draft([changed, tape], { problems: [error] });
    const problems = [error, note('a talk missing from it now is kept')];
    expect(mendDraft(good, fresh)).toEqual({
      shown: { ...fresh, talks: [changed, tape, disks], problems },
      good,
    });
  });

  test('knows a talk by its own id, whatever it is called', () => {
    const former = draft([draftTalk({ id: '1', title: 'Ceph' }), disks]);
    const fresh = draft([draftTalk({ id: '1', title: 'Ceph!' })], { problems: [error] });
    expect(mendDraft(former, fresh).shown.talks).toEqual([...fresh.talks, disks]);
  });

  test('waits with a talk that came with a mistake, so that its repair cancels nothing', () => {
    const fresh = draft([ceph, disks, draftTalk({ title: 'Tape,2027-05' })], { problems: [error] });
    const problems = [
      error,
      note('a talk missing from it now is kept, and a talk new in it waits until it is in order'),
    ];
    const mended = mendDraft(good, fresh);
    expect(mended).toEqual({ shown: { ...fresh, talks: [ceph, disks, tape], problems }, good });
    const repaired = draft([ceph, disks, tape]);
    expect(mendDraft(mended.good, repaired)).toEqual({ shown: repaired, good: repaired });
  });

  test('waits with the new title of a talk that came with a mistake', () => {
    const former = draft([draftTalk({ id: '1', title: 'Ceph' }), disks]);
    const fresh = draft([draftTalk({ id: '1', title: 'Ceph How' }), disks], { problems: [error] });
    expect(mendDraft(former, fresh).shown.talks).toEqual([disks, former.talks[0]]);
  });

  test('stays as a whole if one mistake cost it several talks', () => {
    const swallowed = { ...ceph, abstract: 'Disks,2027-05-11\nTape,2027-05-11' };
    const fresh = draft([swallowed], { problems: [error] });
    const problems = [error, note('its last good version stays in use')];
    expect(mendDraft(good, fresh)).toEqual({ shown: { ...good, problems }, good });
  });

  test('takes what is new of its talks if a mistake cost none of them', () => {
    const fresh = draft([{ ...ceph, abstract: 'New.' }, disks, tape], { problems: [error] });
    expect(mendDraft(good, fresh)).toEqual({ shown: fresh, good });
  });

  test('may lose a talk where it has no more mistakes than it had', () => {
    const former = draft([ceph, disks], { problems: [error] });
    const fresh = draft([ceph], { problems: [error] });
    expect(mendDraft(former, fresh)).toEqual({ shown: fresh, good: fresh });
  });

  test('that had a mistake keeps what it said when nothing but mistakes are left', () => {
    const former = draft([ceph], { problems: [error] });
    expect(mendDraft(former, draft([], { problems: [error] })).shown.talks).toEqual([ceph]);
  });

  test('of track names or people keeps them', () => {
    const names = draft([], { trackNames: { 68: 'Operations' } });
    const fresh = draft([], { problems: [error] });
    expect(mendDraft(names, fresh).shown).toEqual({
      ...names,
      problems: [error, note('its last good version stays in use')],
    });
  });
});

describe('a file that loses slots without a mistake', () => {
  const slot = { start: '2027-05-11T09:00', end: undefined, rooms: [] };
  const timed = (count: number, slots: number) =>
    draft(
      Array.from({ length: count }, (_, i) =>
        draftTalk({ title: `Talk ${i}`, slots: i < slots ? [slot] : [] }),
      ),
    );

  test.each([
    ['cut off after its first row', timed(10, 10), timed(1, 1), '1 of its 10 talks'],
    ['cut off before its half', timed(11, 11), timed(5, 5), '5 of its 11 talks'],
    ['without rows', timed(10, 10), timed(0, 0), '0 of its 10 talks'],
    ['without times', timed(10, 10), timed(10, 0), '0 of its 10 slots'],
    [
      'without speakers',
      draft(timed(10, 10).talks.map(talk => ({ ...talk, speakers: [{ name: 'Ada', bio: '' }] }))),
      timed(10, 10),
      '0 of its 10 speakers',
    ],
  ])('stays if it is %s', (_, good, fresh, left) => {
    const { shown, good: kept } = mendFile(good, fresh);
    expect(kept).toBe(good);
    expect(shown.talks).toBe(good.talks);
    expect(shown.problems.map(({ message }) => message)).toEqual([
      `The file has only ${left} left; its last good version stays in use. If that is meant, restart Lectern.`,
    ]);
  });

  test('stays if it lost a talk and the line break at its end', () => {
    const good = timed(3, 3);
    const fresh = timed(2, 2);
    const { shown, good: kept } = mendFile(good, fresh, { isOpenEnded: true });
    expect({ kept, talks: shown.talks }).toEqual({ kept: good, talks: good.talks });
    expect(shown.problems.map(({ message }) => message)).toEqual([
      'The file lost a talk and the line break at its end, as if it were cut off; its last good version stays in use. If that is meant, end the file with a line break.',
    ]);
    expect(mendFile(good, timed(4, 4), { isOpenEnded: true }).shown.talks).toHaveLength(4);
  });

  test.each([
    ['half of ten are left', timed(10, 10), timed(5, 5)],
    ['it is another programme', timed(10, 10), draft([{ ...ceph, slots: [slot, slot] }])],
    ['it had few', timed(7, 7), timed(0, 0)],
  ])('is believed if %s', (_, good, fresh) =>
    expect(mendFile(good, fresh)).toEqual({ shown: fresh, good: fresh }),
  );
});

describe('a conference.yml', () => {
  const read = (text: string) => readConferenceFile(text, { path: 'conference.yml', folder: '' });
  const good = read('name: Days\ntimeZone: Europe/Madrid');

  test('stays in force as a whole while it has new mistakes', () => {
    const fresh = read('name: Nights\ntimeZone: Mars');
    const { shown, good: kept } = mendSettings('conference.yml', good, fresh);
    expect({ kept, conference: shown.conference, problems: shown.problems.length }).toEqual({
      kept: good,
      conference: good.conference,
      problems: 2,
    });
  });

  test('is taken as it is where it has no more mistakes than before', () => {
    const fresh = read('name: Nights');
    expect(mendSettings('conference.yml', good, fresh)).toEqual({ shown: fresh, good: fresh });
    expect(mendSettings('conference.yml', undefined, fresh)).toEqual({ shown: fresh, good: fresh });
  });
});
