import { describe, expect, test } from 'vitest';
import { answerWithoutOrders } from '../../../src/conversation/answer.ts';
import { inConference } from '../../../src/conversation/conference.ts';
import { joinProgrammes } from '../../../src/live/current-conference.ts';
import { createProgramme, type Programme } from '../../../src/programme/programme.ts';
import type { Talk } from '../../../src/programme/talk.ts';
import type { Loaded } from '../../../src/search/loaded.ts';
import { answerAside, answerMessage } from '../../../src/slack/views/answer.ts';
import { writeJson } from '../../../src/slack/views/blocks/write-json.ts';
import { answeringFor } from '../../support/answering.ts';
import { programme, speaker, talk } from '../../support/conference.ts';
import { hour, lighthouse, lighthouseDays, session } from '../../support/lighthouse-days.ts';
import { loadedWith } from '../../support/loaded.ts';
import { read } from '../../support/read.ts';

interface Asked {
  readonly at?: string;
  readonly loaded?: Loaded;
  readonly offset?: number;
}

/** What a person whose Slack is set to UTC is answered. */
function ask(
  typed: string,
  { at = '2027-05-11T09:10Z', loaded = loadedWith(lighthouse), offset }: Asked = {},
) {
  return answerMessage(answerWithoutOrders(typed, answeringFor(loaded, { at })), offset);
}

/** The labels of buttons, and what they ask for. */
function buttons(message: ReturnType<typeof answerMessage>): Record<string, unknown> {
  const elements = message.blocks.flatMap(block => (block.type === 'actions' ? block.elements : []));
  return Object.fromEntries(
    elements.flatMap(element =>
      element.type === 'button' && element.action_id?.startsWith('talk:') !== true
        ? [[element.text.text, element.value]]
        : [],
    ),
  );
}

const late = session('Lanterns', '2027-05-12', '00:30', {
  slots: [{ ...hour('2027-05-12', '00:30'), day: '2027-05-11' }],
});
const nights: Programme = createProgramme({ ...lighthouse.conference, dayStart: '05:00' }, [
  ...lighthouse.talks,
  late,
]);
const atNight = { at: '2027-05-12T00:40Z', loaded: loadedWith(nights) };

describe('the agenda read aloud', () => {
  test('names a day where it changes', () => {
    expect(ask('now', atNight).text).toBe(
      'Now, Wed 12 May 00:40\nRunning:\n00:30 Quay Hall: Lanterns\nNext:\n09:00 Quay Hall: Keepers',
    );
    expect(ask('now', { ...atNight, at: '2027-05-11T15:30Z' }).text).toBe(
      'Now, Tue 11 May 15:30\nRunning:\n15:00 Quay Hall: Foghorns\nNext:\nWed 12 May\n00:30 Quay Hall: Lanterns',
    );
    expect(ask('next').text).toBe('Next\nTue 11 May\n10:00 Quay Hall: Lenses');
  });
});

describe('what has no clock time', () => {
  const untimed = (title: string, what: 'all day' | 'to come') =>
    session(title, '2027-05-11', '09:00', {
      slots: [{ start: '2027-05-11', end: undefined, rooms: ['Deck'], day: '2027-05-11', untimed: what }],
    });
  const loaded = loadedWith(
    lighthouseDays([
      untimed('Sails', 'to come'),
      untimed('Charts', 'all day'),
      session('Lamps', '2027-05-11', '09:00'),
    ]),
  );

  test('stands first and last in its day, without an hour', () => {
    expect(read(ask('tuesday', { loaded }).blocks)).toEqual([
      'Tue 11 May: 3 sessions',
      'Charts | all day · Deck',
      '[Details][Star]',
      'Lamps | 09:00–10:00 · Quay Hall',
      '[Details][Star]',
      'Sails | time to come · Deck',
      '[Details][Star]',
    ]);
    expect(ask('tuesday', { loaded }).text).toBe(
      'Tue 11 May: 3 sessions\nall day Deck: Charts\n09:00 Quay Hall: Lamps\ntime to come Deck: Sails',
    );
  });

  test('runs below what has a time, and is never next on its own day', () => {
    expect(ask('now', { loaded }).text).toBe(
      'Now, Tue 11 May 09:10\nRunning:\n09:00 Quay Hall: Lamps\nall day Deck: Charts\nNext:\ntime to come Deck: Sails',
    );
    expect(ask('next', { loaded }).text).toBe('Next\nTue 11 May\ntime to come Deck: Sails');
  });
});

