import { describe, expect, it } from 'vitest';
import { createReport } from '../../../src/importers/reading/report.ts';
import { type RawTalk, readTalk, uniteSlots } from '../../../src/importers/reading/talk.ts';
import { PLAIN_TALK } from '../../support/plain-talk.ts';

const RAW: RawTalk = { id: '', title: 'Ceph at sea', texts: [], speakers: [], slots: [] };
const ADA = { name: 'Ada Lund', bio: '' };
const BO = { name: 'Bo Ek', bio: '' };
const [NINE, TEN] = ['2027-05-11T09:00:00', '2027-05-11T10:00:00'];

function read(raw: Partial<RawTalk>) {
  const report = createReport('a.json');
  const talk = readTalk({ ...RAW, ...raw }, report);
  return {
    talk,
    problems: report.problems.map(({ severity, item, message }) => `${severity} ${item}: ${message}`),
  };
}

/** A talk as it differs from a plain one, and its problems. */
function check(
  raw: Partial<RawTalk>,
  talk: Partial<Record<keyof typeof PLAIN_TALK, unknown>>,
  problems: readonly string[] = [],
) {
  expect(read(raw)).toEqual({ talk: { ...PLAIN_TALK, ...talk }, problems });
}

describe('a talk', () => {
  it('needs only a title', () => check({}, {}));

  it('has all its fields cleaned', () =>
    check(
      {
        id: ' CEPH1 ',
        title: 'Ceph&nbsp;at  <b>sea</b>',
        texts: ['<p>How.</p><p>Why.</p>'],
        speakers: [ADA],
        slots: [{ start: NINE, end: '', minutes: 40, rooms: ['Quay Hall '] }],
        links: [
          { url: 'https://example.org/s.pdf', title: ' Slides ' },
          { url: 'mailto:ada@example.org' },
          { url: 'https://example.org/v', kind: 'video' },
        ],
        track: 'Storage &amp; backup',
        level: ' Beginner',
        languages: 'English, de',
        type: 'Keynote',
      },
      {
        id: 'CEPH1',
        abstract: 'How.\n\nWhy.',
        speakers: [ADA],
        slots: [{ start: NINE, end: '2027-05-11T09:40:00', rooms: ['Quay Hall'], day: undefined }],
        links: [
          { kind: 'slides', url: 'https://example.org/s.pdf', title: 'Slides' },
          { kind: 'video', url: 'https://example.org/v', title: '' },
        ],
        track: 'Storage & backup',
        level: 'Beginner',
        languages: ['en', 'de'],
      },
    ));

  it.each(['', ' \u00a0', '<br>'])('is left out without a title: %j', title =>
    expect(read({ id: '7', title })).toEqual({
      talk: undefined,
      problems: ['error 7: The entry has no title; it was left out.'],
    }),
  );

  it('is cancelled if its title or its source says so', () => {
    check({ title: 'CANCELLED: Ceph at sea' }, { status: 'cancelled' });
    check({ isCancelled: true }, { status: 'cancelled' });
    check({ title: 'CANCELLED: Ceph at sea', isCancelled: false }, { status: 'cancelled' });
  });

  it.each<[string, Partial<RawTalk>, string]>([
    ['the kind that the file states', { kind: 'social', type: 'Lunch' }, 'social'],
    ['the kind of its type', { type: 'Lunch', speakers: [ADA] }, 'break'],
    ['the kind of its title', { title: 'Lunch' }, 'break'],
    ['no kind but talk if somebody speaks', { title: 'Lunch', speakers: [ADA] }, 'talk'],
  ])('has %s', (_, raw, kind) => expect(read(raw).talk?.kind).toBe(kind));

  it.each<[readonly string[], string]>([
    [['How.', 'How. And why.'], 'How. And why.'],
    [['How. And why.', 'How.'], 'How. And why.'],
    [['How.', 'How.'], 'How.'],
    [['How.', '-', '', 'Why.'], 'How.\n\nWhy.'],
    [['<p>How.</p>', 'How.'], 'How.'],
    [['-', '...'], ''],
  ])('has one abstract for the texts %j', (texts, abstract) => check({ texts }, { abstract }));

  it('has one slot for several rooms at the same time', () => {
    const slot = (start: string, room: string) => ({ start, end: '', minutes: 40, rooms: [room] });
    const at = (start: string, rooms: readonly string[]) => ({
      start,
      end: start.replace(':00:00', ':40:00'),
      rooms,
      day: undefined,
    });
    check(
      { slots: [slot(NINE, 'Quay Hall'), slot(TEN, 'Pier'), slot(NINE, 'Foyer'), slot(NINE, 'Quay Hall')] },
      { slots: [at(NINE, ['Quay Hall', 'Foyer']), at(TEN, ['Pier'])] },
    );
  });

  it('has two slots if only the ends differ', () => {
    const slots = [40, 45].map(minutes => ({ start: NINE, end: '', minutes, rooms: ['Pier'] }));
    expect(read({ slots }).talk?.slots.map(({ end }) => end)).toEqual([
      '2027-05-11T09:40:00',
      '2027-05-11T09:45:00',
    ]);
  });

  it('keeps 200 speakers, times and links', () => {
    const speakers = Array.from({ length: 201 }, (_, at) => ({ name: `Ada ${at}`, bio: '' }));
    const links = Array.from({ length: 201 }, (_, at) => ({ url: `https://example.org/${at}` }));
    const slots = Array.from({ length: 201 }, (_, at) => ({ start: NINE, end: '', rooms: [`Room ${at}`] }));
    const { talk, problems } = read({ speakers, links, slots });
    expect([talk?.speakers.length, talk?.links?.length, talk?.slots[0]?.rooms.length]).toEqual([
      200, 200, 200,
    ]);
    expect(problems.sort()).toEqual(
      ['links', 'speakers', 'times'].map(
        noun => `error Ceph at sea: It has more than 200 ${noun}; the others were left out.`,
      ),
    );
    const allowed = { speakers: speakers.slice(1), links: links.slice(1), slots: slots.slice(1) };
    expect(read(allowed).problems).toEqual([]);
  });

  it('has a track and a level of 200 characters without an address', () => {
    check({ track: 'x'.repeat(201), level: '<i></i>' }, { track: 'x'.repeat(200), level: undefined });
    check({ track: 'Ask ada@example.org' }, { track: 'Ask [e-mail address removed]' });
  });
});

