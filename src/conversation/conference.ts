import type { Loaded, OtherConference } from '../search/loaded.ts';
import { removeQuotes } from '../search/query/filters.ts';
import { normalizeSigns } from '../search/query/query-parts.ts';
import { shorten } from '../text/display.ts';
import { fold } from '../text/fold.ts';
import type { Answering } from './context.ts';

/** The conference that a person means, and their words without its name. */
export interface ConferenceMeant {
  readonly context: Answering;
  readonly words: string;
  /** Sentences that say which conference answers, if that is not plain. */
  readonly notes: readonly string[];
  /** Says that there is no conference of the name; undefined unless one is named that is not there. */
  readonly unknown?: string;
}

/** `conference:harbour`, or a name in quotes. */
const NAMED = /(?:^|\s)conference:\s*(?:"([^"]*)"?|(\S+))/iu;

/** Most texts have none, also not the wide one. */
const COLON = /[:：]/u;

/** Returns the current conference unless another one is named. */
export function readConference(typed: string, current: Answering): ConferenceMeant {
  const named = COLON.test(typed) ? NAMED.exec(normalizeSigns(typed)) : null;
  const context = current.prefix === '' ? current : { ...current, prefix: '' };
  if (named === null) return { context, words: typed, notes: [] };
  const words = `${typed.slice(0, named.index)} ${typed.slice(named.index + named[0].length)}`.trim();
  const name = (named[1] ?? named[2] ?? '').trim();
  const meant = conferenceNamed(name, nameable(current));
  if (meant === undefined) {
    const unknown = unknownConference(name, current);
    return { context, words, notes: [unknown], unknown };
  }
  if (meant.open === undefined) return { context, words, notes: [] };
  return {
    context: { ...current, joined: undefined, ...meant.open(), prefix: inConference(meant.name) },
    words,
    notes: [`This is from ${meant.name}.`],
  };
}

/** The current one comes first, unless it is among the others, where it answers alone by its name. */
function nameable({
  programme: { conference },
  others,
}: Loaded): readonly (Pick<OtherConference, 'name'> & Partial<OtherConference>)[] {
  const isNamed = others.some(other => other.programme.conference === conference);
  return isNamed ? others : [{ name: conference.name ?? '' }, ...others];
}

/** The same name wins, else the first that contains it: "PyCon" is not "PyCon 2027" if both are there. */
function conferenceNamed<T extends { readonly name: string }>(
  name: string,
  all: readonly T[],
): T | undefined {
  const wanted = bareName(name);
  return (
    all.find(one => bareName(one.name) === wanted) ?? all.find(one => bareName(one.name).includes(wanted))
  );
}

function bareName(name: string): string {
  return fold(removeQuotes(name));
}

/** A conference's name is as long as its organisers like. */
const NAMES_LENGTH = 300;
const NAME_LENGTH = 80;

function unknownConference(name: string, current: Loaded): string {
  const names = nameable(current).flatMap(one => one.name || []);
  const there = names.length === 0 ? '' : ` Lectern knows ${shorten(names.join(', '), NAMES_LENGTH)}.`;
  return `There is no conference “${shorten(name, NAME_LENGTH)}” here.${there}`;
}

/** The beginning of a query for a conference of this name. */
export function inConference(name: string): string {
  return `conference:"${removeQuotes(name)}" `;
}
