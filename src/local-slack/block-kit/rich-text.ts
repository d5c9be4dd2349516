import {
  boolean,
  byType,
  type Check,
  integer,
  linkUrl,
  list,
  matches,
  oneOf,
  shape,
  string,
} from './checks.ts';

const elementsMax = 1000;

const style = shape({
  optional: { bold: boolean, italic: boolean, strike: boolean, code: boolean, underline: boolean },
});

const id = string({ min: 1, max: 255 });
const anyLength = string({ min: 1, max: Number.MAX_SAFE_INTEGER });

function inline(type: string, required: Record<string, Check>, optional: Record<string, Check> = {}): Check {
  return shape({ required: { type: oneOf(type), ...required }, optional: { style, ...optional } });
}

const text = inline('text', { text: anyLength });
const link = inline('link', { url: linkUrl }, { text: anyLength, unsafe: boolean });

const inlineElement = byType({
  text,
  link,
  broadcast: inline('broadcast', { range: oneOf('here', 'channel', 'everyone') }),
  channel: inline('channel', { channel_id: id }),
  color: inline('color', { value: matches(/^#[0-9a-f]{6}$/i, 'must be a colour as #rrggbb') }),
  date: inline(
    'date',
    {
      timestamp: integer({ min: 0, max: 253_402_300_799 }),
      format: matches(/\{[a-z_]+\}/, 'must contain a date token in braces'),
    },
    { url: linkUrl, fallback: anyLength },
  ),
  emoji: inline('emoji', { name: id }, { unicode: string({ min: 1, max: 255 }), url: linkUrl }),
  team: inline('team', { team_id: id }),
  user: inline('user', { user_id: id }),
  usergroup: inline('usergroup', { usergroup_id: id }),
});

const elements = list(inlineElement, { min: 1, max: elementsMax });
const border = oneOf(0, 1);
const section = shape({ required: { type: oneOf('rich_text_section'), elements } });

/** The elements of a rich_text block. Slack never parses their texts for formatting. */
export const richTextElements: Check = list(
  byType({
    rich_text_section: section,
    rich_text_list: shape({
      required: {
        type: oneOf('rich_text_list'),
        style: oneOf('bullet', 'ordered'),
        elements: list(byType({ rich_text_section: section }), { min: 1, max: elementsMax }),
      },
      optional: {
        border,
        indent: integer({ min: 0, max: 8 }),
        offset: integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
      },
    }),
    rich_text_quote: shape({ required: { type: oneOf('rich_text_quote'), elements }, optional: { border } }),
    rich_text_preformatted: shape({
      required: {
        type: oneOf('rich_text_preformatted'),
        elements: list(byType({ text, link }), { min: 1, max: elementsMax }),
      },
      optional: { border },
    }),
  }),
  { min: 1, max: elementsMax },
);
