import { describe } from 'vitest';
import { actions, check, mrkdwn, numbers, option, plain, x } from './rows.ts';

describe('menus', () => {
  check('message', [
    ['an overflow of two', actions({ type: 'overflow', options: numbers(2).map(each => option(each)) }), []],
    [
      'an overflow of one',
      actions({ type: 'overflow', options: [option('1')] }),
      ['/elements/0/options: must have more than 1 items'],
    ],
    [
      'an overflow of six',
      actions({ type: 'overflow', options: numbers(6).map(each => option(each)) }),
      ['/elements/0/options: no more than 5 items allowed'],
    ],
    [
      'an overflow with a url',
      actions({ type: 'overflow', options: [option('1', { url: 'https://example.org' }), option('2')] }),
      [],
    ],
    ['a select', actions({ type: 'static_select', options: [option('1')], placeholder: plain('a') }), []],
    [
      'a select with a url',
      actions({ type: 'static_select', options: [option('1', { url: 'https://example.org' })] }),
      ['/elements/0/options/0/url: invalid additional property'],
    ],
    [
      'a select of 101',
      actions({ type: 'static_select', options: numbers(101).map(each => option(each)) }),
      ['/elements/0/options: no more than 100 items allowed'],
    ],
    [
      'a select of nothing',
      actions({ type: 'static_select' }),
      ['/elements/0: must define either `options` or `option_groups`'],
    ],
    [
      'a select of both',
      actions({
        type: 'static_select',
        options: [option('1')],
        option_groups: [{ label: plain('a'), options: [option('1')] }],
      }),
      ['/elements/0: must define either `options` or `option_groups`'],
    ],
    [
      'a select of groups',
      actions({
        type: 'static_select',
        option_groups: [{ label: plain('a'), options: [option('1')] }],
        initial_option: option('1'),
      }),
      [],
    ],
    [
      'an initial option that is none',
      actions({ type: 'static_select', options: [option('1')], initial_option: option('2') }),
      ['/elements/0: the initial option must be one of the options'],
    ],
    [
      'an option value of 76',
      actions({ type: 'static_select', options: [{ text: plain('a'), value: x(76) }] }),
      ['/elements/0/options/0/value: must be less than 76 characters'],
    ],
    [
      'an option text of 76',
      actions({ type: 'static_select', options: [{ text: plain(x(76)), value: 'a' }] }),
      ['/elements/0/options/0/text/text: must be less than 76 characters'],
    ],
    [
      'a placeholder of 151',
      actions({ type: 'static_select', options: [option('1')], placeholder: plain(x(151)) }),
      ['/elements/0/placeholder/text: must be less than 151 characters'],
    ],
    [
      'an option in mrkdwn',
      actions({ type: 'static_select', options: [{ text: mrkdwn('a'), value: 'a' }] }),
      ['/elements/0/options/0/text/type: unsupported type: mrkdwn'],
    ],
    ['choices in mrkdwn', actions({ type: 'checkboxes', options: [{ text: mrkdwn('a'), value: 'a' }] }), []],
    [
      'eleven choices',
      actions({ type: 'radio_buttons', options: numbers(11).map(each => option(each)) }),
      ['/elements/0/options: no more than 10 items allowed'],
    ],
    [
      'too many at the start',
      actions({
        type: 'multi_static_select',
        options: numbers(3).map(each => option(each)),
        initial_options: [option('0'), option('1')],
        max_selected_items: 1,
      }),
      ['/elements/0: more initial options than max_selected_items'],
    ],
    [
      'an empty filter',
      actions({ type: 'conversations_select', filter: {} }),
      ['/elements/0/filter: must have at least one field'],
    ],
    [
      'a filter',
      actions({
        type: 'conversations_select',
        filter: { include: ['public', 'private'], exclude_bot_users: true },
      }),
      [],
    ],
    [
      'response_url_enabled in a message',
      actions({ type: 'conversations_select', response_url_enabled: true }),
      ['/elements/0/response_url_enabled: only works in input blocks in modals'],
    ],
  ]);
});
