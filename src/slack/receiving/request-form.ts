import { z } from 'zod';

// Bolt and the listeners take all this for granted. Slack sends much more, and adds to it without notice: that is not read.

const id = z.string().min(1);
const text = z.string();

const webAddress = z.string().regex(/^https?:\/\/[^/\s]+/);

/** Where an event or command comes from. Bolt reads the workspace there, and all that is kept is kept by that. */
const origin = { team_id: text.nullish(), enterprise_id: text.nullish() };

const option = z.object({ value: text });

/** A field of a form as it was filled in, of whichever kind. */
const entered = z.object({
  value: text.nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).nullish(),
  selected_time: text.nullish(),
  selected_conversation: text.nullish(),
});

const block = z.object({ type: text, elements: z.array(z.object({})).optional() });

const surface = {
  id,
  callback_id: text,
  private_metadata: text,
  hash: text.optional(),
  app_installed_team_id: text.nullish(),
  state: z.object({ values: z.record(text, z.record(text, entered)) }),
  blocks: z.array(block),
};
const modal = z.object({ ...surface, type: z.literal('modal'), title: z.object({ text }) });
const home = z.object({ ...surface, type: z.literal('home') });

const action = z.object({
  action_id: id,
  type: id,
  value: text.nullish(),
  selected_option: option.nullish(),
});

const who = {
  user: z.object({ id, team_id: text.nullish() }),
  team: z.object({ id: text }).nullish(),
  enterprise: z.object({ id: text }).nullish(),
};

const pressed = z.object({
  ...who,
  type: z.literal('block_actions'),
  trigger_id: id,
  actions: z.tuple([action], action),
  container: z.object({}),
  channel: z.object({ id }).optional(),
  message: z.object({ text: text.optional(), blocks: z.array(block).optional() }).optional(),
  view: z.discriminatedUnion('type', [modal, home]).optional(),
  response_url: webAddress.optional(),
});

const submitted = z.object({
  ...who,
  type: z.enum(['view_submission', 'view_closed']),
  view: modal,
  response_urls: z.array(z.object({ response_url: webAddress })).optional(),
});

const shortcut = z.object({
  ...who,
  type: z.literal('shortcut'),
  callback_id: id,
  trigger_id: id,
});

const messageShortcut = shortcut.extend({
  type: z.literal('message_action'),
  message: z.object({ text: text.optional() }),
  channel: z.object({ id }),
  response_url: webAddress,
});

const command = z.object({
  ...origin,
  command: id,
  text: text.optional(),
  user_id: id,
  channel_id: id,
  trigger_id: text.optional(),
  response_url: webAddress.optional(),
});

const event = z.object({
  ...origin,
  type: z.literal('event_callback'),
  event_id: id,
  event: z.object({
    type: id,
    user: z.union([id, z.object({})]).optional(),
    channel: z.union([id, z.object({})]).optional(),
    text: text.optional(),
    ts: text.optional(),
    thread_ts: text.optional(),
    view: z.object({}).optional(),
    links: z.array(z.object({ url: text })).optional(),
    message_ts: text.optional(),
    unfurl_id: text.optional(),
    trigger_id: text.optional(),
    entity_url: text.optional(),
    app_unfurl_url: text.optional(),
    link: z.object({ url: text }).optional(),
    external_ref: z.object({ id: text }).nullish(),
  }),
  authorizations: z.array(z.object(origin)).nullish(),
});

/** Its pane is opened for a person, by the trigger. */
const openedCard = event.extend({ event: event.shape.event.extend({ user: id, trigger_id: id }) });

const FORMS: Readonly<Record<string, z.ZodType>> = {
  block_actions: pressed,
  view_submission: submitted,
  view_closed: submitted,
  shortcut,
  message_action: messageShortcut,
  event_callback: event,
};

/**
 * Returns the path of the first field that has not the form that Slack documents for this kind of request, such as
 * `actions.*.action_id`; undefined if all have it. Nothing that was sent is in it: it is one of few. The kind of a request
 * that Lectern does not know is wrong, too.
 */
export function findWrongField(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return 'body';
  const kind = 'type' in body ? String(body.type) : '';
  const form = 'command' in body ? command : Object.hasOwn(FORMS, kind) ? FORMS[kind] : undefined;
  if (form === undefined) return 'type';
  const issue = (isOpenedCard(body) ? openedCard : form).safeParse(body).error?.issues[0];
  return issue && fieldAt(issue.path);
}

function isOpenedCard(body: object): boolean {
  const { type } = (body as { readonly event?: { readonly type?: unknown } | null }).event ?? {};
  return type === 'entity_details_requested';
}

/** A form names its own blocks and actions, and a list counts: `view.state.values.*.*.value`. */
function fieldAt(path: readonly PropertyKey[]): string {
  const values = path.indexOf('values');
  const isNamedBySender = (at: number) => values >= 0 && (at === values + 1 || at === values + 2);
  return path
    .map((key, at) => (typeof key === 'number' || isNamedBySender(at) ? '*' : String(key)))
    .join('.');
}
