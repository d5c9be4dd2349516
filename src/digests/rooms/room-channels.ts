import { conferenceKey } from '../../programme/conference.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Session } from '../../programme/sessions.ts';
import { conferencesOf } from '../../search/loaded.ts';
import { fold } from '../../text/fold.ts';
import { groupByEach } from '../../text/keys.ts';
import { rememberOf } from '../../text/remember.ts';
import { type DeliveryContext, isSeenBy } from '../delivery-context.ts';

/** A room of a conference with its channel in Slack. */
export interface RoomChannel {
  readonly workspace: string;
  readonly channel: string;
  /** Its name, as conference.yml writes it. */
  readonly room: string;
  readonly stream: string | undefined;
  readonly programme: Programme;
  /** The key of its conference. */
  readonly conference: string;
  /** By time. */
  readonly sessions: readonly Session[];
}

/** The rooms that have channels, in workspaces that see their conferences. */
export function roomChannels(
  context: Pick<DeliveryContext, 'current' | 'currentIn' | 'homeWorkspace'>,
): readonly RoomChannel[] {
  return conferencesOf(context.current()).flatMap(programme => channelsOf(programme, context));
}

/** Those of one conference. */
export function channelsOf(
  programme: Programme,
  context: Pick<DeliveryContext, 'currentIn' | 'homeWorkspace'>,
): readonly RoomChannel[] {
  const { roomLinks } = programme.conference;
  if (roomLinks.length === 0) return [];
  const isSeen = isSeenBy(programme, context);
  return roomLinks.flatMap(({ room, channel, stream, workspace = context.homeWorkspace() }) => {
    if (channel === undefined || workspace === undefined || !isSeen({ workspace, person: '' })) return [];
    const conference = conferenceKey(programme.conference);
    const sessions = sessionsByRoom(programme).get(fold(room)) ?? [];
    return [{ workspace, channel, room, stream, programme, conference, sessions }];
  });
}

/** The channels of which it is not yet known in which workspace they are. */
export function unplacedChannels({
  current,
  homeWorkspace,
}: Pick<DeliveryContext, 'current' | 'homeWorkspace'>): ReadonlySet<string> {
  if (homeWorkspace() !== undefined) return new Set();
  const links = conferencesOf(current()).flatMap(({ conference }) => conference.roomLinks);
  return new Set(
    links.flatMap(({ workspace, channel }) =>
      workspace === undefined && channel !== undefined ? [channel] : [],
    ),
  );
}

const sessionsByRoom = rememberOf(({ sessions }: Programme) =>
  groupByEach(sessions, ({ slot }) => slot.rooms.map(fold)),
);
