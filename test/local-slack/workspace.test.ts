import { afterEach, describe, expect, it } from 'vitest';
import { type Running, section, startOverHttp } from './support.ts';

let running: Running | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

describe('a workspace and a Bolt app over HTTP', () => {
  it('shows the answer to a slash command to the person who typed it', async () => {
    running = await startOverHttp(app => {
      app.command('/talk', ({ ack, command }) =>
        ack({ text: `You typed ${command.text}`, blocks: [section('ok')] }),
      );
    });
    const { workspace } = running;
    const { mira, june } = workspace.people;
    const { lobby } = workspace.channels;

    const answer = await workspace.command({
      user: mira.id,
      channel: lobby.id,
      command: '/talk',
      text: 'a & <b>',
    });

    expect(answer.error).toBeUndefined();
    expect(answer.message?.text).toBe('You typed a &amp; &lt;b&gt;');
    expect(workspace.visibleMessages(mira.id, lobby.id)).toEqual([answer.message]);
    expect(workspace.visibleMessages(june.id, lobby.id)).toEqual([]);
  });

  it('opens a modal for a button that is really there, and closes it when it is submitted', async () => {
    running = await startOverHttp(app => {
      app.command('/talk', ({ ack }) =>
        ack({
          text: 'One talk',
          blocks: [
            {
              type: 'actions',
              elements: [
                {
                  type: 'button',
                  action_id: 'details',
                  value: '42',
                  text: { type: 'plain_text', text: 'Details' },
                },
              ],
            },
          ],
        }),
      );
      app.action('details', async ({ ack, body, client, payload }) => {
        await ack();
        if (body.type !== 'block_actions' || payload.type !== 'button') return;
        await client.views.open({
          trigger_id: body.trigger_id,
          view: {
            type: 'modal',
            callback_id: 'note',
            title: { type: 'plain_text', text: 'Details' },
            submit: { type: 'plain_text', text: 'Save' },
            private_metadata: payload.value ?? '',
            blocks: [
              {
                type: 'input',
                block_id: 'note',
                label: { type: 'plain_text', text: 'Note' },
                element: { type: 'plain_text_input', action_id: 'text' },
              },
            ],
          },
        });
      });
      app.view('note', async ({ ack, view, client, body }) => {
        await ack();
        await client.chat.postMessage({
          channel: body.user.id,
          text: `${view.private_metadata}: ${view.state.values.note?.text?.value}`,
        });
      });
    });
    const { workspace } = running;
    const { mira } = workspace.people;
    const { lobby, dm } = workspace.channels;

    const { message } = await workspace.command({ user: mira.id, channel: lobby.id, command: '/talk' });
    if (message === undefined) throw new Error('no answer');
    await workspace.click({ user: mira.id, in: message, label: 'Details' });
    await workspace.when(() => workspace.modalsOf(mira.id).at(-1));
    const submitted = await workspace.submit({ user: mira.id, entries: { text: 'Do not miss' } });
    const note = await workspace.when(() => workspace.visibleMessages(mira.id, dm.id).at(-1));

    expect(submitted.view).toBeUndefined();
    expect(note.text).toBe('42: Do not miss');
  });

  it('tells the app of a mention and of a direct message', async () => {
    running = await startOverHttp(app => {
      app.event('app_mention', ({ event, say }) =>
        say({ text: `mentioned: ${event.text}`, thread_ts: event.ts }).then(),
      );
      app.message(async ({ message, say }) => {
        if (message.subtype === undefined) await say(`said: ${message.text}`);
      });
      app.event('app_home_opened', async ({ event, client }) => {
        await client.views.publish({
          user_id: event.user,
          view: { type: 'home', blocks: [section('Welcome')] },
        });
      });
    });
    const { workspace } = running;
    const { mira } = workspace.people;
    const { lobby, dm } = workspace.channels;

    const { message } = await workspace.mention({ user: mira.id, channel: lobby.id, text: 'ceph' });
    const reply = await workspace.when(() =>
      workspace.visibleMessages(mira.id, lobby.id).find(each => each.threadTs === message.ts),
    );
    expect(reply.text).toBe(`mentioned: <@${workspace.bot.userId}> ceph`);

    await workspace.directMessage({ user: mira.id, text: 'now' });
    const answer = await workspace.when(() => workspace.visibleMessages(mira.id, dm.id)[1]);
    expect(answer.text).toBe('said: now');

    await workspace.openHome({ user: mira.id });
    const home = await workspace.when(() => workspace.homeOf(mira.id));
    expect(home.content.blocks).toMatchObject([section('Welcome')]);
  });
});
