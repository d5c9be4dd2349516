import { asObjects, isObject, type JsonObject } from '../json.ts';
import { blocksMax, checkBlock, type Surface } from './blocks.ts';
import { boolean, type Check, oneOf, shape, string, type Violation, violate } from './checks.ts';
import { plainText } from './composition.ts';
import { checkUniqueIds, elementsOf } from './ids.ts';

/** «text: truncated over 40,000 characters»; the local Slack refuses it, so that nothing is lost unnoticed. */
export const messageTextMax = 40_000;

/**
 * Slack has an undocumented limit on all the text of one chat.postMessage (bolt-js #2509, #2867): «~12,000 text chars
 * plus container overhead; seen at ~13.2k and once at 11.3k counted», answered with msg_blocks_too_long.
 */
export const blocksTextMax = 12_000;

/** «view payload: 250 KB» */
const viewBytesMax = 250 * 1000;

/** The rules that blocks break on a surface; `/blocks` is the root of the paths. */
export function checkBlocks(blocks: unknown, surface: Surface): readonly Violation[] {
  if (!Array.isArray(blocks)) return violate('/blocks', 'must be an array');
  return [
    ...(blocks.length > blocksMax[surface]
      ? violate('/blocks', `no more than ${blocksMax[surface]} items allowed`)
      : []),
    ...blocks.flatMap((block, index) => checkBlock(block, `/blocks/${index}`, surface)),
    ...checkUniqueIds(blocks, '/blocks'),
    ...checkFocus(blocks),
    ...checkResponseUrls(blocks, surface),
  ];
}

/** The rules that a message breaks, in its blocks and its text. */
export function checkMessage(message: JsonObject): readonly Violation[] {
  const { text, blocks } = message;
  const textViolations = text === undefined ? [] : string({ max: messageTextMax })(text, '/text');
  const isEmpty = (text === undefined || text === '') && (!Array.isArray(blocks) || blocks.length === 0);
  return [
    ...(isEmpty ? violate('', 'no_text') : []),
    ...textViolations,
    ...(blocks === undefined ? [] : checkBlocks(blocks, 'message')),
  ];
}

/** The rules that a modal or an App Home breaks. */
export function checkView(view: unknown): readonly Violation[] {
  if (!isObject(view)) return violate('', 'must be an object');
  const { type } = view;
  if (type !== 'modal' && type !== 'home') return violate('/type', 'must be one of modal, home');
  const frame = type === 'modal' ? modal : home;
  return [
    ...frame(view, ''),
    ...(view.blocks === undefined ? [] : checkBlocks(view.blocks, type)),
    ...(type === 'modal' ? checkSubmit(view) : []),
    ...(isTooLarge(view) ? violate('', 'view_too_large') : []),
  ];
}

/** The characters of all texts in some blocks: of text objects, rich text, labels, options and alt texts. */
export function measureText(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each: unknown) => sum + measureText(each), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce((sum, [key, field]) => {
    const isText = typeof field === 'string' && (key === 'text' || key === 'alt_text' || key === 'fallback');
    return sum + (isText ? field.length : measureText(field));
  }, 0);
}

export function isTooLarge(view: JsonObject): boolean {
  return Buffer.byteLength(JSON.stringify(view)) > viewBytesMax;
}

const checkedByCheckBlocks: Check = () => [];
const title = plainText(24);
const common = {
  private_metadata: string({ max: 3000 }),
  callback_id: string({ max: 255 }),
  external_id: string({ max: 255 }),
};
const modal = shape({
  required: { type: oneOf('modal'), title, blocks: checkedByCheckBlocks },
  optional: { ...common, submit: title, close: title, clear_on_close: boolean, notify_on_close: boolean },
});
const home = shape({ required: { type: oneOf('home'), blocks: checkedByCheckBlocks }, optional: common });

/** «submit is required when an input block is within the blocks array» */
function checkSubmit(view: JsonObject): readonly Violation[] {
  const hasInput = asObjects(view.blocks).some(block => block.type === 'input');
  return hasInput && view.submit === undefined ? violate('/submit', 'missing required field') : [];
}

/** «Only one element can be set to `true`.» */
function checkFocus(blocks: readonly unknown[]): readonly Violation[] {
  const focused = listElements(blocks).filter(({ element }) => element.focus_on_load === true);
  return focused
    .slice(1)
    .flatMap(({ path }) => violate(`${path}/focus_on_load`, 'only one element can have the focus'));
}

/** response_url_enabled: «This field only works with menus in input blocks in modals.» */
function checkResponseUrls(blocks: readonly unknown[], surface: Surface): readonly Violation[] {
  return listElements(blocks)
    .filter(
      ({ element, block }) =>
        element.response_url_enabled === true && (surface !== 'modal' || block.type !== 'input'),
    )
    .flatMap(({ path }) => violate(`${path}/response_url_enabled`, 'only works in input blocks in modals'));
}

function listElements(blocks: readonly unknown[]) {
  return blocks.flatMap((block, index) =>
    isObject(block)
      ? elementsOf(block).map(({ element, at }) => ({ block, element, path: `/blocks/${index}${at}` }))
      : [],
  );
}
