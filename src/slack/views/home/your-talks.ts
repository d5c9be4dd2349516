import type { types } from '@slack/bolt';
import { starredBy } from '../../../conversation/context.ts';
import { arrangeMyTalks, type MySession, type MyTalks } from '../../../people/my-talks.ts';
import type { Talk } from '../../../programme/talk.ts';
import { sessionList } from '../agenda.ts';
import { aside, bold, header, richText } from '../blocks/rich-text.ts';
import { linksOf } from '../details.ts';
import { overlapLine } from '../my-talks.ts';
import { talkTitle } from '../row.ts';
import { searchButtons } from '../search-buttons.ts';
import type { HomeContext } from './home-context.ts';
import { phaseAt } from './what-is-on.ts';

const HEADING = 'Your talks';
/** The next ones; a button opens all of them. */
const SESSIONS = 6;
const WITH_LINKS = 10;

/** The next of a person's talks by day; after the conference the slides and recordings of them. */
export function yourTalks(context: HomeContext): types.KnownBlock[] {
  const { reader, programme, now } = context;
  if (reader.stars === undefined || reader.stars === 'unavailable') return [];
  const starred = starredBy(reader, programme);
  const isOver = phaseAt(now, programme) === 'after';
  if (starred.size === 0)
    return isOver || programme.talks.length === 0
      ? []
      : [header(HEADING), aside('Press Star on a talk to add it here.')];
  const label = `All your talks (${starred.size})`;
  return [
    ...(isOver
      ? linkBlocks(programme.talks.filter(({ id }) => starred.has(id)))
      : comingBlocks(arrangeMyTalks(starred, programme), context)),
    ...searchButtons({ row: 'mine', says: 'Show', suggestions: [{ label, query: 'mine' }] }),
  ];
}

function comingBlocks(mine: MyTalks, context: HomeContext): types.KnownBlock[] {
  const isComing = ({ session: { endsAt } }: MySession) => endsAt === undefined || endsAt > context.now;
  const shown = mine.sessions.filter(isComing).slice(0, SESSIONS);
  const listed = shown.map(({ session, overlaps }) => ({
    session,
    heading: HEADING,
    note: overlapLine(overlaps),
  }));
  const untimed = mine.unscheduled.length;
  return [
    ...(listed.length === 0 ? [header(HEADING)] : []),
    ...sessionList(listed, { named: undefined, context }),
    ...(untimed === 0
      ? []
      : [
          aside(
            untimed === 1
              ? 'One of your talks has no time yet.'
              : `${untimed} of your talks have no time yet.`,
          ),
        ]),
  ];
}

function linkBlocks(talks: readonly Talk[]): types.KnownBlock[] {
  const linked = talks.flatMap(talk => {
    const links = linksOf({ links: talk.links.filter(({ kind }) => kind === 'slides' || kind === 'video') });
    return links.some(line => line.length > 0) ? [richText([[bold(talkTitle(talk))], ...links])] : [];
  });
  if (linked.length === 0)
    return [header(HEADING), aside('Slides and recordings appear here once the programme links to them.')];
  const left = linked.length - WITH_LINKS;
  return [
    header('Slides and recordings'),
    ...linked.slice(0, WITH_LINKS),
    ...(left > 0 ? [aside(`${left} more of your talks have slides or recordings: see their details.`)] : []),
  ];
}
