import { describe, expect, test } from 'vitest';
import { Chooser, type LoadedFolder } from '../../src/live/choose-programme.ts';
import { currentConference, joinProgrammes } from '../../src/live/current-conference.ts';
import type { LiveConference } from '../../src/live/live-conference.ts';
import { succeed } from '../../src/programme/joining/counterparts.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { finish } from '../../src/text/steps.ts';
import { programme, talk } from '../support/conference.ts';
import { lighthouseDays, lighthouseTalks, session } from '../support/lighthouse-days.ts';

function onDay(name: string, day: string): Programme {
  const slots = [{ start: `${day}T09:00:00+02:00`, end: undefined, rooms: [], day }];
  return programme([talk({ id: name, slots })], { name });
}

const live = (of: Programme, asOf?: number): LiveConference => ({
  programme: of,
  problems: [],
  asOf,
  trouble: undefined,
});
const spring = onDay('Spring', '2027-05-11');
const autumn = onDay('Autumn', '2027-10-04');
const abstracts = programme([talk({ id: 'undated' })], { name: 'Abstracts' });
const BEFORE = Date.UTC(2027, 4, 1);
const BETWEEN = Date.UTC(2027, 6, 1);

test('another conference answers when the one before is over', () => {
  const chooser = new Chooser({ conferences: () => conferences, problems: () => [] });
  const conferences = [live(spring), live(autumn)];
  const names = [BEFORE, BETWEEN].map(nowMs => chooser.choose(nowMs)?.programme.conference.name);
  expect(names).toEqual(['Spring', 'Autumn']);
});

test('the answer is the same as long as nothing changed', () => {
  const conferences = [live(spring), live(abstracts)];
  const chooser = new Chooser({ conferences: () => conferences, problems: () => [] });
  const first = chooser.choose(BEFORE);
  expect(chooser.choose(BEFORE + 1000)).toBe(first);
  expect(first?.programme.talks.map(({ id }) => id)).toEqual(['Spring', 'undated']);
});

test('the index stays where only its age changed', () => {
  let conferences = [live(spring)];
  const chooser = new Chooser({ conferences: () => conferences, problems: () => [] });
  const first = chooser.choose(BEFORE);
  conferences = [live(spring, 42)];
  const second = chooser.choose(BEFORE);
  expect({ ages: [first?.asOf, second?.asOf], sameIndex: first?.index === second?.index }).toEqual({
    ages: [undefined, 42],
    sameIndex: true,
  });
});

test('the index of a conference stays, whether it is the current one or another', () => {
  const conferences = [live(spring), live(autumn)];
  const chooser = new Chooser({ conferences: () => conferences, problems: () => [] });
  const first = chooser.choose(BEFORE);
  const ofAutumn = first?.others[0]?.open().index;
  const second = chooser.choose(BETWEEN);
  expect(second?.index === ofAutumn).toBe(true);
  expect(second?.others[0]?.open().index === first?.index).toBe(true);
});

test('another conference says how old it is, too', () => {
  const conferences = [live(spring), live(autumn, 42)];
  const chooser = new Chooser({ conferences: () => conferences, problems: () => [] });
  const first = chooser.choose(BEFORE);
  expect(first?.others.map(({ name, open }) => [name, open().asOf])).toEqual([['Autumn', 42]]);
});

test('a conference without talks does not answer', () => {
  const conferences = [live(programme([], { name: 'Empty' }))];
  expect(new Chooser({ conferences: () => conferences, problems: () => [] }).choose(BEFORE)).toBeUndefined();
});

test('a conference without dates counts along with the current one, and is there alone too', () => {
  const sheets = programme([talk({ id: 'sheet' })], { name: undefined, folder: '' });
  const conferences = [live(spring), live(abstracts, 42), live(sheets), live(autumn)];
  const chosen = new Chooser({ conferences: () => conferences, problems: () => [] }).choose(BEFORE);
  const ids = (of: Programme | undefined) => of?.talks.map(({ id }) => id);
  expect(ids(chosen?.programme)).toEqual(['Spring', 'undated', 'sheet']);
  expect(
    chosen?.others.map(({ name, isAlong, open }) => [name, isAlong, ids(open().programme), open().asOf]),
  ).toEqual([
    ['Abstracts', true, ['undated'], 42],
    ['Autumn', undefined, ['Autumn'], undefined],
  ]);
});

