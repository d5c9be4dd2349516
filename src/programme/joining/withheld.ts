import { nameKey } from '../../text/fold.ts';
import { groupByEach } from '../../text/keys.ts';
import type { Problem } from '../problem.ts';
import type { Draft, DraftTalk, WithheldEntry } from './draft.ts';

/**
 * Leaves out the talks that another file has as not accepted: a sheet of proposals says that one is rejected, and a
 * schedule beside it still lists it. A file that also has an accepted talk of that title means another proposal. Their titles are
 * confidential, so only their number is reported.
 */
export function leaveOutWithheld(drafts: readonly Draft[]): {
  readonly drafts: readonly Draft[];
  readonly problems: readonly Problem[];
} {
  const sources = drafts.filter(({ withheld }) => withheld !== undefined).map(indexWithheld);
  if (sources.length === 0) return { drafts, problems: [] };
  const problems: Problem[] = [];
  const kept = drafts.map(draft => {
    const others = sources.filter(({ file }) => file !== draft.file);
    const talks = draft.talks.filter(talk => !others.some(source => source.withholds(talk)));
    const count = draft.talks.length - talks.length;
    if (count === 0) return draft;
    problems.push({
      severity: 'warning',
      file: draft.file,
      line: undefined,
      item: undefined,
      message: `Left out because another file has them as not accepted: ${count}.`,
    });
    return { ...draft, talks };
  });
  return { drafts: kept, problems };
}

interface WithholdingFile {
  readonly file: string;
  withholds(talk: DraftTalk): boolean;
}

function indexWithheld({ file, talks, withheld = [] }: Draft): WithholdingFile {
  const accepted = new Set(talks.map(({ title }) => nameKey(title)));
  const byTitle = groupByEach(
    withheld.filter(({ title }) => !accepted.has(nameKey(title))),
    ({ title }) => [nameKey(title)],
  );
  return {
    file,
    withholds: talk => (byTitle.get(nameKey(talk.title)) ?? []).some(entry => mayBeSame(entry, talk)),
  };
}

/** Titles such as "Keynote" are given to several talks: if both name their speakers, one must be the same. */
function mayBeSame({ names }: WithheldEntry, { speakers }: DraftTalk): boolean {
  const keys = nameKey(names);
  const known = speakers.filter(({ name }) => name !== '');
  return keys === '' || known.length === 0 || known.some(({ name }) => keys.includes(nameKey(name)));
}