describe('a day and an hour', () => {
  test('show what runs then and what begins next, under that moment', () => {
    expect(ask('tuesday 15:30', atNight).text).toBe(
      'Tue 11 May 15:30\nRunning:\n15:00 Quay Hall: Foghorns\nNext:\nWed 12 May\n00:30 Quay Hall: Lanterns',
    );
  });

  test('after midnight are of the night after the day', () => {
    expect(ask('tuesday 0:40', atNight).text).toBe(
      'Wed 12 May 00:40\nRunning:\n00:30 Quay Hall: Lanterns\nNext:\n09:00 Quay Hall: Keepers',
    );
  });

  test('are on the clocks of the conference', () => {
    const { conference, talks } = lighthouse;
    const inMadrid = createProgramme({ ...conference, timeZone: 'Europe/Madrid' }, talks);
    expect(ask('tuesday 17:30', { loaded: loadedWith(inMadrid) }).text).toBe(
      'Tue 11 May 17:30\nRunning:\n15:00 Quay Hall: Foghorns\nNext:\nWed 12 May\n09:00 Quay Hall: Keepers',
    );
  });

  test('where nothing more is to come lead to whole days', () => {
    const message = ask('tuesday 23:00 room:quay', {
      loaded: loadedWith(lighthouseDays([session('Lamps', '2027-05-11', '09:00')])),
    });
    expect(read(message.blocks)).toEqual([
      'Tue 11 May 23:00',
      'Quay Hall',
      'Nothing in Quay Hall runs then. Nothing else is scheduled.',
      '[All days (1)]',
      'Days',
      '[Tue 11 May]',
      'Last before',
      'Lamps | 09:00–10:00 · Quay Hall',
      '[Details][Star]',
    ]);
    expect(buttons(message)).toMatchObject({ 'Tue 11 May': '2027-05-11 room:quay' });
  });
});

describe('today', () => {
  test.each([
    ['2027-05-12T00:40Z', 'Tue 11 May: 5 sessions'],
    ['2027-05-12T05:00Z', 'Wed 12 May: 1 session'],
    ['2027-05-11T03:00Z', 'Tue 11 May: 5 sessions'],
    ['2027-05-13T00:40Z', 'Wed 12 May: 1 session'],
    ['2027-05-14T00:40Z', 'Fri 14 May: 0 sessions'],
  ])('at %s is %s', (at, title) => {
    expect(read(ask('today', { ...atNight, at }).blocks)[0]).toBe(title);
  });
});

describe('where nothing fits', () => {
  test('the days on which something does are offered, with the same filters', () => {
    const message = ask('tomorrow room:quay -track:storage', {
      loaded: loadedWith(
        lighthouseDays([
          session('Lamps', '2027-05-11', '09:00', { track: 'Light' }),
          session('Keepers', '2027-05-12', '09:00', { track: 'Storage' }),
        ]),
      ),
    });
    expect(read(message.blocks).slice(0, 3)).toEqual([
      'Wed 12 May: 0 sessions',
      'Quay Hall · without Storage',
      'Nothing that fits your filters is scheduled then.',
    ]);
    expect(buttons(message)).toMatchObject({ 'Tue 11 May': '2027-05-11 room:quay -track:storage' });
  });

  test('a filter that nothing goes by is all that is said, and days are offered without it', () => {
    const message = ask('tomorrow room:attic');
    expect(read(message.blocks).slice(0, 2)).toEqual([
      'Wed 12 May: 0 sessions',
      'There is no room “attic” in the programme.',
    ]);
    expect(buttons(message)).toMatchObject({ 'Tue 11 May': '2027-05-11', 'Wed 12 May': '2027-05-12' });
  });

  test('now and next say so', () => {
    const said = (typed: string, at: string) =>
      read(ask(typed, { at }).blocks).find(line => line.startsWith('Nothing'));
    expect(said('now -room:quay', '2027-05-11T09:10Z')).toBe(
      'Nothing that fits your filters runs now. Nothing else is scheduled.',
    );
    expect(said('next -room:quay', '2027-05-11T09:10Z')).toBe(
      'Nothing else that fits your filters is scheduled.',
    );
    expect(said('now', '2027-05-20T09:10Z')).toBe('Nothing runs now. Nothing else is scheduled.');
    expect(said('next', '2027-05-20T09:10Z')).toBe('Nothing else is scheduled.');
  });
});

test('help tells of the agenda, and of other conferences where there are any', () => {
  const agenda =
    'now, next, today, a weekday, a date or tuesday 14:00 show what is on; room: and track: narrow it down.';
  const other = 'conference:name searches another conference: Bow Days.';
  const lines = (loaded: Loaded) => read(ask('help', { loaded }).blocks)[1]?.split(' | ') ?? [];
  const bow = lighthouseDays([]);
  const others = [{ name: 'Bow Days', programme: bow, open: () => loadedWith(bow) }];
  expect(lines(loadedWith(lighthouse)).filter(line => [agenda, other].includes(line))).toEqual([agenda]);
  expect(lines(loadedWith(lighthouse, { others }))).toEqual(expect.arrayContaining([agenda, other]));
});

