import { optionsOf } from '../block-kit/composition.ts';
import { asObjects, asString, isObject, type JsonObject } from '../json.ts';
import { formatMrkdwn } from './mrkdwn.ts';
import type { Reader } from './reader.ts';
import { formatRichText } from './rich-text.ts';

/** Blocks as a person would read them, for a terminal: titles, lines, and `[Details] [Share]` for buttons. */
export function formatBlocks(blocks: readonly JsonObject[], reader: Reader = {}): string {
  return blocks.reduce((text, block, index) => {
    const written = blockAsText(block, reader);
    if (written === '') return text;
    // Buttons and small print belong to what stands above them; everything else is set apart.
    const belongs = block.type === 'actions' || block.type === 'context';
    return index === 0 || text === '' ? written : `${text}${belongs ? '\n' : '\n\n'}${written}`;
  }, '');
}

/** A message: its blocks, or its text where it has none. */
export function formatMessage(
  message: { readonly text?: string; readonly blocks?: readonly JsonObject[] },
  reader: Reader = {},
): string {
  const { blocks = [], text = '' } = message;
  return blocks.length > 0 ? formatBlocks(blocks, reader) : formatMrkdwn(text, reader);
}

/** A modal or an App Home: its title, its blocks, and the buttons at its foot. */
export function formatView(view: JsonObject, reader: Reader = {}): string {
  const title = formatTextObject(view.title, reader);
  const buttons = [view.submit, view.close]
    .filter(isObject)
    .map(text => `[${formatTextObject(text, reader)}]`);
  return [title, formatBlocks(asObjects(view.blocks), reader), buttons.join(' ')]
    .filter(part => part !== '')
    .join('\n\n');
}

function blockAsText(block: JsonObject, reader: Reader): string {
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
      return inputAsText(block, reader);
    default:
      return sectionAsText(block, reader);
  }
}

/** Headers and alerts are sections with nothing but a text. */
function sectionAsText(section: JsonObject, reader: Reader): string {
  const texts = [section.text, ...asObjects(section.fields)].map(text => formatTextObject(text, reader));
  const accessory = isObject(section.accessory) ? [formatElement(section.accessory, reader)] : [];
  return [...texts, ...accessory].filter(text => text !== '').join('\n');
}

function inputAsText(input: JsonObject, reader: Reader): string {
  const label = formatTextObject(input.label, reader);
  const element = isObject(input.element) ? formatElement(input.element, reader) : '';
  const hint = formatTextObject(input.hint, reader);
  return [`${label}: ${element}`, hint].filter(text => text !== '').join('\n');
}

/** What a person reads of a text object: plain_text as it is, mrkdwn without its marks. */
export function formatTextObject(text: unknown, reader: Reader): string {
  if (!isObject(text)) return '';
  const written = asString(text.text) ?? '';
  return text.type === 'mrkdwn' ? formatMrkdwn(written, reader) : written;
}

/** A button as `[Details]`, a menu as `[Where ▾]`, choices as `( ) this ( ) that`, an image by its alt text. */
export function formatElement(element: JsonObject, reader: Reader): string {
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
      return choices(element, '[x]', '[ ]', reader);
    case 'radio_buttons':
      return choices(element, '(x)', '( )', reader);
    case 'plain_text_input':
      return `[${asString(element.initial_value) ?? placeholder}]`;
    case 'datepicker':
      return `[${asString(element.initial_date) ?? placeholder} ▾]`;
    case 'timepicker':
      return `[${asString(element.initial_time) ?? placeholder} ▾]`;
    default:
      return `[${chosen(element, reader) ?? placeholder} ▾]`;
  }
}

function chosen(element: JsonObject, reader: Reader): string | undefined {
  const initial = isObject(element.initial_option) ? [element.initial_option] : element.initial_options;
  if (!Array.isArray(initial)) return undefined;
  return initial.map(option => (isObject(option) ? formatTextObject(option.text, reader) : '')).join(', ');
}

function choices(element: JsonObject, on: string, off: string, reader: Reader): string {
  const initial = isObject(element.initial_option) ? [element.initial_option] : element.initial_options;
  const isChosen = (option: JsonObject): boolean =>
    Array.isArray(initial) && initial.some(each => isObject(each) && each.value === option.value);
  return optionsOf(element)
    .map(option => `${isChosen(option) ? on : off} ${formatTextObject(option.text, reader)}`)
    .join('\n');
}
