import { expect, test } from 'vitest';
import type { Programme } from '../../../../src/programme/programme.ts';
import type { Talk } from '../../../../src/programme/talk.ts';
import { relatedTalks } from '../../../../src/slack/views/details/related-talks.ts';
import { programme, talk } from '../../../support/conference.ts';
import { hour, lighthouseDays, session } from '../../../support/lighthouse-days.ts';
import { loadedWith } from '../../../support/loaded.ts';
import { read } from '../../../support/read.ts';

const DAY = '2027-05-11';

function linesFor(shown: Talk, of: Programme): readonly string[] {
  return read(relatedTalks(shown, of, loadedWith(of).index));
}

test('talks at the same time are offered, those that begin with it first', () => {
  const shown = session('Fog', DAY, '10:00');
  const half = { ...hour(DAY, '09:00'), end: `${DAY}T10:30:00+00:00` };
  const of = lighthouseDays([
    session('Early', DAY, '09:00', { slots: [half] }),
    session('Before', DAY, '09:00'),
    shown,
    session('Beside', DAY, '10:00'),
    session('Gone', DAY, '10:00', { status: 'cancelled' }),
    session('Lunch', DAY, '10:00', { kind: 'break' }),
    session('After', DAY, '11:00'),
  ]);
  expect(linesFor(shown, of).slice(0, 2)).toEqual(['At the same time', '[Beside][Early]']);
});

test('of more than five, five are offered and all are counted', () => {
  const shown = session('Fog', DAY, '10:00');
  const others = Array.from({ length: 7 }, (_, place) => session(`Talk ${place}`, DAY, '10:00'));
  expect(linesFor(shown, lighthouseDays([shown, ...others])).slice(0, 2)).toEqual([
    'At the same time (5 of 7)',
    '[Talk 0][Talk 1][Talk 2][Talk 3][Talk 4]',
  ]);
});

test('beside several slots each talk says when it is', () => {
  const shown = session('Fog', DAY, '10:00', { slots: [hour(DAY, '10:00'), hour(DAY, '15:00')] });
  const others = [session('Late', DAY, '15:00'), session('Soon', DAY, '10:00')];
  expect(linesFor(shown, lighthouseDays([shown, ...others])).slice(0, 2)).toEqual([
    'At the same time',
    '[10:00 Soon][15:00 Late]',
  ]);
});

test('talks with the same rare words are offered', () => {
  const on = (id: string, abstract: string) => talk({ id, title: id, abstract, speakers: [] });
  const shown = on('Winches', 'Winches and windlasses on deck.');
  const of = programme([
    shown,
    on('Windlasses', 'Windlasses turn as winches do.'),
    on('Bread', 'Bread on deck.'),
  ]);
  expect(linesFor(shown, of)).toEqual(['More like this', '[Windlasses]']);
});

test('where there is nothing to offer there is no heading', () => {
  const alone = talk();
  expect(linesFor(alone, programme([alone]))).toEqual([]);
});
