import { epochOf, placeMoment } from '../../programme/moment.ts';
import type { Slot, Talk } from '../../programme/talk.ts';
import { whenWords } from '../../programme/when.ts';
import { pluralise } from '../../text/plural.ts';
import { shorten } from '../../text/shorten.ts';
import { type Inline, plain } from './blocks/rich-text.ts';

const ROOMS_LENGTH = 80;

/** When and where a talk is, in a row: its first slot, and how many more there are. Each part by itself. */
export function whenAndWhere(talk: Talk, readerZone: string | undefined): readonly (readonly Inline[])[] {
  const [first, ...rest] = talk.slots;
  if (first === undefined) return [];
  const more = rest.length === 0 ? [] : [[plain(`and ${pluralise(rest.length, 'more time')}`)]];
  return [...slotParts(first, readerZone), ...more];
}

/** A slot on the conference's clocks, as the signs on its doors have it, and the reader's own time beside it. */
export function slotParts(slot: Slot, readerZone: string | undefined): readonly (readonly Inline[])[] {
  return [
    [plain(whenWords(slot)), ...ownTime(slot, readerZone)],
    [plain(shorten(slot.rooms.join(', '), ROOMS_LENGTH))],
  ];
}

/**
 * The reader's own time, where it differs from the conference's or is not known: Slack shows a `date` on the clock of
 * the device that it is read on.
 */
export function ownTime(slot: Slot, readerZone: string | undefined): readonly Inline[] {
  const epochMs = epochOf(slot.start);
  if (epochMs === undefined) return [];
  if (readerZone !== undefined && placeMoment(slot.start, readerZone) === slot.start) return [];
  return [plain(' (your time: '), dateInline(epochMs, whenWords(slot)), plain(')')];
}

function dateInline(epochMs: number, fallback: string): Inline {
  return {
    type: 'date',
    timestamp: Math.floor(epochMs / 1000),
    format: '{date_short_pretty} {time}',
    fallback,
  };
}

/** The parts that there are, with dots between them. */
export function separated(parts: readonly (readonly Inline[])[]): Inline[] {
  const there = parts.filter(part => part.some(inline => inline.type !== 'text' || inline.text !== ''));
  return there.flatMap((part, index) => (index === 0 ? part : [plain(' · '), ...part]));
}
