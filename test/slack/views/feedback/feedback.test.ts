import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RATINGS, type RatingOfTalk, summariseRatings } from '../../../../src/people/ratings.ts';
import { rateForm } from '../../../../src/slack/views/feedback/rate-form.ts';
import { rateTalks, rateTalksMessage } from '../../../../src/slack/views/feedback/rate-talks.ts';
import { feedbackCsv, feedbackMessage } from '../../../../src/slack/views/feedback/summary.ts';
import { expectValidMessage, expectValidView, reachingOut } from '../../../support/block-kit.ts';
import { cases } from '../../../support/cases.ts';
import { programme, talk } from '../../../support/conference.ts';
import { hostileTalk, hostileText } from '../../../support/hostile.ts';
import { read } from '../../../support/read.ts';

const rated = (...ratings: readonly RatingOfTalk[]) => ratings;

test('organisers see means from three ratings on, and what people wrote in the file alone', () => {
  const sea = talk();
  const fog = talk({ id: 'fog', title: '=Fog', speakers: [] });
  const few = talk({ id: 'few', title: 'Few' });
  const talks = [
    summariseRatings(few, rated({ rating: 1, line: 'Alone' })),
    summariseRatings(fog, rated({ rating: 2, line: '' }, { rating: 2, line: '' }, { rating: 3, line: '' })),
    summariseRatings(
      sea,
      rated(...RATINGS.map(rating => ({ rating, line: rating > 3 ? `=${rating}` : 'Loud, "very"' }))),
    ),
  ];
  const message = feedbackMessage(talks, 'feedback csv');
  expectValidMessage(message);
  expect(read(message.blocks)).toEqual([
    '9 ratings of 3 talks',
    "Nobody's name is with a rating. Ratings show from 3 of a talk on; what people wrote is in the file.",
    'Ceph at sea | 3.0 of 5 from 5 ratings (5: 1, 4: 1, 3: 1, 2: 1, 1: 1) | =Fog | 2.3 of 5 from 3 ratings (3: 1, 2: 2)',
    '1 talk with fewer than 3 ratings.',
    '[CSV file]',
  ]);
  expect(feedbackCsv(talks).split('\r\n')).toEqual([
    '\ufefftalk,speakers,ratings,mean,5,4,3,2,1,lines',
    "'=Fog,,3,2.3,0,0,1,2,0,",
    'Ceph at sea,Ada Lund,5,3.0,1,1,1,1,1,"\'=4\n=5\nLoud, ""very""\nLoud, ""very""\nLoud, ""very"""',
    'Few,Ada Lund,fewer than 3,,,,,,,',
    '',
  ]);
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
      const summary = of.talks.map(one => summariseRatings(one, Array(3).fill({ rating: 5, line })));
      const views = ratable.map(one => rateForm(one, one.given));
      for (const view of views) expectValidView(view);
      const messages = [rateTalksMessage(ratable), feedbackMessage(summary, 'feedback csv')];
      for (const message of messages) expectValidMessage(message);
      expect(reachingOut([views, rateTalks(ratable), messages.map(({ blocks }) => blocks)])).toEqual([]);
      feedbackCsv(summary);
    }),
    { numRuns: cases(100) },
  );
});
