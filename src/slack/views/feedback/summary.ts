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
const NAME_LENGTH = 60;

const HOW = `Talks show from ${RATINGS_TOLD_FROM} ratings on, without anybody's name; what people wrote is in the file.`;

/** The ratings of all talks, for organisers; `again` are the words that ask for them as a file. */
export function feedbackMessage(
  talks: readonly RatedTalk[],
  {
    again,
    isNamed,
  }: { readonly again: string /** With the conference of each. */; readonly isNamed: boolean },
): Message {
  if (talks.length === 0) return lineMessage(NONE);
  const total = talks.reduce((sum, { told }) => sum + told.count, 0);
  const title = `${pluralise(total, 'rating')} of ${pluralise(talks.length, 'talk')}`;
  const lines = talks
    .toSorted((a, b) => b.told.count - a.told.count || compare(a.talk.title, b.talk.title))
    .map(({ talk, conference, told }) => ({
      title: shorten(talkTitle(talk), TITLE_LENGTH),
      says: `${isNamed ? `${shorten(conference, NAME_LENGTH)}: ` : ''}${formatMean(told)} of 5 from ${pluralise(told.count, 'rating')} (${describeDistribution(told)})`,
    }));
  const left = lines.length - SHOWN;
  return message(
    [
      richText([[bold(title)]]),
      aside(HOW),
      richText(lines.slice(0, SHOWN).flatMap(line => [[bold(line.title)], [plain(line.says)]])),
      ...(left > 0 ? [aside(`And ${pluralise(left, 'more talk')} in the file.`)] : []),
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

const NONE = `No talk has ${RATINGS_TOLD_FROM} ratings yet. Those who starred one can rate it once it is over: on the Home, below its reminder, or with /talk feedback.`;

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

const HEADER = ['conference', 'talk', 'speakers', 'ratings', 'mean', '5', '4', '3', '2', '1', 'line'];

/**
 * All talks by title. What people wrote stands in the last column, each line in a row of its own: a cell has room for 32,767
 * characters in Excel, which also shows little of many lines.
 */
export function feedbackCsv(talks: readonly RatedTalk[]): string {
  const inOrder = talks.toSorted(
    (a, b) => compare(a.conference, b.conference) || compare(a.talk.title, b.talk.title),
  );
  return writeCsv([
    HEADER,
    ...inOrder.flatMap(({ talk, conference, told }) => {
      const [first = '', ...others] = told.lines;
      const speakers = talk.speakers.map(({ name }) => name).join(', ');
      const counts = [String(told.count), formatMean(told), ...told.distribution.toReversed().map(String)];
      return [
        [conference, talk.title, speakers, ...counts, first],
        // The figures stand once, so that their column can be summed.
        ...others.map(line => [conference, talk.title, speakers, ...counts.map(() => ''), line]),
      ];
    }),
  ]);
}
