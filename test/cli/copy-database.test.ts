import { expect, test } from 'vitest';
import { digest } from '../support/digests.ts';
import { databaseFile, store } from '../support/store.ts';
import { lectern } from './support.ts';

test('copy-database says what it copied into DATABASE_URL, and refuses what is not there', async () => {
  const [from, to] = [`file:${databaseFile()}`, `file:${databaseFile()}`];
  const opened = store({ url: from });
  await opened.digests.save(digest());
  await opened.close();
  const env = { DATABASE_URL: to };
  const { code, stdout } = await lectern(['copy-database', from], { env });
  expect([code, stdout.split('\n').slice(0, 2)]).toEqual([0, ['digests: 1 row', 'deliveries: 0 rows']]);
  expect(await store({ url: to }).digests.all()).toEqual([digest()]);
  const again = await lectern(['copy-database', from], { env });
  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('is not empty')]);
  expect(await lectern(['copy-database', `${from}.gone`], { env })).toMatchObject({ code: 2 });
  expect(await lectern(['copy-database', from], { env: {} })).toMatchObject({ code: 2 });
});
