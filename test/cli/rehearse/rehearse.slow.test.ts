import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Digest } from '../../../src/store/digests.ts';
import { digest } from '../../support/digests.ts';
import { databaseFile, store } from '../../support/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { inFolderOfItsOwn, LIGHTHOUSE, lectern } from '../support.ts';

inFolderOfItsOwn();

const data = temporaryFolder(LIGHTHOUSE);
const EVENING = '2027-05-10T20:00+02:00';

function rehearse(...options: readonly string[]) {
  return lectern(['rehearse', '--data', data, ...options], { env: { CLOCK: EVENING } });
}

/** The sentences under a heading of the report. */
function listed(stdout: string, heading: 'This would fail:' | 'Good to know:'): readonly string[] {
  const [, list = ''] = stdout.split(`${heading}\n`);
  return (list.split('\n\n')[0] ?? '')
    .split('\n')
    .flatMap(line => (line.startsWith('- ') ? [line.slice(2)] : []));
}

test('rehearse lists everything that would go out, in order', async () => {
  const { code, stdout, stderr } = await rehearse(
    '--order',
    'daily 08:00 reminders in #lobby',
    '18:00 eve tue,wed',
  );
  expect([code, stderr]).toEqual([0, '']);
  expect(
    stdout.replace(/\d+ characters/g, 'N characters'),
  ).toBe(`Rehearsal of Lighthouse Days: Tue 11 May to Wed 12 May, times in Europe/Madrid

Orders
#lobby, every day at 08:00 (Europe/Madrid), with a notice before each talk
#channel, the evening before Tue 11 May, Wed 12 May at 18:00 (Europe/Madrid)

Tue 11 May
08:00  #lobby    Lighthouse Days starts today (N characters, 5 blocks)
08:50  #lobby    Starting at 09:00 (N characters, 3 blocks)
18:00  #channel  Tomorrow is the last day of Lighthouse Days (N characters, 5 blocks)

Wed 12 May
08:00  #lobby    The last day of Lighthouse Days (N characters, 5 blocks)
09:50  #lobby    Starting at 10:00 (N characters, 3 blocks)

5 messages in all.

Nothing would fail.

Good to know:
- #channel, the evening before Tue 11 May, Wed 12 May at 18:00 (Europe/Madrid): its time for Tue 11 May has passed.
- #channel stands for the channel in which an order that names none is typed.
- Channels that were not looked up in Slack, and may not be there: #lobby.
- What was due before now is left out.
`);
});

test.each([
  ['that nothing is ordered', [], 'No digest is ordered, so nothing is posted in any channel.'],
  [
    'a day without sessions',
    ['08:00 2027-05-20'],
    '#channel, Thu 20 May at 08:00 (Europe/Madrid): Thu 20 May has no sessions for it.',
  ],
  [
    'an order that never posts',
    ['weekends 08:00'],
    '#channel, every Saturday and Sunday at 08:00 (Europe/Madrid): it posts nothing.',
  ],
  [
    'a track that there is not',
    ['08:00 track:fog'],
    '#channel, every day at 08:00 (Europe/Madrid), only track:fog: There is no track “fog” in the programme.',
  ],
  [
    'a digest that comes too late',
    ['23:00 tue'],
    '#channel, Tue 11 May at 23:00 (Europe/Madrid): at 23:00 on Tue 11 May all of its sessions are over.',
  ],
  [
    'two digests of the same',
    ['08:00 in #lobby', '07:00 room:loft in #lobby'],
    '#lobby, every day at 08:00 (Europe/Madrid) and #lobby, every day at 07:00 (Europe/Madrid), only room:loft post the same sessions in one channel.',
  ],
] as const)('rehearse finds %s', async (_, orders, finding) => {
  const { code, stdout } = await rehearse(...(orders.length === 0 ? [] : ['--order', ...orders]));
  expect([code, listed(stdout, 'This would fail:')[0]]).toEqual([1, finding]);
});

