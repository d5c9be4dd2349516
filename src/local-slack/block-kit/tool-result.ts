import { asString, isObject, type JsonObject, parseJson } from '../json.ts';
import { blocksTextMax, checkBlocks, measureText } from './check.ts';
import { type Violation, violate } from './checks.ts';
import { elementsOf } from './ids.ts';

/** A button's action id is `tool:` and the tool that it calls; a field's is `input:` and the argument that it fills. */
const TOOL = /^tool:([\w.-]{1,128})$/;
const INPUT = /^input:[\w.-]{1,128}$/;

/** A press on a button in Slackbot, as the call of a tool. */
export interface ToolCall {
  readonly tool: string;
  readonly arguments: JsonObject;
}

/** The call that a button makes; undefined if it is inert in Slackbot. */
export function readToolCall({ action_id: actionId, value }: JsonObject): ToolCall | undefined {
  const [, tool] = TOOL.exec(asString(actionId) ?? '') ?? [];
  const parsed = parseJson(asString(value) ?? '');
  return tool === undefined || !isObject(parsed) ? undefined : { tool, arguments: parsed };
}

/**
 * The rules that the blocks of a tool's result (`_meta.slack.blocks`) break in Slackbot, which then shows none of them. Inert
 * buttons are refused too: people would press them in vain.
 */
export function checkToolResult(blocks: unknown): readonly Violation[] {
  const length = measureText(blocks);
  return [
    ...checkBlocks(blocks, 'tool result'),
    ...(length > blocksTextMax ? violate('/blocks', `${length} characters of text`) : []),
    ...(Array.isArray(blocks) && blocks.length === 0
      ? violate('/blocks', 'must have more than 0 items')
      : []),
    ...(Array.isArray(blocks) ? blocks.flatMap((block, at) => checkElements(block, `/blocks/${at}`)) : []),
    ...checkAddresses(blocks, '/blocks'),
  ];
}

function checkElements(block: unknown, path: string): readonly Violation[] {
  if (!isObject(block)) return [];
  return elementsOf(block).flatMap(({ element, at }) =>
    element.type === 'button' ? checkButton(element, path + at) : checkField(element, path + at),
  );
}

function checkButton(button: JsonObject, path: string): readonly Violation[] {
  const { action_id: actionId, value } = button;
  if (!TOOL.test(asString(actionId) ?? '')) return violate(`${path}/action_id`, 'inert: must be tool:<name>');
  if (value === undefined) return violate(`${path}/value`, 'missing required field');
  return readToolCall(button) === undefined
    ? violate(`${path}/value`, 'must be a JSON object, written as a string')
    : [];
}

function checkField({ action_id: actionId }: JsonObject, path: string): readonly Violation[] {
  return INPUT.test(asString(actionId) ?? '')
    ? []
    : violate(`${path}/action_id`, 'inert: must be input:<argument>');
}

/** «https only», wherever an address stands. */
function checkAddresses(value: unknown, path: string): readonly Violation[] {
  if (Array.isArray(value)) return value.flatMap((each, at) => checkAddresses(each, `${path}/${at}`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, field]) => {
    const isAddress = (key === 'url' || key.endsWith('_url')) && typeof field === 'string';
    if (!isAddress) return checkAddresses(field, `${path}/${key}`);
    return /^https:\/\//i.test(field) ? [] : violate(`${path}/${key}`, 'must begin with https://');
  });
}
