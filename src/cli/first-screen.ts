import type { Workspace } from '../local-slack/workspace.ts';
import { pluralise } from '../text/plural.ts';
import type { Lectern } from '../wiring/compose.ts';
import { countTalks } from './count-talks.ts';
import { exampleFor } from './example.ts';

/**
 * Nobody is to find an empty page: a colleague has asked, and `/talk ceph` is answered. The Home was looked at before, by
 * which Lectern knows the reader's time zone.
 */
export async function fillFirstScreen({ loaded }: Lectern, workspace: Workspace): Promise<void> {
  const { people, channels } = workspace;
  const channel = channels.lobby.id;
  const words = exampleFor(loaded);
  await workspace.openHome({ user: people.mira.id });
  await workspace.when(() => workspace.callsOf('users.info').find(call => call.response !== undefined));
  await workspace.say({ user: people.june.id, channel, text: `Is there anything on ${words}?` });
  await workspace.command({ user: people.mira.id, channel, command: '/talk', text: words });
}

/** One line for whoever has typed `npm start`. */
export function whereToLook({ loaded: { programme } }: Lectern, url: string): string {
  const size = `${pluralise(countTalks(programme), 'talk')}, ${pluralise(programme.speakers.length, 'speaker')}`;
  return `Lectern answers for ${programme.conference.name ?? 'your conference'} (${size}): open ${url}`;
}
