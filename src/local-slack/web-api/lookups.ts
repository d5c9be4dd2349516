import { asString, type JsonObject } from '../json.ts';
import type { Channel, Person } from '../state/directory.ts';
import type { State } from '../state/state.ts';
import { offsetSecondsOf, zoneLabelOf } from '../time-zone.ts';
import { findVisibleChannel } from './channels.ts';
import { isRefusal, refuse, refuseScope, succeed } from './responses.ts';

export function testAuth(_args: JsonObject, { directory: { team, bot } }: State): JsonObject {
  const url = `https://${team.domain}.slack.com/`;
  return succeed({
    url,
    team: team.name,
    user: bot.handle,
    team_id: team.id,
    user_id: bot.userId,
    bot_id: bot.botId,
    is_enterprise_install: false,
  });
}

export function openConnection(_args: JsonObject, state: State): JsonObject {
  const ticket = state.identifiers.newSecret();
  state.tickets.add(ticket);
  return succeed({
    url: `ws://${state.address.host}/link/?ticket=${ticket}&app_id=${state.directory.bot.appId}`,
  });
}

export function describeBot(args: JsonObject, { directory: { bot } }: State): JsonObject {
  const wanted = asString(args.bot);
  if (wanted !== undefined && wanted !== bot.botId) return refuse('bot_not_found');
  return succeed({
    bot: { id: bot.botId, deleted: false, name: bot.name, app_id: bot.appId, user_id: bot.userId },
  });
}

export function describeUser(args: JsonObject, state: State): JsonObject {
  const { bot, team } = state.directory;
  const id = asString(args.user) ?? '';
  if (id === bot.userId) {
    const profile = { real_name: bot.name, display_name: bot.handle };
    return succeed({
      user: { id, team_id: team.id, name: bot.handle, is_bot: true, deleted: false, profile },
    });
  }
  const person = state.directory.person(id);
  return person === undefined ? refuse('user_not_found') : succeed({ user: buildPerson(person, state) });
}

export function openConversation(args: JsonObject, state: State): JsonObject {
  const channelId = asString(args.channel);
  if (channelId !== undefined) {
    const channel = state.directory.channel(channelId);
    return channel?.kind === 'dm' ? succeed({ channel: { id: channel.id } }) : refuse('channel_not_found');
  }
  const users = (asString(args.users) ?? '').split(',').filter(id => id !== '');
  const [user] = users;
  if (user === undefined) return refuse('users_list_not_supplied');
  // This workspace has no conversations of several people.
  if (users.length > 1) return refuse('not_enough_users');
  if (state.directory.person(user) === undefined) return refuse('user_not_found');
  return succeed({ channel: { id: state.directory.openDirectMessages(user).id } });
}

export function describeConversation(args: JsonObject, state: State): JsonObject {
  const channel = findVisibleChannel(asString(args.channel) ?? '', state.directory);
  if (isRefusal(channel)) return channel;
  const needed = { public: 'channels:read', private: 'groups:read', dm: 'im:read' }[channel.kind];
  if (!state.scopes.has(needed)) return refuseScope(needed, state.scopes);
  return succeed({ channel: describeChannel(channel, state) });
}

function buildPerson(person: Person, state: State): JsonObject {
  const now = state.clock.now();
  return {
    id: person.id,
    team_id: state.directory.team.id,
    name: person.handle,
    real_name: person.name,
    deleted: false,
    is_bot: false,
    is_admin: person.isAdmin === true,
    is_owner: false,
    tz: person.timeZone,
    tz_label: zoneLabelOf(person.timeZone, now),
    tz_offset: offsetSecondsOf(person.timeZone, now),
    locale: person.locale,
    profile: { real_name: person.name, display_name: person.handle, team: state.directory.team.id },
  };
}

/** A channel as Slack describes it to the bot. */
export function describeChannel(channel: Channel, { directory }: State): JsonObject {
  const user = [...channel.members].find(member => member !== directory.bot.userId);
  return {
    id: channel.id,
    is_im: channel.kind === 'dm',
    is_archived: channel.archived,
    ...(channel.kind === 'dm'
      ? { user }
      : {
          name: channel.name,
          is_channel: channel.kind === 'public',
          is_group: channel.kind === 'private',
          is_private: channel.kind === 'private',
          is_member: directory.hasBot(channel),
          topic: { value: channel.topic ?? '' },
        }),
  };
}
