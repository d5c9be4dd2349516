import type { types } from '@slack/bolt';
import { type Reader, starredBy } from '../../conversation/context.ts';
import { findClashes } from '../../people/my-talks.ts';
import { epochOf, formatSlot, placeMoment } from '../../programme/moment.ts';
import type { Programme } from '../../programme/programme.ts';
import { isPause, type Slot, type Talk } from '../../programme/talk.ts';
import { pluralise, shorten } from '../../text/display.ts';
import { formatLanguage } from '../../text/languages.ts';
import { type TalkOfProgramme, writeTalkValue } from '../button-values.ts';
import { messageActions } from '../views/actions/message-actions.ts';
import { detailsButton, starButton } from '../views/actions/talk-buttons.ts';
import { optionValue } from '../views/blocks/inputs.ts';
import { safeUrl } from '../views/blocks/rich-text.ts';
import { speakerNames } from '../views/facts-line.ts';
import { overlapLine } from '../views/my-talks.ts';
import { talkTitle } from '../views/row.ts';

/**
 * A talk as Slack's work object: a card below its address, and a pane when somebody opens the card. All its strings are
 * plain: Slack reads markup only in those with a `format`.
 */
export type TalkEntity = types.EntityMetadata;

/** A talk of which a card may say how it changed lately, as describeDifference writes it. */
export interface ChangedTalk extends TalkOfProgramme {
  readonly change: string | undefined;
}

const VALUE_LENGTH = 300;
/** Slack refuses a card whose product has a longer name. */
const PRODUCT_NAME_LENGTH = 255;
const ABSTRACT_LENGTH = 2500;

/** The card that everyone sees below a talk's address. `pastedUrl` is the address as it was posted. */
export function talkCard(found: ChangedTalk, pastedUrl: string): TalkEntity {
  const parts = { fields: factFields(found, undefined), actions: actionsOf(found, false) };
  return { ...entityOf(found, pastedUrl, parts), app_unfurl_url: pastedUrl };
}

/** The pane that one person opens from the card: more of the talk, and whether it is one of theirs. */
export function talkPane(
  found: ChangedTalk,
  { pastedUrl, reader }: { readonly pastedUrl: string; readonly reader: Pick<Reader, 'zone' | 'stars'> },
): TalkEntity {
  const { talk, programme } = found;
  const isStarred = starredBy(reader, programme).has(talk.id);
  const fields = [
    ...(isStarred ? [ownField(talk, programme, reader)] : []),
    ...factFields(found, reader.zone),
    ...textField('also', 'Also', talk.slots.slice(1).map(describeSlot).join('; ')),
    ...textField('level', 'Level', talk.level ?? ''),
    ...textField('language', 'Language', talk.languages.map(formatLanguage).join(', ')),
    ...textField('abstract', 'Abstract', talk.abstract, ABSTRACT_LENGTH),
  ];
  return entityOf(found, pastedUrl, { fields, actions: actionsOf(found, isStarred) });
}

/** A break has no details, and a pause is nothing to star. */
function actionsOf({ talk, programme }: TalkOfProgramme, isStarred: boolean): readonly types.Button[] {
  const writer = messageActions(programme.conference.folder);
  return [
    ...(talk.kind === 'break' ? [] : detailsButton(talk, writer)),
    ...(isPause(talk) ? [] : starButton(talk, isStarred, writer)),
  ];
}

interface EntityParts {
  readonly fields: readonly types.EntityCustomField[];
  readonly actions: readonly types.Button[];
}

