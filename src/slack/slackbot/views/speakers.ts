import type { types } from '@slack/bolt';
import { SESSIONS_A_PAGE } from '../../../conversation/paging.ts';
import { findSpeaker } from '../../../mcp/tools/find-speaker.ts';
import type { Speaker } from '../../../programme/talk.ts';
import { pluralise } from '../../../text/display.ts';
import { rangeOf } from '../../views/blocks/paging.ts';
import { bold, plain, richText } from '../../views/blocks/rich-text.ts';
import { talkRows } from '../../views/row.ts';
import { speakerCard } from '../../views/speaker-card.ts';
import { type AnswerOf, drawerOf } from '../drawer.ts';
import { lastingArgs } from '../lasting-call.ts';
import { noteLines, pagesOf } from '../parts.ts';
import { toolActions } from '../tool-actions.ts';

type SpeakersAnswer = AnswerOf<typeof findSpeaker>;

/** With the heading, notes and buttons to other pages they stay below the fifty that Slack takes. */
const BLOCKS = 38;
/** The card names the others. */
const TALKS_OF_ONE = 12;

/** People in a few lines each, with rows for their talks; as many people as a message has room for. */
export const drawSpeakers = drawerOf(findSpeaker, answer => {
  const { args, structured } = answer;
  const { offset, total } = structured;
  const { speakers = [], allSpeakers = [] } = answer.view;
  const people = fitPeople(speakers, answer);
  const earlier = allSpeakers.slice(0, offset).slice(-Math.min(args.limit, SESSIONS_A_PAGE)).reverse();
  const before = Math.max(0, Math.min(offset, total) - fitPeople(earlier, answer).length);
  const heading = [bold(pluralise(total, 'speaker')), plain(rangeOf(people.length, structured))];
  return [
    ...(total <= 1 ? [] : [richText([heading])]),
    ...noteLines(answer.view),
    ...people.flat(),
    ...pagesOf(findSpeaker, lastingArgs(args, answer.view, undefined), {
      ...{ total, offset, before },
      shown: people.length,
    }),
  ];
});

/** As many of these people as a message has room for. */
function fitPeople(
  people: readonly Speaker[],
  answer: SpeakersAnswer,
): readonly (readonly types.KnownBlock[])[] {
  const fitting: (readonly types.KnownBlock[])[] = [];
  let count = 0;
  for (const speaker of people) {
    const blocks = personBlocks(speaker, answer);
    count += blocks.length;
    if (count > BLOCKS) break;
    fitting.push(blocks);
  }
  return fitting;
}

function personBlocks(speaker: Speaker, { view }: SpeakersAnswer): readonly types.KnownBlock[] {
  const { programme, reader } = view.asked;
  const talks = programme.talksBy(speaker.id).slice(0, TALKS_OF_ONE);
  const row = {
    reader,
    words: undefined,
    conference: programme.conference,
    page: undefined,
    days: 'weekday and date',
    writer: toolActions(view),
  } as const;
  return [...speakerCard(speaker, programme, talks), ...talkRows(talks, row)];
}
