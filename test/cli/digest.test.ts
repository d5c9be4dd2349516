import { expect, test } from 'vitest';
import { checkMessage } from '../../src/local-slack/block-kit/check.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { LIGHTHOUSE, lectern } from './support.ts';

const data = temporaryFolder(LIGHTHOUSE);
const env = { CLOCK: '2027-05-12T07:00+02:00' };

/** The terminal's own time of the first talk. */
const OWN_TIME = new Intl.DateTimeFormat('en-US', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
}).format(Date.parse('2027-05-12T10:00+02:00'));

const WEDNESDAY = `The last day of Lighthouse Days

Wed 12 May · 1 session · times in Europe/Madrid: 10:00 (today ${OWN_TIME} your time)

10:00
• Tape ashore
Net Loft · Ines Ferrer
What a museum keeps on tape in one rack, and why it is read once a year.
[Details of... ▾]

Set up by @you. To change or stop it, type /talk digest in this channel.
`;

test.each([
  ['today', []],
  ['the day that is named', ['--day', '12 May']],
])('digest prints what is posted for %s', async (_day, options) => {
  expect(await lectern(['digest', '--data', data, ...options], { env })).toEqual({
    code: 0,
    stderr: '',
    stdout: WEDNESDAY,
  });
});

test('digest prints the next day with sessions, else the first', async () => {
  const after = { env: { CLOCK: '2027-06-01T07:00+02:00' } };
  expect((await lectern(['digest', '--data', data], after)).stdout).toMatch(
    /^Lighthouse Days: the first day\n/,
  );
});

test('digest says so where nothing is posted', async () => {
  expect(await lectern(['digest', '--data', data, '--day', '2027-05-20'], { env })).toEqual({
    code: 0,
    stderr: '',
    stdout: 'Nothing would be posted: Thu 20 May has no sessions.\n',
  });
});

test('digest takes its day with or without --day', async () => {
  const named = await lectern(['digest', '--data', data, '--day', '12 May'], { env });
  expect(await lectern(['digest', '--data', data, '12', 'May'], { env })).toEqual(named);
  expect(named.stdout).toMatch(/^The last day of Lighthouse Days/);
});

test('digest wants a day', async () => {
  expect(await lectern(['digest', '--data', data, '--day', 'someday'], { env })).toEqual({
    code: 2,
    stderr: 'lectern: "someday" is not a day. Say today, tuesday, 12 May or 2027-05-12.\n',
    stdout: '',
  });
});

test('a file cannot steer the terminal through a digest', async () => {
  const steering = temporaryFolder({
    'a.txt': 'Ceph \u001b[31mat sea\n~~~~\n\n**Abstract:**\n\nHow a ferry line \u0007runs Ceph.\n',
  });
  const { stdout } = await lectern(['digest', '--data', steering], { env });
  expect(stdout).toContain('Ceph');
  expect(stdout).not.toMatch(/[^\P{Cc}\n]/u);
});

test('digest gives programs what Slack gets', async () => {
  const { code, stdout } = await lectern(['digest', '--data', data, '--json'], { env });
  const { day, messages } = JSON.parse(stdout) as { day: string; messages: { text: string; blocks: [] }[] };
  expect([code, day, messages.length]).toEqual([0, '2027-05-12', 1]);
  expect(messages[0]?.text).toMatch(/^The last day of Lighthouse Days/);
  expect(checkMessage({ ...messages[0] })).toEqual([]);
  const none = await lectern(['digest', '--data', data, '--json', '--day', '2027-05-20'], { env });
  expect(JSON.parse(none.stdout)).toEqual({ day: '2027-05-20', messages: [] });
});

test('digest prints that of the conference that is current by CLOCK', async () => {
  const two = temporaryFolder({
    'a/conference.yml': 'name: Aft Days\ntimeZone: Europe/Madrid\n',
    'a/schedule.csv': 'title,start,end\nTape ashore,2001-05-12T10:00,2001-05-12T10:30\n',
    'b/conference.yml': 'name: Bow Days\ntimeZone: Europe/Madrid\n',
    'b/schedule.csv': 'title,start,end\nCeph at sea,2002-10-12T10:00,2002-10-12T10:30\n',
  });
  const rehearsal = { CLOCK: '2001-05-12T08:00+02:00' };
  expect((await lectern(['digest', '--data', two], { env: rehearsal })).stdout).toContain('Aft Days');
});

test('digest prints a newsletter or a page of the day', async () => {
  const to = (form: string, ...more: readonly string[]) =>
    lectern(['digest', '--data', data, '--to', form, ...more], { env });
  expect(await to('slack')).toEqual({ code: 0, stderr: '', stdout: WEDNESDAY });
  expect(await to('markdown')).toEqual({
    code: 0,
    stderr: '',
    stdout: `# Wednesday 12 May 2027

Lighthouse Days: day 2 of 2 · 1 session · times in Europe/Madrid

## 10:00

### Tape ashore

10:00–10:30 · Net Loft · Storage · Ines Ferrer

What a museum keeps on tape in one rack, and why it is read once a year.
`,
  });
  const page = await to('html');
  expect([page.code, page.stderr]).toEqual([0, '']);
  expect(page.stdout).toMatch(
    /^<!DOCTYPE html>\n[\s\S]*<h1>Wednesday 12 May 2027<\/h1>[\s\S]*Tape ashore[\s\S]*<\/html>\n$/,
  );
  const none = { code: 0, stderr: 'Nothing would be posted: Thu 20 May has no sessions.\n', stdout: '' };
  expect(await to('html', '2027-05-20')).toEqual(none);
  expect(await to('markdown', '2027-05-20')).toEqual(none);
});

test('digest has a newsletter of talks without times', async () => {
  const abstracts = temporaryFolder({
    'a.txt': 'Ceph at sea\n~~~~\n\n**Abstract:**\n\nHow a ferry line runs Ceph on board.\n',
  });
  expect(await lectern(['digest', '--data', abstracts, '--to', 'markdown'], { env })).toEqual({
    code: 0,
    stderr: '',
    stdout: `# The conference: talks to look forward to

The conference · the last 1 talk: every talk has now been featured

### Ceph at sea

How a ferry line runs Ceph on board.
`,
  });
});

test('digest takes --json for Slack alone, and no other form', async () => {
  expect(await lectern(['digest', '--data', data, '--to', 'html', '--json'], { env })).toEqual({
    code: 2,
    stderr: "lectern: --json prints Slack's messages; leave it out, or leave out --to html.\n",
    stdout: '',
  });
  expect((await lectern(['digest', '--data', data, '--to', 'pdf'], { env })).code).toBe(2);
});

test('digest speaks the language that is asked for, in each form', async () => {
  const first = async (form: string) =>
    (await lectern(['digest', '--data', data, '--to', form, '--language', 'de'], { env })).stdout;
  expect((await first('slack')).split('\n')[0]).toBe('Lighthouse Days: Heute ist der letzte Tag');
  expect((await first('markdown')).split('\n')[0]).toBe('# Mittwoch, 12. Mai 2027');
  expect(await first('html')).toContain('<html lang="de">');
  expect((await lectern(['digest', '--data', data, '--language', 'tlh'], { env })).code).toBe(2);
});
