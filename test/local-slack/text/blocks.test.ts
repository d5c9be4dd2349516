import { describe, expect, it } from 'vitest';
import { formatBlocks, formatMessage, formatView } from '../../../src/local-slack/text/blocks.ts';
import type { TextReader } from '../../../src/local-slack/text/reader.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const option = (label: string, value: string) => ({ text: plain(label), value });
const rich = (...elements: unknown[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});

const inMadrid: TextReader = {
  timeZone: 'Europe/Madrid',
  now: Date.UTC(2027, 4, 18, 6),
  findName: id => ({ U1: 'mira', C1: 'lobby' })[id],
};

describe('blocksAsText', () => {
  it('reads like the answer that a person sees', () => {
    const button = (label: string) => ({ type: 'button', text: plain(label) });
    const blocks = [
      { type: 'header', text: plain('2 talks for <ceph>') },
      rich(
        { type: 'link', url: 'https://example.org', text: 'Ceph at scale' },
        { type: 'text', text: '\nMira · Tue 10:00\n' },
      ),
      { type: 'actions', elements: [button('Details'), button('Share')] },
      { type: 'divider' },
      {
        type: 'section',
        text: mrkdwn('*More*'),
        fields: [plain('a'), plain('b')],
        accessory: button('Next'),
      },
      { type: 'context', elements: [mrkdwn('you typed _cehp_'), { type: 'image', alt_text: 'logo' }] },
    ];
    expect(formatBlocks(blocks)).toBe(
      [
        '2 talks for <ceph>',
        '',
        'Ceph at scale',
        'Mira · Tue 10:00',
        '[Details] [Share]',
        '',
        '────────────────────',
        '',
        'More',
        'a',
        'b',
        '[Next]',
        'you typed cehp [logo]',
      ].join('\n'),
    );
  });

  it.each([
    ['an image', { type: 'image', alt_text: 'A map' }, '[A map]'],
    [
      'a select',
      {
        type: 'actions',
        elements: [{ type: 'static_select', placeholder: plain('Track'), options: [option('Ops', 'o')] }],
      },
      '[Track ▾]',
    ],
    [
      'a chosen select',
      {
        type: 'actions',
        elements: [
          { type: 'static_select', options: [option('Ops', 'o')], initial_option: option('Ops', 'o') },
        ],
      },
      '[Ops ▾]',
    ],
    [
      'an overflow',
      { type: 'actions', elements: [{ type: 'overflow', options: [option('A', 'a'), option('B', 'b')] }] },
      '[… A / B]',
    ],
    [
      'boxes',
      {
        type: 'actions',
        elements: [
          {
            type: 'checkboxes',
            options: [option('A', 'a'), option('B', 'b')],
            initial_options: [option('B', 'b')],
          },
        ],
      },
      '[ ] A\n[x] B',
    ],
    [
      'radios',
      {
        type: 'actions',
        elements: [{ type: 'radio_buttons', options: [option('A', 'a')], initial_option: option('A', 'a') }],
      },
      '(x) A',
    ],
    [
      'a day and a time',
      {
        type: 'actions',
        elements: [
          { type: 'datepicker', placeholder: plain('Day') },
          { type: 'timepicker', initial_time: '08:00' },
        ],
      },
      '[Day ▾] [08:00 ▾]',
    ],
    [
      'an input',
      {
        type: 'input',
        label: plain('Words'),
        hint: plain('as you like'),
        element: { type: 'plain_text_input', placeholder: plain('ceph') },
      },
      'Words: [ceph]\nas you like',
    ],
    ['something new', { type: 'carousel' }, ''],
  ])('%s', (_name, block, expected) => {
    expect(formatBlocks([block], inMadrid)).toBe(expected);
  });
});

describe('messageAsText and viewAsText', () => {
  it('reads the text where there are no blocks', () => {
    expect(formatMessage({ text: '*Hello* &amp; welcome' })).toBe('Hello & welcome');
    expect(formatMessage({ text: 'other', blocks: [{ type: 'header', text: plain('These') }] })).toBe(
      'These',
    );
  });

  it('shows the title and the buttons of a modal', () => {
    const view = {
      type: 'modal',
      title: plain('Share'),
      submit: plain('Post'),
      close: plain('Cancel'),
      blocks: [{ type: 'header', text: plain('Where?') }],
    };
    expect(formatView(view)).toBe('Share\n\nWhere?\n\n[Post] [Cancel]');
  });
});
