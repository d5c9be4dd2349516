import { nameKey } from '../../text/fold.ts';
import { groupByEach } from '../../text/keys.ts';
import type { Problem } from '../problem.ts';
import type { Programme } from '../programme.ts';
import type { Speaker } from '../talk.ts';
import type { Draft, DraftSpeaker, DraftTalk, Entry } from './draft.ts';

/**
 * Completes who speaks with what files tell of people apart from talks (`people`): names that are missing, bios,
 * affiliations, and the speakers of a talk that names none, if people name that talk.
 * Who stays without a name is reported, and left out where the id is no name either; who is only in `people` is not added.
 */
export function completeSpeakers(
  entries: readonly Entry[],
  people: readonly DraftSpeaker[],
): { readonly entries: readonly Entry[]; readonly problems: readonly Problem[] } {
  const find = createPersonFinder(people);
  const giversOf = createGiverFinder(people);
  const problems: Problem[] = [];
  const missing: MissingName[] = [];
  const completed = entries.map(entry => {
    const { talk } = entry;
    // Most files name people themselves, and the same entry makes the same talk.
    if (people.length === 0 && talk.speakers.every(({ name }) => name !== '')) return entry;
    const mentions = talk.speakers.length > 0 ? talk.speakers : giversOf(talk);
    const speakers = mentions.flatMap(written => {
      const { mention, person } = find(written);
      const speaker = completeMention(mention, person);
      if (speaker !== undefined) return speaker;
      const name = parseSlug(mention.id ?? '');
      if (name === undefined) {
        missing.push({ entry, id: mention.id ?? '' });
        return [];
      }
      problems.push(createSlugProblem(entry, mention));
      return { ...mention, name };
    });
    return { ...entry, talk: { ...talk, speakers } };
  });
  const byFile = groupByEach(missing, ({ entry }) => [entry.draft.file]);
  return {
    entries: completed,
    problems: [...problems, ...[...byFile.values()].flatMap(createMissingProblems)],
  };
}

/**
 * Reports the files whose people give none of the talks, and the folders that have a page for each person. Mostly the
 * names are written in another way there, or the file is of another year.
 */
export function reportIdlePeople(
  drafts: readonly Pick<Draft, 'file' | 'people'>[],
  entries: readonly Entry[],
): readonly Problem[] {
  if (drafts.every(({ people = [] }) => people.length === 0)) return [];
  const mentions = entries.flatMap(({ talk }) => talk.speakers);
  const ids = new Set(mentions.map(({ id }) => id));
  const names = new Set(mentions.map(({ name }) => nameKey(name)));
  const speaks = ({ id, name }: DraftSpeaker) =>
    (id !== undefined && ids.has(id)) || names.has(nameKey(name));
  const lists = groupByEach(
    drafts.flatMap(({ file, people = [] }) => {
      // A table of pairs has ids alone.
      const named = people.filter(({ name }) => name !== '');
      return named.length > 0 ? [{ file, people: named }] : [];
    }),
    ({ file, people }) => [people.length > 1 ? file : file.slice(0, file.lastIndexOf('/') + 1)],
  );
  return [...lists.values()].flatMap((files): Problem | readonly Problem[] => {
    const people = files.flatMap(list => list.people);
    const [first] = files;
    if (first === undefined || people.length < 2 || people.some(speaks)) return [];
    return {
      severity: 'warning',
      file: first.file,
      line: undefined,
      item: undefined,
      message: `None of the ${people.length} people ${files.length === 1 ? 'in this file' : 'in files of this folder'} gives a talk, so they are not shown. If they should be, write their names as the talks have them.`,
    };
  });
}

/** Finds the people who say that they give a talk, by its id or its title. */
function createGiverFinder(people: readonly DraftSpeaker[]): (talk: DraftTalk) => readonly DraftSpeaker[] {
  const byTalk = groupByEach(people, ({ talks = [] }) => [...new Set([...talks, ...talks.map(nameKey)])]);
  return ({ id, title }) =>
    (byTalk.get(id ?? '') ?? byTalk.get(nameKey(title)) ?? []).map(({ talks: _, ...person }) => person);
}

/** Reports files that join people to talks by ids (a person has no name there), and name talks that no file has. */
export function reportUnknownTalks(drafts: readonly Draft[]): readonly Problem[] {
  if (!drafts.some(({ people = [] }) => people.some(({ name }) => name === ''))) return [];
  const known = new Set(
    drafts.flatMap(({ talks }) => talks.flatMap(({ id, title }) => [id ?? '', nameKey(title)])),
  );
  return drafts.flatMap(({ file, people = [] }): readonly Problem[] => {
    const named = people.flatMap(({ name, talks = [] }) => (name === '' ? talks : []));
    const [first] = named;
    // Some of them may be rejected or of another year.
    if (first === undefined || named.some(talk => known.has(talk) || known.has(nameKey(talk)))) return [];
    const message = `No file has the talks that this table names, the first with the id "${first}"; their speakers are missing. Put the file that has the talks beside this one, with their ids.`;
    return [{ severity: 'error', file, line: undefined, item: undefined, message }];
  });
}

/**
 * By the source's own id, else by the folded name where only one person has it: of two people who are called alike,
 * neither gets the other's bio. A name that nobody has and that is an id is meant as one: `speakers: [ada]`.
 */
