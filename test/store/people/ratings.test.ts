import { expect, test } from 'vitest';
import { firstSnapshot, store } from '../../support/store.ts';

const HERE = { workspace: 'T1', conference: 'Lighthouse Days' };
const MIRA = { ...HERE, person: 'U0MIRA0001', talk: 'fog' };
const JUNE = { ...HERE, person: 'U0JUNE0002', talk: 'fog' };

test('a rating takes the place of the one before, and can be taken back', async () => {
  const { ratings } = store();
  await ratings.rate({ ...MIRA, rating: 2, line: 'Too long.' });
  await ratings.rate({ ...MIRA, rating: 4, line: '' });
  expect(await ratings.ratingsOf(MIRA)).toEqual([{ ...MIRA, rating: 4, line: '' }]);
  expect(await ratings.takeBack(MIRA)).toBe(true);
  expect(await ratings.takeBack(MIRA)).toBe(false);
  expect(await ratings.ratingsOf(MIRA)).toEqual([]);
});

test('organisers get the ratings of their workspace by talk, without people and in an order that tells nothing', async () => {
  const { ratings } = store();
  await ratings.rate({ ...MIRA, rating: 5, line: 'Clear.' });
  await ratings.rate({ ...JUNE, rating: 2, line: 'Long.' });
  await ratings.rate({ ...JUNE, talk: 'lamps', rating: 3, line: '' });
  await ratings.rate({ ...JUNE, workspace: 'T2', rating: 1, line: 'Not here.' });
  await ratings.rate({ ...JUNE, conference: 'Other Days', rating: 1, line: 'Not this.' });
  expect(await ratings.byTalk(HERE)).toEqual(
    new Map([
      [
        'fog',
        [
          { rating: 2, line: 'Long.' },
          { rating: 5, line: 'Clear.' },
        ],
      ],
      ['lamps', [{ rating: 3, line: '' }]],
    ]),
  );
});

test('ratings follow their talks to other ids, also if ids are exchanged', async () => {
  const { ratings, snapshots } = store();
  await ratings.rate({ ...MIRA, talk: '1', rating: 5, line: 'One.' });
  await ratings.rate({ ...MIRA, talk: '2', rating: 2, line: '' });
  const newIds = new Map(Object.entries({ 1: '2', 2: '1' }));
  await snapshots.replace({ ...firstSnapshot(HERE.conference), newIds });
  expect(await ratings.ratingsOf(MIRA)).toEqual([
    { ...MIRA, talk: '1', rating: 2, line: '' },
    { ...MIRA, talk: '2', rating: 5, line: 'One.' },
  ]);
});
