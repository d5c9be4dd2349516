import { z } from 'zod';
import { findNearestOffset } from '../conversation/agenda/sessions-at.ts';
import type { Answering } from '../conversation/context.ts';
import { type Conference, conferenceKey } from '../programme/conference.ts';
import { toMoment } from '../programme/moment.ts';
import type { Programme } from '../programme/programme.ts';
import type { Loaded } from '../search/loaded.ts';
import { shorten } from '../text/display.ts';
import { fold } from '../text/fold.ts';
import type { ToolRefusal } from './refusal.ts';

/** A conference that a caller can ask about by its id. */
export interface KnownConference {
  readonly id: string;
  readonly programme: Programme;
  /** As in Loaded. */
  readonly asOf: number | undefined;
  /** Whether it answers if no conference is named. */
  readonly isCurrent: boolean;
  open(): Loaded;
}

/** The current conference first, each once. */
export function listConferences(loaded: Loaded): readonly KnownConference[] {
  const { programme, asOf, others } = loaded;
  const known = others.map(
    (other): KnownConference => ({
      id: conferenceId(other.programme.conference),
      programme: other.programme,
      asOf: other.asOf,
      isCurrent: other.isAlong === true || other.programme.conference === programme.conference,
      open: () => other.open(),
    }),
  );
  const isAmongThem = others.some(other => other.programme.conference === programme.conference);
  if (isAmongThem) return known;
  return [
    { id: conferenceId(programme.conference), programme, asOf, isCurrent: true, open: () => loaded },
    ...known,
  ];
}

/** The name under which everything of a conference is kept; one without a name in DATA_DIR itself has no such. */
export function conferenceId(conference: Conference): string {
  return conferenceKey(conference) || 'conference';
}

/** The same id wins, then the same name in other letters, then the first id that contains it. */
export function findConference(asked: string, loaded: Loaded): KnownConference | undefined {
  const all = listConferences(loaded);
  const wanted = fold(asked).trim();
  return (
    all.find(({ id }) => id === asked) ??
    all.find(({ id }) => fold(id) === wanted) ??
    all.find(({ id }) => wanted !== '' && fold(id).includes(wanted))
  );
}

const NAMES_LENGTH = 500;

/** The context of an answer about one conference, which knows the others too. */
export interface Asked extends Answering {
  /** Everything that the caller sees. */
  readonly all: Loaded;
}

/** Answers from the conference that the caller names, or from the current one. */
export function openConference(asked: string | undefined, answering: Answering): Asked | ToolRefusal {
  if (asked === undefined) return { ...answering, all: answering };
  const meant = findConference(asked, answering);
  if (meant !== undefined) return { ...answering, ...meant.open(), all: answering };
  const ids = listConferences(answering).map(({ id }) => id);
  return {
    refusal: `There is no conference “${asked}” here. Lectern knows ${shorten(ids.join(', '), NAMES_LENGTH)}.`,
    says: `Lectern does not know the conference “${asked}” now. Please ask again.`,
  };
}

/** The conference that an answer is about. */
export const CONFERENCE = z.object({
  id: z.string(),
  name: z.string().optional(),
  timeZone: z
    .string()
    .optional()
    .describe('The time zone of all times here, IANA or an offset; left out if nothing says which it is.'),
  now: z.string().describe("The present time on the conference's clocks, ISO 8601."),
  asOf: z
    .string()
    .optional()
    .describe(
      'Its programme is that of this time, ISO 8601: a source could not be read since. Else left out.',
    ),
});

export function conferenceJson({ programme, now, asOf }: Pick<Answering, 'programme' | 'now' | 'asOf'>) {
  const { conference } = programme;
  return {
    id: conferenceId(conference),
    ...(conference.name !== undefined && { name: conference.name }),
    ...(conference.timeZone !== undefined && { timeZone: conference.timeZone }),
    now: toMoment(now, conference.timeZone ?? findNearestOffset({ programme, now })),
    ...(asOf !== undefined && { asOf: toMoment(asOf, conference.timeZone) }),
  };
}
