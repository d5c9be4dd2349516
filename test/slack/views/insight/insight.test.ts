import fc from 'fast-check';
import { expect, test } from 'vitest';
import { insightMessage } from '../../../../src/slack/views/insight/insight.ts';
import { insightCsv } from '../../../../src/slack/views/insight/insight-file.ts';
import { sheetAsText } from '../../../../src/slack/views/insight/sheet-as-text.ts';
import { expectValidMessage, reachingOut } from '../../../support/block-kit.ts';
import { cases } from '../../../support/cases.ts';
import { digest } from '../../../support/digests.ts';
import { hostileTalk, hostileText } from '../../../support/hostile.ts';

const NONE = { posted: 0, waiting: 0, unknown: 0, missed: 0, missedDays: [], refusals: [] };

const hostileInsight = fc
  .record({
    name: fc.option(hostileText, { nil: undefined }),
    words: fc.array(hostileText, { maxLength: 14 }),
    talks: fc.array(hostileTalk, { maxLength: 14 }),
    filters: fc.array(hostileText, { maxLength: 7 }),
    reason: hostileText,
  })
  .map(({ name, words, talks, filters, reason }) => {
    const ranked = { total: 100, words: words.map(each => ({ words: each, count: 3 })) };
    return {
      ...{ name, searched: ranked, unfound: ranked, unanswered: ranked },
      starred: talks.map(talk => ({ talk, count: 3 })),
      digests: filters.map((each, place) => ({
        ...{ ...NONE, id: String(place), missed: 2, missedDays: ['2027-05-10', '2027-05-11'] },
        refusals: ['not_in_channel', reason],
        digest: digest({ id: String(place), filters: each, channel: `C0LOBBY00${place}` }),
      })),
    };
  });

test('whatever people typed, Slack takes it, and nothing in it reaches out but the names of channels', () => {
  fc.assert(
    fc.property(hostileInsight, insight => {
      const said = insightMessage(insight, 'insight csv');
      expectValidMessage(said);
      const channels = insight.digests.slice(0, 5).map(({ digest: { channel } }) => channel);
      expect(reachingOut(said.blocks)).toEqual(
        channels.map(channel => ({ type: 'channel', channel_id: channel })),
      );
      const sheet = sheetAsText(insightCsv(insight));
      expectValidMessage(sheet);
      expect(reachingOut(sheet.blocks)).toEqual([]);
    }),
    { numRuns: cases(50) },
  );
});

test('no cell of the sheet is run as a formula', () => {
  fc.assert(
    fc.property(hostileInsight, insight => {
      for (const line of insightCsv(insight).slice(1).split('\r\n'))
        expect(line).not.toMatch(/(?:^|,)"?[=+@-]/);
    }),
    { numRuns: cases(50) },
  );
});
