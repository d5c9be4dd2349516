import { request } from 'node:http';
import { afterAll, describe, expect, test } from 'vitest';
import { Slackbot, type SlackbotMessage } from '../../src/local-slack/slackbot/slackbot.ts';
import { startWorkspace } from '../../src/local-slack/workspace.ts';
import { compose, type Lectern } from '../../src/wiring/compose.ts';
import { type Environment, readConfig } from '../../src/wiring/config.ts';
import { createLog } from '../../src/wiring/log.ts';
import { LIGHTHOUSE } from '../cli/support.ts';
import { callOf, headersFor, post, signed } from '../support/mcp-calls.ts';
import { CLIENTS, connectOverHttp } from '../support/mcp-clients.ts';
import { read } from '../support/read.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const data = temporaryFolder(LIGHTHOUSE);
const silent = createLog({ level: 'silent', secrets: [], write: () => {} });
const TOKEN = 'a-token-that-is-long-enough';
const CLOCK = '2027-05-11T08:55+02:00';

interface Started {
  readonly lectern: Lectern;
  readonly url: string;
}

const stopping: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const stop of stopping.reverse()) await stop();
});

async function start(env: Environment): Promise<Started> {
  const DATABASE_URL = `file:${temporaryFolder({})}/lectern.sqlite`;
  const read = readConfig({ DATA_DIR: data, PORT: '0', DATABASE_URL, CLOCK, ...env });
  if ('mistakes' in read) throw new Error(read.mistakes.join(' '));
  const lectern = await compose(read.config, silent);
  stopping.push(() => lectern.stop());
  const { url } = await lectern.start();
  return { lectern, url: `${url}/mcp` };
}

/** Lectern in a Slack that signs. */
async function startInSlack(env: Environment) {
  const slack = await startWorkspace();
  stopping.push(() => slack.close());
  const { bot, signingSecret } = slack.tokens;
  const credentials = { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: signingSecret };
  const started = await start({ ...credentials, SLACK_API_URL: slack.apiUrl, ...env });
  return { ...started, slack, signingSecret };
}

/** One for all tests: a start takes longer than they do. */
const inSlack = startOnce(() => startInSlack({ MCP_TOKEN: TOKEN }));

function startOnce<T>(begin: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | undefined;
  return () => {
    begun ??= begin();
    return begun;
  };
}

describe('an assistant with the bearer token', () => {
  test.each(CLIENTS)('lists, calls, pages and reads by the client of %s', async kind => {
    const { url } = await inSlack();
    const client = await connectOverHttp(kind, url, { headers: { authorization: `Bearer ${TOKEN}` } });
    const { tools } = await client.listTools();
    expect(tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint])).toEqual([
      ['search_talks', true],
      ['get_agenda', true],
      ['get_talk', true],
      ['find_speaker', true],
      ['plan_day', true],
      ['list_conferences', true],
    ]);
    const first = await client.callTool({ name: 'search_talks', arguments: { query: 'rack', limit: 1 } });
    expect(first.structuredContent).toMatchObject({ total: 2, offset: 0, nextOffset: 1 });
    const second = await client.callTool({
      name: 'search_talks',
      arguments: { query: 'rack', limit: 1, offset: 1 },
    });
    const titles = [first, second].map(
      ({ structuredContent }) => (structuredContent as { talks: { title: string }[] }).talks[0]?.title,
    );
    expect(titles.sort()).toEqual(['Ceph at sea', 'Tape ashore']);
    expect(JSON.parse((second.content as { text: string }[])[0]?.text ?? '')).toEqual(
      second.structuredContent,
    );
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual([
      'lectern://conference/Lighthouse%20Days',
      'lectern://talk/storage%2Fceph-at-sea',
      'lectern://talk/storage%2Ftape-ashore',
    ]);
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      'lectern://conference/{id}',
      'lectern://talk/{id}',
    ]);
    const read = await client.readResource({ uri: 'lectern://talk/storage%2Ftape-ashore' });
    expect(JSON.parse((read.contents[0] as { text: string }).text)).toMatchObject({
      id: 'storage/tape-ashore',
      abstract: expect.stringContaining('What a museum keeps on tape'),
    });
    await expect(client.readResource({ uri: 'lectern://talk/none' })).rejects.toThrow('not found');
    const { prompts } = await client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual(['plan_my_day', 'what_did_i_miss']);
    const { messages } = await client.getPrompt({ name: 'plan_my_day', arguments: { day: 'Wednesday' } });
    expect(JSON.stringify(messages)).toContain('Plan my Wednesday at the conference.');
    expect(client.getInstructions()).toContain('search_talks');
  });

  test('has no identity, whatever it says', async () => {
    const { url } = await inSlack();
    const claims = { user_id: 'U024BE7LH', team_id: 'T0001', enterprise_id: null };
    const { body } = await post(url, callOf('my_talks', {}, claims), { authorization: `Bearer ${TOKEN}` });
    expect(body.error.message).toBe('Tool my_talks not found');
    const fitting = await post(url, callOf('search_talks', { fits_my_talks: true }, claims), {
      authorization: `Bearer ${TOKEN}`,
    });
    expect(fitting.body.result).toMatchObject({ isError: true });
  });
});

