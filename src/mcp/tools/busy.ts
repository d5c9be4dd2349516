import { starredBy } from '../../conversation/context.ts';
import { findFitting } from '../../conversation/mine/free-time.ts';
import { arrangeMyTalks } from '../../people/my-talks.ts';
import type { Slot } from '../../programme/talk.ts';
import { shownTalk } from '../../search/loaded.ts';
import { pluralise } from '../../text/display.ts';
import type { Asked } from '../conferences.ts';
import type { ToolRefusal } from '../refusal.ts';
import { findTalk } from '../talk-ids.ts';
import type { CallContext } from '../tool.ts';
import type { AnswerNote } from './notes.ts';

/** The talks that a person goes to, so that nothing at the same time is of use. */
export interface Busy {
  readonly isAny: boolean;
  /** True if a talk can be seen at this time without missing one of these. */
  leaves(slot: Slot): boolean;
  notes(leftOut: number): readonly AnswerNote[];
}

interface BusyWish {
  readonly avoid?: readonly string[] | undefined;
  readonly fits_my_talks?: boolean | undefined;
}

const NOT_BUSY: Busy = { isAny: false, leaves: () => true, notes: () => [] };

/** Reads which talks the person goes to: those named by id, and the person's own if they are wanted. */
export function readBusy(
  { avoid = [], fits_my_talks: fitsMine = false }: BusyWish,
  asked: Asked,
  person: CallContext['person'],
): Busy | ToolRefusal {
  if (avoid.length === 0 && !fitsMine) return NOT_BUSY;
  const { programme, reader, all } = asked;
  if (fitsMine && person === undefined) return { refusal: NOBODY_KNOWN };
  if (fitsMine && reader.stars === 'unavailable') return STARS_AWAY;
  const named = avoid.map(id => ({ id, found: findTalk(id, all) }));
  const unknown = named.filter(({ found }) => found === undefined);
  if (unknown.length > 0)
    return {
      refusal: `No talk has the id ${unknown.map(({ id }) => `“${id}”`).join(', ')}.`,
      says: 'One of the talks that you go to is no longer in the programme. Please ask again.',
    };
  const talks = named.flatMap(({ found }) => found?.talk ?? []);
  const own = talks.flatMap(talk => shownTalk(talk, asked)?.id ?? []);
  const foreign = talks.find(talk => shownTalk(talk, asked) === undefined);
  if (foreign !== undefined)
    return {
      refusal: `“${foreign.title}” belongs to another conference than the search. Leave it out of avoid, or search its own conference.`,
    };
  const goesTo = new Set([...own, ...(fitsMine ? starredBy(reader, programme) : [])]);
  const fitting = new Set(findFitting(arrangeMyTalks(goesTo, programme), programme).map(({ slot }) => slot));
  return {
    isAny: true,
    leaves: slot => fitting.has(slot),
    notes: leftOut => [
      ...(fitsMine && starredBy(reader, programme).size === 0 ? [NONE_STARRED] : []),
      ...(leftOut > 0 ? [leftOutNote(leftOut)] : []),
    ],
  };
}

const NONE_STARRED: AnswerNote = {
  text: 'The person has starred no talk of this conference yet, so every talk fits.',
  says: 'You have no talks yet, so every talk fits.',
};

function leftOutNote(count: number): AnswerNote {
  const sentence = (who: string) =>
    `${pluralise(count, 'more match', 'more matches')} left out: at the same time as a talk that ${who}, or without a time.`;
  return { text: sentence('the person goes to'), says: sentence('you go to') };
}

export const NOBODY_KNOWN =
  'Nobody is known to have starred talks here: stars belong to people in Slack. Give the ids of the talks in avoid instead.';
export const STARS_AWAY: ToolRefusal = {
  refusal:
    "Lectern's database does not answer now, so nobody's stars are known. Please try again in a minute.",
  says: "Lectern's database does not answer now, so your talks are not known. Please try again in a minute.",
};
