import { describe, expect, it } from 'vitest';
import type { TextReader } from '../../../src/local-slack/text/reader.ts';
import { formatEmoji, formatRichText } from '../../../src/local-slack/text/rich-text.ts';

const inMadrid: TextReader = {
  timeZone: 'Europe/Madrid',
  now: Date.UTC(2027, 4, 18, 6),
  findName: id => ({ U1: 'mira', C1: 'lobby' })[id],
};
const text = (written: string, style?: object) => ({ type: 'text', text: written, ...(style && { style }) });
const section = (...elements: unknown[]) => ({ type: 'rich_text_section', elements });
const quote = (...elements: unknown[]) => ({ type: 'rich_text_quote', elements });
const list = (style: string, items: readonly string[], more: object = {}) => ({
  type: 'rich_text_list',
  style,
  elements: items.map(item => section(text(item))),
  ...more,
});
const format = (...elements: unknown[]) => formatRichText({ type: 'rich_text', elements }, inMadrid);

describe('inline elements', () => {
  it.each([
    ['a text', text('a *b* &amp; <c>'), 'a *b* &amp; <c>'],
    ['a styled text', text('a', { bold: true, code: true }), 'a'],
    ['a link with a text', { type: 'link', url: 'https://example.org', text: 'here' }, 'here'],
    ['a link alone', { type: 'link', url: 'https://example.org' }, 'https://example.org'],
    ['a person', { type: 'user', user_id: 'U1' }, '@mira'],
    ['a stranger', { type: 'user', user_id: 'U9' }, '@U9'],
    ['a channel', { type: 'channel', channel_id: 'C1' }, '#lobby'],
    ['a group', { type: 'usergroup', usergroup_id: 'S1' }, '@S1'],
    ['a team', { type: 'team', team_id: 'T1' }, '@T1'],
    ['a call to all', { type: 'broadcast', range: 'here' }, '@here'],
    ['a colour', { type: 'color', value: '#aabbcc' }, '#aabbcc'],
    ['an emoji', { type: 'emoji', name: 'wave', unicode: '1f44b' }, '👋'],
    ['a date', { type: 'date', timestamp: 1_810_620_000, format: 'at {time}', fallback: 'x' }, 'at 08:00'],
    ['something new', { type: 'canvas' }, ''],
  ])('%s', (_name, element, expected) => {
    expect(format(section(element))).toBe(expected);
  });

  it('follow each other without a gap', () => {
    expect(format(section(text('by '), { type: 'user', user_id: 'U1' }, text(', today')))).toBe(
      'by @mira, today',
    );
  });
});

describe('containers', () => {
  it.each([
    ['bullets', [list('bullet', ['a', 'b'])], '• a\n• b'],
    ['numbers', [list('ordered', ['a', 'b'])], '1. a\n2. b'],
    ['numbers from another one on', [list('ordered', ['a', 'b'], { offset: 4 })], '5. a\n6. b'],
    ['an indented list', [list('bullet', ['a'], { indent: 2 })], '    • a'],
    ['a quote', [quote(text('a\nb'))], '> a\n> b'],
    ['code', [{ type: 'rich_text_preformatted', elements: [text('a\n  b')] }], 'a\n  b'],
    [
      'a section, a list and a quote',
      [section(text('a')), list('bullet', ['b']), quote(text('c'))],
      'a\n• b\n> c',
    ],
    ['a section that ends its line', [section(text('a\n')), section(text('b'))], 'a\nb'],
    ['nothing', [], ''],
  ])('%s', (_name, elements, expected) => {
    expect(format(...elements)).toBe(expected);
  });
});

describe('a date', () => {
  const date = (more: object) => ({
    type: 'rich_text',
    elements: [section({ type: 'date', timestamp: 1_810_620_000, format: '{date_pretty} {time}', ...more })],
  });

  it('is that of the reader', () => {
    expect(formatRichText(date({ fallback: 'x' }), inMadrid)).toBe('today 08:00');
  });

  it('is its fallback for a reader without a zone, or else in UTC', () => {
    expect(formatRichText(date({ fallback: '18 May' }), {})).toBe('18 May');
    expect(formatRichText(date({}), {})).toBe('May 18 06:00');
  });
});

describe('an emoji', () => {
  it.each([
    [{ name: 'wave', unicode: '1f44b' }, '👋'],
    [{ name: 'flag-es', unicode: '1f1ea-1f1f8' }, '🇪🇸'],
    [{ name: 'own' }, ':own:'],
    [{ name: 'own', unicode: '' }, ':own:'],
    [{ name: 'own', unicode: 'nonsense' }, ':own:'],
    [{ name: 'own', unicode: '110000' }, ':own:'],
    [{}, '::'],
  ])('%j', (element, expected) => {
    expect(formatEmoji(element)).toBe(expected);
  });
});
