import { describe } from 'vitest';
import { check, rich } from './rows.ts';

describe('rich text', () => {
  check('message', [
    ['a rich text', rich({ type: 'text', text: 'a', style: { bold: true, code: true } }), []],
    [
      'an empty text',
      rich({ type: 'text', text: '' }),
      ['/elements/0/elements/0/text: must be more than 0 characters'],
    ],
    [
      'a style that is none',
      rich({ type: 'text', text: 'a', style: { big: true } }),
      ['/elements/0/elements/0/style/big: invalid additional property'],
    ],
    ['a link', rich({ type: 'link', url: 'https://example.org', text: 'a' }), []],
    ['a mail link', rich({ type: 'link', url: 'mailto:desk@example.org' }), []],
    [
      'a link to a file',
      rich({ type: 'link', url: 'file:///etc/passwd' }),
      ['/elements/0/elements/0/url: invalid url'],
    ],
    [
      'mentions',
      rich(
        { type: 'user', user_id: 'U1' },
        { type: 'channel', channel_id: 'C1' },
        { type: 'emoji', name: 'wave' },
        { type: 'broadcast', range: 'here' },
      ),
      [],
    ],
    [
      'a date',
      rich({ type: 'date', timestamp: 1_810_000_000, format: '{date_long}', fallback: 'a day' }),
      [],
    ],
    [
      'a date without a token',
      rich({ type: 'date', timestamp: 1.5, format: 'soon' }),
      [
        '/elements/0/elements/0/timestamp: must be a whole number from 0 to 253402300799',
        '/elements/0/elements/0/format: must contain a date token in braces',
      ],
    ],
    [
      'an unknown inline',
      rich({ type: 'bold', text: 'a' }),
      ['/elements/0/elements/0/type: unsupported type: bold'],
    ],
    [
      'an inline without a section',
      { type: 'rich_text', elements: [{ type: 'text', text: 'a' }] },
      ['/elements/0/type: unsupported type: text'],
    ],
    [
      'a rich text of nothing',
      { type: 'rich_text', elements: [] },
      ['/elements: must have more than 0 items'],
    ],
    [
      'a list',
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_list',
            style: 'bullet',
            indent: 1,
            elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a' }] }],
          },
        ],
      },
      [],
    ],
    [
      'a list of text',
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_list', style: 'bullet', elements: [{ type: 'text', text: 'a' }] }],
      },
      ['/elements/0/elements/0/type: unsupported type: text'],
    ],
    [
      'a quote',
      { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: 'a' }] }] },
      [],
    ],
    [
      'a mention in code',
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'user', user_id: 'U1' }] }],
      },
      ['/elements/0/elements/0/type: unsupported type: user'],
    ],
  ]);
});
