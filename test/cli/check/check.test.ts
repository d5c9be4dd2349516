import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { webServer } from '../../support/web-server.ts';
import { LIGHTHOUSE, lectern } from '../support.ts';

const nothing = { talks: 0, breaks: 0, slots: 0, speakers: 0, tracks: 0, rooms: 0, days: 0, problems: [] };
const cephAtSea = { ...nothing, format: 'abstracts', talks: 1, speakers: 2, tracks: 1 };
const tapeAshore = { ...cephAtSea, speakers: 1 };
const schedule = { ...nothing, format: 'schedule-csv', talks: 2, slots: 2, rooms: 2, days: 2 };

async function json(...argv: readonly string[]): Promise<unknown> {
  const { code, stdout, stderr } = await lectern(['check', '--json', ...argv]);
  return { code, stderr, report: JSON.parse(stdout) };
}

describe('check --json', () => {
  test('counts what each file holds and what all of them do', async () => {
    expect(await json(temporaryFolder(LIGHTHOUSE))).toEqual({
      code: 0,
      stderr: '',
      report: {
        files: [
          { file: 'schedule.csv', ...schedule },
          { file: 'storage/ceph-at-sea.txt', ...cephAtSea },
          { file: 'storage/tape-ashore.txt', ...tapeAshore },
        ],
        talks: 2,
        breaks: 0,
        speakers: 3,
        conferences: 1,
      },
    });
  });

  test('takes files given together as one conference, each by the name it was given', async () => {
    const data = temporaryFolder(LIGHTHOUSE);
    const paths = [join(data, 'schedule.csv'), join(data, 'storage/ceph-at-sea.txt')];
    expect(await json(...paths)).toMatchObject({
      report: { files: [{ file: paths[0] }, { file: paths[1] }], talks: 2, speakers: 2, conferences: 1 },
    });
  });

  test('reads a file by the conference.yml beside it, and asks none of its sources', async () => {
    const data = temporaryFolder({
      'sheet.csv': 'What,When,Where\nFog,2027-05-11 10:00,Quay Hall\n',
      'more.csv': 'What,When,Where\nLamps,2027-05-12 10:00,Quay Hall\n',
      'conference.yml':
        'name: Lighthouse Days\ntimeZone: Europe/Madrid\ncsv: { title: What, start: When, room: Where }\nsources: [{ url: http://127.0.0.1:9/ }]\n',
    });
    const counts = { talks: 1, slots: 1, rooms: 1, days: 1, problems: [] };
    expect(await json(join(data, 'sheet.csv'))).toMatchObject({
      code: 0,
      report: { files: [{ file: 'sheet.csv', ...counts }], conferences: 1 },
    });
    const paths = [join(data, 'sheet.csv'), join(data, 'more.csv')];
    expect(await json(...paths)).toMatchObject({
      code: 0,
      report: { files: paths.map(file => ({ file, ...counts })), talks: 2, conferences: 1 },
    });
  });

  test('reads each of several files by its own conference.yml', async () => {
    const settings = (name: string, title: string) =>
      `name: ${name}\ntimeZone: Europe/Madrid\ncsv: { columns: { title: ${title}, start: Von, room: Ort } }\n`;
    const data = temporaryFolder({
      'a/sheet.csv': 'Was,Von,Ort\nFog,2027-05-11 10:00,Quay Hall\n',
      'a/conference.yml': settings('Lighthouse Days', 'Was'),
      'b/sheet.csv': 'Wer,Von,Ort\nLamps,2027-05-12 10:00,Net Loft\n',
      'b/conference.yml': settings('Harbour Days', 'Wer'),
      'c.txt': LIGHTHOUSE['storage/ceph-at-sea.txt'],
    });
    const paths = ['a/sheet.csv', 'b/sheet.csv', 'c.txt'].map(path => join(data, path));
    expect(await json(...paths)).toMatchObject({
      code: 0,
      report: {
        files: paths.map(file => ({ file, talks: 1, problems: [] })),
        ...{ talks: 3, conferences: 3 },
      },
    });
  });

  test('says what is wrong in the conference.yml beside a file', async () => {
    const data = temporaryFolder({
      ...LIGHTHOUSE,
      'more.csv': LIGHTHOUSE['schedule.csv'],
      'conference.yml': 'timezone: Europe/Madrid\n',
    });
    const found = async (...paths: string[]) =>
      (await lectern(['check', ...paths])).stdout.match(/^.*timezone.*$/gm);
    const [sheet, talk] = [join(data, 'schedule.csv'), join(data, 'storage/ceph-at-sea.txt')];
    expect(await found(sheet)).toHaveLength(1);
    expect(await found(sheet, talk)).toHaveLength(1);
    expect(await found(sheet, join(data, 'more.csv'))).toHaveLength(1);
  });

  test('takes folders given together as conferences of their own', async () => {
    const [one, other] = [
      temporaryFolder(LIGHTHOUSE),
      temporaryFolder({ 'c.txt': LIGHTHOUSE['storage/ceph-at-sea.txt'] }),
    ];
    expect(await json(one, other)).toMatchObject({
      code: 0,
      report: {
        files: [
          { file: join(one, 'schedule.csv') },
          { file: join(one, 'storage/ceph-at-sea.txt') },
          { file: join(one, 'storage/tape-ashore.txt') },
          { file: join(other, 'c.txt') },
        ],
        talks: 3,
        speakers: 5,
        conferences: 2,
      },
    });
  });

  test('counts a speaker once, with an id and without, and two of one name by their ids', async () => {
    const event = (id: number, ...persons: readonly string[]) =>
      `<event id="${id}"><start>1${id}:00</start><duration>00:30</duration><title>Ceph at pier ${id}</title><persons>${persons.join('')}</persons></event>`;
    const [ada, otherAda] = ['<person id="7">Ada Lund</person>', '<person id="8">Ada Lund</person>'];
    const withoutId = ['<person>Ada Lund</person>', '<person>Bo Holm</person>'];
    const days = (...events: readonly string[]) =>
      `<schedule><day date="2027-05-11"><room name="Quay Hall">${events.join('')}</room></day></schedule>`;
    const data = temporaryFolder({
      'one.xml': days(event(1, ada), event(2, ...withoutId)),
      'two.xml': days(event(3, ada, otherAda)),
    });
    expect(await json(data)).toMatchObject({
      report: {
        files: [
          { file: 'one.xml', format: 'frab-xml', talks: 2, speakers: 2 },
          { file: 'two.xml', format: 'frab-xml', talks: 1, speakers: 2 },
        ],
        speakers: 3,
      },
    });
  });

  test('asks the sources that conference.yml names', async () => {
    const { url } = await webServer((request, response) =>
      request.url === '/sessions.csv'
        ? response.end('title,start,end\nTape ashore,2027-05-12T10:00,2027-05-12T10:30\n')
        : response.writeHead(404).end(),
    );
    const sources = `sources:\n- url: ${url}/sessions.csv\n- url: ${url}/gone.csv\n`;
    const data = temporaryFolder({ 'conference.yml': `name: Bow Days\ntimeZone: Europe/Madrid\n${sources}` });
    expect(await json(data)).toEqual({
      code: 1,
      stderr: '',
      report: {
        files: [
          { ...nothing, file: '127.0.0.1', format: 'schedule-csv', talks: 1, slots: 1, days: 1 },
          {
            ...nothing,
            file: 'conference.yml',
            format: null,
            problems: [
              {
                severity: 'error',
                line: 5,
                item: null,
                message: `${new URL(url).host} has nothing at this address (status 404).`,
              },
            ],
          },
        ],
        talks: 1,
        breaks: 0,
        speakers: 0,
        conferences: 1,
      },
    });
  });

  test('reports a file that is no programme, and every other talk is still there', async () => {
    const data = temporaryFolder({ ...LIGHTHOUSE, 'empty.txt': '' });
    expect(await json(data)).toMatchObject({
      code: 1,
      report: {
        files: [
          {
            ...nothing,
            file: 'empty.txt',
            format: null,
            problems: [{ severity: 'error', line: null, item: null, message: expect.any(String) }],
          },
          { file: 'schedule.csv' },
          { file: 'storage/ceph-at-sea.txt' },
          { file: 'storage/tape-ashore.txt' },
        ],
        talks: 2,
      },
    });
  });

  test('reports the problems of a file in the order of their lines', async () => {
    const rows = 'title,date,start,link\nCeph,2027-05-11,09:00,mailto:pier\nTape,2027-05-11,,\n';
    expect(await json(temporaryFolder({ 'schedule.csv': rows }))).toMatchObject({
      report: {
        files: [{ problems: [{ line: null }, { line: 2, item: 'Ceph' }, { line: 3, item: 'Tape' }] }],
      },
    });
  });

  test('reports a mistake in conference.yml by its line', async () => {
    const data = temporaryFolder({
      ...LIGHTHOUSE,
      'conference.yml': 'name: Lighthouse Days\ntimeZone: Madrid\n',
    });
    expect(await json(data)).toMatchObject({
      code: 1,
      report: {
        files: [
          {},
          {},
          {},
          {
            ...nothing,
            file: 'conference.yml',
            format: null,
            problems: [{ severity: 'error', line: 2, item: null }],
          },
        ],
      },
    });
  });
});

