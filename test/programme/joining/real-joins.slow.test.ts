import { expect, test } from 'vitest';
import { buildProgramme } from '../../../src/programme/joining/build.ts';
import type { DraftTalk } from '../../../src/programme/joining/draft.ts';
import { completeSpeakers } from '../../../src/programme/joining/speakers.ts';
import { nameKey } from '../../../src/text/fold.ts';
import { conference, draft } from '../../support/conference.ts';
import { hasRealProgrammes, importReal } from '../../support/real-programme.ts';

const FILES = [
  'frab-xml/fosdem-2026.xml',
  'frab-xml/38c3.xml',
  'pretalx-api/pyconfr-2024-legacy-slot.json',
  'sessionize/scottishsummit-sessionize.json',
];

/** Always the same numbers from 0 to 1. */
function numbers(): () => number {
  let seed = 42;
  return () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed / 2 ** 31;
  };
}

const random = numbers();

function slip(text: string): string {
  const at = 1 + Math.floor(random() * Math.max(1, text.length - 2));
  const [letter, next] = [text[at] ?? '', text[at + 1] ?? ''];
  const mended = ['', letter + letter, 'x', next + letter][Math.floor(random() * 4)] ?? '';
  return text.slice(0, at) + mended + text.slice(at + (mended.startsWith(next) ? 2 : 1));
}

const named = (change: (name: string) => string) => (talk: DraftTalk) => ({
  ...talk,
  speakers: talk.speakers.map(speaker => ({ ...speaker, name: change(speaker.name) })),
});
const entitled = (change: (title: string) => string) => (talk: DraftTalk) => ({
  ...talk,
  title: change(talk.title),
});
const withoutMiddle = (name: string) => name.replace(/^(\S+) .* (\S+)$/, '$1 $2');

/** How a schedule may differ from the abstracts, and the least share of talks that has to be found again. */
const NOISES: readonly [string, (talk: DraftTalk) => DraftTalk, number][] = [
  ['nothing', talk => talk, 1],
  ['capitals and dashes', entitled(title => title.toUpperCase().replaceAll('-', '–')), 1],
  ['a slip in the title', entitled(slip), 0.88],
  ['two slips in the title', entitled(title => slip(slip(title))), 0.84],
  ['speakers in another order', talk => ({ ...talk, speakers: [...talk.speakers].reverse() }), 1],
  ['Last First', named(name => name.split(' ').reverse().join(' ')), 0.99],
  ['no middle names', named(withoutMiddle), 0.99],
  ['initials', named(name => name.replace(/^(.)\S* /u, '$1. ')), 0.99],
  ['slips in titles and names', talk => entitled(slip)(named(slip)(talk)), 0.82],
  ['no speakers', talk => ({ ...talk, speakers: [] }), 0.98],
  ['no speakers and a slip', talk => entitled(slip)({ ...talk, speakers: [] }), 0.5],
];

/** The abstracts of real talks and a schedule of the same: of each talk we know which row is its own. */
test.skipIf(!hasRealProgrammes)('real talks find their own rows in a schedule full of slips', () => {
  const programmes = FILES.map(talksOf);
  const figures = NOISES.map(([noise, change, leastRecall]) => {
    const counts = { right: 0, wrong: 0, all: 0 };
    for (const talks of programmes) count(talks, change, counts);
    const { right, wrong, all } = counts;
    return { noise, precision: right / (right + wrong), recall: right / all, leastRecall };
  });
  console.table(figures);
  expect(figures.filter(({ precision }) => precision !== 1)).toEqual([]);
  expect(figures.filter(({ recall, leastRecall }) => !(recall >= leastRecall))).toEqual([]);
});

function talksOf(file: string): readonly DraftTalk[] {
  const read = importReal(file);
  const { entries } = completeSpeakers(
    read.talks.map(talk => ({ draft: read, talk })),
    read.people ?? [],
  );
  const scheduled = entries
    .map(({ talk }) => talk)
    .filter(({ slots, kind }) => slots.length > 0 && (kind ?? 'talk') === 'talk');
  return scheduled.map((talk, number) => ({ ...talk, id: undefined, abstract: `${number}` }));
}

function count(
  talks: readonly DraftTalk[],
  change: (talk: DraftTalk) => DraftTalk,
  counts: { right: number; wrong: number; all: number },
): void {
  const told = talks.map(talk => ({ ...talk, slots: [] }));
  const rows = talks.map(talk =>
    change({
      ...talk,
      abstract: '',
      slots: talk.slots.slice(0, 1).map(slot => ({ ...slot, rooms: [talk.abstract] })),
    }),
  );
  const { programme } = buildProgramme(conference(), [draft(told), draft(rows, { file: 'schedule.csv' })]);
  for (const { abstract, slots } of programme.talks) {
    if (abstract === '') continue;
    const own = slots.flatMap(slot => slot.rooms);
    counts.all += 1;
    if (own.includes(abstract)) counts.right += 1;
    counts.wrong += own.filter(
      room => saidBy(talks[Number(room)]) !== saidBy(talks[Number(abstract)]),
    ).length;
  }
}

/** Two talks that are called alike and given by the same people are no wrong join. */
function saidBy(talk: DraftTalk | undefined): string {
  return [nameKey(talk?.title ?? ''), ...(talk?.speakers ?? []).map(({ name }) => name)].join('\n');
}
