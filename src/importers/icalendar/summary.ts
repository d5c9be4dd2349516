import { cleanLine } from '../reading/clean.ts';
import { splitNames } from '../reading/names.ts';
import { findValue, type IcsCalendar, isWrittenByLectern } from './lines.ts';

/** The summary of an event, split into title, speakers and type. */
export interface IcsSummary extends SplitSummary {
  readonly type: string;
}

/** Reads the summaries of a calendar's events, in their order. */
export function readSummaries(calendar: IcsCalendar): readonly IcsSummary[] {
  const { properties, events } = calendar;
  const summaries = events.map(event => findValue(event.properties, 'summary'));
  if (isWrittenByLectern(calendar)) return summaries.map(title => ({ title, names: [], type: '' }));
  const types = splitTypes(summaries.map(cleanLine));
  const [first] = events;
  const signs = ['uid', 'url'].map(name => findValue(first?.properties ?? [], name));
  const writer = [findValue(properties, 'prodid'), ...signs].join(' ');
  const parted = splitSummaries(
    writer,
    types.map(({ rest }) => rest),
  );
  return parted.map((summary, at) => ({ ...summary, type: types[at]?.type ?? '' }));
}

/**
 * Titles contain dashes too, so the text after a dash counts as speakers only if the calendar's program is known to put
 * them there, or if nearly all summaries have a double dash, as those of ESUG.
 */
function splitSummaries(writer: string, summaries: readonly string[]): readonly SplitSummary[] {
  if (/pretalx/i.test(writer)) return summaries.map(splitPretalxSummary);
  if (/\bsched\.(?:com|org)\b/i.test(writer)) return splitPeopleSummaries(summaries, ' - ');
  if (isMost(summaries, / -- /)) return splitPeopleSummaries(summaries, ' -- ');
  return summaries.map(splitTalkBy);
}

/** PyCon UK wrote "Ceph at sea (talk by Ada Lund & Bo Ek)". */
function splitTalkBy(summary: string): SplitSummary {
  const [, title, names] =
    /^(.*\S)\s*\((?:a )?(?:talk|workshop|tutorial|keynote|session|presentation|poster|demo) by ([^()]{2,200})\)$/i.exec(
      summary.trim(),
    ) ?? [];
  return title === undefined || names === undefined
    ? { title: summary, names: [] }
    : { title, names: splitNames(names) };
}

const TYPE = /^\[([\p{L}\p{N} _/-]{2,30})\] (?=\S)/u;

/**
 * If nearly all summaries begin like "[talk] Ceph at sea", that is the type; a single "[SOLD OUT]" belongs to its
 * title.
 */
