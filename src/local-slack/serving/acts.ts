import { isObject, type JsonObject } from '../json.ts';
import { closeCard, openCard, pressCard, pressInPane } from '../people/card.ts';
import { click } from '../people/click.ts';
import { typeCommand } from '../people/command.ts';
import { requireChannel, requirePerson, type WorkspaceContext } from '../people/context.ts';
import { typeDraft } from '../people/links.ts';
import { openHome, say } from '../people/say.ts';
import { useShortcut } from '../people/shortcut.ts';
import { closeView, submit } from '../people/submit.ts';
import type { FieldEntries, FieldEntry } from '../state/form-values.ts';
import type { Message } from '../state/messages.ts';
import type { State } from '../state/state.ts';
import type { View } from '../state/views.ts';
import type { ActName, ActResult, WorkspacePage } from './contract.ts';

type Act = (fields: ActFields, context: WorkspaceContext, page: WorkspacePage) => Promise<ActResult>;

/** The acts of people in the page, through the same functions as in tests. */
const ACTS: { readonly [name in ActName]: Act } = {
  say: async (fields, context) => {
    const typed = { user: fields.text('user'), channel: fields.text('channel'), text: fields.text('text') };
    const { message } = await say({ ...typed, ...fields.optionalText('threadTs') }, context);
    return isUninvited(message, context) ? { uninvited: true } : {};
  },
  command: (fields, context) =>
    typeCommand(
      {
        user: fields.text('user'),
        channel: fields.text('channel'),
        command: fields.text('command'),
        text: fields.text('text'),
        shouldEscape: fields.flag('shouldEscape'),
      },
      context,
    ),
  click: (fields, context) =>
    click(
      {
        user: fields.text('user'),
        in: fields.holder(context.state),
        blockId: fields.text('blockId'),
        actionId: fields.text('actionId'),
        ...fields.optionalEntry('choose'),
        entries: fields.entries('entries'),
      },
      context,
    ),
  submit: (fields, context) =>
    submit({ user: fields.text('user'), entries: fields.entries('entries') }, context),
  close: (fields, context) => closeView({ user: fields.text('user'), all: fields.flag('all') }, context),
  shortcut: (fields, context) =>
    useShortcut(
      {
        user: fields.text('user'),
        callbackId: fields.text('callbackId'),
        ...fields.optionalMessage(context.state),
      },
      context,
    ),
  home: async (fields, context) => {
    await openHome({ user: fields.text('user') }, context);
    return {};
  },
  invite: async (fields, { state }) => {
    const channel = requireChannel(state, fields.text('channel'), fields.text('user'));
    state.directory.join(channel.id, state.directory.bot.userId);
    return {};
  },
  zone: async (fields, { state }, page) => {
    const { id } = requirePerson(state, fields.text('user'));
    state.directory.setTimeZone(id, fields.text('timeZone'));
    page.onZoneChange(id);
    return {};
  },
  draft: async (fields, context) => {
    const typed = { user: fields.text('user'), channel: fields.text('channel'), text: fields.text('text') };
    await typeDraft({ ...typed, ...fields.optionalText('threadTs') }, context);
    return {};
  },
  openCard: async (fields, context) => {
    await openCard({ ...fields.card(context.state), user: fields.text('user') }, context);
    return {};
  },
  closeCard: async (fields, context) => {
    closeCard(fields.text('user'), context);
    return {};
  },
  pressCard: (fields, context) => {
    const pressed = { user: fields.text('user'), label: fields.text('label') };
    return fields.flag('inPane')
      ? pressInPane(pressed, context)
      : pressCard({ ...fields.card(context.state), ...pressed }, context);
  },
  clock: async (fields, _context, { clock }) => {
    const [at, speed] = [fields.optionalNumber('at'), fields.optionalNumber('speed')];
    if (at !== undefined && (at < 0 || at > AT_MAX)) throw new Error('at must be a time from 1970 to 9999.');
    if (speed !== undefined && (speed <= 0 || speed > SPEED_MAX))
      throw new Error(`speed must be above 0 and at most ${SPEED_MAX}.`);
    if (at !== undefined) clock.set(at);
    if (speed !== undefined) clock.run(speed);
    return {};
  },
};

