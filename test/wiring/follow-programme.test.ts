import { pino } from 'pino';
import { expect, test } from 'vitest';
import { lexiconInSteps } from '../../src/conversation/constraints/lexicon.ts';
import { Chooser } from '../../src/live/choose-programme.ts';
import type { Library } from '../../src/live/library.ts';
import type { LiveConference } from '../../src/live/live-conference.ts';
import { finish } from '../../src/text/steps.ts';
import { followProgramme } from '../../src/wiring/follow-programme.ts';
import { createLog } from '../../src/wiring/log.ts';
import { programme, talk } from '../support/conference.ts';

const now = () => Date.UTC(2027, 4, 11);

/** A conference as it is while nothing is wrong with it. */
function live(title: string, given: Partial<LiveConference> = {}): LiveConference {
  return {
    programme: programme([talk({ title })]),
    problems: [],
    asOf: undefined,
    trouble: undefined,
    ...given,
  };
}

test('a source that could not be read is told once, at the start too', () => {
  const asOf = Date.UTC(2027, 4, 10);
  const trouble = (why: string) =>
    live('Ceph at sea', { asOf, trouble: `${why} There is no earlier copy to use.` });
  let conferences: readonly LiveConference[] = [trouble('It is away.')];
  let tell: Parameters<Library['subscribe']>[0] = () => {};
  const library: Library = {
    conferences: () => conferences,
    problems: () => [],
    subscribe: listener => {
      tell = listener;
      return () => {};
    },
    prepare: () => {},
    close: async () => {},
  };
  const lines: string[] = [];
  const log = createLog({ level: 'info', secrets: [], write: line => lines.push(line) });
  const chooser = new Chooser(library);
  const first = chooser.choose(now());
  if (first === undefined) throw new Error('Nothing answers.');
  const onFault = (error: unknown) => expect.fail(String(error));
  followProgramme({ library, chooser, first }, { now, log, onFault });
  for (const next of [trouble('It is slow.'), trouble('It is slow.'), live('Ceph at sea')]) {
    const before = conferences;
    conferences = [next];
    tell({ before, after: conferences });
  }
  expect(lines.map(line => JSON.parse(line)).map(({ why, msg }) => [why, msg])).toEqual([
    ['It is away. There is no earlier copy to use.', TROUBLE],
    ['It is slow. There is no earlier copy to use.', TROUBLE],
    [undefined, 'The programme could not be updated.'],
    [undefined, 'The programme was read again.'],
  ]);
});

const TROUBLE =
  'A source could not be read. Lectern asks it again and again; "lectern check" tells whether it answers.';

test('the names of a programme are listed before it answers', () => {
  let conferences = [live('Ceph at sea')];
  const preparations: Parameters<Library['prepare']>[0][] = [];
  const library: Library = {
    conferences: () => conferences,
    problems: () => [],
    subscribe: () => () => {},
    prepare: preparation => preparations.push(preparation),
    close: async () => {},
  };
  const chooser = new Chooser(library);
  const first = chooser.choose(now());
  if (first === undefined) throw new Error('Nothing answers.');
  const log = pino({ level: 'silent' });
  const onFault = (error: unknown) => expect.fail(String(error));
  const { current } = followProgramme({ library, chooser, first }, { now, log, onFault });
  const next = [live('Ropes at sea')];
  for (const preparation of preparations) finish(preparation(next));
  conferences = next;
  const { index } = current();
  expect(index.talks.map(({ title }) => title)).toEqual(['Ropes at sea']);
  expect(lexiconInSteps(index).next().done).toBe(true);
});
