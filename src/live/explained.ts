import type { ImportOptions } from '../importers/format.ts';
import { folderOf } from '../programme/conference.ts';
import type { ConferenceFile } from '../sources/settings/conference-file.ts';

/** The settings that say how a file is read, also as JSON. */
export interface Explained {
  readonly options: ImportOptions;
  readonly explained: string;
}

export const UNEXPLAINED = explain({});

function explain(options: ImportOptions): Explained {
  return { options, explained: JSON.stringify(options) };
}

/** The settings of the nearest `conference.yml` above a file. */
export function explainBy(settings: readonly ConferenceFile[]): (path: string) => Explained {
  const byFolder = new Map(
    settings.map(({ conference, csv }) => [
      conference.folder,
      explain({ csv, timeZone: conference.timeZone }),
    ]),
  );
  return path => {
    let folder = folderOf(path);
    while (folder !== '' && !byFolder.has(folder)) folder = folderOf(folder);
    return byFolder.get(folder) ?? UNEXPLAINED;
  };
}