test('rehearse says which days nobody is told of, and which sessions have begun', async () => {
  const { code, stdout } = await rehearse('--order', '09:30 tue in #lobby');
  expect([code, listed(stdout, 'Good to know:').slice(0, 2)]).toEqual([
    0,
    [
      '#lobby, Tue 11 May at 09:30 (Europe/Madrid): at 09:30 on Tue 11 May, 1 of its 1 session has begun.',
      'No digest tells of Wed 12 May.',
    ],
  ]);
});

test('one day is rehearsed by itself, with the evening before', async () => {
  const { stdout } = await rehearse(
    'wednesday',
    '--json',
    '--order',
    '08:00 in #lobby',
    '20:30 eve in #quay',
    '07:00 tue',
  );
  const { messages, problems } = JSON.parse(stdout) as {
    messages: { at: string; channel: string }[];
    problems: unknown;
  };
  expect(messages.map(({ at, channel }) => [at, channel])).toEqual([
    ['2027-05-11T20:30:00+02:00', '#quay'],
    ['2027-05-12T08:00:00+02:00', '#lobby'],
  ]);
  expect(problems).toEqual([
    {
      severity: 'note',
      message: '#channel stands for the channel in which an order that names none is typed.',
    },
    {
      severity: 'note',
      message: 'Channels that were not looked up in Slack, and may not be there: #lobby, #quay.',
    },
  ]);
});

test.each([
  [
    'a week that is told of before',
    'week sunday 18:00 in #lobby',
    'note #lobby, the week ahead, every Sunday at 18:00 (Europe/Madrid): its post with Tue 11 May comes at 18:00 on Sun 9 May, before this rehearsal.',
  ],
  [
    'sessions on other days only',
    '08:00 room:loft in #lobby',
    'note #lobby, every day at 08:00 (Europe/Madrid), only room:loft: Tue 11 May has no sessions for it.',
  ],
  [
    'a named day on which it has no sessions',
    '08:00 tue room:loft in #lobby',
    'error #lobby, Tue 11 May at 08:00 (Europe/Madrid), only room:loft: Tue 11 May has no sessions for it.',
  ],
])('one day finds no more than is wrong with %s', async (_, order, finding) => {
  const { code, stdout } = await rehearse('tuesday', '--json', '--order', order);
  const [{ severity, message }] = JSON.parse(stdout).problems;
  expect([`${severity} ${message}`, code]).toEqual([finding, finding.startsWith('error') ? 1 : 0]);
});

test('a week is told of before the conference, and changes when something changes', async () => {
  const argv = [
    'rehearse',
    '--data',
    data,
    '--json',
    '--order',
    'week saturday 08:00 in #lobby',
    'changes in #quay',
  ];
  const { code, stdout } = await lectern(argv, { env: { CLOCK: '2027-05-01T00:00Z' } });
  const { from, messages, problems } = JSON.parse(stdout);
  expect([
    code,
    from,
    messages.map(({ at, kind }: { at: string; kind: string }) => `${at} ${kind}`),
    problems,
  ]).toEqual([
    0,
    '2027-05-08T08:00:00+02:00',
    [
      '2027-05-08T08:00:00+02:00 message',
      '2027-05-08T08:00:01+02:00 reply',
      '2027-05-08T08:00:02+02:00 reply',
    ],
    [
      { severity: 'note', message: '#quay, only changes: it posts when something changes.' },
      {
        severity: 'note',
        message: 'Channels that were not looked up in Slack, and may not be there: #lobby, #quay.',
      },
    ],
  ]);
});

test('rehearse finds notices that no clock brings, and titles that are cut', async () => {
  const long = 'What a harbour knows '.repeat(8).trim();
  const unzoned = temporaryFolder({
    'schedule.csv': `title,start,end\n${long},2027-05-11T09:00,2027-05-11T09:45\n`,
  });
  const { code, stdout } = await lectern(['rehearse', '--data', unzoned, '--order', '08:00 reminders'], {
    env: { CLOCK: EVENING },
  });
  expect([code, listed(stdout, 'This would fail:'), listed(stdout, 'Good to know:')[0]]).toEqual([
    1,
    [
      '#channel, every day at 08:00 (UTC), with a notice before each talk: no notice comes before a talk. Set timeZone in conference.yml.',
    ],
    expect.stringMatching(
      /^1 title of more than 150 characters, cut in each message: What a harbour knows .*…$/,
    ),
  ]);
});

