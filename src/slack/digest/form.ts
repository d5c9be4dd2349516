import type { types } from '@slack/bolt';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { choosable, FILTERS_LENGTH, withChosen } from '../../conversation/digest/filters.ts';
import { type OwnTexts, ownTextMistakes, plainOwnText } from '../../conversation/digest/own-texts.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Digest } from '../../store/digests.ts';
import { WEEKDAY_NUMBERS } from '../../text/weekdays.ts';
import { readLanguage } from '../../words/languages.ts';
import { FIELD } from '../action-ids.ts';
import { optionValue } from '../views/blocks/inputs.ts';
import { findUnheard } from './check-order.ts';
import { ORDER_FIELDS } from './order-value.ts';

/** A digest in its form, with the values entered so far. It travels in the view's `private_metadata`. */
export interface DigestDraft {
  readonly digest: Digest;
  readonly isNew: boolean;
  /** Where the form was opened. */
  readonly openedIn: string;
  /** Whether the person may order digests for other channels than this one. */
  readonly anyChannel: boolean;
  /** The digest's fingerprint when the form was opened; empty for a new one. */
  readonly opened: string;
}

/** Slack keeps what was entered by the ids of blocks: with those of one digest alone, another one in its place keeps nothing. */
export function blockOf(block: string, { id }: Pick<Digest, 'id'>): string {
  return `${block}:${id.slice(0, ID_LENGTH)}`;
}

const ID_LENGTH = 8;

/** The organisers' own texts travel in their fields alone: Slack takes 3,000 characters of what a form carries. */
export function writeDraft({ digest, ...draft }: DigestDraft): string {
  const { intro, closing, sponsor, sponsorLink, ...carried } = digest;
  return JSON.stringify({ ...draft, digest: carried });
}

/** Slack returns it unchanged in a signed request, but another Lectern may have written it, or another form. */
export function isDraft(metadata: string | undefined): boolean {
  try {
    return draftForm.safeParse(JSON.parse(metadata ?? '')).success;
  } catch {
    // Other forms have a metadata that is no JSON.
    return false;
  }
}

/** Must be one that isDraft accepts. */
export function readDraft(metadata: string): DigestDraft {
  return draftForm.parse(JSON.parse(metadata));
}

const draftForm: z.ZodType<DigestDraft> = z.object({
  digest: z.object({
    ...ORDER_FIELDS,
    workspace: z.string(),
    owner: z.string(),
    since: z.number(),
    failures: z.number(),
  }),
  isNew: z.boolean(),
  openedIn: z.string(),
  anyChannel: z.boolean(),
  opened: z.string(),
});

/** The parts of a view as Slack sends it back: the values entered, and our own metadata. */
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
  readonly selected_option?: Pick<types.PlainTextOption, 'value'> | null;
  readonly selected_options?: readonly Pick<types.PlainTextOption, 'value'>[];
}

/** Sentences by the id of the block below which Slack shows them; while they are read, without its digest. */
export type FormErrors = Readonly<Record<string, string>>;

/** Reads the digest from a filled form. A field with an error keeps its former value in the draft. */
export function readForm(
  form: FilledForm,
  programme: Programme,
): { readonly draft: DigestDraft; readonly errors: FormErrors } {
  const draft = readDraft(form.private_metadata);
  const { digest } = draft;
  const entered = ({ block, action }: Field): Entered =>
    form.state.values[blockOf(block, digest)]?.[action] ?? {};
  const zone = readZone(entered(FIELD.digestZone).value ?? digest.timeZone);
  const filters = readFilters(entered, { before: digest.filters, programme });
  const days = chosenOf(entered(FIELD.digestDays), programme.days);
  const span = entered(FIELD.digestSpan).selected_option?.value === 'week' ? 'week' : 'day';
  const weekdays = readWeekdays(entered(FIELD.digestWeekdays), { days, span });
  const options = valuesOf(entered(FIELD.digestOptions));
  const texts = readTexts(entered);
  const changed: Digest = {
    ...digest,
    channel: entered(FIELD.digestChannel).selected_conversation ?? digest.channel,
    timeOfDay: entered(FIELD.digestTime).selected_time ?? digest.timeOfDay,
    timeZone: zone.timeZone ?? digest.timeZone,
    days: days.length === 0 ? 'daily' : days,
    weekdays: weekdays.numbers ?? digest.weekdays,
    span,
    eve: options.has('eve'),
    reminders: options.has('reminders'),
    onlyChanges: options.has('changes'),
    changesInChannel: options.has('important'),
    mentionHere: valuesOf(entered(FIELD.digestMention)).has('here'),
    language: readLanguage(entered(FIELD.digestLanguage).selected_option?.value ?? digest.language),
    ...texts,
    filters: filters.filters ?? digest.filters,
  };
  const { mentionHere, ...unheard } = findUnheard(changed);
  return {
    draft: { ...draft, digest: changed },
    errors: errorsOf(digest, {
      ...zone.errors,
      ...weekdays.errors,
      ...filters.errors,
      ...belowTexts(ownTextMistakes(texts)),
      ...belowTexts(unheard),
      ...(mentionHere === undefined ? {} : { [FIELD.digestOptions.block]: mentionHere }),
    }),
  };
}

