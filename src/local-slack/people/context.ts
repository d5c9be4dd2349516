import type { Acknowledgement, Deliver } from '../delivery/envelope.ts';
import type { JsonObject } from '../json.ts';
import type { Channel, Person } from '../state/directory.ts';
import type { State } from '../state/state.ts';

/** The workspace in which people act, and the way to the app. */
export interface WorkspaceContext {
  readonly state: State;
  readonly deliver: Deliver;
}

/** The error that Slack shows a person if the app failed. */
export type ShownError =
  | 'operation_timeout'
  | 'dispatch_failed'
  | 'http_service_error'
  | 'invalid_command_response'
  | 'invalid_view_response';

/** Returns undefined if the app has acknowledged. */
export function shownErrorOf(acknowledgement: Acknowledgement): ShownError | undefined {
  switch (acknowledgement.kind) {
    case 'acknowledged':
      return undefined;
    case 'timeout':
      return 'operation_timeout';
    case 'refused':
      return 'http_service_error';
    case 'unreachable':
    case 'held':
      return 'dispatch_failed';
    default:
      return acknowledgement satisfies never;
  }
}

/** A person of this workspace. Throws if there is none with this id. */
export function requirePerson({ directory }: State, id: string): Person {
  const person = directory.person(id);
  if (person === undefined) throw new Error(`There is nobody with the id ${id} in this workspace.`);
  return person;
}

/** A channel that the person can open. Throws if they cannot see it. */
export function requireChannel({ directory }: State, channelId: string, userId: string): Channel {
  const channel = directory.listVisible(userId).find(each => each.id === channelId);
  if (channel === undefined)
    throw new Error(`${userId} cannot see a channel ${channelId} in this workspace.`);
  return channel;
}

/** Throws if the app was not granted `commands`: Slack then has no slash command and no shortcut of its own. */
export function requireCommands({ scopes }: State): void {
  if (!scopes.has('commands'))
    throw new Error('The app lacks the scope "commands", so it has no slash commands and no shortcuts.');
}

/** Slack calls a direct message `directmessage` and a private channel `privategroup`. */
export function channelNameOf(channel: Channel): string {
  return channel.kind === 'private' ? 'privategroup' : channel.name;
}

/** The person, team and app, as every interaction names them. */
export function buildInteraction(person: Person, { directory: { team, bot } }: State): JsonObject {
  return {
    user: { id: person.id, username: person.handle, name: person.handle, team_id: team.id },
    team: { id: team.id, domain: team.domain },
    api_app_id: bot.appId,
    token: verificationToken,
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** Slack still sends this deprecated token; nothing may rely on it. */
export const verificationToken = 'not-to-be-relied-on';
