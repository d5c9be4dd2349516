import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  encodeCommandText,
  encodeMessageText,
  escapeText,
  requireTypeable,
} from '../../../src/local-slack/people/typed-text.ts';
import { Directory } from '../../../src/local-slack/state/directory.ts';
import { formatMrkdwn } from '../../../src/local-slack/text/mrkdwn.ts';

const directory = new Directory();

describe('a message as Slack sends it', () => {
  it.each([
    ['plain', 'plain'],
    ['a & b <c>', 'a &amp; b &lt;c&gt;'],
    ['&amp;', '&amp;amp;'],
    ['@june', '<@U0JUNE0002>'],
    ['@JUNE, @Lectern!', '<@U0JUNE0002>, <@U0LECTERN1>!'],
    ['@nobody', '@nobody'],
    ['me@june.example', 'me@june.example'],
    ['@here @channel @everyone', '<!here> <!channel> <!everyone>'],
    ['@heretic', '@heretic'],
    ['#lobby', '<#C0LOBBY001|lobby>'],
    ['#organisers', '<#C0ORGANISE|organisers>'],
    ['#directmessage', '#directmessage'],
    ['#nowhere', '#nowhere'],
    ['a#lobby', 'a#lobby'],
    ['https://example.org/x?y=1&z=2', '<https://example.org/x?y=1&amp;z=2>'],
    ['see http://example.org.', 'see <http://example.org>.'],
    ['(http://example.org/a), why?', '(<http://example.org/a>), why?'],
    ['ftp://example.org', 'ftp://example.org'],
  ])('%s', (typed, expected) => {
    expect(encodeMessageText(typed, directory)).toBe(expected);
  });

  it('reads as it was typed', () => {
    const findName = (id: string) => ({ U0JUNE0002: 'june', U0MIRA0001: 'mira', U0LECTERN1: 'lectern' })[id];
    const parts = fc.constantFrom(
      '@june',
      '@lectern',
      '#lobby',
      ' ',
      'ceph',
      '&',
      '<',
      '>',
      '|',
      'https://example.org/a',
    );
    fc.assert(
      fc.property(fc.array(parts), typed => {
        const text = `x ${typed.join(' ')}`;
        expect(formatMrkdwn(encodeMessageText(text, directory), { findName })).toBe(text);
      }),
    );
  });
});

it('sends names and channels of a command with their ids, and as typed', () => {
  expect(encodeCommandText('@june in #lobby & @Lectern <x>', directory)).toBe(
    '<@U0JUNE0002|june> in <#C0LOBBY001|lobby> &amp; <@U0LECTERN1|lectern> &lt;x&gt;',
  );
});

it('escapes three characters and no others', () => {
  expect(escapeText(`& < > " ' @june`)).toBe(`&amp; &lt; &gt; " ' @june`);
});

it('takes 40,000 characters and no more', () => {
  const longest = 'x'.repeat(40_000);
  expect(requireTypeable(longest)).toBe(longest);
  expect(() => requireTypeable(`${longest}x`)).toThrow('Slack takes at most 40,000 characters.');
});