function splitTypes(
  summaries: readonly string[],
): readonly { readonly type: string; readonly rest: string }[] {
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

/** A title and the names after it. */
export interface SplitSummary {
  readonly title: string;
  readonly names: readonly string[];
  /** Role and company of each, in the order of the names, if the program writes them there. */
  readonly affiliations?: readonly string[];
}

/**
 * pretalx writes "Title - Ada Lund, Bo Ek" into each summary, and "Title - " if there is no speaker; so the last dash
 * is its own, whatever the title contains.
 */
export function splitPretalxSummary(summary: string): SplitSummary {
  const at = summary.lastIndexOf(' - ');
  if (at < 0 || / -\s*$/.test(summary)) return { title: summary.replace(/ -\s*$/, ''), names: [] };
  const names = summary
    .slice(at + 3)
    .split(', ')
    .map(cleanLine);
  return { title: summary.slice(0, at), names: names.filter(name => name !== '') };
}

/**
 * Sched writes "Title - Ada Lund, Role, Company & Bo Ek, Role, Company" if there are speakers and else only the title.
 * Titles and roles contain dashes too, so the text after a dash counts as speakers only if each has a plausible name.
 * Companies are known by standing last in other summaries.
 */
export function splitPeopleSummaries(
  summaries: readonly string[],
  dash: ' - ' | ' -- ',
): readonly SplitSummary[] {
  const companies = new Set(
    summaries.flatMap(summary => {
      const tail = summary.split(dash).at(-1) ?? '';
      return tail.includes(', ') ? (tail.split(', ').at(-1) ?? []) : [];
    }),
  );
  return summaries.map(summary => {
    const at = findPeopleStart(summary, { dash, companies });
    return at === undefined
      ? { title: summary, names: [] }
      : { title: summary.slice(0, at), ...readPeople(summary.slice(at + dash.length), companies) };
  });
}

interface TailContext {
  readonly dash: string;
  readonly companies: ReadonlySet<string>;
}

/**
 * Finds the dash before the speakers: mostly the last one, or an earlier one if the last is in the role of one of
 * several speakers.
 */
function findPeopleStart(summary: string, { dash, companies }: TailContext): number | undefined {
  const last = summary.lastIndexOf(dash);
  if (last < 0) return undefined;
  const before = summary.lastIndexOf(dash, last - 1);
  const between = summary.slice(before + dash.length, last);
  const people = splitGroups(between);
  if (
    before >= 0 &&
    people.length > 1 &&
    people.every(person => /, /.test(person) && isName(firstPart(person)))
  )
    return before;
  return readPeople(summary.slice(last + dash.length), companies).names.length > 0 ? last : undefined;
}

/** Returns no names unless the text begins with one. */
function readPeople(
  people: string,
  companies: ReadonlySet<string>,
): Pick<SplitSummary, 'names' | 'affiliations'> {
  const found = people.split(/;\s+/).flatMap(sharing => {
    const { before, company } = splitCompany(sharing);
    const groups = splitGroups(before);
    return groups.flatMap((group, at) => {
      const { names, role } = splitGroup(group, companies);
      const isLast = at === groups.length - 1;
      const affiliation = (isLast || role === '' ? [role, company] : [role]).filter(Boolean).join(', ');
      return names.map(name => ({ name, affiliation }));
    });
  });
  if (!found.every(({ name }) => isName(name))) return { names: [] };
  const names = found.map(({ name }) => name);
  return found.some(({ affiliation }) => affiliation !== '')
    ? { names, affiliations: found.map(({ affiliation }) => affiliation) }
    : { names };
}

/** The last part is the company, unless "&" in it introduces another person. */
function splitCompany(sharing: string): { readonly before: string; readonly company: string } {
  const at = sharing.search(/,\s[^,]*$/);
  return at > 0 && splitGroups(sharing.slice(at + 2)).length === 1
    ? { before: sharing.slice(0, at), company: cleanLine(sharing.slice(at + 2)) }
    : { before: sharing, company: '' };
}

/**
 * "Ada Lund, Bo Ek & Cy Fry, Harbour Ltd": people who share a company stand before it; a role or another company ends
 * them.
 */
function splitGroup(
  group: string,
  companies: ReadonlySet<string>,
): { readonly names: readonly string[]; readonly role: string } {
  const [first = '', ...rest] = group.split(/,\s*/).map(cleanLine);
  const found = rest.findIndex(part => companies.has(part) || !isFullName(part));
  const end = found < 0 ? rest.length : found;
  return { names: [first, ...rest.slice(0, end)], role: rest.slice(end).join(', ') };
}

/** Splits at "&" and "and", except within a role or a company such as "Founder & CEO". */
function splitGroups(people: string): readonly string[] {
  const groups: string[] = [];
  for (const part of people.split(/\s+(?:&|and)\s+/))
    if (groups.length === 0 || isFullName(firstPart(part))) groups.push(part);
    else groups[groups.length - 1] += ` & ${part}`;
  return groups;
}

function firstPart(text: string): string {
  return text.split(/,\s/, 1)[0] ?? '';
}

function isFullName(text: string): boolean {
  return /\S\s+\S/.test(text) && isName(text);
}

/** True for up to five words with capitals, such as "Ada van den Berg" or "Jean-Luc O'Neil", and for a single one. */
function isName(text: string): boolean {
  if (/[\d|:!?#/@[\]]/.test(text) || NO_NAME.test(text)) return false;
  const words = text.trim().split(/\s+/);
  if (words.length > 5 || words[0] === '') return false;
  return words.every((word, at) => /^["'“‘(]?\p{Lu}/u.test(word) || (at > 0 && PARTICLE.test(word)));
}

const PARTICLE = /^(?:al|bin|da|das|de|del|della|den|der|di|do|dos|du|el|ibn|la|le|ten|ter|van|von|y|zu)$/;

/** Words of roles, companies and titles, which begin with capitals too. */
const NO_NAME = new RegExp(
  String.raw`\b(?:${[
    'advocate analyst architect associate author ceo chair chief cio coo consultant contributor cto co-?founder',
    'designer developer director distinguished engineer engineering evangelist executive expert fellow founder',
    'head host lead leader maintainer manager member officer operations owner partner president principal product',
    'professor program research researcher scientist senior software specialist sr staff student technical technologist',
    'vice vp ag ai bank bv cloud co company consulting corp corporation foundation games gmbh government group health',
    'inc independent infrastructure innovation institute international labs limited llc ltd media nations networks plc',
    'sa school science se security services solutions space studio systems team technologies technology university',
    'day demo event keynote kubernetes panel platform session sessions track update updates workshop',
  ]
    .flatMap(words => words.split(' '))
    .join('|')})\b`,
  'i',
);
