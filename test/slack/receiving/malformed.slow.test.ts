import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { signRequest } from '../../../src/local-slack/delivery/http.ts';
import { isObject, type JsonObject, parseJson } from '../../../src/local-slack/json.ts';
import { ACTION, CALLBACK } from '../../../src/slack/action-ids.ts';
import { answerTo, JUNE, LOBBY, MIRA, topModal } from '../../support/slack-people.ts';
import { openStage, type Stage } from '../../support/stage.ts';

// Old messages and newer clients send payloads that nobody planned for, and whoever is signed in can send any.

type Payload = JsonObject;

/** Returns the payloads that Slack sends while people use the app, one of each kind. */
async function recordPayloads(stage: Stage): Promise<readonly Payload[]> {
  const { workspace } = stage;
  const payloads: Payload[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', chunk => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      payloads.push(payloadOf(String(body)));
      const { headers } = incoming;
      const sent = forward(`${stage.url}/slack/events`, { method: 'POST', headers }, answer => {
        outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
        answer.pipe(outgoing);
      });
      sent.end(body);
    });
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  workspace.deliverTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);

  const results = await answerTo(workspace, 'ceph');
  await workspace.click({ user: MIRA, in: results, label: 'Details', value: 'people/ceph' }).catch(() => {});
  await workspace.click({ user: MIRA, in: results, label: 'More' });
  await workspace.shortcut({ user: MIRA, callbackId: CALLBACK.find });
  await topModal(workspace);
  const { view } = await workspace.submit({ user: MIRA, entries: { words: 'ceph' } });
  if (view !== undefined) await workspace.click({ user: MIRA, in: view, label: 'More' });
  const { message } = await workspace.say({ user: JUNE, channel: LOBBY, text: 'Do volunteers sail?' });
  await workspace.shortcut({ user: MIRA, callbackId: CALLBACK.related, message });
  await workspace.mention({ user: MIRA, channel: LOBBY, text: 'ceph' });
  await workspace.directMessage({ user: MIRA, text: 'ceph' });
  await workspace.openHome({ user: MIRA });
  return onePerKind(payloads);
}

function payloadOf(body: string): Payload {
  const form = new URLSearchParams(body);
  const json = form.get('payload') ?? (body.startsWith('{') ? body : undefined);
  const payload = json === undefined ? Object.fromEntries(form) : parseJson(json);
  if (!isObject(payload)) throw new Error(`No payload: ${body.slice(0, 80)}`);
  return payload;
}

function onePerKind(payloads: readonly Payload[]): readonly Payload[] {
  const kindOf = ({ type, event, view, command }: Payload) =>
    JSON.stringify([type, isObject(event) && event.type, view === undefined, command]);
  return [...new Map(payloads.map(payload => [kindOf(payload), payload])).values()];
}

/** Each payload as it would be for every button and every form. */
function forEveryListener(payload: Payload): readonly Payload[] {
  const { type, actions, view } = payload;
  if (type === 'block_actions' && Array.isArray(actions))
    return [...Object.values(ACTION), 'talk:burn'].map(actionId => ({
      ...payload,
      actions: [{ ...(actions[0] as Payload), action_id: actionId }],
    }));
  if (type === 'view_submission' && isObject(view))
    return [...Object.values(CALLBACK), 'burn'].map(callback => ({
      ...payload,
      view: { ...view, callback_id: callback },
    }));
  if (type === 'shortcut' || type === 'message_action')
    return [...Object.values(CALLBACK), 'burn'].map(callback => ({ ...payload, callback_id: callback }));
  return [payload];
}

const STRANGE: readonly unknown[] = [undefined, null, 0, 'x', [null], { value: null }];

/** The payload with one strange value at one of its places, for each. Of a list only the first entry is changed. */
function* mutations(payload: unknown): Generator<unknown> {
  if (typeof payload !== 'object' || payload === null) return;
  const keys = Array.isArray(payload) ? ['0'] : Object.keys(payload);
  for (const key of keys) {
    const value = (payload as Record<string, unknown>)[key];
    for (const strange of [...STRANGE, ...mutations(value)]) {
      const copy = structuredClone(payload) as Record<string, unknown>;
      if (strange === undefined) delete copy[key];
      else copy[key] = strange;
      yield copy;
    }
  }
}

/** Sends it as Slack would, signed. */
async function send(payload: Payload, { url, workspace }: Stage): Promise<number> {
  const isEvent = 'event' in payload || payload.type === 'event_callback';
  const isCommand = 'command' in payload;
  const body = isEvent
    ? JSON.stringify(payload)
    : new URLSearchParams(
        isCommand
          ? Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]))
          : { payload: JSON.stringify(payload) },
      ).toString();
  const type = isEvent ? 'application/json' : 'application/x-www-form-urlencoded';
  const signed = signRequest(body, { secret: workspace.tokens.signingSecret, now: Date.now() });
  const response = await fetch(`${url}/slack/events`, {
    method: 'POST',
    body,
    headers: { 'content-type': type, ...signed },
  });
  await response.arrayBuffer();
  return response.status;
}

/** Slack refuses to show what a person can no longer see; that says nothing of us. */
const REFUSED_BY_SLACK = /An API error occurred|Failed to respond to the response_url/;

test('whatever a payload lacks or has besides, it is answered, and is no fault of ours', async () => {
  const stage = await openStage();
  const recorded = await recordPayloads(stage);
  const kinds = recorded.map(({ type, command, event }) => (isObject(event) ? event.type : type) ?? command);
  expect(kinds).toEqual([
    '/talk',
    'block_actions',
    'shortcut',
    'view_submission',
    'block_actions',
    'message_action',
    'app_mention',
    'message',
    'app_home_opened',
  ]);
  const statuses = new Set<number>();
  const faults: unknown[] = [];
  for (const wrong of recorded.flatMap(forEveryListener).flatMap(payload => [...mutations(payload)])) {
    statuses.add(await send(wrong as Payload, stage));
    for (const { msg, err } of stage.log.splice(0)) {
      const { message = '' } = (err ?? {}) as { readonly message?: string };
      if (err !== undefined && !REFUSED_BY_SLACK.test(message)) faults.push({ msg, message, wrong });
    }
  }
  expect(faults.slice(0, 5)).toEqual([]);
  expect(statuses).toEqual(new Set([200]));
});
