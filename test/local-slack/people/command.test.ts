import { afterEach, describe, expect, it, test } from 'vitest';
import type { TypedCommand } from '../../../src/local-slack/people/command.ts';
import { startWorkspace } from '../../../src/local-slack/workspace.ts';
import { manualClock, type Running, section, startOverHttp } from '../support.ts';

let running: Running | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

const typed: TypedCommand = { user: 'U0MIRA0001', channel: 'C0LOBBY001', command: '/talk', text: 'ceph' };

test('menus offer nothing of an app that was not granted it', async () => {
  const workspace = await startWorkspace({ scopes: ['chat:write'] });
  const lacks = 'The app lacks the scope "commands", so it has no slash commands and no shortcuts.';
  await expect(workspace.command(typed)).rejects.toThrow(lacks);
  await expect(workspace.shortcut({ user: typed.user, callbackId: 'find_talk' })).rejects.toThrow(lacks);
  await workspace.close();
});

describe('a slash command', () => {
  it('comes as Slack sends it', async () => {
    let seen: unknown;
    running = await startOverHttp(app => {
      app.command('/talk', ({ ack, command }) => {
        seen = command;
        return ack();
      });
    });
    const answer = await running.workspace.command({ ...typed, channel: 'C0ORGANISE' });
    expect(seen).toEqual({
      token: expect.any(String),
      team_id: 'T0HARBOUR1',
      team_domain: 'harbour-cloud',
      channel_id: 'C0ORGANISE',
      channel_name: 'privategroup',
      user_id: 'U0MIRA0001',
      user_name: 'mira',
      command: '/talk',
      text: 'ceph',
      api_app_id: 'A0LECTERN1',
      is_enterprise_install: 'false',
      response_url: answer.responseUrl,
      trigger_id: answer.triggerId,
    });
    expect(answer.message).toBeUndefined();
  });

  it.each([
    ['@june in #lobby & <more>', '@june in #lobby &amp; &lt;more&gt;', false],
    ['@june in #lobby & <more>', '<@U0JUNE0002|june> in <#C0LOBBY001|lobby> &amp; &lt;more&gt;', true],
  ])('escapes %s as %s', async (text, expected, shouldEscape) => {
    running = await startOverHttp(app => {
      app.command('/talk', ({ ack, command }) =>
        ack({ text: 'ok', response_type: 'in_channel', blocks: [section(command.text)] }),
      );
    });
    const { message } = await running.workspace.command({ ...typed, text, shouldEscape });
    expect(message).toMatchObject({ blocks: [section(expected)] });
    expect(message?.ephemeralFor).toBeUndefined();
  });

  it('may be answered with nothing but a text', async () => {
    running = await startOverHttp(app => {
      app.command('/talk', ({ ack }) => ack('Searching…'));
    });
    expect((await running.workspace.command(typed)).message).toMatchObject({
      text: 'Searching…',
      ephemeralFor: typed.user,
    });
  });

  it('fails for the person where the answer breaks a rule', async () => {
    running = await startOverHttp(app => {
      app.command('/talk', ({ ack }) => ack({ text: 'a', blocks: [section('')] }));
    });
    const { workspace } = running;
    expect(await workspace.command(typed)).toMatchObject({ error: 'invalid_command_response' });
    expect(workspace.messages).toEqual([]);
    expect(workspace.callsOf('ack slash_commands')[0]?.response?.body).toMatchObject({
      error: 'invalid_blocks',
    });
  });

  it('times out after three seconds, and the app’s late answer is nobody’s', async () => {
    const clock = manualClock();
    let late: (() => Promise<void>) | undefined;
    running = await startOverHttp(
      app => {
        app.command('/talk', async ({ ack }) => {
          late = () => ack('late');
          clock.advance(3000);
        });
      },
      { clock },
    );
    expect(await running.workspace.command(typed)).toMatchObject({ error: 'operation_timeout' });
    await late?.();
    expect(running.workspace.messages).toEqual([]);
  });

  it.each([
    ['nobody listens', 'http://127.0.0.1:1/slack/events', 'dispatch_failed'],
    ['the app knows no such path', '/elsewhere', 'http_service_error'],
  ])('fails where %s', async (_name, path, error) => {
    running = await startOverHttp(() => {});
    const { workspace } = running;
    workspace.deliverTo(path.startsWith('/') ? `${running.url}${path}` : path);
    expect(await workspace.command(typed)).toMatchObject({ error });
  });

  it('is refused by the app where it is not signed with its secret', async () => {
    running = await startOverHttp(
      () => {},
      { tokens: { signingSecret: 'ours' } },
      { signingSecret: 'theirs' },
    );
    expect(await running.workspace.command(typed)).toMatchObject({ error: 'http_service_error' });
  });

  it('cannot be typed by nobody, nor where one cannot be', async () => {
    running = await startOverHttp(() => {});
    const { workspace } = running;
    await expect(workspace.command({ ...typed, user: 'U0NOBODY01' })).rejects.toThrow(
      'nobody with the id U0NOBODY01',
    );
    await expect(workspace.command({ ...typed, user: 'U0JUNE0002', channel: 'C0ORGANISE' })).rejects.toThrow(
      'cannot see a channel C0ORGANISE',
    );
  });
});
