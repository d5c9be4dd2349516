import type { types } from '@slack/bolt';
import { planMyDay } from '../../../mcp/tools/plan-day.ts';
import { formatDay, timeOf } from '../../../programme/moment.ts';
import { listSome, shorten } from '../../../text/display.ts';
import { agendaClocks, sessionList } from '../../views/agenda.ts';
import { rangeOf } from '../../views/blocks/paging.ts';
import { asideIfAny, type Inline, plain } from '../../views/blocks/rich-text.ts';
import { type AnswerOf, drawerOf } from '../drawer.ts';
import { lastingArgs } from '../lasting-call.ts';
import { firstRows, listHeading, noteLines, pagesOf } from '../parts.ts';
import { toolActions } from '../tool-actions.ts';

type PlanAnswer = AnswerOf<typeof planMyDay>;

const LEFT_OUT = 5;
const TITLE_LENGTH = 60;
const TOPICS_LENGTH = 60;
const LINE_LENGTH = 400;

/** A day without overlaps, in order of time, with why each talk is in it. */
export const drawPlan = drawerOf(planMyDay, answer => {
  const { args, structured, shown, view } = answer;
  const { day } = structured;
  const listed = firstRows(shown).flatMap(({ talk, slot }, place) =>
    slot === undefined
      ? []
      : [{ session: { talk, slot }, heading: '', note: reasonOf(structured.plan[place]) }],
  );
  return [
    listHeading(
      `Plan for ${formatDay(day)}`,
      rangeOf(listed.length, structured),
      agendaClocks({ date: day }, listed, view.asked),
    ),
    ...noteLines(view),
    ...sessionList(listed, { named: day, context: view.asked, writer: toolActions(view) }),
    ...freeLine(answer),
    ...leftOutLine(answer),
    ...pagesOf(planMyDay, lastingArgs(args, view, day), { ...structured, shown: listed.length }),
  ];
});

function reasonOf(planned: PlanAnswer['structured']['plan'][number] | undefined): readonly Inline[] {
  if (planned === undefined) return [];
  const { reason, topics } = planned;
  if (reason === 'starred') return [plain('One of your talks')];
  return topics.length === 0 ? [] : [plain(`Fits ${shorten(topics.join(', '), TOPICS_LENGTH)}`)];
}

function freeLine({ structured: { free } }: PlanAnswer): readonly types.ContextBlock[] {
  const times = free.map(({ from, to }) => `${timeOf(from)} to ${timeOf(to)}`);
  return times.length === 0 ? [] : asideIfAny(shorten(`Free from ${times.join(', ')}`, LINE_LENGTH));
}

function leftOutLine({ structured: { leftOut } }: PlanAnswer): readonly types.ContextBlock[] {
  const titles = leftOut.map(({ title }) => `“${shorten(title, TITLE_LENGTH)}”`);
  return titles.length === 0
    ? []
    : asideIfAny(shorten(`No time for ${listSome(titles, LEFT_OUT)}`, LINE_LENGTH));
}
