import { expect, test } from 'vitest';
import { createOpener } from '../../src/live/open-aside.ts';
import type { OtherConference } from '../../src/search/loaded.ts';
import { programme } from '../support/conference.ts';
import { loadedWith } from '../support/loaded.ts';
import { manualTimers } from '../support/manual-timers.ts';

function opening() {
  const opened: string[] = [];
  const faults: unknown[] = [];
  const timers = manualTimers();
  const opener = createOpener({ timers, onFault: fault => faults.push(fault) });
  const others = (...names: readonly string[]): readonly OtherConference[] =>
    names.map(name => {
      const of = programme([], { name });
      const open = () => {
        opened.push(name);
        if (name === 'Broken') throw new Error('It cannot be read.');
        return loadedWith(of);
      };
      return { name, programme: of, open };
    });
  return { opened, faults, timers, opener, others };
}

test('each is made ready, none at once, and also those behind one that fails', async () => {
  const { opened, faults, timers, opener, others } = opening();
  opener.open(others('Spring', 'Broken', 'Autumn'));
  expect(opened).toEqual([]);
  await timers.pass(1);
  expect(opened).toEqual(['Spring', 'Broken', 'Autumn']);
  expect(faults).toEqual([new Error('It cannot be read.')]);
});

test('those of a new programme take the place of those before, until it ends', async () => {
  const { opened, timers, opener, others } = opening();
  opener.open(others('Spring'));
  opener.open(others('Summer'));
  await timers.pass(1);
  opener.open(others('Autumn'));
  opener.end();
  await timers.pass(1);
  expect(opened).toEqual(['Summer']);
});
