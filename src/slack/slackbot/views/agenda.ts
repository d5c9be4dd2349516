import { getAgenda } from '../../../mcp/tools/get-agenda.ts';
import { formatDay } from '../../../programme/moment.ts';
import { shorten } from '../../../text/display.ts';
import { agendaClocks, sessionList } from '../../views/agenda.ts';
import { bold, plain, richText } from '../../views/blocks/rich-text.ts';
import { joinParts } from '../../views/when-and-where.ts';
import { drawerOf } from '../drawer.ts';
import { callButtons, firstRows, noteLines, pagesOf, rangeOf } from '../parts.ts';
import { toolActions } from '../tool-actions.ts';

const TITLE_LENGTH = 150;
const DAYS = 7;

/** Sessions by time, then by room, as `/talk` shows a day. */
export const drawAgenda = drawerOf(getAgenda, ({ args, structured, shown, view }) => {
  const { asked, title = '', date } = view;
  const listed = firstRows(shown).flatMap(({ talk, slot }, place) =>
    slot === undefined ? [] : [{ session: { talk, slot }, heading: structured.sessions[place]?.group ?? '' }],
  );
  const { when: _, day: _day, ...others } = args;
  return [
    richText([
      joinParts([
        [bold(shorten(title, TITLE_LENGTH)), plain(rangeOf(listed.length, structured))],
        agendaClocks({ date }, listed, asked),
      ]),
    ]),
    ...noteLines(view),
    ...callButtons(
      getAgenda,
      'Days',
      structured.days.slice(0, DAYS).map(day => ({
        label: formatDay(day),
        args: { ...others, day, offset: 0 },
      })),
    ),
    ...sessionList(listed, { named: date, context: asked, writer: toolActions(view) }),
    ...pagesOf(getAgenda, args, { ...structured, shown: listed.length }),
  ];
});
