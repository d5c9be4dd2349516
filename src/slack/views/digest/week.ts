import type { DayContent, WeekContent } from '../../../digests/compose/content.ts';
import type { DayPart } from '../../../digests/messages.ts';
import type { Words } from '../../../words/words.ts';
import { fitLines, message } from '../blocks/message.ts';
import { bold, plain, richText } from '../blocks/rich-text.ts';
import { closingBlocks, frameLines, introBlocks, streamBlocks } from './frame.ts';
import { countsText, type DayHeading, headingBlocks, titleText } from './heading.ts';
import { pageParts, timeRange } from './pages.ts';

interface Week extends DayHeading {
  readonly content: WeekContent;
}

/** An overview of the days that have sessions, and each of them in the thread. */
export function composeWeek(week: Week): readonly DayPart[] {
  const { words, content } = week;
  const days = content.days.map(day => dayLine(day, words));
  const { daysInThread } = words.thread;
  const texts = frameLines(week);
  const overview = message(
    [
      ...headingBlocks(week, introBlocks(week)),
      ...streamBlocks(week),
      richText([[bold(words.thread.byDay)], ...days.map(line => [plain(line)])]),
      richText([[plain(daysInThread)]]),
      ...closingBlocks(week),
    ],
    fitLines(
      [titleText(week), ...texts.above, countsText(week)],
      [...days, daysInThread],
      words,
      texts.below,
    ),
  );
  return [{ message: overview, talks: [] }, ...content.days.flatMap(day => pagesOf(day, week))];
}

/** `Tue 11 May: 12 sessions, 09:00 to 17:30` */
function dayLine({ day, sessions }: DayContent, words: Words): string {
  const range = timeRange(sessions, words);
  return words.thread.day(words.day(day), words.heading.sessions(sessions.length), range);
}

function pagesOf(day: DayContent, week: Week): readonly DayPart[] {
  const { words } = week;
  return pageParts(week, day, ({ number, pages, range }) =>
    [words.day(day.day), pages === 1 ? range : words.thread.page(number, pages, range)].join(' · '),
  );
}
