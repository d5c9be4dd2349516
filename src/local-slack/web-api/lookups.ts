import { type JsonObject, textOf } from '../json.ts';
import type { Channel, Person } from '../state/directory.ts';
import type { State } from '../state/state.ts';
import { offsetSeconds, zoneLabel } from '../time-zone.ts';
import { ok, refused } from './responses.ts';

export function authTest(_args: JsonObject, { directory: { team, bot } }: State): JsonObject {
  const url = `https://${team.domain}.slack.com/`;
  return ok({
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
  const ticket = state.identifiers.secret();
  state.tickets.add(ticket);
  return ok({ url: `ws://${state.address.host}/link/?ticket=${ticket}&app_id=${state.directory.bot.appId}` });
}

export function botInfo(args: JsonObject, { directory: { bot } }: State): JsonObject {
  const wanted = textOf(args.bot);
  if (wanted !== undefined && wanted !== bot.botId) return refused('bot_not_found');
  return ok({
    bot: { id: bot.botId, deleted: false, name: bot.name, app_id: bot.appId, user_id: bot.userId },
  });
}

export function userInfo(args: JsonObject, state: State): JsonObject {
  const { bot, team } = state.directory;
  const id = textOf(args.user) ?? '';
  if (id === bot.userId) {
    const profile = { real_name: bot.name, display_name: bot.handle };
    return ok({ user: { id, team_id: team.id, name: bot.handle, is_bot: true, deleted: false, profile } });
  }
  const person = state.directory.person(id);
  return person === undefined ? refused('user_not_found') : ok({ user: personPayload(person, state) });
}

export function openConversation(args: JsonObject, state: State): JsonObject {
  const channelId = textOf(args.channel);
  if (channelId !== undefined) {
    const channel = state.directory.channel(channelId);
    return channel?.kind === 'dm' ? ok({ channel: { id: channel.id } }) : refused('channel_not_found');
  }
  const users = (textOf(args.users) ?? '').split(',').filter(id => id !== '');
  const [user] = users;
  if (user === undefined) return refused('users_list_not_supplied');
  // Conversations of several people are not in this workspace.
  if (users.length > 1) return refused('not_enough_users');
  if (state.directory.person(user) === undefined) return refused('user_not_found');
  return ok({ channel: { id: state.directory.directMessages(user).id } });
}

export function conversationInfo(args: JsonObject, state: State): JsonObject {
  const channel = state.directory.channel(textOf(args.channel) ?? '');
  const isHidden = channel !== undefined && channel.kind !== 'public' && !state.directory.hasBot(channel);
  if (channel === undefined || isHidden) return refused('channel_not_found');
  const needed = { public: 'channels:read', private: 'groups:read', dm: 'im:read' }[channel.kind];
  if (!state.scopes.has(needed))
    return refused('missing_scope', { needed, provided: [...state.scopes].join(',') });
  return ok({ channel: channelPayload(channel, state) });
}

function personPayload(person: Person, state: State): JsonObject {
  const now = state.clock.now();
  return {
    id: person.id,
    team_id: state.directory.team.id,
    name: person.handle,
    real_name: person.name,
    deleted: false,
    is_bot: false,
    is_admin: false,
    tz: person.timeZone,
    tz_label: zoneLabel(person.timeZone, now),
    tz_offset: offsetSeconds(person.timeZone, now),
    locale: person.locale,
    profile: { real_name: person.name, display_name: person.handle, team: state.directory.team.id },
  };
}

function channelPayload(channel: Channel, { directory }: State): JsonObject {
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
        }),
  };
}
