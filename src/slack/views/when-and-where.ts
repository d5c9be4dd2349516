import { epochOf, formatSlot, placeMoment } from '../../programme/moment.ts';
import type { Slot, Talk } from '../../programme/talk.ts';
import { pluralise, shorten } from '../../text/display.ts';
import { type Inline, plain } from './blocks/rich-text.ts';

const ROOMS_LENGTH = 80;

/** When and where a talk takes place, in parts: its first slot, and how many more there are. */
export function whenAndWhere(talk: Talk, readerZone: string | undefined): readonly (readonly Inline[])[] {
  const [first, ...rest] = talk.slots;
  if (first === undefined) return [];
  const more = rest.length === 0 ? [] : [[plain(`and ${pluralise(rest.length, 'more time')}`)]];
  return [...slotParts(first, readerZone), ...more];
}

/** A slot in the conference's time, as the signs on its doors show it, with the reader's own beside it, and its rooms. */
export function slotParts(slot: Slot, readerZone: string | undefined): readonly (readonly Inline[])[] {
  return [
    [plain(formatSlot(slot)), ...ownTime(slot, readerZone)],
    [plain(shorten(slot.rooms.join(', '), ROOMS_LENGTH))],
  ];
}

/**
 * The reader's own time, if their zone is unknown or its clock differs from the conference's. Slack shows a `date` in the
 * time of the device on which it is read.
 */
export function ownTime(slot: Slot, readerZone: string | undefined): readonly Inline[] {
  const epochMs = epochOf(slot.start);
  if (epochMs === undefined) return [];
  if (readerZone !== undefined && placeMoment(slot.start, readerZone) === slot.start) return [];
  return [plain(' (your time: '), dateInline(epochMs, formatSlot(slot)), plain(')')];
}

function dateInline(epochMs: number, fallback: string): Inline {
  return {
    type: 'date',
    timestamp: Math.floor(epochMs / 1000),
    format: '{date_short_pretty} {time}',
    fallback,
  };
}

/** Joins the parts that are not empty by dots. */
export function joinParts(parts: readonly (readonly Inline[])[]): Inline[] {
  const there = parts.filter(part => part.some(inline => inline.type !== 'text' || inline.text !== ''));
  return there.flatMap((part, index) => (index === 0 ? part : [plain(' · '), ...part]));
}
