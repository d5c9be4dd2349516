import { asObjects, asString, type JsonObject } from '../json.ts';
import { formatDate } from './dates.ts';
import { type Reader, resolveName } from './reader.ts';

/** What a person reads of a rich_text block, one line for each line. */
export function formatRichText(block: JsonObject, reader: Reader): string {
  return asObjects(block.elements)
    .map(element => container(element, reader))
    .map(text => text.replace(/\n$/, ''))
    .join('\n');
}

function container(element: JsonObject, reader: Reader): string {
  const parts = asObjects(element.elements);
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
  return `${indent}${mark} ${inlineText(asObjects(item.elements), reader)}`;
}

function inlineText(elements: readonly JsonObject[], reader: Reader): string {
  return elements.map(element => inline(element, reader)).join('');
}

function inline(element: JsonObject, reader: Reader): string {
  const { type } = element;
  switch (type) {
    case 'link':
      return asString(element.text) ?? asString(element.url) ?? '';
    case 'user':
      return `@${resolveName(asString(element.user_id) ?? '', reader)}`;
    case 'usergroup':
      return `@${resolveName(asString(element.usergroup_id) ?? '', reader)}`;
    case 'team':
      return `@${resolveName(asString(element.team_id) ?? '', reader)}`;
    case 'channel':
      return `#${resolveName(asString(element.channel_id) ?? '', reader)}`;
    case 'broadcast':
      return `@${asString(element.range) ?? ''}`;
    case 'emoji':
      return emoji(element);
    case 'date':
      return date(element, reader);
    default:
      return asString(element.text) ?? asString(element.value) ?? '';
  }
}

function emoji({ name, unicode }: JsonObject): string {
  const points = (asString(unicode) ?? '').split('-').map(point => Number.parseInt(point, 16));
  return points.every(point => point > 0 && point <= 0x10ffff)
    ? String.fromCodePoint(...points)
    : `:${asString(name) ?? ''}:`;
}

function date({ timestamp, format, fallback }: JsonObject, reader: Reader): string {
  const seconds = typeof timestamp === 'number' ? timestamp : 0;
  const template = asString(format) ?? '';
  // Without a fallback, Slack shows the date in UTC.
  const inUtc = (): string =>
    formatDate({ seconds, format: template, fallback: '' }, { ...reader, timeZone: 'UTC' });
  return formatDate({ seconds, format: template, fallback: asString(fallback) ?? inUtc() }, reader);
}