test('a day of many pages has a way to its hours', () => {
  const talks = Array.from({ length: 60 }, (_, i) =>
    session(`Talk ${i}`, '2027-05-11', `${String(9 + Math.floor(i / 10)).padStart(2, '0')}:00`),
  );
  const loaded = loadedWith(lighthouseDays(talks));
  const page = (o: number) => JSON.stringify({ q: '2027-05-11', o });
  const message = ask('today', { loaded });
  expect(buttons(message)).toEqual({
    More: page(12),
    '09:00': page(0),
    '11:00': page(20),
    '13:00': page(40),
  });
  expect(read(ask('today', { loaded, offset: 40 }).blocks).slice(0, 2)).toEqual([
    'Tue 11 May: 60 sessions (41 to 52 of 60)',
    'Talk 40 | 13:00–14:00 · Quay Hall',
  ]);
});

test('today begins with what is not over yet, and leads back to what is', () => {
  const talks = Array.from({ length: 20 }, (_, i) =>
    session(`Lamp ${i}`, '2027-05-11', `${String(8 + Math.floor(i / 2)).padStart(2, '0')}:00`),
  );
  const loaded = loadedWith(lighthouseDays(talks));
  const first = (typed: string, at: string) => read(ask(typed, { loaded, at }).blocks).slice(0, 2);
  expect(first('today', '2027-05-11T13:10Z')).toEqual([
    'Tue 11 May: 20 sessions (11 to 20 of 20)',
    'Lamp 10 | 13:00–14:00 · Quay Hall',
  ]);
  expect(buttons(ask('today', { loaded, at: '2027-05-11T13:10Z' }))).toMatchObject({
    Back: JSON.stringify({ q: '2027-05-11', o: 0 }),
  });
  expect(first('2027-05-11', '2027-05-12T13:10Z')[0]).toBe('Tue 11 May: 20 sessions (1 to 12 of 20)');
  expect(first('today', '2027-05-11T22:10Z')[0]).toBe('Tue 11 May: 20 sessions (1 to 12 of 20)');
});

describe('another conference that is asked by name', () => {
  const bowTalks: readonly Talk[] = [
    talk({ id: 'bow', title: 'Knots', track: 'Ropes', slots: [hour('2027-06-01', '09:00')] }),
  ];
  const bow = programme(bowTalks, { name: 'Bow Days', timeZone: 'UTC', folder: 'bow' });
  const loaded = loadedWith(lighthouse, {
    others: [{ name: 'Bow Days', programme: bow, open: () => loadedWith(bow) }],
  });

  test('is asked by the buttons of its answers too', () => {
    expect(buttons(ask('conference:bow tomorrow', { loaded }))).toEqual({
      'Tue 1 Jun': 'conference:"Bow Days" 2027-06-01',
    });
    expect(buttons(ask('conference:bow zzzqqq', { loaded }))).toEqual({
      Ropes: 'conference:"Bow Days" track:Ropes',
    });
    expect(Object.values(buttons(ask('conference:bow', { loaded })))).toEqual([
      ...[1, 2, 3].map(() => expect.stringMatching(/^conference:"Bow Days" /)),
      'conference:"Bow Days" track:Ropes',
    ]);
  });

  test('leads back to the current one where that has the same words', () => {
    expect(buttons(ask('conference:bow knots lamps', { loaded }))).toEqual({
      'Lighthouse Days (1)': 'knots lamps',
    });
  });
});

test.each([
  ['PyCon', 'Spring'],
  ['PyCon 2027', 'Autumn'],
  ['pycon 20', 'Autumn'],
  ['The “Big” "PyCon"', 'Winter'],
])('a conference is asked by its very name where another has that as a part: %s', (name, title) => {
  const named = (conference: string, id: string) =>
    programme([talk({ id, title: `${id} knots`, slots: [hour('2027-06-01', '09:00')] })], {
      name: conference,
      timeZone: 'UTC',
      folder: id,
    });
  const other = (of: Programme) => ({
    name: of.conference.name ?? '',
    programme: of,
    open: () => loadedWith(of),
  });
  const current = named('PyCon 2027', 'Autumn');
  const loaded = loadedWith(current, {
    others: [other(named('The “Big” "PyCon"', 'Winter')), other(named('PyCon', 'Spring'))],
  });
  expect(ask(`${inConference(name)}knots`, { loaded }).text).toContain(`1. ${title} knots`);
});

