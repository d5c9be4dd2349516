import { describe, expect, it } from 'vitest';
import {
  checkHouseRules,
  checkHouseRulesOfView,
  checkTextBudget,
  measureText,
  textBudget,
} from '../../../src/local-slack/block-kit/house-rules.ts';

const section = (text: object) => ({ type: 'section', text });

describe('checkHouseRules', () => {
  it.each([
    ['verbatim', { text: 'a', blocks: [section({ type: 'mrkdwn', text: 'a', verbatim: true })] }, []],
    [
      'not verbatim',
      { text: 'a', blocks: [section({ type: 'mrkdwn', text: 'a' })] },
      ['/blocks/0/text/verbatim: mrkdwn must be verbatim'],
    ],
    ['plain', { text: 'a', blocks: [section({ type: 'plain_text', text: '<!channel>' })] }, []],
    ['mute', { blocks: [{ type: 'divider' }] }, ['/text: blocks need a text that says the same']],
    ['loud', { text: 'for <!channel>' }, ['/text: calls the whole channel']],
    [
      'louder',
      { text: 'a', blocks: [section({ type: 'mrkdwn', text: '<!here|here>', verbatim: true })] },
      ['/blocks/0/text/text: calls the whole channel'],
    ],
    [
      'loudest',
      {
        text: 'a',
        blocks: [
          {
            type: 'rich_text',
            elements: [{ type: 'rich_text_section', elements: [{ type: 'broadcast', range: 'here' }] }],
          },
        ],
      },
      ['/blocks/0/elements/0/elements/0: calls the whole channel'],
    ],
    ['a date', { text: '<!date^1^{time}|now>' }, []],
  ])('%s', (_name, message, expected) => {
    expect(checkHouseRules(message).map(({ path, rule }) => `${path}: ${rule}`)).toEqual(expected);
  });

  it('holds in views, too', () => {
    expect(checkHouseRulesOfView({ type: 'home', blocks: [section({ type: 'mrkdwn', text: 'a' })] })).toEqual(
      [{ path: '/blocks/0/text/verbatim', rule: 'mrkdwn must be verbatim' }],
    );
  });
});

describe('checkTextBudget', () => {
  it('counts the text of every kind of block', () => {
    const blocks = [
      section({ type: 'mrkdwn', text: 'four' }),
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [{ type: 'link', url: 'https://example.org', text: 'six' }],
          },
        ],
      },
      { type: 'image', alt_text: 'an image', image_url: 'https://example.org/a.png' },
    ];
    expect(measureText(blocks)).toBe('four'.length + 'six'.length + 'an image'.length);
  });

  it('warns over our budget, before Slack refuses', () => {
    const blocks = (length: number) => [section({ type: 'plain_text', text: 'x'.repeat(length) })];
    expect(checkTextBudget(blocks(textBudget))).toEqual([]);
    expect(checkTextBudget(blocks(textBudget + 1))).toEqual([
      { path: '/blocks', rule: '9001 characters of text in one message, over the budget of 9000' },
    ]);
  });
});