describe('entries with one id and one title', () => {
  const entry = (raw: Partial<RawTalk>, start: string): RawTalk => ({
    ...RAW,
    id: '7',
    ...raw,
    slots: [{ start, end: '', rooms: [] }],
  });

  it('are one talk with all slots and speakers', () => {
    const [first, second] = [entry({ speakers: [ADA] }, NINE), entry({ speakers: [BO, ADA] }, TEN)];
    expect(uniteSlots([first, second])).toEqual([
      { ...first, slots: [...first.slots, ...second.slots], speakers: [ADA, BO] },
    ]);
  });

  it('know speakers by id, else by folded name', () => {
    const zoe = { name: 'Zoë Rye', bio: '' };
    const numbered = { id: '1', name: 'Zoë Rye', bio: '' };
    const united = uniteSlots([
      entry({ speakers: [zoe, numbered] }, NINE),
      entry({ speakers: [{ name: 'Zoe Rye', bio: 'Sails.' }] }, TEN),
    ]);
    expect(united[0]?.speakers).toEqual([{ name: 'Zoe Rye', bio: 'Sails.' }, numbered]);
  });

  it.each<[string, Partial<RawTalk>]>([
    ['another title', { title: 'Tape ashore' }],
    ['another id', { id: '8' }],
  ])('are two talks with %s', (_, other) => {
    const talks = [entry({}, NINE), entry(other, TEN)];
    expect(uniteSlots(talks)).toEqual(talks);
  });

  it('are two talks without an id', () => {
    const talks = [entry({ id: '' }, NINE), entry({ id: '' }, TEN)];
    expect(uniteSlots(talks)).toEqual(talks);
  });

  it('may write the title differently', () =>
    expect(uniteSlots([entry({}, NINE), entry({ title: 'CEPH AT SEA' }, TEN)])).toHaveLength(1));
});
