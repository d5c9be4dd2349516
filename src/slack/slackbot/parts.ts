import type { types } from '@slack/bolt';
import { SESSIONS_A_PAGE } from '../../conversation/paging.ts';
import type { Part } from '../../mcp/parameters.ts';
import type { AnswerView, Tool } from '../../mcp/tool.ts';
import type { Slot, Talk } from '../../programme/talk.ts';
import { shorten } from '../../text/display.ts';
import { actionBlocks, button } from '../views/blocks/button.ts';
import { pageButtons } from '../views/blocks/paging.ts';
import { aside, asideIfAny, bold, type Inline, plain, richText } from '../views/blocks/rich-text.ts';
import { joinParts } from '../views/when-and-where.ts';
import { toolAction } from './tool-actions.ts';

/** As in `/talk`; they leave room for all others among the fifty blocks that Slack takes. */
const ROWS = SESSIONS_A_PAGE;

/** The rows that a message shows of a part of an answer, however long that is. */
export function firstRows<Each>(shown: readonly Each[]): readonly Each[] {
  return shown.slice(0, ROWS);
}

/** The title of a list, which part of it is shown, and the clocks that its times are on. */
export function listHeading(title: string, range: string, clocks: readonly Inline[]): types.RichTextBlock {
  return richText([joinParts([[bold(title), plain(range)], clocks])]);
}

const NOTES = 5;
const NOTE_LENGTH = 300;

/** The first notes of an answer, as they read for people; the model knows all of them. */
export function noteLines({ notes = [] }: Pick<AnswerView, 'notes'>): types.KnownBlock[] {
  return notes.slice(0, NOTES).flatMap(note => asideIfAny(shorten(note, NOTE_LENGTH)));
}

interface ShownPart {
  readonly shown: number;
  readonly total: number;
  readonly offset: number;
  /** The offset of the page before, if pages are not equally long. */
  readonly before?: number;
}

/**
 * *More* and *Back*: the same call with another offset. Where it does not fit into a button, a line says how to go on.
 * `args` are lasting.
 */
export function pagesOf(tool: Tool, args: Part, part: ShownPart): types.KnownBlock[] {
  const { shown, total, offset } = part;
  const limit = Math.min(args.limit, ROWS);
  const { before = offsetBefore(offset, { total, limit }) } = part;
  const writer = (way: 'more' | 'back', to: number) =>
    way === 'back' && total === 0
      ? undefined
      : toolAction(tool, { ...args, limit, offset: way === 'back' ? before : to });
  const buttons = pageButtons({ query: '', offset }, { shown, all: total, size: limit, paged: true, writer });
  const left = total - offset - shown;
  return buttons.length > 0 || left <= 0 ? buttons : [aside(`${left} more: ask for them.`)];
}

/** From behind the end, that of the last page that has something. */
function offsetBefore(
  offset: number,
  { total, limit }: { readonly total: number; readonly limit: number },
): number {
  if (offset < total) return Math.max(0, offset - limit);
  return Math.floor(Math.max(0, total - 1) / limit) * limit;
}

/** Each button calls the tool in another way, so that each has a block of its own. */
export function callButtons(
  tool: Tool,
  heading: string,
  calls: readonly { readonly label: string; readonly args: object }[],
): types.KnownBlock[] {
  const buttons = calls.flatMap(({ label, args }) => {
    const action = toolAction(tool, args);
    return action === undefined || label.trim() === '' ? [] : [button({ label, ...action })];
  });
  return buttons.length === 0 ? [] : [aside(heading), ...actionBlocks(buttons)];
}

/** The talk with the time first that an answer is about. */
export function atSlot(talk: Talk, slot: Slot | undefined): Talk {
  const [first] = talk.slots;
  if (slot === undefined || slot === first) return talk;
  return { ...talk, slots: [slot, ...talk.slots.filter(each => each !== slot)] };
}
