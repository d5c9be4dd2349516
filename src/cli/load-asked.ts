import type { LoadedFolder } from '../live/choose-programme.ts';
import { load } from '../live/load.ts';
import { rehearsalStart } from '../wiring/rehearsal-start.ts';
import type { Io } from './io.ts';
import { settingsWithoutSlack } from './settings.ts';

/**
 * The data folder that a command is asked about, and the instant that it is asked at, in milliseconds since 1970: as in
 * the workspace on this machine, where the sample is on its first day.
 */
export async function loadAsked(
  { data }: { readonly data?: string },
  { env }: Io,
): Promise<{ readonly loaded: LoadedFolder; readonly now: number }> {
  const { dataDir, clock } = settingsWithoutSlack(env);
  const loaded = await load(data ?? dataDir, { variable: name => env[name], nowMs: clock });
  const start = rehearsalStart({ clock, slack: { kind: 'local' } }, loaded.programme.conference);
  return { loaded, now: start ?? Date.now() };
}
