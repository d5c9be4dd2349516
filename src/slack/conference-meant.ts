import { fold } from '../programme/fold.ts';
import type { Loaded } from '../search/loaded.ts';

/** Which conference a person means, and their words without its name. */
export interface Meant {
  readonly loaded: Loaded;
  readonly words: string;
  /** What names the conference again, before words for the same one; empty for the current one. */
  readonly prefix: string;
  /** Sentences on which conference answers, where that is not plain. */
  readonly notes: readonly string[];
}

/** `conference:harbour`, or a name in quotes, as keyboards and phones type them. */
const NAMED = /(?:^|\s)conference:\s*(?:["“”„]([^"“”„]*)["“”„]?|(\S+))/iu;

/** The current conference answers, unless another one is named. */
export function conferenceMeant(typed: string, current: Loaded): Meant {
  const named = NAMED.exec(typed);
  const here = { loaded: current, prefix: '', notes: [] };
  if (named === null) return { ...here, words: typed };
  const words = typed.replace(NAMED, ' ').trim();
  const name = (named[1] ?? named[2] ?? '').trim();
  const isNamed = (whole: string | undefined) => whole !== undefined && fold(whole).includes(fold(name));
  const other = current.others.find(one => isNamed(one.name));
  if (isNamed(current.programme.conference.name)) return { ...here, words };
  if (other === undefined) return { ...here, words, notes: [`There is no conference “${name}” here.`] };
  return {
    loaded: other.open(),
    words,
    prefix: inConference(other.name),
    notes: [`This is of ${other.name}.`],
  };
}

/** What a query begins with that is for a conference of this name. */
export function inConference(name: string): string {
  return `conference:"${name.replaceAll('"', '')}" `;
}