/** Says below the first field that the form was overtaken: what was entered stays there to be copied. */
export function overtakenErrors({ digest }: DigestDraft): FormErrors {
  return errorsOf(digest, { [FIELD.digestTime.block]: OVERTAKEN });
}

const OVERTAKEN =
  'This digest was changed since you opened this form, so nothing was saved. Copy what you wrote, close the form and open it again.';

function errorsOf(digest: Digest, errors: FormErrors): FormErrors {
  return Object.fromEntries(
    Object.entries(errors).map(([block, sentence]) => [blockOf(block, digest), sentence]),
  );
}

const TEXT_FIELDS: Readonly<Record<keyof OwnTexts, Field>> = {
  intro: FIELD.digestIntro,
  closing: FIELD.digestClosing,
  sponsor: FIELD.digestSponsor,
  sponsorLink: FIELD.digestSponsorLink,
};

function readTexts(entered: (field: Field) => Entered): OwnTexts {
  const read = (key: keyof OwnTexts) => plainOwnText(entered(TEXT_FIELDS[key]).value ?? '');
  return {
    intro: read('intro'),
    closing: read('closing'),
    sponsor: read('sponsor'),
    sponsorLink: read('sponsorLink'),
  };
}

function belowTexts(mistakes: Partial<Record<keyof OwnTexts, string>>): FormErrors {
  const each = Object.entries(mistakes) as [keyof OwnTexts, string][];
  return Object.fromEntries(each.map(([key, mistake]) => [TEXT_FIELDS[key].block, mistake]));
}

interface Field {
  readonly block: string;
  readonly action: string;
}

function readZone(typed: string): { readonly timeZone?: string; readonly errors: FormErrors } {
  try {
    const instant = Temporal.Instant.fromEpochMilliseconds(0);
    return {
      timeZone: instant.toZonedDateTimeISO(typed.trim().replace(/^UTC(?=[+-])/i, '')).timeZoneId,
      errors: {},
    };
  } catch {
    // Temporal throws a RangeError for an unknown zone, which is an answer to the person who typed it.
    return {
      errors: {
        [FIELD.digestZone.block]: `There is no time zone "${typed}". Write it as Europe/Madrid.`,
      },
    };
  }
}

/** All seven are every day. A week is posted on Monday unless days are chosen, as an order in words is. */
function readWeekdays(
  entered: Entered,
  { days, span }: { readonly days: readonly string[]; readonly span: Digest['span'] },
): { readonly numbers?: readonly number[]; readonly errors: FormErrors } {
  const numbers = [...valuesOf(entered)].map(Number).sort();
  if (days.length === 0 && numbers.length === 0 && span === 'week') return { numbers: [MONDAY], errors: {} };
  if (numbers.length === WEEKDAY_NUMBERS.length) return { numbers: [], errors: {} };
  if (days.length === 0 || numbers.length === 0) return { numbers, errors: {} };
  const error = 'Choose days of the week or days of the conference, not both.';
  return { errors: { [FIELD.digestWeekdays.block]: error } };
}

/** ISO 8601 */
const MONDAY = 1;

function readFilters(
  entered: (field: Field) => Entered,
  { before, programme }: { readonly before: string; readonly programme: Programme },
): { readonly filters?: string; readonly errors: FormErrors } {
  const { tracks, rooms } = programme;
  const chosen = {
    tracks: chosenOf(entered(FIELD.digestTracks), tracks),
    rooms: chosenOf(entered(FIELD.digestRooms), rooms),
  };
  const filters = withChosen(before, chosen, programme);
  if (filters.length <= FILTERS_LENGTH) return { filters, errors: {} };
  const field = choosable(tracks).length > 0 ? FIELD.digestTracks : FIELD.digestRooms;
  const error = 'That is too many for one digest: choose fewer, and set up a second one for the rest.';
  return { errors: { [field.block]: error } };
}

function chosenOf(entered: Entered, names: readonly string[]): readonly string[] {
  const values = valuesOf(entered);
  return choosable(names).filter(name => values.has(optionValue(name)));
}

function valuesOf({ selected_options }: Entered): ReadonlySet<string | undefined> {
  return new Set(selected_options?.map(({ value }) => value));
}
