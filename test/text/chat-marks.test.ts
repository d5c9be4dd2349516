import { expect, test } from 'vitest';
import { removeChatMarks } from '../../src/text/chat-marks.ts';

test.each([
  ['<@U0123> ceph', 'ceph'],
  ['<@U0123|ada> ceph', 'ceph'],
  ['<#C0123|ceph> tomorrow', 'ceph  tomorrow'],
  ['<#C0123>', ''],
  ['<!here> ceph', 'ceph'],
  ['ceph &amp; kubernetes', 'ceph & kubernetes'],
  ['&lt;ceph&gt;', '<ceph>'],
  ['&amp;lt;', '&lt;'],
  ['<https://example.org/a?b=1&amp;c=2|A talk>', '<https://example.org/a?b=1&c=2|A talk>'],
  ['a < b & c', 'a < b & c'],
  ['ceph', 'ceph'],
])('%s', (typed, text) => {
  expect(removeChatMarks(typed)).toBe(text);
});