describe('a conference without dates, which counts along with the current one', () => {
  const alpha = programme([talk({ id: 'a', title: 'Alpha lamps', slots: [] })], {
    name: 'Alpha',
    folder: 'alpha',
  });
  const beta = programme([talk({ id: 'b', title: 'Beta lamps', slots: [] })], {
    name: 'Beta',
    folder: 'beta',
  });
  const along = (of: Programme) => ({
    name: of.conference.name ?? '',
    programme: of,
    isAlong: true as const,
    open: () => loadedWith(of),
  });

  test('answers alone where it is named, and is no other one else', () => {
    const loaded = loadedWith(joinProgrammes(lighthouse, [alpha]), { others: [along(alpha)] });
    const titles = (typed: string) => read(ask(typed, { loaded }).blocks).slice(0, 2);
    expect(titles('conference:alpha lamps')).toEqual(['1 talk for lamps', 'This is from Alpha.']);
    expect(ask('lamps', { loaded }).text).not.toContain('In other conferences');
  });

  test('is reached also where no conference has dates', () => {
    const loaded = loadedWith(joinProgrammes(alpha, [beta]), { others: [along(alpha), along(beta)] });
    const firstTwo = (typed: string) => read(ask(typed, { loaded }).blocks).slice(0, 2);
    expect(firstTwo('conference:alpha lamps')).toEqual(['1 talk for lamps', 'This is from Alpha.']);
    expect(firstTwo('conference:gamma lamps')).toEqual([
      '2 talks for lamps',
      'There is no conference “gamma” here. Lectern knows Alpha, Beta.',
    ]);
  });
});

test('a page of the agenda that is no longer there is its first one', () => {
  expect(read(ask('today', { offset: 24 }).blocks)[0]).toBe('Tue 11 May: 4 sessions');
});

describe('what other conferences have', () => {
  const people = [
    talk({ id: 'a', title: 'Charts', speakers: [speaker({ id: 'ada', name: 'Ada Lund' })] }),
    talk({ id: 'b', title: 'Sailors', abstract: 'Lundy.', speakers: [] }),
  ];
  const bow = programme(people, { name: 'Bow Days', timeZone: 'UTC', folder: 'bow' });
  const here = (open: () => Loaded) =>
    loadedWith(programme(people, { name: 'Stern Days', timeZone: 'UTC' }), {
      others: [{ name: 'Bow Days', programme: bow, open }],
    });

  test.each([
    'conference:bow',
    'conference:"Bow Days"',
    'conference:“Bow Days”',
    'conference:«Bow Days»',
    'conference: 「Bow Days」',
    'conference：bow',
  ])('is answered by the one that %s names', named => {
    const loaded = here(() => loadedWith(bow));
    expect(read(ask(`${named} “charts”`, { loaded }).blocks).slice(0, 2)).toEqual([
      '1 talk for “charts”',
      'This is from Bow Days.',
    ]);
  });

  test('is counted as it is answered there', () => {
    const loaded = here(() => loadedWith(bow));
    const there = ask('conference:bow ada lund', { loaded });
    expect(read(there.blocks)[0]).toMatch(/^1 talk for/);
    expect(buttons(ask('ada lund', { loaded }))).toEqual({
      'Bow Days (1)': 'conference:"Bow Days" ada lund',
    });
  });

  test('is not looked for where no button could show it', () => {
    const loaded = here(() => {
      throw new Error('It was looked for.');
    });
    const answered = answerWithoutOrders('charts', answeringFor(loaded, { place: 'thread' }));
    expect(answerMessage(answered).text).toContain('1. Charts');
  });
});

test('a pause that is found has no Share, and a break no Details either', () => {
  const loaded = loadedWith(
    lighthouseDays([
      session('Coffee break', '2027-05-11', '09:00', { kind: 'break', abstract: '' }),
      session('Registration', '2027-05-11', '08:00', { kind: 'service', abstract: '' }),
    ]),
  );
  expect(read(ask('coffee', { loaded }).blocks).slice(1)).toEqual([
    'Tue 11 May',
    'Coffee break | 09:00–10:00 · Quay Hall',
  ]);
  expect(read(ask('registration', { loaded }).blocks).slice(3)).toEqual(['[Details]']);
});

test.each(['lanterns', 'charts', 'now', 'help', 'zzzqqq'])(
  'as an acknowledgement the answer to %j is the same, drawn or ready',
  typed => {
    const answered = answerWithoutOrders(typed, answeringFor(loadedWith(lighthouse), { place: 'channel' }));
    const json = JSON.stringify({ response_type: 'ephemeral', ...answerMessage(answered) });
    const acknowledgement = answerAside(answered);
    expect(JSON.stringify(acknowledgement)).toBe(json);
    expect(String(writeJson(acknowledgement))).toBe(json);
  },
);
