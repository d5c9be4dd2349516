import type { ImportOptions } from '../../importers/format.ts';
import { folderOf } from './arrange.ts';
import type { ConferenceFile } from './conference-file.ts';
import type { Source } from './source-setting.ts';

/** A source, and where it is named. */
export interface Named {
  readonly source: Source;
  /** What problems and talks call it: its host's name, beside the `conference.yml`. More of an address may be a secret. */
  readonly path: string;
  /** How its answers are to be read. */
  readonly settings: ImportOptions;
  /** Another one as soon as it is to be asked in another way; its line may change. */
  readonly key: string;
  readonly settingsPath: string;
}

/** A `conference.yml` and where it lies. */
export type PlacedSettings = Pick<ConferenceFile, 'sources' | 'csv'> & { readonly path: string };

export function namedSources({ sources, csv, path: settingsPath }: PlacedSettings): readonly Named[] {
  const times = new Map<string, number>();
  return sources.map(source => {
    const { hostname } = new URL(source.url);
    const count = (times.get(hostname) ?? 0) + 1;
    times.set(hostname, count);
    const name = count === 1 ? hostname : `${hostname}-${count}`;
    const path = [folderOf(settingsPath), name].filter(part => part !== '').join('/');
    const { line: _, ...asked } = source;
    const key = JSON.stringify([path, settingsPath, asked, csv]);
    return { key, source, settings: { csv }, settingsPath, path };
  });
}
