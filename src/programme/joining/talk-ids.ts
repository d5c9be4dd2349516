import { nameKey } from '../../text/fold.ts';
import { hashId } from '../../text/keys.ts';
import type { Problem } from '../problem.ts';
import { createIdNumberer } from '../programme.ts';
import type { Talk } from '../talk.ts';
import type { DraftTalk, Entry } from './draft.ts';

/** The source's own id, else the path of a file that holds just this talk, else what the talk is made of. */
export function chooseId(entry: Entry, conferenceFolder: string): string {
  const { draft, talk } = entry;
  if (talk.id !== undefined) return talk.id;
  if (draft.oneTalkAFile) return relativePath(conferenceFolder, draft.file).replace(/\.[^./]+$/, '');
  return deriveId(talk, isPauseOrParty(talk) ? talk.slots[0]?.start : undefined);
}

function deriveId({ title, speakers }: Pick<DraftTalk, 'title' | 'speakers'>, start?: string): string {
  const parts = [title, ...speakers.map(speaker => speaker.name), ...(start === undefined ? [] : [start])];
  return hashId(parts.map(nameKey).join('\n'));
}

/** A conference has a coffee break a day: they are told apart by when they are. */
function isPauseOrParty({ kind = 'talk' }: DraftTalk): boolean {
  return kind !== 'talk';
}

/**
 * Two talks that come to the same id both stay. Where it is made of title and speakers, as of two panels without people,
 * the later one's is made of its start too; else it goes by a number of its own.
 */
export function makeIdsUnique(talks: readonly Talk[], problems: Problem[]): readonly Talk[] {
  // An id that a later talk has of its own is none to give to an earlier one.
  const taken = new Set(talks.map(({ id }) => id));
  const numbered = createIdNumberer(taken);
  const seen = new Set<string>();
  return talks.map(talk => {
    if (!seen.has(talk.id)) {
      seen.add(talk.id);
      return talk;
    }
    const isMade = talk.id === deriveId(talk);
    const timed = isMade && talk.slots[0] !== undefined ? deriveId(talk, talk.slots[0].start) : undefined;
    const isTimed = timed !== undefined && !taken.has(timed);
    const id = isTimed ? timed : numbered(talk.id);
    taken.add(id);
    if (isTimed) return { ...talk, id };
    problems.push({
      severity: 'warning',
      file: talk.file,
      line: undefined,
      item: talk.title,
      message: isMade
        ? 'There is another entry with this title, these speakers and this time; both are listed.'
        : `Another talk has the id "${talk.id}"; this one goes by "${id}".`,
    });
    return { ...talk, id };
  });
}

/** The path of a file from its conference's folder. */
export function relativePath(folder: string, file: string): string {
  return folder === '' ? file : file.slice(folder.length + 1);
}
