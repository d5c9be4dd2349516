import { isObject, type JsonObject } from '../json.ts';
import { elementsOf } from './ids.ts';

/** Adds what Slack adds: a block_id to each block and an action_id to each element that has none. */
export function completeBlocks(blocks: readonly JsonObject[], nextId: () => string): readonly JsonObject[] {
  return blocks.map(block => completeBlock(block, nextId));
}

function completeBlock(block: JsonObject, nextId: () => string): JsonObject {
  const withId = { ...block, block_id: block.block_id ?? nextId() };
  const nameless = elementsOf(block).some(({ element }) => element.action_id === undefined);
  if (!nameless) return withId;
  const name = (value: unknown): unknown =>
    isObject(value) && value.type !== 'image' && value.action_id === undefined
      ? { ...value, action_id: nextId() }
      : value;
  return {
    ...withId,
    ...(block.accessory !== undefined && { accessory: name(block.accessory) }),
    ...(block.element !== undefined && { element: name(block.element) }),
    ...(Array.isArray(block.elements) && block.type === 'actions' && { elements: block.elements.map(name) }),
  };
}
