import { expect, test } from 'vitest';
import type { Workspace } from '../../src/local-slack/workspace.ts';
import { LIGHTHOUSE } from '../cli/support.ts';
import { install } from '../support/oauth-slack.ts';
import { answerTo, JUNE, MIRA, messagesOfApp, topModal, typeTalk } from '../support/slack-people.ts';
import { execute } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openTwoWorkspaces, type TwoWorkspaces } from '../support/two-workspaces.ts';

/** Two talks that start at the same time. */
const DATA_DIR = () =>
  temporaryFolder({
    ...LIGHTHOUSE,
    'schedule.csv':
      'title,start,end,room\nCeph at sea,2027-05-11T09:00,2027-05-11T09:45,Quay Hall\nTape ashore,2027-05-11T09:00,2027-05-11T09:30,Net Loft\n',
  });

/** Before the digest and the reminder of a talk at nine, with time to order both. */
const CLOCK = '2027-05-11T08:49:52+02:00';

/** The digest and the reminder, once they are there. */
function delivered(workspace: Workspace): readonly string[] {
  const texts = messagesOfApp(workspace).map(({ text }) => text);
  return texts.filter(text => /^Rehearsal: (Lighthouse Days is today|Your talk starts)/.test(text));
}

/** Mira asks for a talk, stars it, wants a reminder and an alert, and orders a digest and a calendar. Returns the path of that. */
async function takePart(workspace: Workspace, talk: string, room: string): Promise<string> {
  const answer = await answerTo(workspace, talk);
  expect(answer.text).toContain(talk);
  await workspace.click({ user: MIRA, in: answer, label: 'Star' });
  const question = await workspace.when(() =>
    messagesOfApp(workspace).find(({ text }) => text.startsWith('Do you want')),
  );
  await workspace.click({ user: MIRA, in: question, label: '10 minutes' });
  await answerTo(workspace, 'alert submarines');
  await typeTalk(workspace, `digest daily 08:50 room:"${room}"`);
  await workspace.click({ user: MIRA, in: await answerTo(workspace, talk), label: 'Calendar' });
  const told = await workspace.when(() => messagesOfApp(workspace).find(({ text }) => text.includes('.ics')));
  return /\/calendar\/[\w-]+\.ics/.exec(told.text)?.[0] ?? '';
}

/** June names Mira as one who may order digests. */
async function organise(workspace: Workspace): Promise<void> {
  await typeTalk(workspace, 'settings', { user: JUNE });
  await topModal(workspace, JUNE);
  await workspace.submit({ user: JUNE, entries: { organisers: [MIRA] } });
}

/** Counts a search, which Lectern does each half a minute, and rates a talk, which it allows once a talk is over. */
async function keepOpinions({ file }: TwoWorkspaces, workspace: string): Promise<void> {
  const keep = (table: string, values: readonly (string | number)[]) =>
    execute(`file:${file}`, `insert into ${table} values (${values.map(() => '?').join()})`, values);
  await keep('asked_words', ['rehearsal', workspace, 'Lighthouse Days', '2027-05-11', 'found', 'ceph', 1]);
  await keep('ratings', ['rehearsal', workspace, MIRA, 'Lighthouse Days', 'schedule/1', 4, 'Clear.']);
}

/** How many rows each table has of a workspace. */
async function rowsOf({ file }: TwoWorkspaces, workspace: string): Promise<Readonly<Record<string, number>>> {
  const tables = (await execute(
    `file:${file}`,
    "select m.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and c.name = 'workspace' order by m.name",
  )) as readonly { readonly name: string }[];
  const counts: [string, number][] = [];
  for (const { name } of tables) {
    const [row] = await execute(`file:${file}`, `select count(*) as n from ${name} where workspace = ?`, [
      workspace,
    ]);
    counts.push([name, (row as { readonly n: number }).n]);
  }
  return Object.fromEntries(counts);
}