test('a conference that is over is rehearsed as if it were to come', async () => {
  const { code, stdout } = await lectern(['rehearse', '--data', data, '--order', '08:00'], {
    env: { CLOCK: '2028-01-01T00:00Z' },
  });
  expect([code, stdout.match(/(\d) messages in all/)?.[1], listed(stdout, 'Good to know:')]).toEqual([
    0,
    '2',
    [
      '#channel stands for the channel in which an order that names none is typed.',
      'This time is over: it was rehearsed as if it were to come. CLOCK sets another moment.',
    ],
  ]);
});

test('talks without times are featured for two weeks', async () => {
  const abstracts = temporaryFolder({
    'a.txt': LIGHTHOUSE['storage/tape-ashore.txt'],
    'b.txt': LIGHTHOUSE['storage/ceph-at-sea.txt'],
  });
  const { code, stdout } = await lectern(['rehearse', '--data', abstracts, '--order', '08:00'], {
    env: { CLOCK: EVENING },
  });
  expect([code, stdout.match(/.* talks to look forward to/)?.[0], listed(stdout, 'Good to know:')]).toEqual([
    0,
    '08:00  #channel  The conference: talks to look forward to',
    [
      'The programme has no times: two weeks were rehearsed, in which each digest features five talks.',
      '#channel stands for the channel in which an order that names none is typed.',
    ],
  ]);
});

test.each([
  ['digest daily at noonish', /^lectern: --order "digest daily at noonish":? /],
  [
    'daily at noonish in #lobby',
    'lectern: --order "daily at noonish in #lobby" is no order: “at noonish” was not understood.\n',
  ],
  ['daily', 'lectern: --order "daily" is no order: it has no time.\n'],
  [
    `08:00 in #lobby intro ${'Hello! '.repeat(60)}closing: Bye`,
    /^lectern: --order "08:00 in #lobby intro Hello! .*…": The intro may have 300 characters and has 419\.\n$/,
  ],
  ['list', 'lectern: --order "list" is no order. One is: --order "daily 08:00 in #corridor"\n'],
])('rehearse refuses the order %s', async (order, refusal) => {
  const { code, stdout, stderr } = await rehearse('--order', order);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(refusal);
});

test("an order's channels may stand anywhere, and its own texts are told", async () => {
  const { code, stdout } = await rehearse(
    '--day',
    'wednesday',
    '--json',
    '--order',
    'in #lobby, #quay 08:00 intro Good morning! closing: Bye',
  );
  const { orders } = JSON.parse(stdout);
  const words = 'every day at 08:00 (Europe/Madrid), intro: “Good morning!”, closing line: “Bye”';
  expect([code, orders]).toEqual([0, [`#lobby, ${words}`, `#quay, ${words}`]]);
});

test('rehearse wants a day of the conference', async () => {
  expect(await rehearse('--day', 'sunday', '--order', '08:00')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'lectern: "sunday" is not a day of this conference. Its days: 2027-05-11, 2027-05-12.\n',
  });
});

test('the channels of rooms have their notices and topics', async () => {
  const rooms = temporaryFolder({
    ...LIGHTHOUSE,
    'conference.yml': `${LIGHTHOUSE['conference.yml']}rooms: { Net Loft: { channel: C0LOFT00001 } }\n`,
  });
  const { code, stdout } = await lectern(
    ['rehearse', '--data', rooms, '--json', '--day', 'wednesday', '--order', '07:30'],
    { env: { CLOCK: EVENING } },
  );
  const { messages, problems } = JSON.parse(stdout);
  const of = ({ at, channel, kind, title }: Record<string, string>) => [
    at?.slice(11, 16),
    channel,
    kind,
    title,
  ];
  expect([code, messages.map(of)]).toEqual([
    0,
    [
      ['07:30', '#channel', 'message', 'The last day of Lighthouse Days'],
      ['09:00', 'C0LOFT00001', 'topic', 'Next: Tape ashore, 10:00'],
      ['09:50', 'C0LOFT00001', 'message', 'Tape ashore'],
      ['10:00', 'C0LOFT00001', 'topic', 'Now: Tape ashore (until 10:30)'],
      ['10:30', 'C0LOFT00001', 'topic', 'cleared'],
    ],
  ]);
  expect(problems).toContainEqual({
    severity: 'note',
    message: 'No channel is set for Quay Hall (rooms: in conference.yml).',
  });
});

