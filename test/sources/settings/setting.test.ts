import { expect, test } from 'vitest';
import { suggestName } from '../../../src/sources/settings/setting.ts';

const WORDS = ['name', 'timeZone', 'dayStart', 'tracks'];

test.each([
  ['timezone', 'timeZone'],
  ['timeZon', 'timeZone'],
  ['daysStart', 'dayStart'],
  ['track', 'tracks'],
  ['nmae', 'name'],
  ['colour', undefined],
  ['', undefined],
])('takes %j for %j', (written, word) => expect(suggestName(written, WORDS)).toBe(word));