describe('Slack', () => {
  test('stars talks for the person whom it names, and shows them to nobody else', async () => {
    const { url, slack, signingSecret } = await inSlack();
    const { people, team } = slack;
    const mira = { user_id: people.mira.id, team_id: team.id, enterprise_id: null };
    const june = { ...mira, user_id: people.june.id };
    const ask = async (name: string, args: object, who: object) =>
      (await signed(url, callOf(name, args, who), signingSecret)).body.result;
    const starred = await ask('star_talk', { id: 'storage/ceph-at-sea' }, mira);
    expect(starred.structuredContent).toEqual({
      ...{ id: 'storage/ceph-at-sea', title: 'Ceph at sea', starred: true, changed: true, clashes: [] },
    });
    const mine = await ask('my_talks', {}, mira);
    expect(mine.structuredContent).toMatchObject({
      total: 1,
      sessions: [{ title: 'Ceph at sea', starred: true }],
    });
    const hers = await ask('my_talks', {}, june);
    expect(hers.structuredContent).toMatchObject({ total: 0, sessions: [] });
    const elsewhere = await ask('my_talks', {}, { ...mira, team_id: 'T0ELSEWHERE' });
    expect(elsewhere.structuredContent).toMatchObject({ total: 0, sessions: [] });
    const nobody = (await signed(url, callOf('my_talks'), signingSecret)).body.result;
    expect(nobody).toEqual({
      ...{ isError: true, resultType: 'complete', _meta: expect.anything() },
      content: [{ type: 'text', text: expect.stringContaining('Slack did not say for which person') }],
    });
    const forged = await post(url, callOf('my_talks', {}, mira), {
      'x-slack-signature': `v0=${'0'.repeat(64)}`,
      'x-slack-request-timestamp': String(Math.floor(Date.now() / 1000)),
    });
    expect(forged).toMatchObject({ status: 401, body: { error: { message: expect.any(String) } } });
    const other = await signed(url, callOf('my_talks', {}, mira), 'another-secret-than-slacks');
    expect(other.status).toBe(401);
  });
});

describe('Slackbot', () => {
  /** What a person sees. */
  const seen = ({ blocks, violations }: SlackbotMessage) => [...read(blocks), ...violations];

  test('shows the rows of /talk, stars a talk and opens it', async () => {
    const { url, slack, signingSecret } = await inSlack();
    const { team } = slack;
    const slackbot = new Slackbot({ url, signingSecret });
    const nils = { userId: 'U0NILS0003', teamId: team.id };
    const found = await slackbot.ask(nils, { tool: 'search_talks', arguments: { query: 'rack', limit: 1 } });
    expect(seen(found)).toEqual([
      '2 talks for rack (1 of 2)',
      'Tue 11 May · times in Europe/Madrid: 09:00 ({Tue 11 May 09:00–09:45} your time)',
      'Ceph at sea | Ada Lund, Tom Okafor · 09:00 · Quay Hall | How a ferry line runs Ceph on board. Three nodes share a rack with the lifejackets.',
      '[Details][Star]',
      '[More]',
    ]);
    const starred = await slackbot.press(nils, found, { label: 'Star' });
    expect(seen(starred)).toEqual([
      'Starred: it is one of your talks. | Tue 11 May · times in Europe/Madrid: 09:00 ({Tue 11 May 09:00–09:45} your time)',
      'Ceph at sea | Ada Lund, Tom Okafor · 09:00 · Quay Hall | How a ferry line runs Ceph on board.',
      '[Details][Unstar]',
    ]);
    const opened = await slackbot.press(nils, starred, { label: 'Details' });
    expect(seen(opened)).toEqual([
      'Ceph at sea',
      'Ada Lund, Tom Okafor | Tue 11 May 09:00–09:45 ({Tue 11 May 09:00–09:45} your time) · Quay Hall | Storage',
      'How a ferry line runs Ceph on board. Three nodes share a rack with the lifejackets.',
      'Ada Lund | Ada keeps the storage of a small harbour afloat.',
      '[Unstar]',
    ]);
    const mine = await slackbot.ask(nils, { tool: 'my_talks', arguments: {} });
    expect(seen(mine)).toEqual([
      'My talks · times in Europe/Madrid: Tue 09:00 ({Tue 11 May 09:00–09:45} your time)',
      'Tue 11 May',
      'Ceph at sea | 09:00–09:45 · Quay Hall · Ada Lund +1',
      '[Details][Unstar]',
    ]);
    const unstarred = await slackbot.press(nils, mine, { label: 'Unstar' });
    expect(seen(unstarred)).toEqual([
      'It is no longer one of your talks. | Tue 11 May · times in Europe/Madrid: 09:00 ({Tue 11 May 09:00–09:45} your time)',
      'Ceph at sea | Ada Lund, Tom Okafor · 09:00 · Quay Hall | How a ferry line runs Ceph on board.',
      '[Details][Star]',
    ]);
    const more = await slackbot.press(nils, found, { label: 'More' });
    expect(seen(more)).toEqual([
      '2 talks for rack (2 of 2)',
      'Wed 12 May · times in Europe/Madrid: 10:00 ({Wed 12 May 10:00–10:30} your time)',
      'Tape ashore | Ines Ferrer · 10:00–10:30 · Net Loft | What a museum keeps on tape in one rack, and why it is read once a year.',
      '[Details][Star]',
      '[Back]',
    ]);
  });

  test('gets blocks only by its signature, whoever is named', async () => {
    const { url, slack, signingSecret } = await inSlack();
    const { people, team } = slack;
    const mira = { user_id: people.mira.id, team_id: team.id, enterprise_id: null };
    const call = callOf('search_talks', { query: 'rack' }, mira);
    const metaOf = async (
      answer: Promise<{ readonly body: { readonly result?: { readonly _meta?: object } } }>,
    ) => (await answer).body.result?._meta;
    const bearer = { authorization: `Bearer ${TOKEN}` };
    expect(await metaOf(signed(url, call, signingSecret))).toHaveProperty('slack.blocks');
    expect(await metaOf(post(url, call, bearer))).not.toHaveProperty('slack');
    expect(await metaOf(signed(url, call, 'another-secret-than-slacks'))).toBe(undefined);
    const nobody = callOf('search_talks', { query: 'rack' });
    expect(await metaOf(signed(url, nobody, signingSecret))).not.toHaveProperty('slack');
    const listed = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/list',
      params: JSON.parse(call).params,
    });
    expect(JSON.stringify((await post(url, listed, bearer)).body)).not.toContain('supportsBlockKit');
  });
});

