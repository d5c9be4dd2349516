import { elementsOf } from '../block-kit/ids.ts';
import { asString, isObject, type JsonObject } from '../json.ts';

/** Describes a button or menu. Each field narrows the choice. */
export interface ElementQuery {
  readonly actionId?: string;
  readonly blockId?: string;
  /** The button's own value, if several have the same action_id. */
  readonly value?: string;
  /** The button's text. */
  readonly label?: string;
}

export interface FoundElement {
  readonly block: JsonObject;
  readonly element: JsonObject;
  readonly blockId: string;
  readonly actionId: string;
}

/** The one element that matches. Throws if none does, or several, and lists the elements that are there. */
export function findElement(blocks: readonly JsonObject[], query: ElementQuery): FoundElement {
  const all = listElements(blocks);
  const matching = all.filter(
    ({ element, blockId, actionId }) =>
      (query.actionId ?? actionId) === actionId &&
      (query.blockId ?? blockId) === blockId &&
      (query.value ?? element.value) === element.value &&
      (query.label ?? labelOf(element)) === labelOf(element),
  );
  const [found] = matching;
  if (found !== undefined && matching.length === 1) return found;
  const there = all.map(
    ({ element, actionId }) => `${actionId} "${labelOf(element) ?? ''}" ${String(element.value ?? '')}`,
  );
  const { actionId, blockId, value, label } = query;
  const wanted = JSON.stringify({ actionId, blockId, value, label });
  throw new Error(`${matching.length} elements match ${wanted}. There are: ${there.join('; ') || 'none'}.`);
}

/** Every interactive element of some blocks, with its ids. */
export function listElements(blocks: readonly JsonObject[]): readonly FoundElement[] {
  return blocks.flatMap(block =>
    elementsOf(block).map(({ element }) => ({
      block,
      element,
      blockId: asString(block.block_id) ?? '',
      actionId: asString(element.action_id) ?? '',
    })),
  );
}

function labelOf({ text }: JsonObject): string | undefined {
  return isObject(text) ? asString(text.text) : undefined;
}
