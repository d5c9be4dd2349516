import { describe, expect, it } from 'vitest';
import {
  checkHouseRules,
  checkHouseRulesOfView,
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
            elements: [{ type: 'rich_text_section', elements: [{ type: 'broadcast', range: 'channel' }] }],
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

describe('the text budget', () => {
  it('refuses a message before Slack does', () => {
    const message = (length: number) => ({
      text: 'a',
      blocks: [section({ type: 'plain_text', text: 'x'.repeat(length) })],
    });
    expect(checkHouseRules(message(textBudget))).toEqual([]);
    expect(checkHouseRules(message(textBudget + 1))).toEqual([
      { path: '/blocks', rule: '9001 characters of text in one message, over the budget of 9000' },
    ]);
  });
});
