import { initialOptionsOf, optionsOf } from '../block-kit/composition.ts';
import { asObjects, asString, isObject, type JsonObject } from '../json.ts';
import { formatMrkdwn } from './mrkdwn.ts';
import type { TextReader } from './reader.ts';
import { formatRichText } from './rich-text.ts';

/** Formats blocks for a terminal, as a person would read them, with `[Details] [Share]` for buttons. */
export function formatBlocks(blocks: readonly JsonObject[], reader: TextReader = {}): string {
  return blocks.reduce((text, block, index) => {
    const written = formatBlock(block, reader);
    if (written === '') return text;
    // Buttons, small print and text beside a button belong to the block above; everything else begins a new paragraph.
    const isBelow =
      block.type === 'section' && isObject(block.accessory) && blocks[index - 1]?.type === 'rich_text';
    const belongs = block.type === 'actions' || block.type === 'context' || isBelow;
    return index === 0 || text === '' ? written : `${text}${belongs ? '\n' : '\n\n'}${written}`;
  }, '');
}

/** Formats a message by its blocks, or by its text if it has none. */
export function formatMessage(
  message: { readonly text?: string; readonly blocks?: readonly JsonObject[] },
  reader: TextReader = {},
): string {
  const { blocks = [], text = '' } = message;
  return blocks.length > 0 ? formatBlocks(blocks, reader) : formatMrkdwn(text, reader);
}

/** Formats a modal or an App Home: its title, its blocks, and the buttons at the bottom. */
export function formatView(view: JsonObject, reader: TextReader = {}): string {
  const title = formatTextObject(view.title, reader);
  const buttons = [view.submit, view.close]
    .filter(isObject)
    .map(text => `[${formatTextObject(text, reader)}]`);
  return [title, formatBlocks(asObjects(view.blocks), reader), buttons.join(' ')]
    .filter(part => part !== '')
    .join('\n\n');
}

function formatBlock(block: JsonObject, reader: TextReader): string {
  const elements = asObjects(block.elements);
  switch (block.type) {
    case 'divider':
      return '─'.repeat(20);
    case 'rich_text':
      return formatRichText(block, reader);
    case 'actions':
    case 'context':
      return elements.map(element => formatElement(element, reader)).join(' ');
    case 'image':
      return `[${asString(block.alt_text) ?? ''}]`;
    case 'input':
      return formatInput(block, reader);
    default:
      return formatSection(block, reader);
  }
}

/** Headers and alerts are written like sections that have only a text. */
function formatSection(section: JsonObject, reader: TextReader): string {
  const texts = [section.text, ...asObjects(section.fields)].map(text => formatTextObject(text, reader));
  const accessory = isObject(section.accessory) ? [formatElement(section.accessory, reader)] : [];
  return [...texts, ...accessory].filter(text => text !== '').join('\n');
}

function formatInput(input: JsonObject, reader: TextReader): string {
  const label = formatTextObject(input.label, reader);
  const element = isObject(input.element) ? formatElement(input.element, reader) : '';
  const hint = formatTextObject(input.hint, reader);
  return [`${label}: ${element}`, hint].filter(text => text !== '').join('\n');
}

/** plain_text as it is, mrkdwn without its marks. */
function formatTextObject(text: unknown, reader: TextReader): string {
  if (!isObject(text)) return '';
  const written = asString(text.text) ?? '';
  return text.type === 'mrkdwn' ? formatMrkdwn(written, reader) : written;
}

/** A button as `[Details]`, a menu as `[Where ▾]`, a choice a line as `( ) this`, an image by its alt text. */
function formatElement(element: JsonObject, reader: TextReader): string {
  const placeholder = formatTextObject(element.placeholder, reader);
  const options = optionsOf(element).map(option => formatTextObject(option.text, reader));
  switch (element.type) {
    case 'button':
      return `[${formatTextObject(element.text, reader)}]`;
    case 'image':
      return `[${asString(element.alt_text) ?? ''}]`;
    case 'mrkdwn':
    case 'plain_text':
      return formatTextObject(element, reader);
    case 'overflow':
      return `[… ${options.join(' / ')}]`;
    case 'checkboxes':
      return formatChoices(element, '[x]', '[ ]', reader);
    case 'radio_buttons':
      return formatChoices(element, '(x)', '( )', reader);
    case 'plain_text_input':
      return `[${asString(element.initial_value) ?? placeholder}]`;
    case 'datepicker':
      return `[${asString(element.initial_date) ?? placeholder} ▾]`;
    case 'timepicker':
      return `[${asString(element.initial_time) ?? placeholder} ▾]`;
    default:
      return `[${formatChosen(element, reader) ?? placeholder} ▾]`;
  }
}

function formatChosen(element: JsonObject, reader: TextReader): string | undefined {
  const initial = initialOptionsOf(element).filter(isObject);
  return initial.length === 0
    ? undefined
    : initial.map(option => formatTextObject(option.text, reader)).join(', ');
}

function formatChoices(element: JsonObject, on: string, off: string, reader: TextReader): string {
  const chosen = initialOptionsOf(element)
    .filter(isObject)
    .map(option => option.value);
  return optionsOf(element)
    .map(option => `${chosen.includes(option.value) ? on : off} ${formatTextObject(option.text, reader)}`)
    .join('\n');
}
