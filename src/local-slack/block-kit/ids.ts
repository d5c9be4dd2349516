import { asObjects, isObject, type JsonObject } from '../json.ts';
import { type Violation, violate } from './checks.ts';

/** The interactive elements of a block, each with its path in it. */
export function elementsOf(
  block: JsonObject,
): readonly { readonly element: JsonObject; readonly at: string }[] {
  const one = (['accessory', 'element'] as const).flatMap(key => {
    const element = block[key];
    return isObject(element) ? [{ element, at: `/${key}` }] : [];
  });
  const several =
    block.type === 'actions'
      ? asObjects(block.elements).map((element, index) => ({ element, at: `/elements/${index}` }))
      : [];
  return [...one, ...several].filter(({ element }) => element.type !== 'image');
}

/**
 * «block_id should be unique for each message»; «action_id should be unique among all other action_ids in the containing
 * block».
 */
export function checkUniqueIds(blocks: readonly unknown[], path: string): readonly Violation[] {
  const seen = new Set<string>();
  return blocks.flatMap((block, index) => {
    if (!isObject(block)) return [];
    const { block_id: blockId } = block;
    const repeated =
      typeof blockId === 'string' && seen.has(blockId)
        ? violate(`${path}/${index}/block_id`, `\`block_id\` "${blockId}" already exists`)
        : [];
    if (typeof blockId === 'string') seen.add(blockId);
    return [...repeated, ...checkActionIds(block, `${path}/${index}`)];
  });
}

/** Gives a block_id to each block and an action_id to each element that has none, as Slack does. */
export function completeBlocks(blocks: readonly JsonObject[], nextId: () => string): readonly JsonObject[] {
  return blocks.map(block => completeBlock(block, nextId));
}

function checkActionIds(block: JsonObject, path: string): readonly Violation[] {
  const seen = new Set<string>();
  return elementsOf(block).flatMap(({ element, at }) => {
    const { action_id: actionId } = element;
    if (typeof actionId !== 'string') return [];
    if (seen.has(actionId))
      return violate(`${path}${at}/action_id`, `\`action_id\` "${actionId}" already exists`);
    seen.add(actionId);
    return [];
  });
}

function completeBlock(block: JsonObject, nextId: () => string): JsonObject {
  const withId = { ...block, block_id: block.block_id ?? nextId() };
  const lacksIds = elementsOf(block).some(({ element }) => element.action_id === undefined);
  if (!lacksIds) return withId;
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
