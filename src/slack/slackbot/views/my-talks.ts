import { starredBy } from '../../../conversation/context.ts';
import { myTalks } from '../../../mcp/tools/my-talks.ts';
import { arrangeMyTalks } from '../../../people/my-talks.ts';
import { formatDay } from '../../../programme/moment.ts';
import { agendaClocks } from '../../views/agenda.ts';
import { rangeOf } from '../../views/blocks/paging.ts';
import { plain, richText } from '../../views/blocks/rich-text.ts';
import { type MyLine, myRows } from '../../views/my-talks.ts';
import { type AnswerOf, drawerOf } from '../drawer.ts';
import { lastingArgs } from '../lasting-call.ts';
import { firstRows, listHeading, noteLines, pagesOf } from '../parts.ts';
import { toolActions } from '../tool-actions.ts';

/** A person's own schedule, as `/talk mine` shows it. */
export const drawMyTalks = drawerOf(myTalks, answer => {
  const { args, structured, view } = answer;
  const { programme, reader } = view.asked;
  const { date, notes = [] } = view;
  if (starredBy(reader, programme).size === 0) return [richText(notes.map(note => [plain(note)]))];
  const lines = firstRows(linesOf(answer));
  const sessions = lines.flatMap(line => ('session' in line ? [{ session: line.session, heading: '' }] : []));
  const named = date === undefined ? undefined : formatDay(date);
  return [
    listHeading(
      named === undefined ? 'My talks' : `My talks, ${named}`,
      rangeOf(lines.length, structured),
      agendaClocks({ date }, sessions, view.asked),
    ),
    ...noteLines(view),
    ...myRows(lines, named, {
      reader,
      conference: programme.conference,
      page: undefined,
      writer: toolActions(view),
    }),
    ...pagesOf(myTalks, lastingArgs(args, view, date), { ...structured, shown: lines.length }),
  ];
});

/** With what each session overlaps, and the free time after it. */
function linesOf({ shown, view: { asked } }: AnswerOf<typeof myTalks>): readonly MyLine[] {
  const { programme, reader } = asked;
  const bySlot = new Map(
    arrangeMyTalks(starredBy(reader, programme), programme).sessions.map(mine => [mine.session.slot, mine]),
  );
  return shown.map(({ talk, slot }) => {
    const mine = slot === undefined ? undefined : bySlot.get(slot);
    return mine === undefined ? { talk } : { ...mine, group: '' };
  });
}
