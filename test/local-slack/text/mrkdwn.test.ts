import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMrkdwn } from '../../../src/local-slack/text/mrkdwn.ts';
import type { Reader } from '../../../src/local-slack/text/reader.ts';

const inMadrid: Reader = {
  timeZone: 'Europe/Madrid',
  now: Date.UTC(2027, 4, 18, 6),
  findName: id => ({ U1: 'mira', C1: 'lobby' })[id],
};

describe('mrkdwnAsText', () => {
  it.each([
    ['a &amp; b &lt;c&gt;', 'a & b <c>'],
    ['&amp;lt;', '&lt;'],
    ['<https://example.org/a|The talk>', 'The talk'],
    ['<https://example.org/a>', 'https://example.org/a'],
    ['<mailto:desk@example.org>', 'desk@example.org'],
    ['<@U1> in <#C1>', '@mira in #lobby'],
    ['<@U1|mira c> in <#C1|hall>', '@mira c in #hall'],
    ['<@U9> <#C9|>', '@U9 #C9'],
    ['<!here> <!subteam^S1|@crew> <!subteam^S2>', '@here @crew @S2'],
    ['*bold* _slanted_ ~struck~', 'bold slanted struck'],
    ['*_both_*', 'both'],
    ['*<https://example.org|linked>*', 'linked'],
    ['2 * 3 * 4 and snake_case_name', '2 * 3 * 4 and snake_case_name'],
    ['`*code*` and ```a\n*b*```', '*code* and a\n*b*'],
    ['&gt; quoted', '> quoted'],
    ['<!date^1810620000^{date_short_pretty} at {time}|18 May 08:00 CEST>', 'today at 08:00'],
    ['<!date^1810706400^{date_pretty}^https://example.org|x>', 'tomorrow'],
    [
      '<!date^1810620000^{date_long} {date_num} {date} {date_short} {time_secs} {nonsense}|x>',
      'Tuesday, May 18, 2027 2027-05-18 May 18 May 18, 2027 08:00:00 {nonsense}',
    ],
    ['<!date^1810616400^{ago}|x> <!date^1810620600^{ago}|x>', '1 hour ago in 10 minutes'],
  ])('%s', (written, expected) => {
    expect(formatMrkdwn(written, inMadrid)).toBe(expected);
  });

  it('shows the fallback of a date to a reader without a zone', () => {
    expect(formatMrkdwn('<!date^1810620000^{time}|18 May 08:00 &amp; CEST>')).toBe('18 May 08:00 & CEST');
  });

  it('never throws, and leaves nothing that Slack would have drawn otherwise', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        expect(formatMrkdwn(escaped.replace(/[*_~`]/g, '')).length).toBe(text.replace(/[*_~`]/g, '').length);
      }),
    );
  });
});
