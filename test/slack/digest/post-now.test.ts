import { expect, test } from 'vitest';
import type { AppContext } from '../../../src/slack/app-context.ts';
import { postNow } from '../../../src/slack/digest/post-now.ts';
import { programme, talk } from '../../support/conference.ts';
import { digest } from '../../support/digests.ts';
import { loadedWith } from '../../support/loaded.ts';

const MORNING = Date.UTC(2027, 4, 11, 7);
const EVENING = Date.UTC(2027, 4, 11, 17);

const twoDays = programme(
  ['2027-05-11', '2027-05-12'].map(day => {
    const slot = { start: `${day}T09:00:00+02:00`, end: undefined, rooms: [], day };
    return talk({ id: day, slots: [slot] });
  }),
);

/** An app in which these days were posted already: `eve 2027-05-11`. */
function desk({ at = MORNING, posted = [] }: { at?: number; posted?: readonly string[] } = {}) {
  const now: string[] = [];
  const app = {
    current: () => loadedWith(twoDays),
    now: () => at,
    digests: {
      postNow: async ({ id }: { id: string }, day: string) => {
        if (posted.includes(`${id} ${day}`)) return 'there already';
        now.push(`${id} ${day}`);
        return 'claimed';
      },
    },
  } as unknown as AppContext;
  return { app, now };
}

const eve = digest({ id: 'eve', timeOfDay: '18:00', eve: true });
const LEFT_OUT =
  'The digest for Wed 12 May was left out: it comes the evening before. To post it now, type /talk digest now 18:00';

test('Post now posts today, and nothing for a paused digest', async () => {
  const { app, now } = desk();
  const all = [digest({ id: 'a' }), digest({ id: 'c', paused: true })];
  expect((await postNow(all, app)).text.split('\n')).toEqual([
    'The digest for Tue 11 May is on its way.',
    'This digest is paused: resume it first.',
  ]);
  expect(now).toEqual(['a 2027-05-11']);
});

test("Post now leaves out tomorrow's before its evening, unless it is named", async () => {
  const { app, now } = desk({ posted: ['eve 2027-05-11'] });
  expect((await postNow([digest(), eve], app)).text.split('\n')).toEqual([
    'The digest for Tue 11 May is on its way.',
    LEFT_OUT,
  ]);
  expect((await postNow([eve], app)).text).toBe(LEFT_OUT);
  expect(now).toEqual(['lobby 2027-05-11']);
  expect((await postNow([eve], app, 'named')).text).toBe('The digest for Wed 12 May is on its way.');
  expect(now).toEqual(['lobby 2027-05-11', 'eve 2027-05-12']);
});

test("Post now posts yesterday evening's that was missed, and this evening's once its time has passed", async () => {
  const morning = desk();
  expect((await postNow([eve], morning.app)).text).toBe('The digest for Tue 11 May is on its way.');
  const ordered = desk();
  expect((await postNow([{ ...eve, since: MORNING }], ordered.app)).text).toBe(LEFT_OUT);
  const evening = desk({ at: EVENING });
  expect((await postNow([eve], evening.app)).text).toBe('The digest for Wed 12 May is on its way.');
  expect([morning.now, ordered.now, evening.now]).toEqual([['eve 2027-05-11'], [], ['eve 2027-05-12']]);
});

test('Post now posts no day for a digest of changes only', async () => {
  const { app, now } = desk();
  const changes = digest({ id: 'changes', onlyChanges: true });
  const { text } = await postNow([digest(), changes], app);
  expect([now, text]).toEqual([['lobby 2027-05-11'], 'The digest for Tue 11 May is on its way.']);
  expect((await postNow([changes], app)).text).toBe(
    'There is nothing to post: this digest tells only changes, as they happen.',
  );
  expect(now).toHaveLength(1);
});

test('Post now leaves out the digests of other days, or says so where there are no others', async () => {
  const { app, now } = desk();
  const weekend = digest({ id: 'weekend', weekdays: [6, 7] });
  const both = [digest({ id: 'weekdays', weekdays: [1, 2, 3, 4, 5] }), weekend];
  expect((await postNow(both, app)).text).toBe('The digest for Tue 11 May is on its way.');
  expect((await postNow([weekend], app)).text).toBe(
    'There is nothing to post: this digest is not for Tue 11 May.',
  );
  expect(now).toEqual(['weekdays 2027-05-11']);
});
