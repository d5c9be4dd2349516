import { expect, test } from 'vitest';
import { details } from '../../../src/slack/views/details.ts';
import { programme, talk } from '../../support/conference.ts';
import { read } from '../../support/read.ts';

test('the languages of a talk are called by their names', () => {
  const both = talk({ track: 'Storage', level: 'Beginner', languages: ['de', 'pt-br'] });
  expect(read(details(both, programme([both]), undefined).blocks)[1]).toBe(
    'Storage · Beginner · German, Brazilian Portuguese',
  );
});
