import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import type { Envelope } from '../../../src/local-slack/delivery/envelope.ts';
import { encodeEnvelope, signRequest } from '../../../src/local-slack/delivery/http.ts';
import { isObject, type JsonObject, parseJson } from '../../../src/local-slack/json.ts';
import { ACTION, CALLBACK } from '../../../src/slack/action-ids.ts';
import { answerTo, JUNE, LOBBY, MIRA, topModal } from '../../support/slack-people.ts';
import { openStage, type Stage } from '../../support/stage.ts';
import { webServer } from '../../support/web-server.ts';

// Old messages and newer clients send payloads that nobody planned for, and whoever is signed in can send any.

/** Returns what Slack sends while people use the app, one of each kind. */
async function recordEnvelopes(stage: Stage): Promise<readonly Envelope[]> {
  const { workspace } = stage;
  const envelopes: Envelope[] = [];
  const { url } = await webServer(async (incoming, outgoing) => {
    const body = await buffer(incoming);
    envelopes.push(envelopeOf(String(body)));
    const { headers } = incoming;
    const sent = request(`${stage.url}/slack/events`, { method: 'POST', headers }, answer => {
      outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(outgoing);
    });
    sent.end(body);
  });
  workspace.deliverTo(`${url}/`);

  const results = await answerTo(workspace, 'ceph');
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
  return onePerKind(envelopes);
}

function envelopeOf(body: string): Envelope {
  const form = new URLSearchParams(body);
  const interaction = form.get('payload');
  if (interaction === null && !body.startsWith('{'))
    return { kind: 'slash_commands', payload: Object.fromEntries(form) };
  const payload = parseJson(interaction ?? body);
  if (!isObject(payload)) throw new Error(`No payload: ${body.slice(0, 80)}`);
  return { kind: interaction === null ? 'events_api' : 'interactive', payload };
}

function onePerKind(envelopes: readonly Envelope[]): readonly Envelope[] {
  const kindOf = ({ payload: { type, event, view, command } }: Envelope) =>
    JSON.stringify([type, isObject(event) && event.type, view === undefined, command]);
  return [...new Map(envelopes.map(envelope => [kindOf(envelope), envelope])).values()];
}

/** Each payload as it would be for every button and every form. */
function forEveryListener(payload: JsonObject): readonly JsonObject[] {
  const { type, actions, view } = payload;
  if (type === 'block_actions' && Array.isArray(actions))
    return [...Object.values(ACTION), 'talk:burn'].map(actionId => ({
      ...payload,
      actions: [{ ...(actions[0] as JsonObject), action_id: actionId }],
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
async function send(envelope: Envelope, { url, workspace }: Stage): Promise<number> {
  const { type, body } = encodeEnvelope(envelope);
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
  const recorded = await recordEnvelopes(stage);
  const kinds = recorded.map(
    ({ payload: { type, command, event } }) => (isObject(event) ? event.type : type) ?? command,
  );
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
  const wrong = recorded.flatMap(({ kind, payload }) =>
    forEveryListener(payload)
      .flatMap(each => [...mutations(each)] as JsonObject[])
      .map(mutated => ({ kind, payload: mutated })),
  );
  for (const envelope of wrong) {
    statuses.add(await send(envelope, stage));
    for (const { msg, err } of stage.log.splice(0)) {
      const { message = '' } = (err ?? {}) as { readonly message?: string };
      if (err !== undefined && !REFUSED_BY_SLACK.test(message)) faults.push({ msg, message, envelope });
    }
  }
  expect(faults.slice(0, 5)).toEqual([]);
  expect(statuses).toEqual(new Set([200]));
});
