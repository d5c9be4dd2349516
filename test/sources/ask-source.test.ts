import type { RequestListener } from 'node:http';
import { describe, expect, test } from 'vitest';
import { askSource, fillHeaders, type Marks } from '../../src/sources/ask-source.ts';
import { webServer } from '../support/web-server.ts';

const CSV = 'title,start,end,room\nCeph at sea,2027-05-11T09:00,2027-05-11T09:45,Quay Hall\n';
const NO_TALKS = 'title,start,end,room\n';
const PAGE = (...hrefs: readonly string[]) =>
  `<!DOCTYPE html><title>Days</title>${hrefs.map(href => `<a href="${href}">Schedule</a>`).join('')}`;

/** A server of these paths; what is not among them is not there. */
function pages(texts: Readonly<Record<string, string>>): RequestListener {
  return ({ url, headers }, response) => {
    const text = texts[url ?? ''];
    if (text === undefined) return response.writeHead(404).end();
    if (headers['if-none-match'] === '"1"') return response.writeHead(304).end();
    return response.setHeader('etag', '"1"').end(text);
  };
}

/** Asks a server for `/`, and tells what came in a line, where it was, and what was asked for. */
async function check(
  texts: Readonly<Record<string, string>>,
  expected: { readonly came: string; readonly at?: string; readonly asked: readonly string[] },
  known?: Marks,
) {
  const { url, host, asked } = await webServer(pages(texts));
  const at = known && { ...known, address: `${url}${known.address}` };
  const answer = await askSource({ url: `${url}/`, headers: {}, path: 'days', known: at, fetch });
  const came =
    answer.kind === 'fresh'
      ? answer.draft.talks.map(({ title }) => title).join() || answer.draft.problems[0]?.message
      : answer.kind === 'failed'
        ? answer.message.replace(host, 'HOST')
        : answer.kind;
  const found = answer.kind === 'fresh' ? answer.marks.address.replace(url, '') : undefined;
  expect({ came, at: found, asked }).toEqual({ at: undefined, ...expected });
}

const marks = (address: string): Marks => ({ address, etag: '"1"', lastModified: undefined });

describe('an address', () => {
  test('may be that of a programme', () =>
    check({ '/': CSV }, { came: 'Ceph at sea', at: '/', asked: ['GET /'] }));

  test('is asked for what changed', () =>
    check({ '/': CSV }, { came: 'unchanged', asked: ['GET /'] }, marks('/')));

  test('may be that of a page that links a programme', () =>
    check(
      { '/': PAGE('/days/schedule.xml'), '/days/schedule.xml': CSV },
      { came: 'Ceph at sea', at: '/days/schedule.xml', asked: ['GET /', 'GET /days/schedule.xml'] },
    ));

  test('of a page leads to the first link behind which there are talks', () =>
    check(
      {
        '/': PAGE('/a/schedule.xml', '/b/schedule.xml', '/c/schedule.xml', '/d/schedule.xml'),
        '/b/schedule.xml': PAGE(),
        '/c/schedule.xml': NO_TALKS,
        '/d/schedule.xml': CSV,
      },
      {
        came: 'Ceph at sea',
        at: '/d/schedule.xml',
        asked: [
          'GET /',
          'GET /a/schedule.xml',
          'GET /b/schedule.xml',
          'GET /c/schedule.xml',
          'GET /d/schedule.xml',
        ],
      },
    ));

  test('of an event of pretalx leads to its widget, where no schedule.xml is given out', () =>
    check(
      {
        '/': '<!doctype html><pretalx-schedule event-url="/days/"></pretalx-schedule>',
        '/days/schedule/widgets/schedule.json': CSV,
      },
      {
        came: 'Ceph at sea',
        at: '/days/schedule/widgets/schedule.json',
        asked: [
          'GET /',
          'GET /days/schedule/export/schedule.xml',
          'GET /days/schedule/widgets/schedule.json',
        ],
      },
    ));

  test('of a page that links nothing is a sentence', () =>
    check(
      { '/': PAGE() },
      {
        came: 'The page at HOST has no link to a programme; give the address of its schedule.xml, or of another export.',
        asked: ['GET /'],
      },
    ));

  test('of a page whose link leads nowhere says so', () =>
    check(
      { '/': PAGE('/schedule.xml') },
      { came: 'HOST has nothing at this address (status 404).', asked: ['GET /', 'GET /schedule.xml'] },
    ));
});

describe('a programme that a page led to', () => {
  test('is asked for directly from then on', () =>
    check(
      { '/': PAGE('/schedule.xml'), '/schedule.xml': CSV },
      { came: 'unchanged', asked: ['GET /schedule.xml'] },
      marks('/schedule.xml'),
    ));

  test('is looked for again where it is no longer there', () =>
    check(
      { '/': PAGE('/new/schedule.xml'), '/new/schedule.xml': CSV },
      {
        came: 'Ceph at sea',
        at: '/new/schedule.xml',
        asked: ['GET /old/schedule.xml', 'GET /', 'GET /new/schedule.xml'],
      },
      marks('/old/schedule.xml'),
    ));
});

test('follows no link into a network of our own', () =>
  check(
    { '/': PAGE('http://169.254.169.254/schedule.xml') },
    {
      came: 'The page at HOST has no link to a programme; give the address of its schedule.xml, or of another export.',
      asked: ['GET /'],
    },
  ));

test('sends headers to the server they were given for, and not to those it links', async () => {
  const seen: unknown[] = [];
  const other = await webServer(({ headers }, response) => {
    seen.push(headers.authorization);
    response.end(CSV);
  });
  const { url } = await webServer(({ headers }, response) => {
    seen.push(headers.authorization);
    response.end(PAGE(`${other.url}/schedule.xml`));
  });
  await askSource({ url, headers: { Authorization: 'Token s3cret' }, path: 'days', fetch });
  expect(seen).toEqual(['Token s3cret', undefined]);
});

const VARIABLES: Record<string, string> = {
  PRETALX_TOKEN: ' s3cret\n',
  TWO_LINES: 's3cret\r\nX-Other: s3cret',
  EMPTY: ' ',
  SLACK_BOT_TOKEN: 'xoxb-s3cret',
};
const read = (written: string) =>
  fillHeaders({ headers: { Authorization: written } }, name => VARIABLES[name]);

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
  ['$TWO_LINES', 'The environment variable TWO_LINES must have plain letters on one line only'],
  [
    '$SLACK_BOT_TOKEN',
    'A header names SLACK_BOT_TOKEN, which belongs to Lectern and is never sent to a source',
  ],
])('says what is wrong with %j and tells no value', (written, mistake) => {
  expect(read(written)).toEqual({ mistake });
});
