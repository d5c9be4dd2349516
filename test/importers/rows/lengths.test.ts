import { expect, test } from 'vitest';
import { createLengthReader } from '../../../src/importers/rows/lengths.ts';

/** The lengths of a file in minutes, and how its unit was guessed if that is not sure. */
function read(texts: readonly string[], { name = 'Duration', hasVideo = false } = {}) {
  const lengths = texts.map(text => ({ text, name, hasVideo }));
  const reader = createLengthReader(lengths);
  const unit = /read as (\w+)/.exec(reader.doubt ?? '')?.[1];
  return [lengths.map(reader.read), unit];
}

test.each([
  ['minutes of talks', ['30', '45', '20'], [30, 45, 20], undefined],
  ['minutes of workshops', ['480', '180', '240'], [480, 180, 240], undefined],
  ['seconds, some of more than a day', ['3600', '1800', '900'], [60, 30, 15], undefined],
  ['seconds, none of more than a day', ['900', '1200'], [15, 20], 'seconds'],
  ['milliseconds', ['1800000', '2700000'], [30, 45], undefined],
  ['hours with fractions', ['1', '0,5', '1.5'], [60, 30, 90], 'hours'],
  ['hours without', ['1', '2'], [60, 120], 'hours'],
  ['a hackathon beside talks', ['30', '30', '2880'], [30, 30, 2880], 'minutes'],
  ['minutes and seconds', ['45:00', '30:30'], [45, 30.5], undefined],
  ['hours and minutes', ['0:45', '12:00'], [45, 720], undefined],
  ['lengths with units', ['45 min', '1 h', '1:01:15'], [45, 60, 61.25], undefined],
  ['no length', ['long', ''], [undefined, undefined], undefined],
])('reads %s', (_, texts, minutes, unit) => expect(read(texts)).toEqual([minutes, unit]));

test.each([
  ['1200', '900'],
  ['300', '240'],
])('takes %s beside a video for seconds', (...texts) =>
  expect(read(texts, { hasVideo: true })[0]).toEqual(texts.map(text => Number(text) / 60)),
);

test('takes minutes beside a video for minutes', () =>
  expect(read(['25', '40'], { hasVideo: true })).toEqual([[25, 40], undefined]));

test.each([
  ['duration_seconds', 1 / 60],
  ['Duration (sec)', 1 / 60],
  ['lengthMs', 1 / 60_000],
  ['Dauer in Minuten', 1],
  ['Duration (min)', 1],
  ['Duration (hours)', 60],
  ['Duration(s)', 1],
  ['Duration (h:mm)', 1],
])('takes the unit of "%s" from its name', (name, each) =>
  expect(read(['30'], { name })).toEqual([[30 * each], undefined]),
);