function entityOf(
  { talk, programme }: TalkOfProgramme,
  pastedUrl: string,
  { fields, actions }: EntityParts,
): TalkEntity {
  const name = shorten(programme.conference.name ?? '', PRODUCT_NAME_LENGTH);
  return {
    entity_type: 'slack#/entities/item',
    external_ref: { id: entityId(talk, programme) },
    url: pageOf(talk) ?? pastedUrl,
    entity_payload: {
      attributes: {
        title: { text: talkTitle(talk) },
        display_type: 'Talk',
        ...(name.trim() === '' ? {} : { product_name: name }),
      },
      ...(fields.length === 0
        ? {}
        : { custom_fields: [...fields], display_order: fields.map(({ key }) => key) }),
      ...(actions.length === 0 ? {} : { actions: { primary_actions: actions.map(entityAction) } }),
    },
  };
}

/** Slack sends it back when somebody opens the card; the same for as long as the talk has its id. */
export function entityId(talk: Talk, { conference }: Pick<Programme, 'conference'>): string {
  return optionValue(writeTalkValue(talk, conference.folder));
}

/** The first page that is a safe address, as the organisers wrote it. */
function pageOf({ links }: Talk): string | undefined {
  return links.flatMap(({ kind, url }) => (kind === 'web' ? (safeUrl(url) ?? []) : []))[0];
}

/** A work object's button is a block's button with other names. */
function entityAction({
  text,
  action_id,
  value,
  accessibility_label,
}: types.Button): types.EntityActionButton {
  return {
    text: text.text,
    action_id: action_id ?? '',
    ...(value === undefined ? {} : { value }),
    ...(accessibility_label === undefined ? {} : { accessibility_label }),
  };
}

/** `zone` is the reader's; undefined if it is not known, or if several people read. */
function factFields(
  { talk, change }: ChangedTalk,
  zone: string | undefined,
): readonly types.EntityCustomField[] {
  const [slot, ...others] = talk.slots;
  const more = others.length === 0 ? '' : ` and ${pluralise(others.length, 'more time')}`;
  return [
    ...(talk.status === 'cancelled' ? textField('status', 'Status', 'This talk is cancelled.') : []),
    ...textField(
      'speakers',
      talk.speakers.length === 1 ? 'Speaker' : 'Speakers',
      speakerNames(talk.speakers),
    ),
    ...textField('when', 'When', slot === undefined ? '' : `${formatSlot(slot)}${more}`),
    ...(slot === undefined ? [] : ownTimeField(slot, zone)),
    ...textField('room', 'Room', slot?.rooms.join(', ') ?? ''),
    ...textField('track', 'Track', talk.track ?? ''),
    ...textField('change', 'Changed lately', change ?? ''),
  ];
}

function describeSlot(slot: Slot): string {
  return [formatSlot(slot), ...slot.rooms].join(', ');
}

/** The time of the reader's device, if it is not known to be the conference's. */
function ownTimeField(slot: Slot, zone: string | undefined): readonly types.EntityCustomField[] {
  const epochMs = epochOf(slot.start);
  if (epochMs === undefined || slot.untimed !== undefined) return [];
  if (zone !== undefined && placeMoment(slot.start, zone) === slot.start) return [];
  return [
    {
      key: 'own_time',
      label: 'Your time',
      type: 'slack#/types/timestamp',
      value: Math.floor(epochMs / 1000),
    },
  ];
}

function ownField(talk: Talk, programme: Programme, reader: Pick<Reader, 'stars'>): types.EntityCustomField {
  const overlap = overlapLine(findClashes(talk, starredBy(reader, programme), programme))
    .flatMap(inline => (inline.type === 'text' ? inline.text : []))
    .join('');
  return {
    key: 'mine',
    label: 'My talks',
    type: 'string',
    value: shorten(`You starred this talk.${overlap === '' ? '' : ` ${overlap}.`}`, VALUE_LENGTH),
  };
}

/** None if there is nothing to see: Slack refuses an empty value. */
function textField(
  key: string,
  label: string,
  text: string,
  length = VALUE_LENGTH,
): readonly types.EntityCustomField[] {
  const value = shorten(text, length);
  if (value.trim() === '') return [];
  return [{ key, label, type: 'string', value, ...(length > VALUE_LENGTH && { long: true }) }];
}
