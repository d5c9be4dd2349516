import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findChanges } from '../../../src/programme/changes.ts';
import { detailsOption, readTalkOption } from '../../../src/slack/views/details-menu.ts';
import { finish } from '../../../src/text/steps.ts';
import { digestMessages } from '../../../src/wiring/digests.ts';
import { expectValidMessage, reachingOut } from '../../support/block-kit.ts';
import { cases } from '../../support/cases.ts';
import { programme } from '../../support/conference.ts';
import { delivery, digest } from '../../support/digests.ts';
import { hostileTalk, hostileText } from '../../support/hostile.ts';
import { loadedWithoutIndex } from '../../support/loaded.ts';
import { inTime } from '../../support/post-time.ts';

const DAY = '2027-05-11';
const OWNER = { type: 'user', user_id: 'U0MIRA0001' };
const CHANNEL = { type: 'channel', channel_id: 'C0LOBBY001' };

test('whatever stands in a file, every digest is valid and mentions its owner alone', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(hostileTalk, { minLength: 1, maxLength: 8, selector: talk => talk.id }),
      hostileText,
      fc.boolean(),
      (talks, filters, scheduled) => {
        const of = programme(scheduled ? talks : talks.map(talk => ({ ...talk, slots: [] })));
        const loaded = loadedWithoutIndex(of);
        const changes = finish(findChanges(programme([]), of));
        for (const given of [digest(), digest({ filters, eve: true, language: 'ja' })]) {
          const parts = digestMessages.compose(given, DAY, {
            loaded,
            posted: inTime(given, DAY),
            changes,
            toldTalks: new Set(),
            rehearsal: true,
          });
          for (const [index, { message }] of parts.entries()) {
            expectValidMessage(message);
            expectValidMessage(digestMessages.markRepeated(message, given.language));
            expect(reachingOut(message.blocks)).toEqual(index === 0 ? [OWNER] : []);
            expect(message.text).not.toMatch(/[<>]/);
          }
        }
      },
    ),
    { numRuns: cases(200) },
  );
});

test('whatever stands in a file, every notice is valid and mentions its owner alone', () => {
  fc.assert(
    fc.property(fc.array(hostileTalk, { minLength: 1, maxLength: 8 }), talks => {
      const of = programme(talks);
      const changes = finish(findChanges(programme([]), of));
      const notices = [
        digestMessages.changes(digest(), changes, { day: '2027-05-11', rehearsal: true }),
        digestMessages.announcement(digest(), changes, true),
        digestMessages.reminder(digest(), of.sessions, { folder: 'bow', rehearsal: true }),
        digestMessages.emptyPart(digest(), 'first'),
      ];
      for (const notice of notices) {
        expectValidMessage(notice);
        expect(notice.text).not.toMatch(/[<>]/);
      }
      expect(notices.map(notice => reachingOut(notice.blocks))).toEqual([[], [], [OWNER], [OWNER]]);
    }),
    { numRuns: cases(200) },
  );
});

test('whatever Slack says, what an owner is told is valid and names the channel alone', () => {
  fc.assert(
    fc.property(hostileText, reason => {
      const told = [
        digestMessages.question(
          digest(),
          delivery({ digestId: 'd'.repeat(36), part: { kind: 'change', version: 12 } }),
        ),
        digestMessages.refusedNotice(digest(), reason.slice(0, 200), true),
        digestMessages.missedNotice(digest(), [DAY], DAY),
        digestMessages.endNotice(digest()),
      ];
      for (const message of told) {
        expectValidMessage(message);
        expect(reachingOut(message.blocks)).toEqual([CHANNEL]);
        expect(message.text).not.toMatch(/[<>]/);
      }
    }),
    { numRuns: cases(200) },
  );
});

test('each option of a menu leads to its talk, however long its id is', () => {
  fc.assert(
    fc.property(hostileTalk, fc.integer({ min: 1, max: 60 }), (talk, times) => {
      const long = { ...talk, id: talk.id.repeat(times) };
      const loaded = { programme: programme([talk, long], { folder: 'bow' }), others: [] };
      for (const folder of ['', 'bow']) {
        const { value } = detailsOption({ talk: long, label: long.title }, folder);
        expect(value?.length).toBeLessThanOrEqual(75);
        expect(readTalkOption(value ?? '', loaded)?.talk.id).toBe(long.id);
      }
    }),
  );
});