function createPersonFinder(people: readonly DraftSpeaker[]): (mention: DraftSpeaker) => {
  readonly mention: DraftSpeaker;
  readonly person: DraftSpeaker | undefined;
} {
  const byId = groupByEach(people, ({ id }) => (id === undefined ? [] : [id]));
  const byName = groupByEach(people, ({ name }) => (name === '' ? [] : [nameKey(name)]));
  const knownById = new Map([...byId].map(([id, same]) => [id, mergeMentions(same)]));
  const knownByName = new Map(
    [...byName]
      .filter(([, alike]) => new Set(alike.map(person => person.id)).size === 1)
      .map(([name, alike]) => [name, mergeMentions(alike)]),
  );
  return mention => {
    const { id, name } = mention;
    const person = (id === undefined ? undefined : knownById.get(id)) ?? knownByName.get(nameKey(name));
    const isId = person === undefined && id === undefined && knownById.has(name);
    return isId
      ? { mention: { ...mention, id: name, name: '' }, person: knownById.get(name) }
      : { mention, person };
  };
}

function mergeMentions(mentions: readonly DraftSpeaker[]): Omit<Speaker, 'id'> {
  return {
    name: mentions.find(({ name }) => name !== '')?.name ?? '',
    bio: findLongest(mentions.map(({ bio }) => bio)),
    ...affiliationOf(mentions),
  };
}

function affiliationOf(mentions: readonly DraftSpeaker[]): Pick<Speaker, 'affiliation'> {
  const affiliation = findLongest(mentions.map(mention => mention.affiliation ?? ''));
  return affiliation === '' ? {} : { affiliation };
}

/** The first of the longest. */
function findLongest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '');
}

function completeMention(mention: DraftSpeaker, known: DraftSpeaker | undefined): DraftSpeaker | undefined {
  const merged = mergeMentions(known === undefined ? [mention] : [mention, known]);
  return merged.name === '' ? undefined : { ...mention, ...merged };
}

/** Pages of talks name people by their own pages, `ada-lund`: without these, that still tells who it is. */
function parseSlug(id: string): string | undefined {
  if (!/^\p{Ll}{2,}(?:[-_]\p{Ll}+)+$/u.test(id)) return undefined;
  return id.replace(/(?:^|[-_])\p{Ll}/gu, part => part.replace(/[-_]/, ' ').toUpperCase());
}

function createSlugProblem({ draft, talk }: Entry, { id }: DraftSpeaker): Problem {
  return {
    severity: 'warning',
    file: draft.file,
    line: talk.line,
    item: talk.title,
    message: `No file names the speaker "${id}"; the name was made of that.`,
  };
}

/** A speaker of whom there is no more than an id that says nothing. */
interface MissingName {
  readonly entry: Entry;
  readonly id: string;
}

/** Mostly the file is missing that names all of them, so it is said once. */
function createMissingProblems(missing: readonly MissingName[]): readonly Problem[] {
  const ids = [...new Set(missing.map(({ id }) => id))];
  const [first] = missing;
  if (first === undefined) return [];
  const { draft, talk } = first.entry;
  return [
    {
      severity: 'error',
      file: draft.file,
      line: talk.line,
      item: talk.title,
      message:
        ids.length === 1
          ? `No file names the speaker with the id "${first.id}"; the talk is listed without this speaker.`
          : `No file names ${ids.length} of the speakers, the first with the id "${first.id}"; their talks are listed without them. Put the file that has the speakers beside this one.`,
    },
  ];
}

/** Finds the one person behind each mention of a name. */
interface SpeakerIndex {
  /** The people behind these mentions, each once, in this order. */
  all(mentions: readonly DraftSpeaker[]): readonly Speaker[];
}

/** The name of a person whose name a file does not give; ids tell such people apart. */
export const NAME_WITHHELD = 'Name withheld';

/**
 * Makes one speaker of all mentions of a name: the spelling that came first, the longest bio and affiliation. One of whom
 * nothing else is known than `before` is the same object.
 */
export function indexSpeakers(
  mentions: readonly DraftSpeaker[],
  before?: Pick<Programme, 'speaker'>,
): SpeakerIndex {
  const speakers = new Map<string, Speaker>();
  for (const mention of mentions) {
    const id = speakerKey(mention);
    const known = speakers.get(id);
    speakers.set(id, { id, ...mergeMentions(known === undefined ? [mention] : [known, mention]) });
  }
  for (const [id, speaker] of speakers) {
    const former = before?.speaker(id);
    if (former !== undefined && isSameSpeaker(former, speaker)) speakers.set(id, former);
  }
  return {
    all: talkSpeakers => {
      const ids = new Set(talkSpeakers.map(speakerKey));
      // A copy has no room to grow, of which V8 leaves a list that grew more than its own size.
      return [...ids].flatMap(id => speakers.get(id) ?? []).slice();
    },
  };
}

function isSameSpeaker(one: Speaker, other: Speaker): boolean {
  return one.name === other.name && one.bio === other.bio && one.affiliation === other.affiliation;
}

function speakerKey({ id, name }: DraftSpeaker): string {
  return name === NAME_WITHHELD && id !== undefined ? id : nameKey(name);
}
