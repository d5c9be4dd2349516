import { describe, expect, test } from 'vitest';
import { client } from '../support.ts';
import { JUNE, LOBBY, MIRA, servePage, statusOf } from './support.ts';

test('serves the page under a policy that lets nothing in or out', async () => {
  const { workspace } = await servePage();
  const response = await fetch(workspace.url);
  expect(await response.text()).toBe('<p>A page</p>');
  const names = ['content-type', 'content-security-policy', 'x-content-type-options', 'referrer-policy'];
  expect(names.map(name => response.headers.get(name))).toEqual([
    'text/html',
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    'nosniff',
    'no-referrer',
  ]);
});

test('serves nothing else', async () => {
  const { workspace } = await servePage();
  const status = (path: string, method = 'GET') => statusOf(workspace.url + path, { method });
  expect([
    await status('/nothing-here'),
    await status('/', 'POST'),
    await status('/page/acts'),
    await status('/page/state?user=U0NOBODY'),
    await status('/page/changes?user=U0NOBODY'),
  ]).toEqual([404, 404, 415, 404, 404]);
});

test('a shared file is downloaded, and nothing of it runs here', async () => {
  const { workspace } = await servePage({ scopes: ['chat:write', 'files:write'] });
  const { files } = client(workspace);
  const { upload_url = '', file_id = '' } = await files.getUploadURLExternal({
    filename: 'Fög.html',
    length: 3,
  });
  await fetch(upload_url, { method: 'POST', body: '<b>' });
  const read = () => fetch(`${workspace.url}/page/files/${file_id}`);
  expect((await read()).status).toBe(404);
  await files.completeUploadExternal({ files: [{ id: file_id }], channel_id: 'D0MIRA0001' });
  const response = await read();
  expect(await response.text()).toBe('<b>');
  expect(
    ['content-type', 'content-disposition', 'x-content-type-options'].map(name => response.headers.get(name)),
  ).toEqual(['application/octet-stream', "attachment; filename*=UTF-8''F%C3%B6g.html", 'nosniff']);
});

describe('what is to be done', () => {
  test.each([
    ['a form, which another site could send', 'application/x-www-form-urlencoded', 'act=say', 415],
    ['plain text, which another site could send', 'text/plain', '{}', 415],
    ['what is no object', 'application/json', '[]', 400],
    ['what is too large', 'application/json', `{"text":"${'x'.repeat(5_000_000)}"}`, 400],
  ])('is refused as %s', async (_, type, body, status) => {
    const { workspace } = await servePage();
    const headers = { 'content-type': type };
    const response = await fetch(`${workspace.url}/page/acts`, { method: 'POST', headers, body });
    expect(response.status).toBe(status);
  });
});

describe('the stream of changes', () => {
  test('shows what is there, and then each change to whom it concerns', async () => {
    const { workspace } = await servePage();
    const mira = await textsSeenBy(MIRA, workspace.url);
    const june = await textsSeenBy(JUNE, workspace.url);
    expect([await mira.next(), await june.next()]).toEqual([[], []]);
    await workspace.say({ user: MIRA, channel: LOBBY, text: 'Good morning' });
    expect([await mira.next(), await june.next()]).toEqual([['Good morning'], ['Good morning']]);
    await mira.close();
    await june.close();
  });
});

/** The messages of each state that the stream sends to a person. */
async function textsSeenBy(user: string, url: string) {
  const response = await fetch(`${url}/page/changes?user=${user}`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  const next = async (): Promise<readonly string[]> => {
    while (!rest.includes('\n\n')) {
      const part = await reader?.read();
      if (part === undefined || part.done) throw new Error('The stream has ended.');
      rest += part.value;
    }
    const end = rest.indexOf('\n\n');
    const state = JSON.parse(rest.slice('data: '.length, end));
    rest = rest.slice(end + 2);
    return state.messages.map(({ text }: { text: string }) => text);
  };
  return { next, close: async () => reader?.cancel() };
}
