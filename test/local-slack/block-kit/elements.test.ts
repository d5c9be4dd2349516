import { describe } from 'vitest';
import { actions, button, check, input, mrkdwn, numbers, plain, x } from './rows.ts';

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
