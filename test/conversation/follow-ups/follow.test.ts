import { expect, test } from 'vitest';
import { type Followed, follow, type LastAnswer } from '../../../src/conversation/follow-ups/follow.ts';
import { readFollowing } from '../../../src/conversation/follow-ups/read-following.ts';
import { searchWords } from '../../../src/conversation/widening.ts';
import { answeringFor } from '../../support/answering.ts';
import { lighthouse } from '../../support/lighthouse-days.ts';
import { loadedWith } from '../../support/loaded.ts';

const context = answeringFor(loadedWith(lighthouse));
const last: LastAnswer = {
  asked: 'light fog',
  more: undefined,
  back: undefined,
  shown: ['a', 'b', 'c'],
  opened: undefined,
  ageMs: 60_000,
};

function after(typed: string, given: Partial<LastAnswer> = {}): Followed | 'no follow-up' | undefined {
  const following = readFollowing(typed, context);
  return following === undefined ? 'no follow-up' : follow(following, { ...last, ...given }, context);
}

const picked = (talk: string, wish = 'details', note?: string) => ({ kind: 'talk', talk, wish, note });
const said = (note: string) => ({ kind: 'note', note });

test.each<[string, Partial<LastAnswer>, object]>([
  ['2', {}, picked('b')],
  ['the last one', {}, picked('c')],
  ['share 3', {}, picked('c', 'share')],
  ['details', { opened: 'b' }, picked('b')],
  ['details', { shown: ['a'] }, picked('a')],
  [
    'details',
    {},
    picked('a', 'details', 'This is the first of 3 talks. For another one, type its number, such as 2.'),
  ],
  ['details', { shown: [] }, said('The last answer shows no talk.')],
  ['4', {}, said('The last answer shows 3 talks.')],
  ['4', { shown: [] }, said('The last answer shows no talk.')],
  ['star 0', { shown: ['a', 'b'] }, said('The last answer shows 2 talks.')],
  ['more', {}, said('That was all.')],
  ['more', { shown: ['a'] }, picked('a')],
  ['back', {}, said('There is no page before that.')],
])('%s after %j', (typed, given, followed) => {
  expect(after(typed, given)).toEqual(followed);
});

test('more turns to the page that the button has', () => {
  const more = { query: 'light', offset: 5 };
  expect(after('more', { more })).toMatchObject({ kind: 'answer', offset: 5 });
});

test('a time narrows a topic down for ten minutes', () => {
  expect(after('tomorrow')).toMatchObject({ kind: 'answer' });
  expect(after('tomorrow', { ageMs: 10 * 60_000 + 1 })).toBe(undefined);
  expect(after('tomorrow', { asked: undefined })).toBe(undefined);
});

test.each([
  ['without fog', 'light', 'light -fog'],
  ['not the workshop', 'light', '-type:workshop light'],
  ['no fog please', 'light -storm', 'light -storm -fog'],
])('%s leaves that out of the answer to %s', (typed, asked, narrowed) => {
  const followed = after(typed, { asked });
  const results = followed && followed !== 'no follow-up' && followed.kind === 'answer' && followed.answer;
  expect(results && 'results' in results && searchWords(results.results.search)).toBe(narrowed);
  expect(after(typed, { asked, ageMs: 10 * 60_000 + 1 })).toBe(undefined);
  expect(after(typed, { asked: 'tomorrow' })).toBe(undefined);
});

test.each(['ceph', 'what is on tomorrow', 'everything but fog', 'talks without fog'])(
  '%s stands for itself',
  typed => {
    expect(after(typed)).toBe('no follow-up');
  },
);

test.each(['is there one tomorrow?', 'tomorrow instead', 'only on wednesday', 'and tomorrow'])(
  '%s keeps the topic',
  typed => {
    expect(after(typed)).toMatchObject({
      answer: { results: { search: { topic: 'light fog', query: { filters: [{ value: '2027-05-12' }] } } } },
    });
  },
);

test.each([
  ['any of those in spanish?', 'light fog', [{ name: 'lang', value: 'es' }]],
  ['ipv6 instead', 'ipv6', []],
])('%s searches %s', (typed, topic, filters) => {
  expect(after(typed)).toMatchObject({ answer: { results: { search: { topic, query: { filters } } } } });
});

test.each(['who is the speaker', 'who’s speaking', 'when is it', 'where', 'where is it?', 'how long'])(
  '%s is about the talk that is open',
  typed => {
    expect(after(typed, { opened: 'b' })).toEqual(picked('b'));
    expect(after(typed)).toBe(undefined);
  },
);

test('what comes after that is the next page', () => {
  expect(after('and after that?')).toEqual(said('That was all.'));
});

test.each([
  ['tomorrow', 'mine', 'mine 2027-05-12'],
  ['and on wednesday?', 'mine 2027-05-11', 'mine 2027-05-12'],
  ['afternoon', 'mine 2027-05-12', 'mine 2027-05-12 12:00-18:00'],
  ['now', 'mine', 'mine now'],
  ['next', 'mine track:storage', 'mine next track:storage'],
  ['at 3pm', 'mine', 'mine 2027-05-11 15:00'],
  ['tomorrow', 'mine fog', 'mine day:2027-05-12 fog'],
  ['wednesday', 'mine free 2027-05-11', 'mine free 2027-05-12'],
  ['only in spanish', 'mine 2027-05-11', 'mine 2027-05-11 lang:es'],
])('%s after %s is %s', (typed, asked, again) => {
  expect(after(typed, { asked })).toMatchObject({ kind: 'answer', answer: { kind: 'mine', asked: again } });
});

test('now stands for itself after other answers, and after ten minutes', () => {
  expect(after('now')).toBe(undefined);
  expect(after('now', { asked: 'mine', ageMs: 10 * 60_000 + 1 })).toBe(undefined);
});

/** The notes of an answer with talks like one, and its first talk. */
function like(typed: string, given: Partial<LastAnswer> = {}) {
  const followed = after(typed, given);
  if (followed === 'no follow-up' || followed?.kind !== 'answer') return followed;
  const { answer } = followed;
  return answer.kind === 'results'
    ? [answer.results.found.talks[0]?.id, ...answer.results.notes]
    : answer.kind;
}

test.each(['more like this', 'similar talks', 'something similar', 'ähnliche Vorträge', 'similaires'])(
  '%s after a list is about its first talk, and says so',
  typed => {
    const [first] = lighthouse.talks;
    expect(like(typed, { shown: lighthouse.talks.map(({ id }) => id) })).toEqual([
      first?.id,
      'These are like the first of those talks. For another one, type like 2.',
    ]);
  },
);

test('a place or an open talk says which one is meant', () => {
  const shown = lighthouse.talks.map(({ id }) => id);
  expect(like('like 2', { shown })).toEqual([shown[1]]);
  expect(like('more like this', { shown, opened: shown[1] })).toEqual([shown[1]]);
  expect(like('like 9', { shown: shown.slice(0, 2) })).toEqual(said('The last answer shows 2 talks.'));
  expect(like('talks like databases')).toBe('no follow-up');
});
