import type { Acknowledgement, Deliver } from '../delivery/envelope.ts';
import type { JsonObject } from '../json.ts';
import type { Channel, Person } from '../state/directory.ts';
import type { State } from '../state/state.ts';

/** What the people of the workspace need to do something: its memory, and a way to the app. */
export interface WorkspaceContext {
  readonly state: State;
  readonly deliver: Deliver;
}

/** What Slack tells a person in place of the app where it failed. */
export type ShownError =
  | 'operation_timeout'
  | 'dispatch_failed'
  | 'http_service_error'
  | 'invalid_command_response'
  | 'invalid_view_response';

/** The error that a person sees for an acknowledgement, where it is none. */
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
  }
}

/** A person of this workspace, or an error that names the mistake of whoever drives it. */
export function requirePerson({ directory }: State, id: string): Person {
  const person = directory.person(id);
  if (person === undefined) throw new Error(`Lectern's workspace has nobody with the id ${id}.`);
  return person;
}

/** A channel that the person can open. */
export function requireChannel({ directory }: State, channelId: string, userId: string): Channel {
  const channel = directory.listVisible(userId).find(each => each.id === channelId);
  if (channel === undefined)
    throw new Error(`${userId} sees no channel ${channelId} in Lectern's workspace.`);
  return channel;
}

/** Slack has no command and no shortcut of an app that was not granted them. */
export function requireCommands({ scopes }: State): void {
  if (!scopes.has('commands'))
    throw new Error('The app lacks the scope commands: it has nothing to offer in menus.');
}

/** Slack names a direct message `directmessage` and a private channel `privategroup`. */
export function channelNameOf(channel: Channel): string {
  return channel.kind === 'private' ? 'privategroup' : channel.name;
}

/** What every interaction says of its person, team and app. */
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

/** Slack still sends this old token; nothing may rely on it. */
export const verificationToken = 'not-to-be-relied-on';