test('tokens that are revoked end all of a workspace, and a new installation answers there with its new token', async () => {
  const scene = await openTwoWorkspaces({ DATA_DIR: DATA_DIR(), ORGANISERS: JUNE });
  const { url, slack, harbour, tell } = scene;
  for (const team of ['T1', 'T2']) await install(url, slack, { team });
  await organise(harbour);
  const feed = await takePart(harbour, 'Ceph at sea', 'Quay Hall');
  const [first] = slack.given.filter(each => each.startsWith('xoxb-'));
  slack.revoke({ team: 'T1' });
  const revoked = { type: 'tokens_revoked', tokens: { oauth: [], bot: [harbour.bot.userId] } };
  expect(await tell({ event: revoked, team_id: 'T1' })).toBe(200);
  expect(new Set(Object.values(await rowsOf(scene, 'T1')))).toEqual(new Set([0]));
  expect((await fetch(url + feed)).status).toBe(404);
  expect((await answerTo(harbour, 'ceph')).text).toContain('Lectern must be installed (again)');

  const page = await install(url, slack, { team: 'T1' });
  expect(page).toContain('Lectern is installed in harbour');
  const second = slack.given.filter(each => each.startsWith('xoxb-')).at(-1);
  expect(second).not.toBe(first);
  const answer = await answerTo(harbour, 'ceph');
  expect(answer.text).toContain('Ceph at sea');
  // Slack takes this call with the new token only.
  await harbour.click({ user: MIRA, in: answer, label: 'Details' });
  expect((await topModal(harbour)).content.title).toMatchObject({ text: 'Talk' });
  expect(await rowsOf(scene, 'T1')).toMatchObject({ installations: 1, stars: 0, digests: 0, feeds: 0 });
});

test('two workspaces whose people and channels have the same ids know nothing of each other, and one ends alone', async () => {
  const scene = await openTwoWorkspaces({ DATA_DIR: DATA_DIR(), CLOCK, ORGANISERS: JUNE });
  const { url, slack, harbour, lagoon, log, tell } = scene;
  for (const team of ['T1', 'T2']) await install(url, slack, { team });
  for (const each of [harbour, lagoon]) await organise(each);
  const inHarbour = await takePart(harbour, 'Ceph at sea', 'Quay Hall');
  const inLagoon = await takePart(lagoon, 'Tape ashore', 'Net Loft');

  for (const each of [harbour, lagoon])
    await each.when(() => (delivered(each).length === 2 ? true : undefined), 30_000);
  expect([delivered(harbour), delivered(lagoon)]).toEqual([
    [expect.stringContaining('Quay Hall: Ceph at sea'), expect.stringContaining('\nCeph at sea, Quay Hall')],
    [expect.stringContaining('Net Loft: Tape ashore'), expect.stringContaining('\nTape ashore, Net Loft')],
  ]);

  for (const workspace of ['T1', 'T2']) await keepOpinions(scene, workspace);
  const [before, kept] = [await rowsOf(scene, 'T1'), await rowsOf(scene, 'T2')];
  expect(before).toEqual(kept);
  expect(Object.values(before)).not.toContain(0);
  slack.revoke({ team: 'T1' }, 'account_inactive');
  expect(await tell({ event: { type: 'app_uninstalled' }, team_id: 'T1' })).toBe(200);
  expect(await rowsOf(scene, 'T2')).toEqual(kept);
  expect(new Set(Object.values(await rowsOf(scene, 'T1')))).toEqual(new Set([0]));
  const feedIs = async (path: string) => (await fetch(url + path)).status;
  expect([await feedIs(inHarbour), await feedIs(inLagoon)]).toEqual([404, 200]);

  await install(url, slack, { team: 'T1' });
  const says = async (workspace: Workspace, text: string) => (await answerTo(workspace, text)).text;
  expect(await says(harbour, 'mine')).toContain('You have no talks yet');
  expect(await says(lagoon, 'mine')).toContain('Tape ashore');
  expect(await says(harbour, 'digest 09:00')).toContain('Only organisers');
  expect(await says(lagoon, 'digest 09:00')).toContain('This digest is on');
  expect(log.filter(line => JSON.parse(line).level !== 'info')).toEqual([]);
});
