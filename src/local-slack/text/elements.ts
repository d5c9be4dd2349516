import { optionsOf } from '../block-kit/composition.ts';
import { isObject, type JsonObject, textOf } from '../json.ts';
import { mrkdwnAsText } from './mrkdwn.ts';
import type { Reader } from './reader.ts';

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