test('of several conferences without dates each is there alone, and a single one is no other', () => {
  const drafts = programme([talk({ id: 'draft' })], { name: 'Drafts', folder: 'drafts' });
  const namesOf = (...all: readonly Programme[]) =>
    new Chooser({ conferences: () => all.map(one => live(one)), problems: () => [] })
      .choose(BEFORE)
      ?.others.map(({ name }) => name);
  expect([namesOf(abstracts, drafts), namesOf(abstracts)]).toEqual([['Abstracts', 'Drafts'], []]);
});

test('what counts along is in one programme with the conference', () => {
  const days = programme([talk({ id: 'a' }), talk({ id: 'b' })], { name: 'Days' });
  const more = [talk({ id: 'a' }), talk({ id: 'c' })];
  const { conference, talks } = joinProgrammes(days, [programme(more), programme(more)]);
  expect({ name: conference.name, ids: talks.map(({ id }) => id) }).toEqual({
    name: 'Days',
    ids: ['a', 'b', 'a-2', 'c', 'a-3', 'c-2'],
  });
});

test('alone a conference stays what it is', () => {
  const days = programme();
  expect(joinProgrammes(days, [])).toBe(days);
});

/** A conference from one day to another, `2027-05-11`; without days where none are given. */
function lasting(name: string, ...days: readonly string[]): Programme {
  const slots = days.map(day => ({ start: `${day}T09:00:00+02:00`, end: undefined, rooms: [], day }));
  return programme([talk({ slots })], { name, dayStart: '05:00' });
}

const running = lasting('Spring', '2027-05-11', '2027-05-13');
const next = lasting('Autumn', '2027-10-04', '2027-10-05');
const later = lasting('Later', '2028-01-10');
const undated = lasting('Abstracts');
const more = lasting('More');

function check(programmes: readonly Programme[], now: string, expected: Record<string, unknown>) {
  const choice = currentConference(programmes, Date.parse(now));
  const names = (all: readonly Programme[]) => all.map(({ conference }) => conference.name);
  expect({
    current: choice.current?.conference.name,
    undated: names(choice.undated),
    others: names(choice.others),
  }).toEqual({ undated: [], others: [], ...expected });
}

test.each([
  ['the one that runs', '2027-10-04T12:00Z', 'Autumn', ['Spring', 'Later']],
  ['the one that runs, on a day between its days', '2027-05-12T12:00Z', 'Spring', ['Autumn', 'Later']],
  ['the one that runs, until its last night is over', '2027-05-14T02:59Z', 'Spring', ['Autumn', 'Later']],
  ['else the next', '2027-05-14T03:00Z', 'Autumn', ['Spring', 'Later']],
  ['else the next, if it is the first', '2027-01-01T12:00Z', 'Spring', ['Autumn', 'Later']],
  ['else the latest', '2029-01-01T12:00Z', 'Later', ['Spring', 'Autumn']],
])('the current conference is %s', (_, now, current, others) => {
  check([running, next, later], now, { current, others });
});

test('of two that run it is the one that began last', () => {
  const workshop = lasting('Workshop', '2027-05-12');
  check([running, workshop], '2027-05-12T12:00Z', { current: 'Workshop', others: ['Spring'] });
});

test('those without dates count along', () => {
  check([undated, running, more], '2027-05-12T12:00Z', {
    current: 'Spring',
    undated: ['Abstracts', 'More'],
  });
});

test('without any dates it is the first', () => {
  check([undated, more], '2027-05-12T12:00Z', { current: 'Abstracts', undated: ['More'] });
});

test('there is none where there is no conference', () => check([], '2027-05-12T12:00Z', {}));

test('days are those of a conference whose zone nobody knows, too', () => {
  const bare = programme(
    [talk({ slots: [{ start: '2027-05-11T09:00:00', end: undefined, rooms: [], day: '2027-05-11' }] })],
    { name: 'Bare', timeZone: undefined },
  );
  check([bare, next], '2027-05-11T12:00Z', { current: 'Bare', others: ['Autumn'] });
});

