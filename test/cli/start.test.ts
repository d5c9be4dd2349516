import { describe, expect, test } from 'vitest';
import type { PageState } from '../../src/local-slack/serving/contract.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type Given, inFolderOfItsOwn, LIGHTHOUSE, lectern, type Running, startLectern } from './support.ts';

inFolderOfItsOwn();

const data = temporaryFolder(LIGHTHOUSE);
const env = { DATA_DIR: data, PORT: '0' };

async function urlOf({ stdout }: Running): Promise<string> {
  return (await stdout.until(/http:\S+/)).trim();
}

/** Starts, looks, and asks to end; what was written until then. */
async function started(
  given: Given,
  look: (url: string, running: Running) => Promise<unknown> = async () => {},
): Promise<Running> {
  const running = startLectern(['start'], given);
  await look(await urlOf(running), running);
  running.askToEnd();
  expect(await running.ended).toBe(0);
  return running;
}

async function messagesIn(url: string): Promise<readonly string[]> {
  const response = await fetch(`${url}/page/state?user=U0MIRA0001`);
  return ((await response.json()) as PageState).messages.map(({ text }) => text.split('\n')[0] ?? '');
}

describe('start without credentials', () => {
  test('says in one line what it answers for and where to look', async () => {
    const { stdout, stderr } = await started({ env });
    expect(stdout.text).toMatch(
      /^Lectern answers for Lighthouse Days \(2 talks, 3 speakers\): open http:\/\/localhost:\d+\n$/,
    );
    expect(stderr.text).toBe('');
  });

  test('shows /talk ceph answered on the first screen', async () => {
    await started({ env }, async url => {
      expect(await messagesIn(url)).toEqual(['Is there anything on ceph?', '1 talk for ceph.']);
    });
  });

  test('serves a page, and tells its health beside it, whatever standard input is', async () => {
    await started({ env }, async (url, { stdin }) => {
      stdin.end('/talk museum\n');
      const paths = ['/', '/healthz', '/readyz', '/nothing-here'];
      const answers = await Promise.all(paths.map(path => fetch(url + path)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404]);
      expect(answers[0]?.headers.get('content-type')).toBe('text/html; charset=utf-8');
    });
  });

  test('takes an example from the programme where it has nothing on ceph', async () => {
    const own = temporaryFolder({ 'tape.txt': LIGHTHOUSE['storage/tape-ashore.txt'] });
    await started({ env: { ...env, DATA_DIR: own } }, async url => {
      expect(await messagesIn(url)).toEqual([
        expect.stringMatching(/^Is there anything on (?!ceph)\S/),
        expect.stringMatching(/^1 talk for /),
      ]);
    });
  });

  test('keeps to the loopback whatever HOST says, and says so', async () => {
    const { stderr } = await started({ env: { ...env, HOST: '0.0.0.0' } });
    expect(stderr.text).toContain(
      'HOST is ignored: without Slack credentials Lectern can only be reached from this machine.',
    );
  });

  test('names the conferences that it does not answer for yet', async () => {
    const two = temporaryFolder({
      'a/conference.yml': 'name: Aft Days\n',
      'a/schedule.csv': 'title,start,end\nTape ashore,2027-05-12T10:00,2027-05-12T10:30\n',
      'b/conference.yml': 'name: Bow Days\n',
      'b/schedule.csv': 'title,start,end\nCeph at sea,2027-10-12T10:00,2027-10-12T10:30\n',
      'c/conference.yml': 'name: Cabin Days\nsample: true\n',
    });
    const { stdout, stderr } = await started({ env: { ...env, DATA_DIR: two, CLOCK: '2027-05-01T12:00Z' } });
    expect(stdout.text).toContain('Lectern answers for Aft Days (1 talk, 0 speakers)');
    expect(stderr.text).toContain('"others":["Bow Days"]');
    expect(stderr.text).toContain(
      'c/conference.yml: Left out, since it is a sample (sample: true) and there is another conference.',
    );
  });
});

test('being asked to end before anything is there to end is no failure', async () => {
  const running = startLectern(['start'], { env });
  running.askToEnd();
  expect([await running.ended, running.stdout.text, running.stderr.text]).toEqual([0, '', '']);
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
- PORT must be a whole number from 0 to 65535; it is "x".
- LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent; it is "x".
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
