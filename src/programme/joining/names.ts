import { pluralise } from '../../text/display.ts';
import type { Problem } from '../problem.ts';
import type { Draft, DraftName, DraftTalk } from './draft.ts';

/** The names of one kind by their ids. */
type Names = ReadonlyMap<string, string>;

/**
 * Puts names in the place of the ids of rooms and tracks that other files name. What stays an id is left out and
 * reported once a file, if the file has it under a name of ids such as `roomId`.
 */
export function resolveNames(drafts: readonly Draft[]): {
  readonly drafts: readonly Draft[];
  readonly problems: readonly Problem[];
} {
  const all = drafts.flatMap(({ names = [] }) => names);
  const tables = { room: indexNames(all, 'room'), track: indexNames(all, 'track') };
  const isNeeded = all.length > 0 || drafts.some(({ openIds = [] }) => openIds.length > 0);
  if (!isNeeded) return { drafts, problems: [] };
  const problems: Problem[] = [];
  const resolved = drafts.map(draft => {
    const open = {
      room: findOpenIds(draft, 'room', tables.room),
      track: findOpenIds(draft, 'track', tables.track),
    };
    problems.push(
      ...createOpenProblems(draft, 'room', open.room),
      ...createOpenProblems(draft, 'track', open.track),
    );
    const nameOf = (kind: DraftName['kind'], text: string) =>
      tables[kind].get(text) ?? (open[kind].has(text) ? undefined : text);
    return { ...draft, talks: draft.talks.map(talk => resolveTalk(talk, nameOf)) };
  });
  return { drafts: resolved, problems };
}

function indexNames(names: readonly DraftName[], kind: DraftName['kind']): Names {
  return new Map(names.filter(name => name.kind === kind).map(({ id, name }) => [id, name]));
}

function findOpenIds({ openIds = [] }: Draft, kind: DraftName['kind'], names: Names): ReadonlySet<string> {
  return new Set(openIds.filter(open => open.kind === kind && !names.has(open.id)).map(({ id }) => id));
}

function resolveTalk(
  talk: DraftTalk,
  nameOf: (kind: DraftName['kind'], text: string) => string | undefined,
): DraftTalk {
  const { track, slots } = talk;
  return {
    ...talk,
    track: track === undefined ? undefined : nameOf('track', track),
    slots: slots.map(slot => ({ ...slot, rooms: slot.rooms.flatMap(room => nameOf('room', room) ?? []) })),
  };
}

function createOpenProblems(
  { file }: Draft,
  kind: DraftName['kind'],
  open: ReadonlySet<string>,
): readonly Problem[] {
  const [first] = open;
  if (first === undefined) return [];
  const others = open.size > 1 ? ` and ${pluralise(open.size - 1, 'other')}` : '';
  const message = `No file names the ${kind} with the id "${first.slice(0, 40)}"${others}; the talks there are listed without a ${kind}. Put the file that has the ${kind}s beside this one.`;
  return [{ severity: 'error', file, line: undefined, item: undefined, message }];
}
