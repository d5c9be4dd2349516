import { expect, test } from 'vitest';
import { eventually, newestMessage, openPage } from './browser.ts';

test("the clock is set in the person's own zone, and today is another day", async () => {
  const opened = await openPage();
  const { page, type } = opened;
  const pill = page.getByRole('button', { name: /clock/ });
  expect(await pill.innerText()).toContain('Tue, 11 May 2027 08:55');
  await pill.click();
  await page.getByLabel('Date and time').fill('2027-05-12T09:35');
  await page.getByRole('button', { name: 'Set' }).click();
  await eventually(() => pill.innerText()).toContain('Wed, 12 May 2027 09:35');
  await page.keyboard.press('Escape');
  await type('/talk today');
  await eventually(async () => (await newestMessage(opened)).join(' ')).toContain('Wed 12 May');
  expect(await page.locator('.day').allInnerTexts()).toEqual(['Wednesday 12 May']);
});

test('the clock runs faster', async () => {
  const { page } = await openPage();
  const pill = page.getByRole('button', { name: /clock/ });
  await pill.click();
  await page.getByRole('radio', { name: '10 min per second' }).check();
  await eventually(() => pill.innerText()).toMatch(/(09:[1-5]|[12]\d:)\d[\s\S]*600×/);
  await page.getByRole('radio', { name: 'Real time' }).check();
  await eventually(() => pill.innerText()).not.toContain('×');
});

test('a message long after another by the clock that is shown has its author and time', async () => {
  const { page, type } = await openPage();
  await type('one');
  await type('two');
  await page.getByRole('article').nth(1).waitFor();
  await page.getByRole('button', { name: /clock/ }).click();
  await page.getByLabel('Date and time').fill('2027-05-11T09:35');
  await page.getByRole('button', { name: 'Set' }).click();
  await page.keyboard.press('Escape');
  await type('three');
  await page.getByRole('article').nth(2).waitFor();
  const heads = page.getByRole('article').locator('.message-head');
  expect((await heads.allInnerTexts()).map(text => text.split('\n'))).toEqual([
    ['Mira Castell', expect.stringMatching(/^08:5\d$/)],
    ['Mira Castell', '09:35'],
  ]);
});

test('another time zone shows its own times, and the next answer knows of it', async () => {
  const opened = await openPage();
  const { page, type } = opened;
  await type('/talk lustre');
  await type('/talk lustre');
  await eventually(async () => (await newestMessage(opened)).join(' ')).not.toContain('your time');
  await page.getByRole('button', { name: /^You:/ }).click();
  await page.getByLabel('Your time zone').selectOption('Asia/Tokyo');
  await page.keyboard.press('Escape');
  await eventually(() => page.getByRole('button', { name: /clock/ }).innerText()).toContain('15:55');
  await type('/talk lustre');
  await eventually(async () => (await newestMessage(opened)).join(' ')).toContain(
    '(tomorrow 22:00 your time)',
  );
});

test("the next morning is the conference's, wherever the person is", async () => {
  const { page } = await openPage();
  await page.getByRole('button', { name: /^You:/ }).click();
  await page.getByLabel('Your time zone').selectOption('Asia/Tokyo');
  await page.keyboard.press('Escape');
  const pill = page.getByRole('button', { name: /clock/ });
  await eventually(() => pill.innerText()).toContain('15:55');
  await pill.click();
  await page.getByRole('button', { name: 'Next morning, 07:59 in Europe/Madrid' }).click();
  await eventually(() => pill.innerText()).toContain('Wed, 12 May 2027 14:59');
});