const AT_MAX = Date.UTC(9999, 11, 31);
/** An hour a second. */
const SPEED_MAX = 3600;

/** Does what the page requests. If nobody could do that in Slack, the result has a sentence as its error. */
export async function performAct(
  request: JsonObject,
  context: WorkspaceContext,
  page: WorkspacePage,
): Promise<ActResult> {
  const name = String(request.act);
  if (!isActName(name)) return { error: `There is no act ${name}.` };
  try {
    const { error, errors, uninvited } = await ACTS[name](new ActFields(request), context, page);
    return { ...(error && { error }), ...(errors && { errors }), ...(uninvited && { uninvited }) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  } finally {
    context.state.changed();
  }
}

function isActName(name: string): name is ActName {
  return Object.hasOwn(ACTS, name);
}

function isUninvited({ channel: channelId, text }: Message, { state }: WorkspaceContext): boolean {
  const { directory } = state;
  const channel = directory.channel(channelId);
  const isMentioned = text.includes(`<@${directory.bot.userId}>`);
  return isMentioned && channel !== undefined && !directory.hasBot(channel);
}

/** Reads the fields of an act that the page requests. Throws an error that names the field if it is wrong. */
export class ActFields {
  readonly #fields: JsonObject;

  constructor(fields: JsonObject) {
    this.#fields = fields;
  }

  text(name: string): string {
    const value = this.#fields[name];
    if (typeof value !== 'string') throw new Error(`${name} must be a text.`);
    return value;
  }

  /** Returns the text under its name, or an empty object if it is missing. */
  optionalText<Name extends string>(name: Name): { readonly [name in Name]?: string } {
    return this.#fields[name] === undefined
      ? {}
      : ({ [name]: this.text(name) } as { [name in Name]: string });
  }

  flag(name: string): boolean {
    return this.#fields[name] === true;
  }

  optionalNumber(name: string): number | undefined {
    const value = this.#fields[name];
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error(`${name} must be a number.`);
    return value;
  }

  /** Returns the entry under its name, or an empty object if it is missing. */
  optionalEntry<Name extends string>(name: Name): { readonly [name in Name]?: FieldEntry } {
    const value = this.#fields[name];
    return value === undefined ? {} : ({ [name]: readEntry(value, name) } as { [name in Name]: FieldEntry });
  }

  entries(name: string): FieldEntries {
    const value = this.#fields[name] ?? {};
    if (!isObject(value)) throw new Error(`${name} must be an object.`);
    return Object.fromEntries(
      Object.entries(value).map(([field, entry]) => [field, readEntry(entry, field)]),
    );
  }

  /** The message or view on which the person acts, in its present state. */
  holder(state: State): Message | View {
    const { view: id } = this.#fields;
    const view = typeof id === 'string' ? state.views.find({ id }) : undefined;
    const holder = view ?? this.optionalMessage(state).message;
    if (holder === undefined) throw new Error('This view no longer exists.');
    return holder;
  }

  /** The card for a link in a message. */
  card(state: State): { readonly in: Message; readonly url: string } {
    const { message } = this.optionalMessage(state);
    if (message === undefined) throw new Error('This message no longer exists.');
    return { in: message, url: this.text('url') };
  }

  /** Returns an empty object if the act names no message. */
  optionalMessage(state: State): { readonly message?: Message } {
    const { channel, ts } = this.#fields;
    if (typeof channel !== 'string' || typeof ts !== 'string') return {};
    const message = state.messages.find(channel, ts);
    if (message === undefined) throw new Error('This message no longer exists.');
    return { message };
  }
}

function readEntry(value: unknown, name: string): FieldEntry {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every(each => typeof each === 'string')) return value;
  throw new Error(`${name} must be a text or a list of texts.`);
}
