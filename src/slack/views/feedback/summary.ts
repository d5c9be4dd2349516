import { RATINGS_TOLD_FROM, type RatedTalk, type ToldRatings } from '../../../people/ratings.ts';
import { writeCsv } from '../../../text/csv.ts';
import { pluralise, shorten } from '../../../text/display.ts';
import { compare } from '../../../text/keys.ts';
import { ACTION } from '../../action-ids.ts';
import { actions, button } from '../blocks/button.ts';
import { fitLines, lineMessage, type Message, message } from '../blocks/message.ts';
import { aside, bold, plain, richText } from '../blocks/rich-text.ts';
import { talkTitle } from '../row.ts';

/** So many in the message; the file has all. */
const SHOWN = 10;
const TITLE_LENGTH = 120;

const HOW = `Nobody's name is with a rating. Ratings show from ${RATINGS_TOLD_FROM} of a talk on; what people wrote is in the file.`;

/** The ratings of all talks, for organisers; `again` are the words that ask for them as a file. */
export function feedbackMessage(talks: readonly RatedTalk[], again: string): Message {
  const total = talks.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return lineMessage(NONE);
  const told = talks
    .flatMap(({ talk, count, told: ratings }) => (ratings === undefined ? [] : [{ talk, count, ratings }]))
    .sort((a, b) => b.count - a.count || compare(a.talk.title, b.talk.title));
  const few = talks.length - told.length;
  const title = `${pluralise(total, 'rating')} of ${pluralise(talks.length, 'talk')}`;
  const lines = told.map(({ talk, count, ratings }) => ({
    title: shorten(talkTitle(talk), TITLE_LENGTH),
    says: `${formatMean(ratings)} of 5 from ${pluralise(count, 'rating')} (${describeDistribution(ratings)})`,
  }));
  const left = lines.length - SHOWN;
  return message(
    [
      richText([[bold(title)]]),
      aside(HOW),
      ...(lines.length === 0
        ? []
        : [richText(lines.slice(0, SHOWN).flatMap(line => [[bold(line.title)], [plain(line.says)]]))]),
      ...(left > 0 ? [aside(`And ${pluralise(left, 'more talk')} in the file.`)] : []),
      ...(few > 0 ? [aside(`${pluralise(few, 'talk')} with fewer than ${RATINGS_TOLD_FROM} ratings.`)] : []),
      actions([
        button({
          label: 'CSV file',
          action: ACTION.feedbackFile,
          value: again,
          says: 'Send me all ratings as a CSV file',
        }),
      ]),
    ],
    fitLines(
      [title],
      lines.map(line => `${line.title}: ${line.says}`),
    ),
  );
}

const NONE =
  'Nobody has rated a talk yet. Those who starred one can, once it is over: on the Home, below its reminder, or with /talk feedback.';

/** `5: 3, 4: 1` */
function describeDistribution({ distribution }: ToldRatings): string {
  return distribution
    .map((count, place) => ({ rating: place + 1, count }))
    .toReversed()
    .filter(({ count }) => count > 0)
    .map(({ rating, count }) => `${rating}: ${count}`)
    .join(', ');
}

function formatMean({ mean }: ToldRatings): string {
  return mean.toFixed(1);
}

const HEADER = ['talk', 'speakers', 'ratings', 'mean', '5', '4', '3', '2', '1', 'lines'];

/** All talks by title; what people wrote stands in one cell, a line each. */
export function feedbackCsv(talks: readonly RatedTalk[]): string {
  const inOrder = talks.toSorted((a, b) => compare(a.talk.title, b.talk.title));
  return writeCsv([
    HEADER,
    ...inOrder.map(({ talk, count, told }) => [
      talk.title,
      talk.speakers.map(({ name }) => name).join(', '),
      ...(told === undefined
        ? [`fewer than ${RATINGS_TOLD_FROM}`, '', '', '', '', '', '', '']
        : [
            String(count),
            formatMean(told),
            ...told.distribution.toReversed().map(String),
            told.lines.join('\n'),
          ]),
    ]),
  ]);
}
