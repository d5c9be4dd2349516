import { describe, expect, test } from 'vitest';
import { readTypedWords } from '../../src/slack/typed-words.ts';

describe('typedWords', () => {
  test.each([
    ['ceph', 'ceph'],
    ['  ceph   at\nsea ', 'ceph at sea'],
    ['R&amp;D &lt;tag&gt;', 'R&D <tag>'],
    ['&amp;lt;', '&lt;'],
    ['<@U123> ceph', 'ceph'],
    ['<@U123|ada> <#C1|general> <!here> <!subteam^S1|team> ceph', 'ceph'],
    ['see <https://example.org/a|the notes> now', 'see the notes now'],
    ['see <https://example.org/a>', 'see https://example.org/a'],
    ['&lt;!channel&gt;', '<!channel>'],
    ['', ''],
  ])('reads %j as %j', (text, words) => {
    expect(readTypedWords(text)).toBe(words);
  });
});
