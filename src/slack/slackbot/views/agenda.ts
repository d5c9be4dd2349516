import { getAgenda } from '../../../mcp/tools/get-agenda.ts';
import { formatDay, programmeDay, timeOf } from '../../../programme/moment.ts';
import { addMinutes } from '../../../text/clock-times.ts';
import { shorten } from '../../../text/display.ts';
import { agendaClocks, sessionList } from '../../views/agenda.ts';
import { rangeOf } from '../../views/blocks/paging.ts';
import { type AnswerOf, drawerOf } from '../drawer.ts';
import { lastingArgs } from '../lasting-call.ts';
import { callButtons, firstRows, listHeading, noteLines, pagesOf } from '../parts.ts';
import { toolActions } from '../tool-actions.ts';

const TITLE_LENGTH = 150;
const DAYS = 7;

/** Sessions by time, then by room, as `/talk` shows a day. */
export const drawAgenda = drawerOf(getAgenda, answer => {
  const { args, structured, shown, view } = answer;
  const { asked, title = '', date } = view;
  const listed = firstRows(shown).flatMap(({ talk, slot }, place) =>
    slot === undefined ? [] : [{ session: { talk, slot }, heading: structured.sessions[place]?.group ?? '' }],
  );
  const lasting = lastingArgs({ ...args, ...lastingTime(answer) }, view, structured.day);
  return [
    listHeading(
      shorten(title, TITLE_LENGTH),
      rangeOf(listed.length, structured),
      agendaClocks({ date }, listed, asked),
    ),
    ...noteLines(view),
    ...callButtons(
      getAgenda,
      'Days',
      structured.days.slice(0, DAYS).map(day => ({
        label: formatDay(day),
        args: { ...lasting, when: undefined, day, offset: 0 },
      })),
    ),
    ...sessionList(listed, { named: date, context: asked, writer: toolActions(view) }),
    ...pagesOf(getAgenda, lasting, { ...structured, shown: listed.length }),
  ];
});

type AgendaAnswer = AnswerOf<typeof getAgenda>;

/** The time that `now` or `next` is at this moment. */
function lastingTime({ args: { when }, structured, shown: [first], view: { asked } }: AgendaAnswer) {
  const { conference } = asked.programme;
  if (when === 'now') {
    const { now } = structured.conference;
    return { when: undefined, day: programmeDay(now, conference.dayStart), at: timeOf(now) };
  }
  const slot = first?.slot;
  if (when !== 'next' || slot === undefined || slot.untimed !== undefined) return {};
  // All that is next begins at once.
  const from = timeOf(slot.start);
  return { when: undefined, day: slot.day, from, to: addMinutes(from, 1) };
}
