import { keepCancelled } from '../programme/joining/counterparts.ts';
import type { Programme } from '../programme/programme.ts';
import { type Index, indexProgramme } from '../search/index/index-programme.ts';
import type { LoadedFolder } from './choose-programme.ts';

/** The talks that only an earlier programme had, for each programme as it was read. */
export interface CancelledTalks {
  /** Returns the programme as it was read, with the talks that were cancelled before. */
  addTo(folder: LoadedFolder): LoadedFolder;
  remember(read: Programme, whole: Programme): void;
}

/**
 * A talk that was cancelled while Lectern was down, or before its last start, is in no file; it is found all the same,
 * and stays so when the files change.
 */
export function createCancelledTalks(): CancelledTalks {
  /** By the programme as it was read. */
  const wholes = new WeakMap<Programme, Programme>();
  const indexes = new WeakMap<Programme, Index>();
  const folders = new WeakMap<LoadedFolder, LoadedFolder>();
  const last = new Map<string, { readonly read: Programme; readonly whole: Programme }>();

  const remember = (read: Programme, whole: Programme) => {
    wholes.set(read, whole);
    last.set(read.conference.folder, { read, whole });
  };
  /** Keeps everything that was known of the conference before its files were read again. */
  const carryOver = (read: Programme) => {
    const known = last.get(read.conference.folder);
    if (known === undefined || known.read === read) return;
    const whole = keepCancelled(known.whole, read).programme;
    if (whole === read) last.delete(read.conference.folder);
    else remember(read, whole);
  };

  return {
    addTo: folder => {
      carryOver(folder.programme);
      const whole = wholes.get(folder.programme);
      if (whole === undefined) return folder;
      const known = folders.get(folder);
      if (known?.programme === whole) return known;
      const index = indexes.get(whole) ?? indexProgramme(whole, folder.index);
      indexes.set(whole, index);
      const made = { ...folder, programme: whole, index };
      folders.set(folder, made);
      return made;
    },
    remember,
  };
}
