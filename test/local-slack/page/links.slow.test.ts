import { expect, test } from 'vitest';
import { eventually, openPage } from './browser.ts';

const SITE = 'https://harbour-cloud-days.example/2027/talks';
const PAGE = `${SITE}/upgrading-ceph-in-daylight`;
const TITLE = 'Forty petabytes, no weekend work: upgrading Ceph in daylight';

test.each([
  ['a desk', 1280],
  ['a phone', 375],
])('on %s, a pasted link gets a card, which opens a pane and stars the talk', async (_, width) => {
  const opened = await openPage({ width });
  const { page, type, workspace } = opened;
  await type(`Who goes to ${PAGE}?utm_source=mail with me?`);
  const card = page.getByRole('region', { name: `Card: ${TITLE}` });
  await card.waitFor();
  expect((await card.innerText()).split('\n').filter(line => line.trim() !== '')).toEqual([
    'Talk · Harbour Cloud Days 2027',
    TITLE,
    'Speakers',
    'Iñaki Etxeberria, Ingrid Solbakken',
    'When',
    'Tue 11 May 10:30–11:15',
    'Your time',
    'May 11 10:30',
    'Room',
    'Quay Hall',
    'Track',
    'Storage',
    'Details',
    'Star',
  ]);

  await card.getByRole('button', { name: /^Star/ }).click();
  await page.getByText('Starred Forty petabytes').first().waitFor();
  await card.getByRole('button', { name: 'Details' }).click();
  const details = page.getByRole('dialog', { name: 'Talk' });
  await details.getByText(TITLE).waitFor();
  await page.keyboard.press('Escape');

  await card.getByRole('button', { name: TITLE, exact: true }).click();
  const pane = page.getByRole('region', { name: TITLE, exact: true });
  await pane.getByText('You starred this talk.').waitFor();
  await pane.getByRole('button', { name: /^Unstar/ }).click();
  await pane.getByRole('button', { name: /^Star/ }).waitFor();
  expect(await pane.getByText('You starred this talk.').count()).toBe(0);
  await pane.getByRole('button', { name: 'Close the card' }).click();
  await pane.waitFor({ state: 'detached' });
  const title = card.getByRole('button', { name: TITLE, exact: true });
  await eventually(() => title.evaluate(each => each.matches(':focus'))).toBe(true);
  expect(workspace.calls.filter(({ response }) => response?.body.ok === false)).toEqual([]);
});

test('a link that is typed has a preview until it is sent, and only its author sees it', async () => {
  const { page, workspace } = await openPage();
  const box = page.getByRole('textbox', { name: /^Message/ });
  await box.fill(`See ${PAGE}`);
  const preview = page.getByRole('note');
  await preview.getByText(TITLE).waitFor();
  await box.fill('See');
  await preview.waitFor({ state: 'detached' });
  await box.fill(`See ${PAGE}`);
  await preview.waitFor();
  await box.press('Enter');
  await page.getByRole('region', { name: `Card: ${TITLE}` }).waitFor();
  await eventually(() => preview.count()).toBe(0);
  expect(workspace.cards.ofDraft('U0JUNE0002')).toEqual([]);
});

test('a card that comes below the last message is scrolled into view', async () => {
  const { page, type } = await openPage({ width: 375 });
  for (const talk of [PAGE, `${SITE}/rgw-multi-site-across-three-ports`]) await type(talk);
  const card = page.getByRole('region', { name: /^Card: RGW/ });
  await card.waitFor();
  const bottomOf = (box: { readonly y: number; readonly height: number } | null) =>
    box ? box.y + box.height : NaN;
  const list = page.getByRole('region', { name: 'Messages' });
  await eventually(async () => bottomOf(await card.boundingBox()) <= bottomOf(await list.boundingBox())).toBe(
    true,
  );
});

test('others see the card, and a pane of their own', async () => {
  const opened = await openPage();
  const { page, type } = opened;
  await type(PAGE);
  const card = page.getByRole('region', { name: `Card: ${TITLE}` });
  await card.getByRole('button', { name: /^Star/ }).click();
  await page.getByText('Starred Forty petabytes').first().waitFor();
  await page.getByRole('button', { name: /^You:/ }).click();
  await page.getByRole('radio', { name: 'June Okafor' }).check();
  await card.getByRole('button', { name: TITLE, exact: true }).click();
  const pane = page.getByRole('region', { name: TITLE, exact: true });
  await pane.getByRole('button', { name: /^Star/ }).waitFor();
  expect(await pane.getByText('You starred this talk.').count()).toBe(0);
});
