import { describe } from 'vitest';
import { actions, button, check, input, mrkdwn, numbers, option, plain, x } from './rows.ts';

describe('buttons', () => {
  check('message', [
    ['a button', actions(button()), []],
    ['25 buttons', actions(...numbers(25).map(id => button({ action_id: id }))), []],
    [
      '26 buttons',
      actions(...numbers(26).map(id => button({ action_id: id }))),
      ['/elements: no more than 25 items allowed'],
    ],
    ['no buttons', actions(), ['/elements: must have more than 0 items']],
    [
      'a label of 76',
      actions(button({ text: plain(x(76)) })),
      ['/elements/0/text/text: must be less than 76 characters'],
    ],
    [
      'a label in mrkdwn',
      actions(button({ text: mrkdwn('a') })),
      ['/elements/0/text/type: unsupported type: mrkdwn'],
    ],
    [
      'a value of 2001',
      actions(button({ value: x(2001) })),
      ['/elements/0/value: must be less than 2001 characters'],
    ],
    [
      'an action_id of 256',
      actions(button({ action_id: x(256) })),
      ['/elements/0/action_id: must be less than 256 characters'],
    ],
    [
      'an accessibility_label of 76',
      actions(button({ accessibility_label: x(76) })),
      ['/elements/0/accessibility_label: must be less than 76 characters'],
    ],
    [
      'an unknown style',
      actions(button({ style: 'default' })),
      ['/elements/0/style: must be one of primary, danger'],
    ],
    [
      'two primary buttons',
      actions(button({ style: 'primary' }), button({ style: 'primary', action_id: 'b' })),
      ['/elements: no more than one primary button in a set'],
    ],
    ['a url', actions(button({ url: 'https://example.org/a?b=c' })), []],
    [
      'a url with a blank',
      actions(button({ url: 'https://example.org/a b' })),
      ['/elements/0/url: invalid url'],
    ],
    ['a url of a script', actions(button({ url: 'javascript:alert(1)' })), ['/elements/0/url: invalid url']],
    ['an empty url', actions(button({ url: '' })), ['/elements/0/url: must be more than 0 characters']],
    ['a url without a scheme', actions(button({ url: 'example.org' })), ['/elements/0/url: invalid url']],
    [
      'a url over 3000',
      actions(button({ url: `https://example.org/${x(3000)}` })),
      ['/elements/0/url: must be less than 3001 characters'],
    ],
    [
      'the same action_id twice',
      actions(button(), button()),
      ['/elements/1/action_id: `action_id` "details" already exists'],
    ],
    [
      'a confirm',
      actions(
        button({ confirm: { title: plain('a'), text: mrkdwn('b'), confirm: plain('c'), deny: plain('d') } }),
      ),
      [],
    ],
    [
      'a confirm too long everywhere',
      actions(
        button({
          confirm: { title: plain(x(101)), text: plain(x(301)), confirm: plain(x(31)), deny: plain(x(31)) },
        }),
      ),
      [
        '/elements/0/confirm/title/text: must be less than 101 characters',
        '/elements/0/confirm/text/text: must be less than 301 characters',
        '/elements/0/confirm/confirm/text: must be less than 31 characters',
        '/elements/0/confirm/deny/text: must be less than 31 characters',
      ],
    ],
  ]);
});

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

describe('days and times', () => {
  check('message', [
    ['a day', actions({ type: 'datepicker', initial_date: '2027-05-18' }), []],
    [
      'a day that is none',
      actions({ type: 'datepicker', initial_date: '2027-02-30' }),
      ['/elements/0/initial_date: no such day'],
    ],
    [
      'a day written otherwise',
      actions({ type: 'datepicker', initial_date: '18.5.2027' }),
      ['/elements/0/initial_date: must be a date as YYYY-MM-DD'],
    ],
    ['a time', actions({ type: 'timepicker', initial_time: '08:30', timezone: 'Europe/Madrid' }), []],
    [
      'a time that is none',
      actions({ type: 'timepicker', initial_time: '8:30', timezone: 'Madrid' }),
      [
        '/elements/0/initial_time: must be a time as HH:mm',
        '/elements/0/timezone: must be an IANA time zone',
      ],
    ],
  ]);
});

describe('inputs outside a modal', () => {
  check('message', [
    [
      'an input in a message',
      input({ type: 'plain_text_input' }),
      [': this block does not belong in a message'],
    ],
  ]);
});

describe('inputs', () => {
  check('modal', [
    ['an input', input({ type: 'plain_text_input', max_length: 3000 }), []],
    ['a button as input', input(button()), ['/element/type: unsupported type: button']],
    [
      'an input longer than can be',
      input({ type: 'plain_text_input', max_length: 3001 }),
      ['/element/max_length: must be a whole number from 1 to 3000'],
    ],
    [
      'an input shorter than it must be',
      input({ type: 'plain_text_input', min_length: 5, max_length: 4 }),
      ['/element: min_length must not be greater than max_length'],
    ],
    [
      'a label of 2001',
      input({ type: 'plain_text_input' }, { label: plain(x(2001)) }),
      ['/label/text: must be less than 2001 characters'],
    ],
    ['a response_url from a modal', input({ type: 'conversations_select', response_url_enabled: true }), []],
  ]);
});
