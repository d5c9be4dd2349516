import { asObjects } from '../json.ts';
import {
  all,
  boolean,
  byType,
  type Check,
  list,
  oneOf,
  rule,
  shape,
  string,
  type Violation,
  violate,
  webUrl,
} from './checks.ts';
import { anyText, plainText } from './composition.ts';
import { imageElement, interactiveElements } from './elements.ts';
import { richTextElements } from './rich-text.ts';

/** Where blocks are displayed. `tool result`: in Slackbot, from a tool that it called. */
export type Surface = 'message' | 'modal' | 'home' | 'tool result';

/** «blocks per message / modal / home: 50 / 100 / 100» */
export const blocksMax: { readonly [surface in Surface]: number } = {
  message: 50,
  modal: 100,
  home: 100,
  'tool result': 50,
};

const { plain_text_input: plainTextInput, ...clickableElements } = interactiveElements;
const { button: _button, overflow: _overflow, ...inputElements } = interactiveElements;

const everywhere: readonly Surface[] = ['message', 'modal', 'home', 'tool result'];

interface Kind {
  readonly check: Check;
  readonly surfaces: readonly Surface[];
}

/**
 * The blocks that Lectern uses. Slack has newer ones (markdown, table, card, data_table, container...), whose limits
 * still change and which old clients cannot draw; here they are refused, so that none slips in unnoticed.
 */
const kinds: { readonly [type: string]: Kind } = {
  section: {
    surfaces: everywhere,
    check: all(
      block(
        'section',
        {},
        {
          text: anyText(),
          fields: list(anyText(2000), { min: 1, max: 10 }),
          accessory: byType({ ...clickableElements, image: imageElement }),
          expand: boolean,
        },
      ),
      rule(
        section => section.text !== undefined || section.fields !== undefined,
        'must define either `text` or `fields`',
      ),
    ),
  },
  context: {
    surfaces: everywhere,
    check: block('context', {
      elements: list(byType({ plain_text: anyText(), mrkdwn: anyText(), image: imageElement }), {
        min: 1,
        max: 10,
      }),
    }),
  },
  actions: {
    surfaces: everywhere,
    check: all(
      block('actions', { elements: list(byType(clickableElements), { min: 1, max: 25 }) }),
      // «`primary` should only be used for one button within a set.»
      rule(
        actions => asObjects(actions.elements).filter(element => element.style === 'primary').length <= 1,
        'no more than one primary button in a set',
        '/elements',
      ),
    ),
  },
  divider: { surfaces: everywhere, check: block('divider', {}) },
  header: { surfaces: everywhere, check: block('header', { text: plainText(150) }) },
  image: {
    surfaces: everywhere,
    check: all(
      block(
        'image',
        { alt_text: string({ min: 1, max: 2000 }) },
        {
          title: plainText(2000),
          image_url: webUrl,
          slack_file: shape({ optional: { id: string({ min: 1, max: 255 }), url: webUrl } }),
        },
      ),
      rule(
        image => (image.image_url === undefined) !== (image.slack_file === undefined),
        'must define either `image_url` or `slack_file`',
      ),
    ),
  },
  rich_text: { surfaces: everywhere, check: block('rich_text', { elements: richTextElements }) },
  input: {
    // Slack has let inputs into messages since 2025; older clients draw nothing there.
    surfaces: ['modal', 'home', 'tool result'],
    check: block(
      'input',
      { label: plainText(2000), element: byType({ ...inputElements }) },
      { hint: plainText(2000), optional: boolean, dispatch_action: boolean },
    ),
  },
  alert: {
    surfaces: ['modal'],
    check: block(
      'alert',
      { text: anyText(200) },
      { level: oneOf('default', 'info', 'warning', 'error', 'success') },
    ),
  },
};

/** The rules that one block breaks on a surface. */
export function checkBlock(value: unknown, path: string, surface: Surface): readonly Violation[] {
  const known = byType(Object.fromEntries(Object.entries(kinds).map(([type, kind]) => [type, kind.check])));
  const problems = known(value, path);
  const kind = kindOf(value);
  return kind === undefined || kind.surfaces.includes(surface)
    ? problems
    : [...violate(path, `this block does not belong in a ${surface}`), ...problems];
}

function kindOf(value: unknown): Kind | undefined {
  const type = asObjects([value])[0]?.type;
  return typeof type === 'string' && Object.hasOwn(kinds, type) ? kinds[type] : undefined;
}

function block(type: string, required: Record<string, Check>, optional: Record<string, Check> = {}): Check {
  return shape({
    required: { type: oneOf(type), ...required },
    optional: { block_id: string({ min: 1, max: 255 }), ...optional },
  });
}
