import { pluralise } from '../../../text/display.ts';
import { groupByEach } from '../../../text/keys.ts';
import type { Problem } from '../../problem.ts';
import type { Draft, DraftTalk, OpenSlot } from '../draft.ts';

/**
 * Gives the open slots of a schedule to the talks of their day, of which other files have only the day, in the order in
 * which these stand there: RubyEvents' website fills a schedule so. Talks within a talk have its time.
 */
export function fillOpenSlots(drafts: readonly Draft[]): {
  readonly drafts: readonly Draft[];
  readonly problems: readonly Problem[];
} {
  const schedules = drafts.filter(({ openSlots = [] }) => openSlots.length > 0);
  if (schedules.length === 0) return { drafts, problems: [] };
  const byDay = groupByEach(
    drafts.filter(draft => !schedules.includes(draft)).flatMap(({ talks }) => talks.filter(isOfDay)),
    ({ slots: [slot] }) => [slot?.start ?? ''],
  );
  const placeOf = new Map<DraftTalk, OpenSlot>();
  const problems = schedules.flatMap(({ file, openSlots = [] }) =>
    [...groupByEach(openSlots, ({ day }) => [day])].flatMap(([day, slots]) => {
      const places = slots.flatMap(slot => Array.from({ length: slot.count }, () => slot));
      const talks = byDay.get(day) ?? [];
      for (const [at, talk] of talks.entries()) {
        const place = places[at];
        if (place !== undefined) placeOf.set(talk, place);
      }
      return talks.length === 0 || talks.length === places.length
        ? []
        : createCountProblem(file, day, { places: places.length, talks: talks.length });
    }),
  );
  return { drafts: drafts.map(draft => placeTalks(draft, placeOf)), problems };
}

/** True for a talk of its own of which only the day is known. */
function isOfDay({ slots: [slot, ...others], within }: DraftTalk): boolean {
  return (
    slot !== undefined && others.length === 0 && within === undefined && /^\d{4}-\d\d-\d\d$/.test(slot.start)
  );
}

function placeTalks(draft: Draft, placeOf: ReadonlyMap<DraftTalk, OpenSlot>): Draft {
  const around = new Map(
    draft.talks.flatMap(talk => (placeOf.has(talk) ? [[talk.title, placeOf.get(talk)]] : [])),
  );
  const talks = draft.talks.map(talk => {
    const place = placeOf.get(talk) ?? (talk.within === undefined ? undefined : around.get(talk.within));
    if (place === undefined) return talk;
    const { start, end } = place;
    return { ...talk, slots: [{ start, end, rooms: talk.slots[0]?.rooms ?? [] }] };
  });
  return { ...draft, talks };
}

function createCountProblem(
  file: string,
  day: string,
  { places, talks }: { readonly places: number; readonly talks: number },
): Problem {
  return {
    severity: 'warning',
    file,
    line: undefined,
    item: undefined,
    message: `On ${day} the schedule has room for ${pluralise(places, 'talk')}, and ${talks} are of that day; they were placed in their order. Are their times right?`,
  };
}
