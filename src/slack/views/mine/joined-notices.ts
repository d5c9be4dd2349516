import type { types } from '@slack/bolt';
import type { Message } from '../../../store/delivery.ts';
import { groupByEach } from '../../../text/keys.ts';
import { ACTION } from '../../action-ids.ts';
import { actions } from '../blocks/button.ts';
import { unlessTooLong } from '../blocks/message.ts';
import { knownBlocks } from '../blocks/pressed-button.ts';
import { bold, type Inline, richText } from '../blocks/rich-text.ts';
import { stopChangesButton } from './changes-stopped.ts';
import { changesHeading, REHEARSAL } from './starred-notices.ts';

/**
 * One message of several that starredChanged and alertFound have made, the oldest at the front: changes under one heading,
 * then what alerts found. Undefined if they are too much for one.
 */
export function joinNotices(notices: readonly Message[]): Message | undefined {
  const changed = notices.filter(({ blocks }) => isOfChanges(knownBlocks(blocks)));
  const others = notices.filter(notice => !changed.includes(notice));
  const joined = [...(changed.length > 1 ? [joinChanges(changed)] : changed), ...others];
  return unlessTooLong({
    blocks: joined.flatMap(each => each.blocks),
    text: joined.map(each => each.text).join('\n'),
  });
}

function isOfChanges(blocks: readonly types.KnownBlock[]): boolean {
  const last = blocks.at(-1);
  return last?.type === 'actions' && last.elements[0]?.action_id === ACTION.stopChanges;
}

/** A heading, for each talk its lines and its buttons, how many others there are, and *Stop these*. */
function joinChanges(notices: readonly Message[]): Message {
  const blocks = notices.flatMap(notice => knownBlocks(notice.blocks).slice(1, -1));
  const talks = [...groupByEach(sectionsOf(blocks), ({ talk }) => [talk]).values()];
  const others = blocks.filter(({ type }) => type === 'context');
  const isRehearsal = notices.some(({ text }) => text.startsWith(REHEARSAL));
  const heading = changesHeading(talks.length + others.length, isRehearsal);
  return {
    blocks: [
      richText([[bold(heading)]]),
      ...talks.flatMap(joinSections),
      ...others,
      actions([stopChangesButton()]),
    ],
    text: [heading, ...notices.flatMap(({ text }) => text.split('\n').slice(1))].join('\n'),
  };
}

/** How a talk has changed, and its buttons. */
interface Section {
  /** The value of *Details*. */
  readonly talk: string;
  readonly lines: types.RichTextBlock;
  readonly buttons: types.ActionsBlock;
}

function sectionsOf(blocks: readonly types.KnownBlock[]): readonly Section[] {
  return blocks.flatMap((lines, at) => {
    const buttons = blocks[at + 1];
    if (lines.type !== 'rich_text' || buttons?.type !== 'actions') return [];
    const [details] = buttons.elements;
    return { talk: details?.type === 'button' ? (details.value ?? '') : '', lines, buttons };
  });
}

/** One after the other below the title that the talk has now. */
function joinSections(sections: readonly Section[]): readonly types.KnownBlock[] {
  const last = sections.at(-1);
  if (last === undefined) return [];
  const inlines = sections.map(({ lines }) => lines.elements.flatMap(readInlines));
  const title = inlines.at(-1)?.slice(0, 1) ?? [];
  const elements = [...title, ...inlines.flatMap(those => those.slice(1))];
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }, last.buttons];
}

function readInlines(element: types.RichTextBlockElement): readonly Inline[] {
  return element.type === 'rich_text_section' ? element.elements : [];
}
