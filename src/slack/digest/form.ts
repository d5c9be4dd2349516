import type { types } from '@slack/bolt';
import { Temporal } from 'temporal-polyfill';
import { choosable, FILTERS_LENGTH, withChosen } from '../../conversation/digest/filters.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Digest } from '../../store/digests.ts';
import { FIELD } from '../action-ids.ts';
import { optionValue } from '../views/blocks/inputs.ts';

/** What Slack says of a view: what was entered, and what we had it carry. */
export interface FilledForm {
  readonly private_metadata: string;
  readonly state: {
    readonly values: Readonly<Record<string, Readonly<Record<string, Entered>>>>;
  };
}

interface Entered {
  readonly value?: string | null;
  readonly selected_time?: string | null;
  readonly selected_conversation?: string | null;
  readonly selected_options?: readonly Pick<types.PlainTextOption, 'value'>[];
}

/** What is wrong, by the field below which it is said. */
export type FormErrors = Readonly<Record<string, string>>;

/** The digest as the form says it is to be, and what is wrong with that. */
export function readForm(
  form: FilledForm,
  programme: Programme,
): { readonly draft: Draft; readonly mistakes: FormErrors } {
  const draft = readDraft(form.private_metadata);
  const { digest } = draft;
  const entered = ({ block, action }: Place): Entered => form.state.values[block]?.[action] ?? {};
  const zone = readZone(entered(FIELD.digestZone).value ?? digest.timeZone);
  const filters = readFilters(entered, { before: digest.filters, programme });
  const days = chosenOf(entered(FIELD.digestDays), programme.days);
  const options = valuesOf(entered(FIELD.digestOptions));
  const changed = {
    ...digest,
    channel: entered(FIELD.digestChannel).selected_conversation ?? digest.channel,
    timeOfDay: entered(FIELD.digestTime).selected_time ?? digest.timeOfDay,
    timeZone: zone.timeZone ?? digest.timeZone,
    days: days.length === 0 ? ('daily' as const) : days,
    eve: options.has('eve'),
    reminders: options.has('reminders'),
    filters: filters.filters ?? digest.filters,
  };
  return { draft: { ...draft, digest: changed }, mistakes: { ...zone.mistakes, ...filters.mistakes } };
}

interface Place {
  readonly block: string;
  readonly action: string;
}

function readZone(typed: string): { readonly timeZone?: string; readonly mistakes: FormErrors } {
  try {
    const instant = Temporal.Instant.fromEpochMilliseconds(0);
    return { timeZone: instant.toZonedDateTimeISO(typed.trim()).timeZoneId, mistakes: {} };
  } catch {
    // Temporal says by RangeError that there is no such zone; to who typed it that is an answer.
    return {
      mistakes: {
        [FIELD.digestZone.block]: `There is no time zone "${typed}". Write it as Europe/Madrid.`,
      },
    };
  }
}

function readFilters(
  entered: (place: Place) => Entered,
  { before, programme }: { readonly before: string; readonly programme: Programme },
): { readonly filters?: string; readonly mistakes: FormErrors } {
  const { tracks, rooms } = programme;
  const chosen = {
    tracks: chosenOf(entered(FIELD.digestTracks), tracks),
    rooms: chosenOf(entered(FIELD.digestRooms), rooms),
  };
  const filters = withChosen(before, chosen, programme);
  if (filters.length <= FILTERS_LENGTH) return { filters, mistakes: {} };
  const field = choosable(tracks).length > 0 ? FIELD.digestTracks : FIELD.digestRooms;
  const mistake = 'That is too many for one digest: choose fewer, and set up a second one for the rest.';
  return { mistakes: { [field.block]: mistake } };
}

function chosenOf(entered: Entered, names: readonly string[]): readonly string[] {
  const values = valuesOf(entered);
  return choosable(names).filter(name => values.has(optionValue(name)));
}

function valuesOf({ selected_options }: Entered): ReadonlySet<string | undefined> {
  return new Set(selected_options?.map(({ value }) => value));
}

/** A digest in its form, with what has been entered so far. It travels in the form. */
export interface Draft {
  readonly digest: Digest;
  readonly isNew: boolean;
  /** Where the form was opened. */
  readonly openedIn: string;
  /** Whether the person may order digests for other channels than this one. */
  readonly anyChannel: boolean;
}

export function writeDraft(draft: Draft): string {
  return JSON.stringify(draft);
}

/** Only what we wrote comes back: Slack hands it through and signs that it does. */
export function readDraft(metadata: string): Draft {
  return JSON.parse(metadata) as Draft;
}