describe('talks that vanished before the start', () => {
  const [, ...others] = lighthouseTalks;
  const all = lighthouseDays(lighthouseTalks);

  /** A chooser, of which the files can be read anew, and what it answers from. */
  function reading(talks: typeof lighthouseTalks) {
    let conferences = [live(lighthouseDays(talks))];
    const chooser = new Chooser({ conferences: () => conferences, problems: () => [] });
    const current = () => {
      const loaded = chooser.choose(BEFORE);
      if (loaded === undefined) throw new Error('There is no talk.');
      return loaded;
    };
    const readAnew = (anew: typeof lighthouseTalks) => {
      conferences = [live(lighthouseDays(anew))];
    };
    return { chooser, current, readAnew };
  }

  /** The titles, the cancelled ones behind a dash. */
  function shown({ programme: { talks }, index }: LoadedFolder): readonly string[] {
    expect(index.talks.length).toBe(talks.length);
    return talks.map(({ title, status }) => (status === 'cancelled' ? `-${title}` : title));
  }

  const restore = ({ chooser, current }: ReturnType<typeof reading>) => {
    const read = current().programme;
    finish(chooser.restore(read, finish(succeed(all, read)).programme));
  };

  test('are there once they are restored, and stay so when the files change', () => {
    const files = reading(others);
    const { current, readAnew } = files;
    expect(shown(current())).toEqual(['Lenses', 'Fog', 'Foghorns', 'Keepers']);
    restore(files);
    expect(shown(current())).toEqual(['Lenses', 'Fog', 'Foghorns', 'Keepers', '-Lamps']);
    readAnew([...others, session('Tides', '2027-05-12', '10:00')]);
    expect(shown(current())).toEqual(['Lenses', 'Fog', 'Foghorns', 'Keepers', 'Tides', '-Lamps']);
    expect(current()).toBe(current());
    readAnew(lighthouseTalks);
    expect(shown(current())).toEqual(['Lamps', 'Lenses', 'Fog', 'Foghorns', 'Keepers', '-Tides']);
  });

  test("another event that takes the folder's place has nothing of the former", () => {
    const files = reading(others);
    restore(files);
    files.readAnew([session('Ropes', '2028-05-12', '10:00')]);
    expect(shown(files.current())).toEqual(['Ropes']);
  });

  test('are there too if files change while they are restored', () => {
    const files = reading(others);
    const { chooser, current, readAnew } = files;
    const read = current().programme;
    const steps = chooser.restore(read, finish(succeed(all, read)).programme);
    steps.next();
    readAnew([...others, session('Tides', '2027-05-12', '10:00')]);
    expect(shown(current())).toContain('Tides');
    finish(steps);
    expect(shown(current())).toEqual(['Lenses', 'Fog', 'Foghorns', 'Keepers', 'Tides', '-Lamps']);
  });
});

test('what was made ready before a swap answers after it, without being indexed again', () => {
  let conferences = [live(spring), live(autumn)];
  const chooser = new Chooser({ conferences: () => conferences, problems: () => [] });
  const before = chooser.choose(BEFORE);
  let indexed = 0;
  const counted = (of: Programme): Programme => ({
    ...of,
    get speakers() {
      indexed += 1;
      return of.speakers;
    },
  });
  const next = [live(counted(onDay('Spring', '2027-05-12'))), live(counted(onDay('Autumn', '2027-10-05')))];
  const steps = chooser.prepare(next, BEFORE);
  let step = steps.next();
  for (; !step.done; step = steps.next()) expect(chooser.choose(BEFORE)).toBe(before);
  const once = indexed;
  expect(once).toBeGreaterThan(0);
  conferences = next;
  const after = chooser.choose(BEFORE);
  const opened = [after, after?.others[0]?.open()];
  expect(opened.map(loaded => loaded?.programme.days)).toEqual([['2027-05-12'], ['2027-10-05']]);
  expect(indexed).toBe(once);
  for (const [at, loaded] of opened.entries()) expect(loaded?.index).toBe(step.value?.[at]);
});
