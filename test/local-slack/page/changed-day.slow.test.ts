import { expect, test } from 'vitest';
import type { Message } from '../../../src/local-slack/state/messages.ts';
import type { Workspace } from '../../../src/local-slack/workspace.ts';
import { changeFirstDay, letTimePass, sampleCopy, setClock } from '../../support/changed-day.ts';
import { eventually, goTo, newestMessage, openPage } from './browser.ts';

test('a moved keynote, a closed room and another title are told to each person once', async () => {
  const data = sampleCopy();
  const opened = await openPage({ data });
  const { page, workspace, type } = opened;
  await setClock(page, '2027-05-10T20:00');
  await type('/talk digest daily 08:00');
  await page.getByText('A digest for this channel').first().waitFor();
  for (const talk of ['Keynote', 'On call without heroes']) {
    await type(`/talk "${talk}"`);
    await page.getByRole('button', { name: `Star: ${talk}` }).click();
    await page.getByRole('button', { name: `Unstar: ${talk}` }).waitFor();
  }
  await starAs('DNS is fine, your resolver is not', workspace);

  await setClock(page, '2027-05-11T07:59');
  const digest = () => workspace.messages.find(({ text }) => text.includes('starts today'));
  await letTimePass(page, () => workspace.when(digest, 20_000));
  const before = workspace.messages.length;
  changeFirstDay(data);
  const toldPeople = () => (workspace.messages.length >= before + 3 ? true : undefined);
  await letTimePass(page, () => workspace.when(toldPeople, 30_000));
  await setClock(page, '2027-05-11T10:55');
  await letTimePass(page, () => page.getByRole('button', { name: /clock: .* 11:00/ }).waitFor());

  await page.screenshot({ path: '/tmp/lobby.png', fullPage: true });
  expect(digest()?.text.split('\n').slice(1, 5)).toEqual([
    'Tue 11 May · 18 sessions, 4 of them cancelled · times in Europe/Madrid',
    '09:30 Lighthouse Room: Keynote: what a harbour master knows about shared infrastructure, Þórdís Hallgrímsdóttir',
    '10:30 Lighthouse Room: Cilium at scale: replacing kube-proxy on 900 nodes, Amina Bensaïd',
    '10:30 Net Loft: CANCELLED: On call without heroes, Oluwaseun Adeyemi-Cole',
  ]);
  expect(workspace.messages.slice(before).map(seen).sort()).toEqual([
    [
      'C0LOBBY001, in the thread',
      'Changed since this was posted',
      'Cancelled: BGP to the rack, BGP to the host, and where we stopped (was 14:00–14:40, Net Loft)',
      '“DNS is fine, your resolver is not” is now called “DNS is fine, your cache is not”',
      'Keynote: what a harbour master knows about shared infrastructure: 09:00 → 09:30, Quay Hall → Lighthouse Room',
      'Cancelled: On call without heroes (was 10:30–11:00, Net Loft)',
      'Cancelled: Runbooks that people open (was 15:00–15:30, Net Loft)',
      'Cancelled: Ten years of a campus cloud: OpenStack with five people (was 11:30–12:10, Net Loft)',
    ],
    [
      'D0JUNE0002',
      'A talk you starred has changed',
      'DNS is fine, your cache is not: Was called “DNS is fine, your resolver is not”',
    ],
    [
      'D0MIRA0001',
      'Talks you starred have changed',
      'Keynote: what a harbour master knows about shared infrastructure: Tue 11 May 09:00 → 09:30, Quay Hall → Lighthouse Room',
      'On call without heroes: Cancelled (was Tue 11 May 10:30–11:00, Net Loft)',
    ],
  ]);
  await goTo('Lectern (unread)', opened);
  await eventually(() => newestMessage(opened)).toEqual([
    'Lectern',
    'APP',
    expect.stringMatching(/^08:\d\d$/),
    'Talks you starred have changed',
    'Keynote: what a harbour master knows about shared infrastructure',
    'Tue 11 May 09:00 → 09:30, Quay Hall → Lighthouse Room',
    'Details',
    'Unstar',
    'On call without heroes',
    'Cancelled (was Tue 11 May 10:30–11:00, Net Loft)',
    'Details',
    'Unstar',
    'Stop these',
  ]);
}, 120_000);

/** June stars the only talk that an answer has. */
async function starAs(title: string, workspace: Workspace): Promise<void> {
  const { people, channels } = workspace;
  const user = people.june.id;
  await workspace.command({ user, channel: channels.lobby.id, command: '/talk', text: `"${title}"` });
  const answer = await workspace.when(() =>
    workspace.messages.find(({ ephemeralFor, text }) => ephemeralFor === user && text.includes(title)),
  );
  await workspace.click({ user, in: answer, label: 'Star' });
}

function seen({ channel, threadTs, text }: Message) {
  return [`${channel}${threadTs === undefined ? '' : ', in the thread'}`, ...text.split('\n')];
}