test('topics of a channel are one line a day, unless each is asked for', async () => {
  const rooms = temporaryFolder({
    ...LIGHTHOUSE,
    'conference.yml': `${LIGHTHOUSE['conference.yml']}rooms: { Net Loft: { channel: C0LOFT00001 } }\n`,
  });
  const topicLines = async (...options: readonly string[]) => {
    const argv = ['rehearse', 'wednesday', '--data', rooms, '--order', '07:30', ...options];
    const { stdout } = await lectern(argv, { env: { CLOCK: EVENING } });
    return stdout.split('\n').filter(line => line.includes('(topic)'));
  };
  expect(await topicLines()).toEqual(['09:00  C0LOFT00001 (topic)  3 topics, the last at 10:30']);
  expect(await topicLines('--topics')).toHaveLength(3);
});

describe('the orders given in Slack', () => {
  const member = { workspace: 'T0HARBOUR1', person: 'U0JUNE0002' };

  async function rehearseKept(digests: readonly Digest[]) {
    const url = `file:${databaseFile()}`;
    const kept = store({ url, isAlone: true });
    for (const each of digests) await kept.digests.save(each);
    await kept.stars.star({ ...member, conference: 'Lighthouse Days', talk: 'storage/ceph-at-sea' }, 1000);
    await kept.preferences.change(member, { reminders: 5 });
    const env = { CLOCK: EVENING, DATABASE_URL: url, SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
    const rehearsed = await lectern(['rehearse', '--data', data, '--json'], { env });
    const left = await kept.digests.all();
    return { ...rehearsed, kept, left, report: JSON.parse(rehearsed.stdout) };
  }

  test('are rehearsed with the reminders of those who starred a talk, and stay as they are', async () => {
    const given = digest({ since: 5 });
    const { code, kept, left, report } = await rehearseKept([given]);
    expect(code).toBe(0);
    expect(
      report.messages.map(({ at, channel }: { at: string; channel: string }) => `${at} ${channel}`),
    ).toEqual([
      '2027-05-11T08:00:00+02:00 C0LOBBY001',
      '2027-05-11T08:55:00+02:00 U0JUNE0002',
      '2027-05-12T08:00:00+02:00 C0LOBBY001',
    ]);
    expect([left, await kept.deliveries.countByState()]).toEqual([[given], []]);
  });

  test('are told to fail if Slack refused them', async () => {
    const { code, report } = await rehearseKept([
      digest({ id: 'one', failures: 1 }),
      digest({ id: 'two', channel: 'C1', paused: true, failures: 3 }),
    ]);
    expect(code).toBe(1);
    expect(
      report.problems
        .filter(({ severity }: { severity: string }) => severity === 'error')
        .map(({ message }: { message: string }) => message),
    ).toEqual([
      'C0LOBBY001, every day at 08:00 (Europe/Madrid): Slack refused its last 1 post. See whether Lectern is in the channel.',
      'C1, every day at 08:00 (Europe/Madrid), paused: it is paused, as Slack refused 3 posts.',
    ]);
  });

  test('are told to be refused where their own texts are too long', async () => {
    const { code, report } = await rehearseKept([digest({ closing: 'x'.repeat(301) })]);
    expect([code, report.problems[0]]).toEqual([
      1,
      {
        severity: 'error',
        message: expect.stringMatching(
          /^C0LOBBY001, .*: The closing line may have 300 characters and has 301\.$/,
        ),
      },
    ]);
  });

  test('are missed where there is no database, and none is made', async () => {
    const { code, stdout } = await rehearse();
    expect([code, listed(stdout, 'Good to know:')[0]]).toEqual([
      1,
      'There is no database at file:./var/local.sqlite. Give orders by --order "daily 08:00 in #corridor", or name the database by DATABASE_URL.',
    ]);
    expect(existsSync('var')).toBe(false);
  });
});
