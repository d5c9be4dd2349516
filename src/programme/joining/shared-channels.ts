import { groupByEach } from '../../text/keys.ts';
import type { Conference } from '../conference.ts';
import type { Problem } from '../problem.ts';

/** Reports rooms of a `conference.yml` that have one channel together, which may be a slip of copying. */
export function reportSharedChannels({ roomLinks, folder }: Conference): readonly Problem[] {
  const byChannel = groupByEach(roomLinks, ({ channel, workspace = '' }) =>
    channel === undefined ? [] : [`${workspace} ${channel}`],
  );
  return [...byChannel.values()].flatMap(links => {
    if (links.length < 2) return [];
    const file = folder === '' ? 'conference.yml' : `${folder}/conference.yml`;
    const rooms = links.map(({ room }) => `"${room}"`).join(', ');
    const message = `Rooms have the same channel, ${links[0]?.channel}: ${rooms}. They share its topic, and the notices of all stand there.`;
    return [{ severity: 'warning', file, line: undefined, item: undefined, message }];
  });
}
