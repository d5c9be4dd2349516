import { describe, expect, test } from 'vitest';
import { folderOf, LIGHTHOUSE, lectern, type Running, startLectern } from './support.ts';

const data = folderOf(LIGHTHOUSE);
const env = { DATA_DIR: data, PORT: '0' };

async function urlOf({ stderr }: Running): Promise<string> {
  const line = await stderr.until(/\{.*"Lectern is ready\."\}/);
  return (JSON.parse(line) as { url: string }).url;
}

async function status(url: string): Promise<number> {
  return (await fetch(url)).status;
}

describe('start without credentials', () => {
  test('says in one line what is loaded and where it listens', async () => {
    const running = startLectern(['start'], { env });
    await urlOf(running);
    running.askToEnd();
    expect(await running.ended).toBe(0);
    expect(JSON.parse(running.stderr.text)).toEqual({
      level: 'info',
      time: expect.any(String),
      conference: 'Lighthouse Days',
      talks: 2,
      speakers: 3,
      problems: 0,
      mode: 'local',
      url: expect.stringMatching(/^http:\/\/localhost:\d+$/),
      msg: 'Lectern is ready.',
    });
  });

  test('greets in two lines and shows the main job at once', async () => {
    const running = startLectern(['start'], { env });
    const shown = await running.stdout.until(/^\[Details :1\]/m).then(() => running.stdout.text);
    running.askToEnd();
    await running.ended;
    expect(shown.split('\n').slice(0, 5)).toEqual([
      'Lectern answers for Lighthouse Days (2 talks, 3 speakers), here as it would in Slack.',
      'Type what you would type there, such as /talk ceph, /talk help or @Lectern storage; :1 presses a button, Ctrl-D ends.',
      '',
      '> /talk ceph',
      '1 talk for ceph',
    ]);
  });

  test('serves on after input from nowhere, until it is asked to end', async () => {
    const running = startLectern(['start'], { env });
    running.stdin.end();
    const url = await urlOf(running);
    await running.stdout.until(/\[Details :1\]/);
    expect([await status(`${url}/healthz`), await status(`${url}/readyz`)]).toEqual([200, 200]);
    running.askToEnd();
    expect(await running.ended).toBe(0);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed');
  });

  test('answers piped lines and ends', async () => {
    const { code, stdout } = await lectern(['start'], { env, stdin: '/talk museum\n' });
    expect(code).toBe(0);
    expect(stdout).toContain('1 talk for museum');
  });

  test('takes an example from the programme where it has nothing on ceph', async () => {
    const own = folderOf({ 'tape.txt': LIGHTHOUSE['storage/tape-ashore.txt'] });
    const { stdout } = await lectern(['start'], { env: { ...env, DATA_DIR: own }, stdin: '\n' });
    expect(stdout).toMatch(/^> \/talk (?!ceph)\S/m);
  });

  test('keeps to the loopback whatever HOST says, and says so', async () => {
    const { stderr } = await lectern(['start'], { env: { ...env, HOST: '0.0.0.0' }, stdin: '\n' });
    expect(stderr).toContain(
      'HOST is not used: without credentials Lectern can be reached from this machine only.',
    );
  });

  test('names the conferences that it does not answer for yet', async () => {
    const two = folderOf({
      'a/conference.yml': 'name: Aft Days\n',
      'a/schedule.csv': 'title,start,end\nTape ashore,2027-05-12T10:00,2027-05-12T10:30\n',
      'b/conference.yml': 'name: Bow Days\n',
      'b/schedule.csv': 'title,start,end\nCeph at sea,2027-10-12T10:00,2027-10-12T10:30\n',
    });
    const clock = '2027-05-01T12:00Z';
    const given = { env: { ...env, DATA_DIR: two, CLOCK: clock }, stdin: '\n' };
    const { stdout, stderr } = await lectern(['start'], given);
    expect(stdout).toContain('Lectern answers for Aft Days (1 talk, 0 speakers)');
    expect(stderr).toContain('"others":["Bow Days"]');
  });
});

describe('start fails with a sentence', () => {
  test('where half a set of credentials is there', async () => {
    expect(await lectern(['start'], { env: { ...env, SLACK_APP_TOKEN: 'xapp-1-secret' } })).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'lectern: SLACK_APP_TOKEN is set, but SLACK_BOT_TOKEN is missing. Set it too, or neither to try Lectern without Slack.\n',
    });
  });

  test('that names all mistakes at once', async () => {
    const { code, stderr } = await lectern(['start'], { env: { PORT: 'x', LOG_LEVEL: 'x' } });
    expect(code).toBe(1);
    expect(stderr).toBe(`lectern: These settings are wrong:
- PORT is to be a whole number from 0 to 65535; it is "x".
- LOG_LEVEL is to be one of fatal, error, warn, info, debug, trace, silent; it is "x".
`);
  });

  test('where the port is taken', async () => {
    const running = startLectern(['start'], { env });
    const { port } = new URL(await urlOf(running));
    const { code, stdout, stderr } = await lectern(['start'], { env: { ...env, PORT: port } });
    running.askToEnd();
    await running.ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /^lectern: Another program listens on that port\. End it, or give Lectern another one by PORT\./,
    );
  });
});
