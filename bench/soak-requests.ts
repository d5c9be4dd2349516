import {
  COMMAND,
  type SignedRequest,
  signed,
  signedCommand,
  signedEvent,
  signedForm,
  signedPress,
} from './slack-request.ts';

export interface Button {
  readonly action_id: string;
  readonly value: string;
}

export interface SoakOptions {
  /** Never gives the same words twice. */
  readonly words: () => string;
  /** Those below an answer to `/talk`. */
  readonly buttons: readonly Button[];
  readonly responseUrl: string;
}

const PEOPLE = 2000;

/**
 * The request with this number: of a hundred, 80 are `/talk`, each with other words, 6 press Details or another button,
 * 4 star or unstar, 3 mention Lectern, 2 open its Home, and 5 are hostile.
 */
export function soakRequest(count: number, { words, buttons, responseUrl }: SoakOptions): SignedRequest {
  const user = `U${(count * 7919) % PEOPLE}`;
  const kind = count % 100;
  if (kind < 80) return signedCommand(words(), user);
  const stars = buttons.filter(({ action_id }) => action_id === 'talk:star');
  const others = buttons.filter(({ action_id }) => action_id !== 'talk:star');
  if (kind < 90) {
    const some = kind < 86 ? others : stars;
    const button = some[Math.floor(count / 100) % some.length];
    if (button === undefined) throw new Error('The answer has no such button.');
    return signedPress(button, { user, responseUrl });
  }
  const ts = `${1_700_000_000 + count}.000100`;
  if (kind < 93)
    return signedEvent({ type: 'app_mention', user, ...{ channel: 'C1', ts, text: `<@UBOT> ${words()}` } });
  if (kind < 95)
    return signedEvent({ type: 'app_home_opened', user, ...{ tab: 'home', channel: `D${user}` } });
  return hostileRequest(count);
}

const press = {
  type: 'block_actions',
  user: { id: 'U1' },
  team: { id: 'T1' },
  trigger_id: 't',
  container: {},
};
const form = { type: 'view_submission', user: { id: 'U1' }, team: { id: 'T1' } };
const payload = (body: unknown) => () => signedForm({ payload: JSON.stringify(body) });

/** Signed, but nothing that Slack would send; one of them is only not signed. */
const HOSTILE: readonly ((count: number) => SignedRequest)[] = [
  count => ({ ...signedCommand(`forged ${count}`), headers: {} }),
  () => signed('{"type":', 'application/json'),
  () => signed('[]'.repeat(20_000), 'application/json'),
  () => signedForm({ ...COMMAND, text: 'a'.repeat(100_000) }),
  count => signedForm({ ...COMMAND, command: `/unknown${count}` }),
  payload(null),
  payload(press),
  payload({ ...press, actions: [{ action_id: 'talk:details', type: 'button', value: '{"t":null}' }] }),
  payload({ ...press, actions: [{ action_id: 'talk:gone', type: 'button', value: 'x' }] }),
  payload({
    ...press,
    actions: [{ action_id: 'digest:chosen', type: 'static_select', selected_option: null }],
  }),
  payload({ ...form, view: { id: 'V1', callback_id: 'talk:find', private_metadata: 'null', state: {} } }),
  payload({
    ...form,
    view: { type: 'modal', id: 'V1', callback_id: 'digest:form', state: { values: null } },
  }),
  payload({ type: 'shortcut', callback_id: '__proto__', trigger_id: 't', user: { id: 'U1' } }),
  count => signedEvent({ type: 'app_mention', user: `U${count}` }),
];

/** The hostile request with this number; the kinds come in turns. */
export function hostileRequest(count: number): SignedRequest {
  const make = HOSTILE[count % HOSTILE.length];
  if (make === undefined) throw new Error('There is no hostile request.');
  return make(count);
}
