import { asObjects, asString, isObject, type JsonObject } from '../local-slack/json.ts';

/** Where a button stands, as the workspace finds it again. */
export interface ButtonPlace {
  readonly blockId: string;
  readonly actionId: string;
}

/** The same blocks with a number on each button, `Details :1`, and where those buttons are, in the order of numbers. */
export function numberButtons(blocks: readonly JsonObject[]): {
  readonly blocks: readonly JsonObject[];
  readonly buttons: readonly ButtonPlace[];
} {
  const buttons: ButtonPlace[] = [];
  const numbered = (element: JsonObject, block: JsonObject): JsonObject => {
    if (element.type !== 'button' || !isObject(element.text)) return element;
    buttons.push({ blockId: asString(block.block_id) ?? '', actionId: asString(element.action_id) ?? '' });
    return {
      ...element,
      text: { ...element.text, text: `${asString(element.text.text) ?? ''} :${buttons.length}` },
    };
  };
  return {
    blocks: blocks.map(block => ({
      ...block,
      ...(block.type === 'actions' && {
        elements: asObjects(block.elements).map(element => numbered(element, block)),
      }),
      ...(isObject(block.accessory) && { accessory: numbered(block.accessory, block) }),
    })),
    buttons,
  };
}
