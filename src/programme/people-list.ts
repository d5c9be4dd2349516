import type { DraftSpeaker } from './draft.ts';
import type { Entry } from './entry.ts';
import { nameKey } from './fold.ts';
import { groupByEach } from './group.ts';
import type { Problem } from './problem.ts';

/**
 * Completes who speaks with what files tell of people apart from talks (`people`): names that are missing, and bios.
 * Who stays without a name is reported, and left out where the id is no name either; who is only in `people` is not added.
 */
export function completeSpeakers(
  entries: readonly Entry[],
  people: readonly DraftSpeaker[],
): { readonly entries: readonly Entry[]; readonly problems: readonly Problem[] } {
  const find = finder(people);
  const problems: Problem[] = [];
  const completed = entries.map(entry => {
    const speakers = entry.talk.speakers.flatMap(mention => {
      const speaker = complete(mention, find(mention));
      if (speaker !== undefined) return speaker;
      const name = nameInSlug(mention.id ?? '');
      problems.push(nameless(entry, mention, name));
      return name === undefined ? [] : { ...mention, name };
    });
    return { ...entry, talk: { ...entry.talk, speakers } };
  });
  return { entries: completed, problems };
}

/**
 * By the source's own id, else by the folded name where only one person has it: of two people who are called alike,
 * neither gets the other's bio.
 */
function finder(people: readonly DraftSpeaker[]): (mention: DraftSpeaker) => readonly DraftSpeaker[] {
  const byId = groupByEach(people, ({ id }) => (id === undefined ? [] : [id]));
  const byName = groupByEach(people, ({ name }) => (name === '' ? [] : [nameKey(name)]));
  return ({ id, name }) => {
    const same = id === undefined ? undefined : byId.get(id);
    if (same !== undefined) return same;
    const alike = byName.get(nameKey(name)) ?? [];
    return new Set(alike.map(person => person.id)).size === 1 ? alike : [];
  };
}

function complete(mention: DraftSpeaker, people: readonly DraftSpeaker[]): DraftSpeaker | undefined {
  const name = mention.name || people.find(person => person.name !== '')?.name;
  const bio = [mention, ...people].reduce((best, { bio }) => (bio.length > best.length ? bio : best), '');
  return name === undefined ? undefined : { ...mention, name, bio };
}

/** Pages of talks name people by their own pages, `ada-lund`: without these, that still tells who it is. */
function nameInSlug(id: string): string | undefined {
  if (!/^\p{Ll}{2,}(?:-\p{Ll}+)+$/u.test(id)) return undefined;
  return id.replace(/(?:^|-)\p{Ll}/gu, part => part.replace('-', ' ').toUpperCase());
}

function nameless({ draft, talk }: Entry, { id }: DraftSpeaker, name: string | undefined): Problem {
  return {
    severity: name === undefined ? 'error' : 'warning',
    file: draft.file,
    line: talk.line,
    item: talk.title,
    message:
      name === undefined
        ? `No file names the speaker with the id "${id}"; the talk is listed without this speaker.`
        : `No file names the speaker "${id}"; the name was made of that.`,
  };
}
