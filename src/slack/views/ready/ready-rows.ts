import { starredBy } from '../../../conversation/context.ts';
import type { Talk } from '../../../programme/talk.ts';
import type { HighlightedPiece } from '../../../search/summary/highlight.ts';
import { remember } from '../../../text/remember.ts';
import type { ActionWriter } from '../actions/talk-buttons.ts';
import {
  HOLE,
  type JsonPieces,
  jsonAroundHole,
  type MessagePart,
  ReadyBlocks,
} from '../blocks/ready-blocks.ts';
import { bold, plain, richText } from '../blocks/rich-text.ts';
import {
  drawRow,
  type RowContext,
  rememberByDays,
  rowActions,
  rowButtons,
  rowLines,
  rowSummary,
} from '../row.ts';
import type { DayStyle } from '../when-and-where.ts';

/**
 * The rows of an answer. Their JSON is ready but for what depends on the words that were asked: the summaries, and the values
 * of *Star*.
 */
export function readyRows(talks: readonly Talk[], context: Omit<RowContext, 'writer'>): MessagePart[] {
  const row = { ...context, writer: rowActions(context) };
  const starred = starredBy(context.reader, context);
  const buttons = BUTTONS(kindOfButtons(context));
  const rows: MessagePart[] = [];
  for (const talk of talks) {
    const summary = rowSummary(talk, row);
    const draw = () => drawRow(talk, summary, row);
    const json = () => rowJson(talk, summary, { row, buttons, isStarred: starred.has(talk.id) });
    if (summary.length === 0) rows.push(...draw());
    else rows.push(new ReadyBlocks(json, draw));
  }
  return rows;
}

interface ReadyRow {
  readonly row: RowContext & { readonly writer: ActionWriter };
  readonly buttons: KnownButtons;
  readonly isStarred: boolean;
}

function rowJson(talk: Talk, summary: readonly HighlightedPiece[], ready: ReadyRow): JsonPieces {
  const json: (string | Uint8Array)[] = [HEADS[ready.row.days](talk)];
  for (let at = 0; at < summary.length; at++) {
    const { text = '', strong = false } = summary[at] ?? {};
    const behind = strong ? BEHIND_STRONG : BEHIND_PLAIN;
    json.push(text, at < summary.length - 1 ? behind.next : behind.last);
  }
  const { before, behind } = buttonsJson(talk, ready);
  json.push(before);
  if (behind !== undefined) json.push(ready.row.writer.star(talk, ready.isStarred)?.value ?? '', behind);
  return json;
}

/** The JSON of a row's text up to the first words of the summary. */
const HEADS = rememberByDays(headJson);

function headJson(talk: Talk, days: DayStyle): Uint8Array {
  const [before = ''] = jsonAroundHole([richText([...rowLines(talk, days), [plain(HOLE)]])]);
  return Buffer.from(before);
}

const BEHIND_PLAIN = jsonBehindPiece(plain(HOLE));
const BEHIND_STRONG = jsonBehindPiece(bold(HOLE));

/** The JSON behind a piece of a summary: up to the next one, which begins like all others, and behind the last. */
function jsonBehindPiece(piece: ReturnType<typeof plain>): {
  readonly next: Uint8Array;
  readonly last: Uint8Array;
} {
  const [, behind = ''] = jsonAroundHole([piece]);
  const [before = ''] = jsonAroundHole([plain(HOLE)]);
  const [, last = ''] = jsonAroundHole([richText([[piece]])]);
  return { next: Buffer.from(`${behind},${before}`), last: Buffer.from(last) };
}

/** The JSON of a row's buttons around the value of *Star*; all of it if they have none. */
interface ButtonsJson {
  readonly before: Uint8Array;
  readonly behind: Uint8Array | undefined;
}

interface KnownButtons {
  readonly starred: WeakMap<Talk, ButtonsJson>;
  readonly others: WeakMap<Talk, ButtonsJson>;
}

const BUTTONS = remember((_kind): KnownButtons => ({ starred: new WeakMap(), others: new WeakMap() }));

/** All that a row's buttons depend on besides the talk, its star and the words that were asked. */
function kindOfButtons({ reader: { place, stars }, conference }: Omit<RowContext, 'writer'>): string {
  return `${place} ${stars !== undefined} ${conference.folder}`;
}

function buttonsJson(talk: Talk, { row, buttons, isStarred }: ReadyRow): ButtonsJson {
  const made = isStarred ? buttons.starred : buttons.others;
  const known = made.get(talk);
  if (known !== undefined) return known;
  const fresh = drawButtonsJson(talk, row);
  made.set(talk, fresh);
  return fresh;
}

function drawButtonsJson(talk: Talk, row: ReadyRow['row']): ButtonsJson {
  const { writer } = row;
  const star: ActionWriter['star'] = (...of) => {
    const written = writer.star(...of);
    return written === undefined ? undefined : { ...written, value: HOLE };
  };
  const blocks = rowButtons(talk, { ...row, writer: { ...writer, star } });
  const [before, behind] = jsonAroundHole(blocks);
  return {
    before: Buffer.from(blocks.length === 0 ? '' : `,${before}`),
    behind: behind === undefined ? undefined : Buffer.from(behind),
  };
}