describe('check for people', () => {
  test('shows a table and the sum', async () => {
    expect(await lectern(['check'], { env: { DATA_DIR: temporaryFolder(LIGHTHOUSE) } })).toEqual({
      code: 0,
      stderr: '',
      stdout: `file                     format        talks  breaks  slots  speakers  tracks  rooms  days  problems
schedule.csv             schedule-csv      2       0      2         0       0      2     2         0
storage/ceph-at-sea.txt  abstracts         1       0      0         2       1      0     0         0
storage/tape-ashore.txt  abstracts         1       0      0         1       1      0     0         0

2 talks by 3 speakers in 3 files of 1 conference; 0 errors, 0 warnings
`,
    });
  });

  test('puts what is wrong first, with its place', async () => {
    const { code, stdout } = await lectern(['check', temporaryFolder({ ...LIGHTHOUSE, 'zzz.txt': '' })]);
    expect(code).toBe(1);
    expect(stdout.split('\n')[1]).toMatch(/^zzz\.txt +- /);
    expect(stdout).toMatch(/\n\nerror zzz\.txt: The file is empty/);
    expect(stdout).toMatch(/; 1 error, 0 warnings\n$/);
  });

  test.each([
    { files: 60, rest: 'and 20 more files without problems' },
    { files: 41, rest: 'and 1 more file without problems' },
  ])('only counts the rest of $files files without problems', async ({ files, rest }) => {
    const talks = Array.from({ length: files }, (_, n) => [
      `t/${n}.txt`,
      LIGHTHOUSE['storage/tape-ashore.txt'].replace('Tape ashore', `Tape in ${n + 100}`),
    ]);
    const { stdout } = await lectern(['check', temporaryFolder(Object.fromEntries(talks))]);
    const lines = stdout.split('\n');
    expect(lines.filter(line => line.startsWith('t/'))).toHaveLength(40);
    expect(lines).toContain(rest);
  });
});

