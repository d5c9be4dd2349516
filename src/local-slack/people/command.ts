import { isObject, type JsonObject } from '../json.ts';
import type { Message } from '../state/messages.ts';
import type { ResponseTarget } from '../state/response-urls.ts';
import type { State } from '../state/state.ts';
import { showResponse } from '../web-api/response-url.ts';
import {
  channelNameOf,
  requireChannel,
  requireCommands,
  requirePerson,
  type ShownError,
  shownErrorOf,
  verificationToken,
  type WorkspaceContext,
} from './context.ts';
import { encodeCommandText, escapeText, requireTypeable } from './typed-text.ts';

export interface TypedCommand {
  readonly user: string;
  readonly channel: string;
  /** Such as /talk. */
  readonly command: string;
  readonly text?: string;
  /** As `should_escape` in the manifest: the app gets names and channels with their ids. */
  readonly shouldEscape?: boolean;
}

/** The immediate result of a slash command; everything later is in the channel. */
export interface CommandResult {
  readonly error?: ShownError;
  readonly message?: Message;
  readonly triggerId: string;
  readonly responseUrl: string;
}

/** A person types a slash command. Throws if they could not. */
export async function typeCommand(
  typed: TypedCommand,
  { state, deliver }: WorkspaceContext,
): Promise<CommandResult> {
  const person = requirePerson(state, typed.user);
  const channel = requireChannel(state, typed.channel, person.id);
  requireCommands(state);
  const { team, bot } = state.directory;
  const text = requireTypeable(typed.text ?? '');
  const triggerId = state.triggers.issue({ user: person.id, channel: channel.id });
  const target: ResponseTarget = { user: person.id, channel: channel.id };
  const responseUrl = state.responseUrls.issue(target);
  const acknowledgement = await deliver({
    kind: 'slash_commands',
    payload: {
      token: verificationToken,
      team_id: team.id,
      team_domain: team.domain,
      channel_id: channel.id,
      channel_name: channelNameOf(channel),
      user_id: person.id,
      user_name: person.handle,
      command: typed.command,
      text: typed.shouldEscape === true ? encodeCommandText(text, state.directory) : escapeText(text),
      api_app_id: bot.appId,
      is_enterprise_install: 'false',
      response_url: responseUrl,
      trigger_id: triggerId,
    },
  });
  const error = shownErrorOf(acknowledgement);
  const shown =
    acknowledgement.kind === 'acknowledged' ? showAcknowledgement(acknowledgement.body, target, state) : {};
  state.changed();
  return { ...shown, ...(error !== undefined && { error }), triggerId, responseUrl };
}

/** Shows the message in an acknowledgement, if there is one, as through a response_url. */
function showAcknowledgement(
  body: JsonObject | string | undefined,
  target: ResponseTarget,
  state: State,
): Pick<CommandResult, 'error' | 'message'> {
  if (body === undefined) return {};
  const args = isObject(body) ? body : { text: body };
  const note = state.calls.begin({ method: 'ack slash_commands', arguments: args, at: state.clock.now() });
  const response = showResponse(target, args, state);
  note({ status: 200, body: response });
  if (response.ok !== true) return { error: 'invalid_command_response' };
  const message =
    target.original === undefined ? undefined : state.messages.find(target.channel, target.original);
  return message === undefined ? {} : { message };
}