describe('refuses', () => {
  const body = callOf('list_conferences');

  test.each<[string, Record<string, string>, number]>([
    ['a request without any key', {}, 401],
    ['another token', { authorization: 'Bearer another-token-of-some-length' }, 401],
    ['another scheme', { authorization: `Basic ${TOKEN}` }, 401],
    ['a web page of another host', { authorization: `Bearer ${TOKEN}`, origin: 'https://evil.example' }, 403],
    ['a web page of nowhere', { authorization: `Bearer ${TOKEN}`, origin: 'null' }, 403],
  ])('%s', async (_, headers, status) => {
    const { url } = await inSlack();
    expect((await post(url, body, headers)).status).toBe(status);
  });

  test('everything if there is neither a token nor a signature', async () => {
    const { url } = await startInSlack({});
    expect((await post(url, body, { authorization: 'Bearer undefined' })).status).toBe(401);
  });

  test('a name of this host that is not its own', async () => {
    const { url } = await inSlack();
    const headers = { ...headersFor(body), authorization: `Bearer ${TOKEN}`, host: 'rebound.example' };
    const status = await new Promise(resolve =>
      request(url, { method: 'POST', headers }, response => resolve(response.resume().statusCode)).end(body),
    );
    expect(status).toBe(403);
  });

  test('a body that is too long, and one that is no JSON', async () => {
    const { url } = await inSlack();
    const authorization = `Bearer ${TOKEN}`;
    const headers = { ...headersFor(body), authorization };
    const send = async (text: string) => (await fetch(url, { method: 'POST', body: text, headers })).status;
    expect([await send(JSON.stringify('x'.repeat(1_100_000))), await send('{')]).toEqual([413, 400]);
  });

  test('other methods', async () => {
    const { url } = await inSlack();
    const statuses = ['GET', 'DELETE', 'OPTIONS'].map(async method => (await fetch(url, { method })).status);
    expect(await Promise.all(statuses)).toEqual([405, 405, 405]);
  });
});

describe('in the local workspace', () => {
  const body = callOf('list_conferences');

  test('whoever is on this machine may ask, and a web page of another host may not', async () => {
    const { url } = await start({});
    const { status, body: answer } = await post(url, body);
    expect([status, answer.result.structuredContent.conferences[0].id]).toEqual([200, 'Lighthouse Days']);
    expect(await post(url, body, { origin: 'https://evil.example' })).toEqual({
      status: 403,
      body: 'Refused: it comes from a web page of another host (Origin).\n',
    });
  });

  test('a token is asked for if there is one', async () => {
    const { url } = await start({ MCP_TOKEN: TOKEN });
    expect((await post(url, body)).status).toBe(401);
    expect((await post(url, body, { authorization: `Bearer ${TOKEN}` })).status).toBe(200);
  });
});