describe('check of what is no programme', () => {
  const README = '# Our conference\n\nThe website.\n';

  test('says once what would be one, and does not fail for what lies beside talks', async () => {
    const data = temporaryFolder({ ...LIGHTHOUSE, 'README.md': README, 'about.txt': 'Hello.' });
    const { code, stdout } = await lectern(['check', data]);
    expect(code).toBe(0);
    const [, problems] = stdout.split(/\n\n/);
    expect(problems).toBe(
      `warning about.txt: This is not a programme that Lectern can read; it was left out.
warning README.md: This is not a programme that Lectern can read; it was left out.`,
    );
    expect(stdout.match(/Lectern reads/g)).toHaveLength(1);
  });

  test('fails where there is nothing else', async () => {
    const { code, stdout } = await lectern([
      'check',
      join(temporaryFolder({ 'README.md': README }), 'README.md'),
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain('error README.md: There are no talks yet; put a schedule or abstracts there.');
    expect(stdout).toMatch(/0 talks by 0 speakers in 1 file of 0 conferences; 1 error, 1 warning\n$/);
  });

  test('has no row for a folder that is empty', async () => {
    expect(await lectern(['check', temporaryFolder({})])).toEqual({
      code: 0,
      stderr: '',
      stdout: `warning There are no talks yet; put a schedule or abstracts there.

0 talks by 0 speakers in 0 files of 0 conferences; 0 errors, 1 warning
`,
    });
  });

  test('tells speakers without talks what they lack', async () => {
    const people = JSON.stringify([{ id: 'a', fullName: 'Ada Lund', tagLine: 'Captain', bio: 'Sails.' }]);
    expect(await json(join(temporaryFolder({ 'speakers.json': people }), 'speakers.json'))).toMatchObject({
      code: 0,
      report: {
        files: [
          {
            file: 'speakers.json',
            format: 'sessionize-speakers',
            problems: [
              {
                severity: 'warning',
                message: 'These are speakers without talks; put the file of the sessions beside it.',
              },
            ],
          },
        ],
      },
    });
  });
});

test('check names the hosts to register for pasted links, if talks have pages', async () => {
  const page = (title: string) => `${title},2027-05-11T09:00,https://www.talks.example.org/2027/${title}`;
  const schedule = (...rows: readonly string[]) => ['title,start,link', ...rows, ''].join('\n');
  const check = async (text: string) =>
    (await lectern(['check', temporaryFolder({ 'schedule.csv': text })])).stdout;
  expect(await check(schedule(page('Fog'), page('Ceph')))).toMatch(
    /\n\nFor cards below pasted links \(docs\/operators\.md\), register in Slack: talks\.example\.org\.\n$/,
  );
  expect(await check(schedule('Fog,2027-05-11T09:00,', 'Ceph,2027-05-11T09:00,'))).not.toContain(
    'pasted links',
  );
  const hosts = [1, 2, 3, 4, 5, 6].map(host => `https://${host}.example`);
  const rows = ['Fog', 'Ceph'].map(
    title => `${title},2027-05-11T09:00,"${hosts.map(host => `${host}/${title}`).join(' ')}"`,
  );
  expect(await check(schedule(...rows))).toMatch(/1\.example, .*5\.example\. .*take: 6\.example\.\n$/);
});

test('check takes its folder by --data, too, and cuts a title that is a text', async () => {
  const title = 'What a harbour knows '.repeat(250).trim();
  const folder = temporaryFolder({
    'schedule.csv': `title,start,end,room\nCeph,2027-05-11T09:00,2027-05-11T10:00,Pier\n${title},2027-05-11T09:30,2027-05-11T10:30,Pier\n`,
    'conference.yml': 'name: Lighthouse Days\ntimeZone: Europe/Madrid\n',
  });
  const named = await lectern(['check', folder]);
  expect(await lectern(['check', '--data', folder])).toEqual(named);
  expect(named.stdout).toContain('it is in Pier at 09:30');
  expect(Math.max(...named.stdout.split('\n').map(({ length }) => length))).toBeLessThan(300);
});

test('check says once what many places have in common', async () => {
  const talks = [1, 2, 3, 4, 5].map(n => [
    `t/${n}.txt`,
    LIGHTHOUSE['storage/tape-ashore.txt'].replace('Tape ashore', `Tape in \u200b${n + 100}`),
  ]);
  const { stdout } = await lectern(['check', temporaryFolder(Object.fromEntries(talks))]);
  expect(stdout).toContain(
    'warning The title contains invisible characters; they were removed. (5 times: t/1.txt:1 "Tape in 101", t/2.txt:1 "Tape in 102", t/3.txt:1 "Tape in 103" and 2 more; --json names them all)',
  );
});

test('check fails where there is nothing at a path', async () => {
  const { code, stdout, stderr } = await lectern(['check', join(temporaryFolder({}), 'nope')]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^lectern: There is nothing at .*nope\./);
});
