import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  RATINGS,
  type RatedTalk,
  type RatingOfTalk,
  summariseRatings,
} from '../../../../src/people/ratings.ts';
import type { Talk } from '../../../../src/programme/talk.ts';
import { rateForm } from '../../../../src/slack/views/feedback/rate-form.ts';
import { rateTalks, rateTalksMessage } from '../../../../src/slack/views/feedback/rate-talks.ts';
import { feedbackCsv, feedbackMessage } from '../../../../src/slack/views/feedback/summary.ts';
import { sheetAsText } from '../../../../src/slack/views/insight/sheet-as-text.ts';
import { expectValidMessage, expectValidView, reachingOut } from '../../../support/block-kit.ts';
import { cases } from '../../../support/cases.ts';
import { programme, talk } from '../../../support/conference.ts';
import { hostileTalk, hostileText } from '../../../support/hostile.ts';
import { read } from '../../../support/read.ts';

function rated(of: Talk, ...ratings: readonly RatingOfTalk[]): RatedTalk[] {
  const told = summariseRatings(ratings);
  return told === undefined ? [] : [{ talk: of, conference: 'Harbour', told }];
}

test('organisers see means from three ratings on, and what people wrote in the file alone', () => {
  const sea = talk();
  const fog = talk({ id: 'fog', title: '=Fog', speakers: [] });
  const few = talk({ id: 'few', title: 'Few' });
  const talks = [
    ...rated(few, { rating: 1, line: 'Alone' }, { rating: 1, line: 'Two' }),
    ...rated(fog, { rating: 2, line: '' }, { rating: 2, line: '' }, { rating: 3, line: '' }),
    ...rated(sea, ...RATINGS.map(rating => ({ rating, line: rating > 3 ? `=${rating}` : 'Loud, "very"' }))),
  ];
  const message = feedbackMessage(talks, { again: 'feedback csv', isNamed: false });
  expectValidMessage(message);
  expect(read(message.blocks)).toEqual([
    '8 ratings of 2 talks',
    "Talks show from 3 ratings on, without anybody's name; what people wrote is in the file.",
    'Ceph at sea | 3.0 of 5 from 5 ratings (5: 1, 4: 1, 3: 1, 2: 1, 1: 1) | =Fog | 2.3 of 5 from 3 ratings (3: 1, 2: 2)',
    '[CSV file]',
  ]);
  const named = feedbackMessage(talks, { again: 'feedback csv', isNamed: true });
  expect(read(named.blocks)[2]).toContain('=Fog | Harbour: 2.3 of 5');
  expect(feedbackCsv(talks).split('\r\n')).toEqual([
    '\ufeffconference,talk,speakers,ratings,mean,5,4,3,2,1,line',
    "Harbour,'=Fog,,3,2.3,0,0,1,2,0,",
    "Harbour,Ceph at sea,Ada Lund,5,3.0,1,1,1,1,1,'=4",
    "Harbour,Ceph at sea,Ada Lund,,,,,,,,'=5",
    ...Array(3).fill('Harbour,Ceph at sea,Ada Lund,,,,,,,,"Loud, ""very"""'),
    '',
  ]);
});

test('of thirty long lines in a message as many show as have room, and it says how many are left', () => {
  const line = 'x'.repeat(300);
  const sheet = sheetAsText(feedbackCsv(rated(talk(), ...Array(30).fill({ rating: 5, line }))));
  expectValidMessage(sheet);
  const [says, shown = ''] = read(sheet.blocks);
  expect(says).toContain('Its last 13 lines found no room: whoever runs Lectern can add the scope');
  expect(shown.match(/x{300}/g)).toHaveLength(17);
});

test('a line of a sheet that is longer than a message is cut', () => {
  const long = talk({ title: 'x'.repeat(9000) });
  const sheet = sheetAsText(feedbackCsv(rated(long, ...Array(3).fill({ rating: 5, line: 'Wow' }))));
  expectValidMessage(sheet);
  expect(read(sheet.blocks)[1]).toMatch(/ \| Harbour,x{900,}… \| Harbour,x{900,}… \| Harbour,x{900,}…$/);
});

test('the forms of any talk are valid, and nothing in them reaches out', () => {
  fc.assert(
    fc.property(fc.array(hostileTalk, { maxLength: 14 }), hostileText, (talks, line) => {
      const of = programme(talks, { feedback: true });
      const ratable = of.talks.map((one, place) => ({
        talk: one,
        programme: of,
        given: place % 2 === 0 ? undefined : ({ rating: 4, line: line.slice(0, 300) } as const),
      }));
      const summary = of.talks.flatMap(one => rated(one, ...Array(3).fill({ rating: 5, line })));
      const views = ratable.map(one => rateForm(one, one.given));
      for (const view of views) expectValidView(view);
      const messages = [
        rateTalksMessage(ratable, { page: 1, again: 'my ratings', asked: line, isNamed: true }),
        feedbackMessage(summary, { again: 'feedback csv', isNamed: true }),
      ];
      for (const message of messages) expectValidMessage(message);
      expect(reachingOut([views, rateTalks(ratable, true), messages.map(({ blocks }) => blocks)])).toEqual(
        [],
      );
      feedbackCsv(summary);
    }),
    { numRuns: cases(100) },
  );
});
