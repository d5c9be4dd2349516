import { afterEach, beforeEach, expect, it } from 'vitest';
import { startWorkspace, type Workspace } from '../../../src/local-slack/workspace.ts';
import { call, client } from '../support.ts';

let workspace: Workspace;

beforeEach(async () => {
  workspace = await startWorkspace({ scopes: ['chat:write', 'files:write'] });
});
afterEach(() => workspace.close());

const BYTES = 'BEGIN:VCALENDAR';

async function announce(length = BYTES.length): Promise<{ readonly url: string; readonly id: string }> {
  const { upload_url = '', file_id = '' } = await client(workspace).files.getUploadURLExternal({
    filename: 'fog.ics',
    length,
  });
  return { url: upload_url, id: file_id };
}

function upload(url: string, body: string | FormData = BYTES): Promise<Response> {
  return fetch(url, { method: 'POST', body });
}

function share(args: object): Promise<object> {
  return call(workspace, 'files.completeUploadExternal', args);
}

it('takes a file and shares it once', async () => {
  const { url, id } = await announce();
  const answer = await upload(url);
  expect([answer.status, await answer.text()]).toEqual([200, 'OK - 15']);
  const files = [{ id, title: 'Fog' }];
  expect(await share({ files, channel_id: 'D0MIRA0001' })).toEqual({ ok: true, files });
  expect(workspace.messages).toMatchObject([
    { channel: 'D0MIRA0001', author: workspace.bot.userId, files: [{ id, name: 'fog.ics', title: 'Fog' }] },
  ]);
  expect(Buffer.from(workspace.messages[0]?.files?.[0]?.bytes ?? []).toString()).toBe(BYTES);
  expect(await share({ files, channel_id: 'D0MIRA0001' })).toEqual({ ok: false, error: 'file_not_found' });
});

it('keeps a file private that is shared nowhere, and calls it by its name', async () => {
  const { url, id } = await announce();
  await upload(url);
  expect(await share({ files: JSON.stringify([{ id }]) })).toEqual({
    ok: true,
    files: [{ id, title: 'fog.ics' }],
  });
  expect(workspace.messages).toEqual([]);
});

it('takes only as many bytes as were announced, once, and no form', async () => {
  const { url, id } = await announce();
  const form = new FormData();
  form.set('filename', new Blob([BYTES]));
  expect((await upload(url, form)).status).toBe(400);
  expect((await upload(url, '[object FormData]')).status).toBe(400);
  expect(await share({ files: [{ id }], channel_id: 'D0MIRA0001' })).toEqual({
    ok: false,
    error: 'file_not_found',
  });
  expect([(await upload(url)).status, (await upload(url)).status]).toEqual([200, 404]);
  expect((await upload(`${workspace.url}/upload/v1/unknown`)).status).toBe(404);
  expect((await fetch(url)).status).toBe(404);
});

it.each([
  [{ filename: 'fog.ics' }, 'missing_argument'],
  [{ length: 15 }, 'missing_argument'],
  [{ filename: 'fog.ics', length: 0 }, 'missing_argument'],
  [{ filename: 'fog.ics', length: 1.5 }, 'invalid_arguments'],
  [{ filename: 'fog.ics', length: 'long' }, 'invalid_arguments'],
])('announces no file for %j', async (args, error) => {
  expect(await call(workspace, 'files.getUploadURLExternal', args)).toMatchObject({ ok: false, error });
});

it.each([
  ['D0MIRA0001', undefined],
  ['U0MIRA0001', 'invalid_arguments'],
  ['#lobby', 'invalid_arguments'],
  ['C0NOWHERE1', 'channel_not_found'],
  ['C0ORGANISE', 'channel_not_found'],
  ['C0CORRIDOR', 'not_in_channel'],
])('shares a file in %s, or says %s', async (channel, error) => {
  const { url, id } = await announce();
  await upload(url);
  expect(await share({ files: [{ id }], channel_id: channel })).toMatchObject({
    ok: error === undefined,
    ...(error && { error }),
  });
});

it('says which rule a channel breaks', async () => {
  expect(await share({ files: [{ id: 'F1' }], channel_id: 'U0MIRA0001' })).toMatchObject({
    response_metadata: {
      messages: ['[ERROR] input must match regex pattern: ^[CGDZ][A-Z0-9]{8,}$ [json-pointer:/channel_id]'],
    },
  });
});

it.each([[{}], [{ files: [] }], [{ files: 'F1' }]])('refuses %j, which names no file', async args => {
  expect(await share(args)).toMatchObject({ error: 'invalid_arguments' });
});

it('asks for a scope that the usual manifest has not', async () => {
  const plain = await startWorkspace();
  const answers = ['files.getUploadURLExternal', 'files.completeUploadExternal'].map(method =>
    call(plain, method, {}),
  );
  expect(await Promise.all(answers)).toMatchObject([
    { error: 'missing_scope', needed: 'files:write' },
    { error: 'missing_scope', needed: 'files:write' },
  ]);
  await plain.close();
});
