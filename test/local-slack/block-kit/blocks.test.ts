import { describe } from 'vitest';
import { button, check, mrkdwn, numbers, plain, x } from './rows.ts';

describe('sections', () => {
  check('message', [
    ['a section', { type: 'section', text: mrkdwn('a') }, []],
    ['a section of 3000', { type: 'section', text: mrkdwn(x(3000)) }, []],
    [
      'a section of 3001',
      { type: 'section', text: mrkdwn(x(3001)) },
      ['/text/text: must be less than 3001 characters'],
    ],
    [
      'an empty section',
      { type: 'section', text: mrkdwn('') },
      ['/text/text: must be more than 0 characters'],
    ],
    ['a section of nothing', { type: 'section' }, [': must define either `text` or `fields`']],
    ['ten fields', { type: 'section', fields: numbers(10).map(mrkdwn) }, []],
    [
      'eleven fields',
      { type: 'section', fields: numbers(11).map(mrkdwn) },
      ['/fields: no more than 10 items allowed'],
    ],
    [
      'a field of 2001',
      { type: 'section', fields: [plain(x(2001))] },
      ['/fields/0/text: must be less than 2001 characters'],
    ],
    ['a section with a button', { type: 'section', text: plain('a'), accessory: button() }, []],
    [
      'a section with an image',
      {
        type: 'section',
        text: plain('a'),
        accessory: { type: 'image', alt_text: 'a', image_url: 'https://example.org/a.png' },
      },
      [],
    ],
    [
      'a section with an input',
      { type: 'section', text: plain('a'), accessory: { type: 'plain_text_input' } },
      ['/accessory/type: unsupported type: plain_text_input'],
    ],
    [
      'verbatim on plain_text',
      { type: 'section', text: { ...plain('a'), verbatim: true } },
      ['/text/verbatim: invalid additional property'],
    ],
    [
      'emoji on mrkdwn',
      { type: 'section', text: { type: 'mrkdwn', text: 'a', emoji: true } },
      ['/text/emoji: invalid additional property'],
    ],
    ['a text that is a string', { type: 'section', text: 'a' }, ['/text: must be an object']],
    [
      'a section with a wrong key',
      { type: 'section', text: plain('a'), colour: 'red' },
      ['/colour: invalid additional property'],
    ],
    [
      'a section with a key of every object',
      { type: 'section', text: plain('a'), constructor: 'a' },
      ['/constructor: invalid additional property'],
    ],
    ['what is undefined is not sent', { type: 'section', text: plain('a'), block_id: undefined }, []],
    ['expand', { type: 'section', text: plain('a'), expand: 'yes' }, ['/expand: must be a boolean']],
  ]);
});

describe('ids and headers', () => {
  check('message', [
    ['a block_id of 255', { type: 'divider', block_id: x(255) }, []],
    [
      'a block_id of 256',
      { type: 'divider', block_id: x(256) },
      ['/block_id: must be less than 256 characters'],
    ],
    ['an empty block_id', { type: 'divider', block_id: '' }, ['/block_id: must be more than 0 characters']],
    ['a header of 150', { type: 'header', text: plain(x(150)) }, []],
    [
      'a header of 151',
      { type: 'header', text: plain(x(151)) },
      ['/text/text: must be less than 151 characters'],
    ],
    ['a header in mrkdwn', { type: 'header', text: mrkdwn('a') }, ['/text/type: unsupported type: mrkdwn']],
  ]);
});

describe('context and images', () => {
  check('message', [
    ['a context', { type: 'context', elements: [mrkdwn('a'), plain('b')] }, []],
    [
      'a context of eleven',
      { type: 'context', elements: numbers(11).map(plain) },
      ['/elements: no more than 10 items allowed'],
    ],
    ['a context of nothing', { type: 'context', elements: [] }, ['/elements: must have more than 0 items']],
    [
      'a button in a context',
      { type: 'context', elements: [button()] },
      ['/elements/0/type: unsupported type: button'],
    ],
    [
      'an image',
      { type: 'image', alt_text: 'a', image_url: 'https://example.org/a.png', title: plain('a') },
      [],
    ],
    [
      'an image without alt_text',
      { type: 'image', image_url: 'https://example.org/a.png' },
      ['/alt_text: missing required field'],
    ],
    [
      'an image without a source',
      { type: 'image', alt_text: 'a' },
      [': must define either `image_url` or `slack_file`'],
    ],
  ]);
});

describe('what Lectern does not build on', () => {
  check('message', [
    [
      'an alert in a message',
      { type: 'alert', text: plain('a') },
      [': this block does not belong in a message'],
    ],
    ['a markdown block', { type: 'markdown', text: 'a' }, ['/type: unsupported type: markdown']],
    ['a table', { type: 'table', rows: [] }, ['/type: unsupported type: table']],
    ['nonsense', { type: 'nonsense' }, ['/type: unsupported type: nonsense']],
    ['a block without a type', { text: plain('a') }, ['/type: missing required field']],
    ['no block at all', 'hello', [': must be an object']],
  ]);
});

describe('alerts', () => {
  check('modal', [['an alert', { type: 'alert', text: plain('a'), level: 'info' }, []]]);
});
