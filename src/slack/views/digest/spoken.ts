import { timeOf } from '../../../programme/moment.ts';
import type { Session } from '../../../programme/session.ts';
import type { Talk } from '../../../programme/talk.ts';
import { shorten } from '../../../text/shorten.ts';
import { namesOf, titleOf } from '../row.ts';

/** A message's text may have 3,000 characters once it is escaped; what is left over is counted, not cut. */
const LENGTH = 2600;

/** What those hear who do not see the blocks: as many lines as a text takes, and how many more there are. */
export function spoken(heading: readonly string[], lines: readonly string[]): string {
  const said = heading.filter(line => line !== '');
  let length = escapedLength(said.join('\n'));
  const room = lines.findIndex(line => {
    length += escapedLength(line) + 1;
    return length > LENGTH;
  });
  if (room === -1) return [...said, ...lines].join('\n');
  return [...said, ...lines.slice(0, room), `And ${lines.length - room} more.`].join('\n');
}

/** `09:00 Quay Hall: Ceph at sea, Ada Lund` */
export function spokenSession({ talk, slot }: Session): string {
  const where = [timeOf(slot.start), shorten(slot.rooms.join(', '), 60)]
    .filter(part => part !== '')
    .join(' ');
  return `${where}: ${spokenTitle(talk)}`;
}

export function spokenTitle(talk: Talk): string {
  const names = shorten(namesOf(talk.speakers), 80);
  return `${shorten(titleOf(talk), 100)}${names === '' ? '' : `, ${names}`}`;
}

/** `&` is written as five characters, `<` and `>` as four. */
function escapedLength(text: string): number {
  return text.length + 4 * (text.match(/[&<>]/g)?.length ?? 0);
}
