import { decode } from '../importers/decode.ts';
import type { ImportOptions } from '../importers/format.ts';
import type { ImportFile } from '../importers/import-aside.ts';
import { folderOf } from '../programme/conference.ts';
import type { Draft } from '../programme/joining/draft.ts';
import type { Problem } from '../programme/problem.ts';
import type { FileBytes } from '../sources/data-files.ts';
import {
  type ConferenceFile,
  isConferenceFile,
  readConferenceFile,
} from '../sources/settings/conference-file.ts';
import { type Mended, mendFile, mendSettings } from './mend.ts';

/** The content of a file, as it is shown and as it was when it was last in order. */
export type ImportedFile = { readonly draft: Mended<Draft> } | { readonly settings: Mended<ConferenceFile> };

interface Importing {
  readonly path: string;
  readonly before: (ImportedFile & { readonly isEnded: boolean }) | undefined;
  readonly options: ImportOptions;
  readonly isEnded: boolean;
  readonly importFile: ImportFile;
}

/** Imports a file whose content is new; what was good of it before stays if the new content is broken. */
export async function importAgain(
  read: FileBytes | Problem,
  { path, before, options, isEnded, importFile }: Importing,
): Promise<ImportedFile> {
  const bytes = 'bytes' in read ? read.bytes : new Uint8Array();
  const problems = 'bytes' in read ? undefined : { problems: [read] };
  if (isConferenceFile(path)) {
    const fresh = readConferenceFile(decode(bytes).text, { path, folder: folderOf(path) });
    const good = before && 'settings' in before ? before.settings.good : undefined;
    return { settings: mendSettings(path, good, { ...fresh, ...problems }) };
  }
  const fresh = await importFile({ path, bytes }, options);
  const good = before && 'draft' in before ? before.draft.good : undefined;
  const isOpenEnded = before?.isEnded === true && !isEnded;
  return { draft: mendFile(good, { ...fresh, ...problems }, { isOpenEnded }) };
}
