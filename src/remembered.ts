import type { LoadedFolder } from './choose-programme.ts';
import type { Programme } from './programme/programme.ts';
import { indexProgramme } from './search/index-programme.ts';

/** A programme together with what only an earlier one had, by what was read. */
export interface Remembered {
  /** What was read, with the talks that were cancelled before. */
  withCancelled(folder: LoadedFolder): LoadedFolder;
  remember(read: Programme, whole: Programme): void;
}

/** A talk that was cancelled while Lectern was down, or before its last start, is in no file; it is found all the same. */
export function rememberer(): Remembered {
  const wholes = new WeakMap<Programme, Pick<LoadedFolder, 'programme' | 'index'>>();
  const folders = new WeakMap<LoadedFolder, LoadedFolder>();
  return {
    withCancelled: folder => {
      const whole = wholes.get(folder.programme);
      if (whole === undefined) return folder;
      const known = folders.get(folder);
      if (known?.programme === whole.programme) return known;
      const made = { ...folder, ...whole };
      folders.set(folder, made);
      return made;
    },
    remember: (read, programme) => {
      wholes.set(read, { programme, index: indexProgramme(programme) });
    },
  };
}
