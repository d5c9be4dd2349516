import { type JsonObject, objectsIn, textOf } from '../json.ts';
import { dateText } from './dates.ts';
import { called, type Reader } from './reader.ts';

/** What a person reads of a rich_text block, one line for each line. */
export function richTextAsText(block: JsonObject, reader: Reader): string {
  return objectsIn(block.elements)
    .map(element => container(element, reader))
    .map(text => text.replace(/\n$/, ''))
    .join('\n');
}

function container(element: JsonObject, reader: Reader): string {
  const parts = objectsIn(element.elements);
  switch (element.type) {
    case 'rich_text_list':
      return parts.map((item, index) => listItem(element, item, index, reader)).join('\n');
    case 'rich_text_quote':
      return inlineText(parts, reader)
        .split('\n')
        .map(line => `> ${line}`)
        .join('\n');
    default:
      return inlineText(parts, reader);
  }
}

function listItem(list: JsonObject, item: JsonObject, index: number, reader: Reader): string {
  const indent = '  '.repeat(typeof list.indent === 'number' ? list.indent : 0);
  const first = typeof list.offset === 'number' ? list.offset + 1 : 1;
  const mark = list.style === 'ordered' ? `${first + index}.` : '•';
  return `${indent}${mark} ${inlineText(objectsIn(item.elements), reader)}`;
}

function inlineText(elements: readonly JsonObject[], reader: Reader): string {
  return elements.map(element => inline(element, reader)).join('');
}

function inline(element: JsonObject, reader: Reader): string {
  const { type } = element;
  switch (type) {
    case 'link':
      return textOf(element.text) ?? textOf(element.url) ?? '';
    case 'user':
      return `@${called(textOf(element.user_id) ?? '', reader)}`;
    case 'usergroup':
      return `@${called(textOf(element.usergroup_id) ?? '', reader)}`;
    case 'team':
      return `@${called(textOf(element.team_id) ?? '', reader)}`;
    case 'channel':
      return `#${called(textOf(element.channel_id) ?? '', reader)}`;
    case 'broadcast':
      return `@${textOf(element.range) ?? ''}`;
    case 'emoji':
      return emoji(element);
    case 'date':
      return date(element, reader);
    default:
      return textOf(element.text) ?? textOf(element.value) ?? '';
  }
}

function emoji({ name, unicode }: JsonObject): string {
  const points = (textOf(unicode) ?? '').split('-').map(point => Number.parseInt(point, 16));
  return points.every(point => point > 0 && point <= 0x10ffff)
    ? String.fromCodePoint(...points)
    : `:${textOf(name) ?? ''}:`;
}

function date({ timestamp, format, fallback }: JsonObject, reader: Reader): string {
  const seconds = typeof timestamp === 'number' ? timestamp : 0;
  const template = textOf(format) ?? '';
  // Without a fallback, Slack shows the date in UTC.
  const inUtc = (): string =>
    dateText({ seconds, format: template, fallback: '' }, { ...reader, timeZone: 'UTC' });
  return dateText({ seconds, format: template, fallback: textOf(fallback) ?? inUtc() }, reader);
}
