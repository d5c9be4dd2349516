import { pino } from 'pino';
import { expect, test } from 'vitest';
import { lexiconInSteps } from '../../src/conversation/constraints/lexicon.ts';
import { Chooser } from '../../src/live/choose-programme.ts';
import type { Library } from '../../src/live/library.ts';
import { finish } from '../../src/text/steps.ts';
import { followProgramme } from '../../src/wiring/follow-programme.ts';
import { programme, talk } from '../support/conference.ts';

test('the names of a programme are listed before it answers', () => {
  const live = (title: string) => ({
    programme: programme([talk({ title })]),
    problems: [],
    asOf: undefined,
  });
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
  const now = () => Date.UTC(2027, 4, 11);
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
