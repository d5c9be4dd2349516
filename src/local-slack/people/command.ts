import { isObject, type JsonObject } from '../json.ts';
import type { Message } from '../state/messages.ts';
import type { ResponseTarget } from '../state/response-urls.ts';
import { respond } from '../web-api/response-url.ts';
import {
  channelFor,
  channelName,
  needsCommands,
  personIn,
  type ShownError,
  type Stage,
  shownError,
  verificationToken,
} from './context.ts';
import { encodeCommandText, escapeText, typeable } from './typed-text.ts';

export interface CommandTyped {
  readonly user: string;
  readonly channel: string;
  /** With its slash. */
  readonly command: string;
  readonly text?: string;
  /** As the manifest's should_escape: names and channels come with their ids. */
  readonly shouldEscape?: boolean;
}

/** What a slash command brought its person at once. What comes later is in the channel. */
export interface CommandAnswer {
  readonly error?: ShownError;
  readonly message?: Message;
  readonly triggerId: string;
  readonly responseUrl: string;
}

/** A person types a slash command. */
export async function typeCommand(typed: CommandTyped, { state, deliver }: Stage): Promise<CommandAnswer> {
  const person = personIn(state, typed.user);
  const channel = channelFor(state, typed.channel, person.id);
  needsCommands(state);
  const { team, bot } = state.directory;
  const text = typeable(typed.text ?? '');
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
      channel_name: channelName(channel),
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
  const error = shownError(acknowledgement);
  const answer =
    acknowledgement.kind === 'acknowledged'
      ? showAnswer(acknowledgement.body, target, { state, deliver })
      : {};
  state.changed();
  return { ...answer, ...(error !== undefined && { error }), triggerId, responseUrl };
}

function showAnswer(
  body: JsonObject | string | undefined,
  target: ResponseTarget,
  { state }: Stage,
): Pick<CommandAnswer, 'error' | 'message'> {
  if (body === undefined) return {};
  const args = isObject(body) ? body : { text: body };
  const note = state.calls.begin({ method: 'ack slash_commands', arguments: args, at: state.clock.now() });
  const answer = respond(target, args, state);
  note({ status: 200, body: answer });
  if (answer.ok !== true) return { error: 'invalid_command_response' };
  const message =
    target.original === undefined ? undefined : state.messages.find(target.channel, target.original);
  return message === undefined ? {} : { message };
}
