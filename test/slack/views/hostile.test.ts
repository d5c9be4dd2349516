import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerWithoutOrders } from '../../../src/conversation/answer.ts';
import { DEFAULT_PREFERENCES } from '../../../src/people/preferences.ts';
import { conferenceKey } from '../../../src/programme/conference.ts';
import type { Programme } from '../../../src/programme/programme.ts';
import { find } from '../../../src/search/find.ts';
import { indexProgramme } from '../../../src/search/index/index-programme.ts';
import { answerMessage } from '../../../src/slack/views/answer.ts';
import { safeUrl } from '../../../src/slack/views/blocks/rich-text.ts';
import { details } from '../../../src/slack/views/details.ts';
import { findTalk, resultsModal } from '../../../src/slack/views/find-talk.ts';
import { help } from '../../../src/slack/views/help.ts';
import { home } from '../../../src/slack/views/home/home.ts';
import { sharedTalk, shareWhere } from '../../../src/slack/views/shared-talk.ts';
import { answeringFor } from '../../support/answering.ts';
import { expectValidMessage, expectValidView, reachingOut } from '../../support/block-kit.ts';
import { cases } from '../../support/cases.ts';
import { programme } from '../../support/conference.ts';
import { hostileTalk, hostileText } from '../../support/hostile.ts';
import { loadedWith, loadedWithoutIndex } from '../../support/loaded.ts';

const programmes: fc.Arbitrary<Programme> = fc
  .array(hostileTalk, { minLength: 1, maxLength: 6 })
  .map(talks => programme(talks));
const places = fc.constantFrom('channel' as const, 'apart' as const, 'thread' as const);

const NOTHING = { digests: [], alerts: [], ratings: [], preferences: DEFAULT_PREFERENCES };

const WORDS = { web: 'Page', slides: 'Slides', video: 'Video', feedback: 'Feedback' };

describe('whatever stands in a file or is typed', () => {
  test('every answer is valid, and nothing in it mentions, links or shouts', () => {
    fc.assert(
      fc.property(programmes, hostileText, places, (of, typed, place) => {
        const loaded = loadedWith(of);
        const titled = of.talks[0]?.title ?? '';
        for (const query of [typed, titled]) {
          const context = answeringFor(loaded, { place, zone: undefined });
          const answer = answerMessage(answerWithoutOrders(query, context));
          expectValidMessage(answer);
          expectValidView(resultsModal(answer));
          expect(reachingOut(answer.blocks)).toEqual([]);
          expect(answer.text).not.toMatch(/[<>]/);
        }
      }),
      { numRuns: cases(200) },
    );
  });

  test('every view of a talk is valid, and nothing in it mentions, links or shouts', () => {
    fc.assert(
      fc.property(hostileTalk, fc.constantFrom(undefined, 'Asia/Kathmandu'), (talk, zone) => {
        const of = programme([talk]);
        const found = { talk, programme: of };
        const shared = sharedTalk(found, 'U1');
        expectValidView(details(talk, loadedWithoutIndex(of), { zone, stars: new Map() }));
        expectValidView(shareWhere(found));
        expectValidMessage(shared);
        const links = talk.links.flatMap(({ kind, url }) => ({ kind, url: safeUrl(url) }));
        expect(
          reachingOut([
            details(talk, loadedWithoutIndex(of), { zone, stars: new Map() }).blocks,
            shareWhere(found).blocks,
          ]),
        ).toEqual(
          links
            .filter(({ url }) => url !== undefined)
            .map(({ kind, url }) => ({ type: 'link', url, text: WORDS[kind] })),
        );
        expect(reachingOut(shared.blocks)).toEqual([{ type: 'user', user_id: 'U1' }]);
      }),
      { numRuns: cases(400) },
    );
  });

  test('help and Home are valid', () => {
    fc.assert(
      fc.property(programmes, hostileText, (of, name) => {
        const named = { ...of, conference: { ...of.conference, name, feedback: true } };
        const loaded = loadedWithoutIndex(named);
        expectValidMessage(help(answeringFor(loaded)));
        const stars = new Map([[conferenceKey(of.conference), new Set(of.talks.map(({ id }) => id))]]);
        const context = { ...answeringFor(loaded, { place: 'apart', stars }), own: NOTHING, news: [] };
        expectValidView(home(context));
        expectValidView(findTalk(name.slice(0, 10) || undefined));
        expect(reachingOut([help(answeringFor(loaded)).blocks, home(context).blocks])).toEqual([]);
      }),
      { numRuns: cases(200) },
    );
  });

  test('random queries throw nothing', () => {
    const of = programme();
    const index = indexProgramme(of);
    fc.assert(
      fc.property(hostileText, query => {
        find(index, query);
      }),
      { numRuns: cases(10_000) },
    );
  });
});
