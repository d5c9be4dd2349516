import { expect, test } from 'vitest';
import type { AskedCount } from '../../../src/people/asked.ts';
import { WORDS_A_DAY } from '../../../src/store/insight/asked-words.ts';
import { installation } from '../../support/installations.ts';
import { database, execute, store } from '../../support/store.ts';

const HERE = { workspace: 'T1', conference: 'Lighthouse Days' };
const DAY_MS = 24 * 60 * 60 * 1000;
const MONDAY = Date.UTC(2027, 4, 10, 12);

function asked(words: string, of: Partial<AskedCount> = {}): AskedCount {
  return { ...HERE, outcome: 'found', words, count: 1, ...of };
}

test('sums up what several processes were asked, each outcome apart', async () => {
  const url = database();
  const [one, other] = [store({ url }), store({ url })];
  await Promise.all([
    one.askedWords.add([asked('ceph', { count: 2 }), asked('lunch', { outcome: 'no fact' })]),
    other.askedWords.add([asked('ceph'), asked('ceph', { outcome: 'none', count: 5 })]),
  ]);
  await other.askedWords.add([asked('ceph'), asked('ceph')]);
  expect(await one.askedWords.lastWeek(HERE)).toEqual([
    { outcome: 'found', words: 'ceph', count: 5 },
    { outcome: 'no fact', words: 'lunch', count: 1 },
    { outcome: 'none', words: 'ceph', count: 5 },
  ]);
});

test('keeps workspaces, conferences and rehearsals apart', async () => {
  const url = database();
  const { askedWords } = store({ url });
  await askedWords.add([
    asked('fog', { workspace: 'T2' }),
    asked('fog', { conference: 'Other Days' }),
    asked('fog', { count: 3 }),
  ]);
  await store({ url, run: 'rehearsal' }).askedWords.add([asked('fog', { count: 7 })]);
  expect(await askedWords.lastWeek(HERE)).toEqual([{ outcome: 'found', words: 'fog', count: 3 }]);
  expect(await askedWords.lastWeek({ ...HERE, workspace: 'T3' })).toEqual([]);
});

test('tells of seven days, and deletes what is older than eight in every run', async () => {
  const url = database();
  let now = MONDAY;
  const realNow = () => now;
  const { askedWords } = store({ url, realNow });
  await askedWords.add([asked('first')]);
  await store({ url, realNow, run: 'rehearsal' }).askedWords.add([asked('rehearsed')]);
  now += DAY_MS;
  await askedWords.add([asked('second')]);
  const kept = async () => await execute(url, 'select words from asked_words order by words');
  now = MONDAY + 6 * DAY_MS;
  expect((await askedWords.lastWeek(HERE)).map(({ words }) => words)).toEqual(['first', 'second']);
  now += DAY_MS;
  expect((await askedWords.lastWeek(HERE)).map(({ words }) => words)).toEqual(['second']);
  await askedWords.forgetOld();
  expect(await kept()).toEqual([{ words: 'first' }, { words: 'rehearsed' }, { words: 'second' }]);
  now += DAY_MS;
  await askedWords.forgetOld();
  expect(await kept()).toEqual([{ words: 'second' }]);
});

test('a day has room for so many words; later ones are counted without them', async () => {
  const { askedWords } = store();
  const many = Array.from({ length: WORDS_A_DAY }, (_, place) => asked(`word ${place}`));
  await askedWords.add(many);
  await askedWords.add([asked('one more', { count: 2 }), asked('and another'), asked('word 7')]);
  const kept = await askedWords.lastWeek(HERE);
  expect(kept).toHaveLength(WORDS_A_DAY + 1);
  expect(kept.filter(({ words, count }) => words === '' || count > 1)).toEqual([
    { outcome: 'found', words: '', count: 3 },
    { outcome: 'found', words: 'word 7', count: 2 },
  ]);
});

test('where workspaces install Lectern, nothing is kept of one that uninstalled it meanwhile', async () => {
  const { askedWords, forgetWorkspace, installations } = store({ onlyInstalled: true });
  await installations.save(installation({ installedAt: 1 }));
  await askedWords.add([asked('ceph')]);
  expect(await askedWords.lastWeek(HERE)).toHaveLength(1);
  await forgetWorkspace('T1', 5000);
  await askedWords.add([asked('ceph'), asked('fog', { workspace: 'T2' })]);
  for (const workspace of ['T1', 'T2']) expect(await askedWords.lastWeek({ ...HERE, workspace })).toEqual([]);
});
