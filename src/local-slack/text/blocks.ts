import { optionsOf } from '../block-kit/composition.ts';
import { isObject, type JsonObject, objectsIn, textOf } from '../json.ts';
import { mrkdwnAsText } from './mrkdwn.ts';
import type { Reader } from './reader.ts';
import { richTextAsText } from './rich-text.ts';

/** Blocks as a person would read them, for a terminal: titles, lines, and `[Details] [Share]` for buttons. */
export function blocksAsText(blocks: readonly JsonObject[], reader: Reader = {}): string {
  return blocks.reduce((text, block, index) => {
    const written = blockAsText(block, reader);
    if (written === '') return text;
    // Buttons and small print belong to what stands above them; everything else is set apart.
    const belongs = block.type === 'actions' || block.type === 'context';
    return index === 0 || text === '' ? written : `${text}${belongs ? '\n' : '\n\n'}${written}`;
  }, '');
}

/** A message: its blocks, or its text where it has none. */
export function messageAsText(
  message: { readonly text?: string; readonly blocks?: readonly JsonObject[] },
  reader: Reader = {},
): string {
  const { blocks = [], text = '' } = message;
  return blocks.length > 0 ? blocksAsText(blocks, reader) : mrkdwnAsText(text, reader);
}

/** A modal or an App Home: its title, its blocks, and the buttons at its foot. */
export function viewAsText(view: JsonObject, reader: Reader = {}): string {
  const title = textObjectAsText(view.title, reader);
  const buttons = [view.submit, view.close]
    .filter(isObject)
    .map(text => `[${textObjectAsText(text, reader)}]`);
  return [title, blocksAsText(objectsIn(view.blocks), reader), buttons.join(' ')]
    .filter(part => part !== '')
    .join('\n\n');
}

function blockAsText(block: JsonObject, reader: Reader): string {
  const elements = objectsIn(block.elements);
  switch (block.type) {
    case 'divider':
      return '─'.repeat(20);
    case 'rich_text':
      return richTextAsText(block, reader);
    case 'actions':
    case 'context':
      return elements.map(element => elementAsText(element, reader)).join(' ');
    case 'image':
      return `[${textOf(block.alt_text) ?? ''}]`;
    case 'input':
      return inputAsText(block, reader);
    default:
      return sectionAsText(block, reader);
  }
}

/** Headers and alerts are sections with nothing but a text. */
function sectionAsText(section: JsonObject, reader: Reader): string {
  const texts = [section.text, ...objectsIn(section.fields)].map(text => textObjectAsText(text, reader));
  const accessory = isObject(section.accessory) ? [elementAsText(section.accessory, reader)] : [];
  return [...texts, ...accessory].filter(text => text !== '').join('\n');
}

function inputAsText(input: JsonObject, reader: Reader): string {
  const label = textObjectAsText(input.label, reader);
  const element = isObject(input.element) ? elementAsText(input.element, reader) : '';
  const hint = textObjectAsText(input.hint, reader);
  return [`${label}: ${element}`, hint].filter(text => text !== '').join('\n');
}

/** What a person reads of a text object: plain_text as it is, mrkdwn without its marks. */
export function textObjectAsText(text: unknown, reader: Reader): string {
  if (!isObject(text)) return '';
  const written = textOf(text.text) ?? '';
  return text.type === 'mrkdwn' ? mrkdwnAsText(written, reader) : written;
}

/** A button as `[Details]`, a menu as `[Where ▾]`, choices as `( ) this ( ) that`, an image by its alt text. */
export function elementAsText(element: JsonObject, reader: Reader): string {
  const placeholder = textObjectAsText(element.placeholder, reader);
  const options = optionsOf(element).map(option => textObjectAsText(option.text, reader));
  switch (element.type) {
    case 'button':
      return `[${textObjectAsText(element.text, reader)}]`;
    case 'image':
      return `[${textOf(element.alt_text) ?? ''}]`;
    case 'mrkdwn':
    case 'plain_text':
      return textObjectAsText(element, reader);
    case 'overflow':
      return `[… ${options.join(' / ')}]`;
    case 'checkboxes':
      return choices(element, '[x]', '[ ]', reader);
    case 'radio_buttons':
      return choices(element, '(x)', '( )', reader);
    case 'plain_text_input':
      return `[${textOf(element.initial_value) ?? placeholder}]`;
    case 'datepicker':
      return `[${textOf(element.initial_date) ?? placeholder} ▾]`;
    case 'timepicker':
      return `[${textOf(element.initial_time) ?? placeholder} ▾]`;
    default:
      return `[${chosen(element, reader) ?? placeholder} ▾]`;
  }
}

function chosen(element: JsonObject, reader: Reader): string | undefined {
  const initial = isObject(element.initial_option) ? [element.initial_option] : element.initial_options;
  if (!Array.isArray(initial)) return undefined;
  return initial.map(option => (isObject(option) ? textObjectAsText(option.text, reader) : '')).join(', ');
}

function choices(element: JsonObject, on: string, off: string, reader: Reader): string {
  const initial = isObject(element.initial_option) ? [element.initial_option] : element.initial_options;
  const isChosen = (option: JsonObject): boolean =>
    Array.isArray(initial) && initial.some(each => isObject(each) && each.value === option.value);
  return optionsOf(element)
    .map(option => `${isChosen(option) ? on : off} ${textObjectAsText(option.text, reader)}`)
    .join('\n');
}
