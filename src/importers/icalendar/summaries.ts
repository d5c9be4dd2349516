import { cleanLine } from '../reading/clean.ts';
import { namesIn } from '../reading/names.ts';
import { type IcsCalendar, isLecterns, valueIn } from './lines.ts';
import { type PartedSummary, partPeople, partPretalx } from './summary-speakers.ts';

/** What the one line says that a calendar has for a title, for whoever speaks, and for what sort of thing it is. */
export interface IcsSummary extends PartedSummary {
  readonly type: string;
}

/** Reads the summaries of a calendar's events, in their order. */
export function icsSummaries(calendar: IcsCalendar): readonly IcsSummary[] {
  const { properties, events } = calendar;
  const summaries = events.map(event => valueIn(event.properties, 'summary'));
  if (isLecterns(calendar)) return summaries.map(title => ({ title, names: [], type: '' }));
  const types = typesOf(summaries.map(cleanLine));
  const [first] = events;
  const signs = ['uid', 'url'].map(name => valueIn(first?.properties ?? [], name));
  const writer = [valueIn(properties, 'prodid'), ...signs].join(' ');
  const parted = partersOf(
    writer,
    types.map(({ rest }) => rest),
  );
  return parted.map((summary, at) => ({ ...summary, type: types[at]?.type ?? '' }));
}

/**
 * A dash stands in titles too, so what is behind it counts for people only where the calendar's writer is known to put
 * them there, or where nearly all summaries have a double dash, as those of ESUG.
 */
function partersOf(writer: string, summaries: readonly string[]): readonly PartedSummary[] {
  if (/pretalx/i.test(writer)) return summaries.map(partPretalx);
  if (/\bsched\.(?:com|org)\b/i.test(writer)) return partPeople(summaries, ' - ');
  if (isMost(summaries, / -- /)) return partPeople(summaries, ' -- ');
  return summaries.map(partBy);
}

/** "Ceph at sea (talk by Ada Lund & Bo Ek)", as PyCon UK wrote. */
function partBy(summary: string): PartedSummary {
  const [, title, names] =
    /^(.*\S)\s*\((?:a )?(?:talk|workshop|tutorial|keynote|session|presentation|poster|demo) by ([^()]{2,200})\)$/i.exec(
      summary.trim(),
    ) ?? [];
  return title === undefined || names === undefined
    ? { title: summary, names: [] }
    : { title, names: namesIn(names) };
}

const TYPE = /^\[([\p{L}\p{N} _/-]{2,30})\] (?=\S)/u;

/** "[talk] Ceph at sea": where nearly all begin so, it is the sort of entry; a single "[SOLD OUT]" belongs to its title. */
function typesOf(summaries: readonly string[]): readonly { readonly type: string; readonly rest: string }[] {
  if (!isMost(summaries, TYPE)) return summaries.map(rest => ({ type: '', rest }));
  return summaries.map(summary => {
    const [prefix = '', type = ''] = TYPE.exec(summary) ?? [];
    return { type: type.replace(/[_-]+/g, ' '), rest: summary.slice(prefix.length) };
  });
}

function isMost(summaries: readonly string[], pattern: RegExp): boolean {
  const count = summaries.filter(summary => pattern.test(summary)).length;
  return count > 0 && count >= summaries.length * 0.75;
}
