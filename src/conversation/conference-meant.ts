import type { Loaded, OtherConference } from '../search/loaded.ts';
import { withoutQuotes } from '../search/query/filters.ts';
import { plainSigns } from '../search/query/query-parts.ts';
import { fold } from '../text/fold.ts';
import { shorten } from '../text/shorten.ts';

/** Which conference a person means, and their words without its name. */
export interface Meant {
  readonly loaded: Loaded;
  readonly words: string;
  /** What names the conference again, before words for the same one; empty for the current one. */
  readonly prefix: string;
  /** Sentences on which conference answers, where that is not plain. */
  readonly notes: readonly string[];
}

/** `conference:harbour`, or a name in quotes. */
const NAMED = /(?:^|\s)conference:\s*(?:"([^"]*)"?|(\S+))/iu;

/** The current conference answers, unless another one is named. */
export function conferenceMeant(typed: string, current: Loaded): Meant {
  const named = NAMED.exec(plainSigns(typed));
  const here = { loaded: current, prefix: '', notes: [] };
  if (named === null) return { ...here, words: typed };
  const words = `${typed.slice(0, named.index)} ${typed.slice(named.index + named[0].length)}`.trim();
  const name = (named[1] ?? named[2] ?? '').trim();
  const meant = calledSo(name, nameable(current));
  if (meant === undefined) return { ...here, words, notes: [unknown(name, current)] };
  if (meant.open === undefined) return { ...here, words };
  return {
    loaded: meant.open(),
    words,
    prefix: inConference(meant.name),
    notes: [`This is of ${meant.name}.`],
  };
}

/** The current one first, unless it is among the others: it is where it answers alone by its name. */
function nameable({
  programme: { conference },
  others,
}: Loaded): readonly (Pick<OtherConference, 'name'> & Partial<OtherConference>)[] {
  const isNamed = others.some(other => other.programme.conference === conference);
  return isNamed ? others : [{ name: conference.name ?? '' }, ...others];
}

/** The one of this very name, else the first that has it as a part: "PyCon" is not "PyCon 2027", where both are there. */
function calledSo<T extends { readonly name: string }>(name: string, all: readonly T[]): T | undefined {
  const wanted = bare(name);
  return all.find(one => bare(one.name) === wanted) ?? all.find(one => bare(one.name).includes(wanted));
}

function bare(name: string): string {
  return fold(withoutQuotes(name));
}

/** A conference's name is as long as its organisers like. */
const NAMES_LENGTH = 300;

function unknown(name: string, current: Loaded): string {
  const names = nameable(current).flatMap(one => one.name || []);
  const there = names.length === 0 ? '' : ` There is ${shorten(names.join(', '), NAMES_LENGTH)}.`;
  return `There is no conference “${shorten(name, NAME_LENGTH)}” here.${there}`;
}

const NAME_LENGTH = 80;

/** What a query begins with that is for a conference of this name. */
export function inConference(name: string): string {
  return `conference:"${withoutQuotes(name)}" `;
}
