import { expect, test } from 'vitest';
import { Slackbot } from '../../../src/local-slack/slackbot/slackbot.ts';
import { isSignedBySlack } from '../../../src/slack/receiving/signature.ts';
import { webServer } from '../../support/web-server.ts';
import { actions, button, plain } from '../block-kit/rows.ts';

const mira = { userId: 'U0MIRA0001', teamId: 'T0HARBOUR1' };
const SECRET = 'secret';
const details = (value: unknown) => button({ action_id: 'tool:get_talk', value: JSON.stringify(value) });
const row = [{ type: 'section', text: plain('Ceph at sea') }, actions(details({ id: 'a' }))];

/** An app with two tools, of which one draws its answers. It says what it was asked, and draws these blocks. */
async function openSlackbot(blocks: unknown, { secret = SECRET, stream = false } = {}) {
  const calls: unknown[] = [];
  const { url } = await webServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    const { id, method, params } = JSON.parse(String(body));
    if (!isSignedBySlack(request.headers, body, SECRET)) return void response.writeHead(401).end('Unsigned.');
    const { slack } = params._meta;
    if (method === 'tools/call') calls.push([request.headers['mcp-name'], params.arguments, slack]);
    const result =
      method === 'tools/list'
        ? { tools: [{ name: 'get_talk', _meta: { slack: { supportsBlockKit: true } } }, { name: 'count' }] }
        : { content: [{ type: 'text', text: 'said' }], _meta: { slack: { blocks } } };
    const answer = JSON.stringify({ jsonrpc: '2.0', id, result });
    response.writeHead(200, { 'content-type': stream ? 'text/event-stream' : 'application/json' });
    response.end(stream ? `event: message\ndata: ${answer}\n\n` : answer);
  });
  return { slackbot: new Slackbot({ url, signingSecret: secret }), calls };
}

test.each([false, true])(
  'asks for a person, and a press on a button is a call (stream: %s)',
  async stream => {
    const { slackbot, calls } = await openSlackbot(row, { stream });
    const message = await slackbot.ask(mira, { tool: 'get_talk', arguments: { id: 'b' } });
    expect(message).toEqual({ blocks: row, violations: [], text: 'said', isError: false });
    expect(await slackbot.press(mira, message, { label: 'Details' })).toEqual(message);
    const slack = { user_id: mira.userId, team_id: mira.teamId, enterprise_id: null };
    expect(calls).toEqual([
      ['get_talk', { id: 'b' }, slack],
      ['get_talk', { id: 'a' }, slack],
    ]);
    expect(() => slackbot.press(mira, message, { label: 'Share' })).toThrow('no button Share');
  },
);

test('one bad block drops all', async () => {
  const { slackbot } = await openSlackbot([...row, actions(button({ value: '{}' }))]);
  expect(await slackbot.ask(mira, { tool: 'get_talk', arguments: {} })).toEqual({
    blocks: [],
    violations: [{ path: '/blocks/2/elements/0/action_id', rule: 'inert: must be tool:<name>' }],
    text: 'said',
    isError: false,
  });
});

test('a tool that is not listed as one that draws has no blocks', async () => {
  const { slackbot } = await openSlackbot(row);
  const { blocks } = await slackbot.ask(mira, { tool: 'count', arguments: {} });
  expect(blocks).toEqual([]);
  await expect(slackbot.ask(mira, { tool: 'drop', arguments: {} })).rejects.toThrow('no tool drop');
});

test('an app with another secret refuses', async () => {
  const { slackbot } = await openSlackbot(row, { secret: 'another' });
  await expect(slackbot.listTools(mira)).rejects.toThrow('refused tools/list with 401: Unsigned.');
});
