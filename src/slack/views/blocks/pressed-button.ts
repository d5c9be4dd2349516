import type { types } from '@slack/bolt';
import { BLOCK } from '../../action-ids.ts';
import { aside } from './rich-text.ts';

type Element = types.ActionsBlock['elements'][number];

/** The blocks around a button that was pressed, with another one in its place and a line below that says what was done. */
export function replaceButton(
  blocks: readonly types.KnownBlock[],
  isPressed: (element: Element) => boolean,
  { button, says }: { readonly button: (element: Element) => Element; readonly says: string },
): types.KnownBlock[] {
  const shown = blocks.map(block =>
    block.type === 'actions'
      ? { ...block, elements: block.elements.map(each => (isPressed(each) ? button(each) : each)) }
      : block,
  );
  return noteBelow(
    shown,
    blocks.findIndex(block => block.type === 'actions' && block.elements.some(isPressed)),
    says,
  );
}

/** The same blocks with a line below one of them, in the place of the line that was there before; none if it is empty. */
export function noteBelow(
  blocks: readonly types.KnownBlock[],
  place: number,
  says: string,
): types.KnownBlock[] {
  const note = says === '' ? [] : [{ ...aside(says), block_id: BLOCK.note }];
  return blocks.flatMap((block, at) => [
    ...(block.block_id === BLOCK.note ? [] : [block]),
    ...(at === place ? note : []),
  ]);
}

/** Slack sends back what Lectern built. */
export function knownBlocks(blocks: readonly object[] = []): readonly types.KnownBlock[] {
  return blocks as readonly types.KnownBlock[];
}
