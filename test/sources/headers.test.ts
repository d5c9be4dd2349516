import { expect, test } from 'vitest';
import { headersOf } from '../../src/sources/headers.ts';

const VARIABLES: Record<string, string> = {
  PRETALX_TOKEN: ' s3cret\n',
  TWO_LINES: 's3cret\r\nX-Other: s3cret',
  EMPTY: ' ',
  SLACK_BOT_TOKEN: 'xoxb-s3cret',
};
const read = (written: string) => headersOf({ headers: { Authorization: written } }, name => VARIABLES[name]);

test.each([
  ['$PRETALX_TOKEN', 's3cret'],
  ['Token $PRETALX_TOKEN', 'Token s3cret'],
  ['Token $PRETALX_TOKEN!', 'Token s3cret!'],
  ['costs 5$', 'costs 5$'],
])('fills in %j', (written, value) => {
  expect(read(written)).toEqual({ headers: { Authorization: value } });
});

test.each([
  ['$MISSING', 'A header names the environment variable MISSING, which is not set'],
  ['Token $EMPTY', 'A header names the environment variable EMPTY, which is not set'],
  ['$TWO_LINES', 'The environment variable TWO_LINES holds more than plain letters on one line'],
  ['$SLACK_BOT_TOKEN', "A header names SLACK_BOT_TOKEN, which is Lectern's own and is sent to no source"],
])('says what is wrong with %j and tells no value', (written, mistake) => {
  expect(read(written)).toEqual({ mistake });
});
