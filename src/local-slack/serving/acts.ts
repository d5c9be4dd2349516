import type { JsonObject } from '../json.ts';
import { click } from '../people/click.ts';
import { typeCommand } from '../people/command.ts';
import { requireChannel, requirePerson, type WorkspaceContext } from '../people/context.ts';
import { openHome, say } from '../people/say.ts';
import { useShortcut } from '../people/shortcut.ts';
import { closeView, submit } from '../people/submit.ts';
import type { ActResult } from './contract.ts';
import { ActFields } from './fields.ts';
import type { WorkspacePage } from './page.ts';

type Act = (fields: ActFields, stage: WorkspaceContext, page: WorkspacePage) => Promise<ActResult>;

/** What people do in the page: the very functions by which tests do it. */
const ACTS: { readonly [name: string]: Act } = {
  say: async (fields, stage) => {
    const said = { user: fields.text('user'), channel: fields.text('channel'), text: fields.text('text') };
    const { message } = await say({ ...said, ...fields.some('threadTs') }, stage);
    return isUninvited(message, stage) ? { uninvited: true } : {};
  },
  command: (fields, stage) => {
    const typed = {
      user: fields.text('user'),
      channel: fields.text('channel'),
      command: fields.text('command'),
    };
    return typeCommand(
      { ...typed, text: fields.text('text'), shouldEscape: fields.flag('shouldEscape') },
      stage,
    );
  },
  click: (fields, stage) =>
    click(
      {
        user: fields.text('user'),
        in: fields.holder(stage.state),
        blockId: fields.text('blockId'),
        actionId: fields.text('actionId'),
        ...fields.entry('choose'),
        entries: fields.entries('entries'),
      },
      stage,
    ),
  submit: (fields, stage) => submit({ user: fields.text('user'), entries: fields.entries('entries') }, stage),
  close: (fields, stage) => closeView({ user: fields.text('user'), all: fields.flag('all') }, stage),
  shortcut: (fields, stage) =>
    useShortcut(
      { user: fields.text('user'), callbackId: fields.text('callbackId'), ...fields.message(stage.state) },
      stage,
    ),
  home: async (fields, stage) => {
    await openHome({ user: fields.text('user') }, stage);
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
  clock: async (fields, _stage, { clock }) => {
    const [at, speed] = [fields.number('at'), fields.number('speed')];
    if (at !== undefined) clock.set(at);
    if (speed !== undefined) clock.run(speed);
    return {};
  },
};

/** Does what the page asks for. What nobody could do in Slack is answered with a sentence. */
export async function performAct(
  asked: JsonObject,
  stage: WorkspaceContext,
  page: WorkspacePage,
): Promise<ActResult> {
  const name = String(asked.act);
  const known = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
  if (known === undefined) return { error: `There is no act ${name}.` };
  try {
    const { error, errors, uninvited } = await known(new ActFields(asked), stage, page);
    return { ...(error && { error }), ...(errors && { errors }), ...(uninvited && { uninvited }) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  } finally {
    stage.state.changed();
  }
}

function isUninvited(
  message: { readonly channel: string; readonly text: string },
  { state }: WorkspaceContext,
): boolean {
  const { directory } = state;
  const channel = directory.channel(message.channel);
  const mentioned = message.text.includes(`<@${directory.bot.userId}>`);
  return mentioned && channel !== undefined && !directory.hasBot(channel);
}
