import { asObjects, asString, type JsonObject } from '../json.ts';
import { formatDate } from './dates.ts';
import { resolveName, type TextReader } from './reader.ts';

/** Formats a rich_text block as a person reads it, a line for each line. */
export function formatRichText(block: JsonObject, reader: TextReader): string {
  return asObjects(block.elements)
    .map(element => formatContainer(element, reader))
    .map(text => text.replace(/\n$/, ''))
    .join('\n');
}

function formatContainer(element: JsonObject, reader: TextReader): string {
  const parts = asObjects(element.elements);
  switch (element.type) {
    case 'rich_text_list':
      return parts.map((item, index) => formatListItem(element, item, index, reader)).join('\n');
    case 'rich_text_quote':
      return formatInlines(parts, reader)
        .split('\n')
        .map(line => `> ${line}`)
        .join('\n');
    default:
      return formatInlines(parts, reader);
  }
}

function formatListItem(list: JsonObject, item: JsonObject, index: number, reader: TextReader): string {
  const indent = '  '.repeat(typeof list.indent === 'number' ? list.indent : 0);
  const first = typeof list.offset === 'number' ? list.offset + 1 : 1;
  const mark = list.style === 'ordered' ? `${first + index}.` : '•';
  return `${indent}${mark} ${formatInlines(asObjects(item.elements), reader)}`;
}

function formatInlines(elements: readonly JsonObject[], reader: TextReader): string {
  return elements.map(element => formatInline(element, reader)).join('');
}

function formatInline(element: JsonObject, reader: TextReader): string {
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
      return formatEmoji(element);
    case 'date':
      return formatDateElement(element, reader);
    default:
      return asString(element.text) ?? asString(element.value) ?? '';
  }
}

/** An emoji by its code points, or by its name if it is the workspace's own. */
export function formatEmoji({ name, unicode }: JsonObject): string {
  const points = (asString(unicode) ?? '').split('-').map(point => Number.parseInt(point, 16));
  return points.every(point => point > 0 && point <= 0x10ffff)
    ? String.fromCodePoint(...points)
    : `:${asString(name) ?? ''}:`;
}

function formatDateElement({ timestamp, format, fallback }: JsonObject, reader: TextReader): string {
  const seconds = typeof timestamp === 'number' ? timestamp : 0;
  const template = asString(format) ?? '';
  // Without a fallback, Slack shows the date in UTC.
  const inUtc = (): string =>
    formatDate({ seconds, format: template, fallback: '' }, { ...reader, timeZone: 'UTC' });
  return formatDate({ seconds, format: template, fallback: asString(fallback) ?? inUtc() }, reader);
}
