import { elementsOf } from '../block-kit/ids.ts';
import { asString, type JsonObject } from '../json.ts';

/** Which button or menu is meant. */
export interface ElementQuery {
  readonly actionId?: string;
  readonly blockId?: string;
  /** The button's own value, where several have the same action_id. */
  readonly value?: string;
  /** What stands on the button. */
  readonly label?: string;
}

export interface FoundElement {
  readonly block: JsonObject;
  readonly element: JsonObject;
  readonly blockId: string;
  readonly actionId: string;
}

/** Finds the one element that is meant among those really there; throws where there is none, or more than one. */
export function findElement(blocks: readonly JsonObject[], wanted: ElementQuery): FoundElement {
  const all = blocks.flatMap(block =>
    elementsOf(block).map(({ element }) => ({
      block,
      element,
      blockId: asString(block.block_id) ?? '',
      actionId: asString(element.action_id) ?? '',
    })),
  );
  const matching = all.filter(
    ({ element, blockId, actionId }) =>
      (wanted.actionId ?? actionId) === actionId &&
      (wanted.blockId ?? blockId) === blockId &&
      (wanted.value ?? element.value) === element.value &&
      (wanted.label ?? labelOf(element)) === labelOf(element),
  );
  const [found] = matching;
  if (found !== undefined && matching.length === 1) return found;
  const there = all.map(
    ({ element, actionId }) => `${actionId} "${labelOf(element) ?? ''}" ${String(element.value ?? '')}`,
  );
  const { actionId, blockId, value, label } = wanted;
  const meant = JSON.stringify({ actionId, blockId, value, label });
  throw new Error(`${matching.length} elements match ${meant}. There are: ${there.join('; ') || 'none'}.`);
}

function labelOf(element: JsonObject): string | undefined {
  const { text } = element;
  return typeof text === 'object' && text !== null && 'text' in text ? asString(text.text) : undefined;
}
