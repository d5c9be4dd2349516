import { starredBy } from '../../../conversation/context.ts';
import { starTalk } from '../../../mcp/tools/star-talk.ts';
import { findClashes } from '../../../people/my-talks.ts';
import { conferenceKey } from '../../../programme/conference.ts';
import { plain, richText } from '../../views/blocks/rich-text.ts';
import { overlapLine } from '../../views/my-talks.ts';
import { talkRow } from '../../views/row.ts';
import { listedDays } from '../../views/when-and-where.ts';
import { drawerOf } from '../drawer.ts';
import { toolActions } from '../tool-actions.ts';

/** The talk with its other button, and what it overlaps. */
export const drawStar = drawerOf(starTalk, ({ structured, shown: [first], view }) => {
  if (first === undefined) return [];
  const { talk } = first;
  const { starred, changed } = structured;
  const { programme, reader } = view.asked;
  const { conference } = programme;
  const others = starredBy(reader, programme);
  // The stars of the answer were read before this one changed.
  const stars = new Map([[conferenceKey(conference), new Set(starred ? [talk.id] : [])]]);
  const days = listedDays(talk.slots.slice(0, 1), {
    timeZone: conference.timeZone,
    readerZone: reader.zone,
  });
  return [
    richText([[plain(sentenceFor(starred, changed))], days.line]),
    ...talkRow(talk, {
      ...{ reader: { ...reader, stars }, words: undefined, conference, page: undefined },
      ...{ days: days.style, writer: toolActions(view) },
    }),
    ...overlapBlocks(starred ? findClashes(talk, others, programme) : []),
  ];
});

function overlapBlocks(clashes: Parameters<typeof overlapLine>[0]) {
  return clashes.length === 0 ? [] : [richText([overlapLine(clashes)])];
}

function sentenceFor(starred: boolean, changed: boolean): string {
  if (starred) return changed ? 'Starred: it is one of your talks.' : 'It is already one of your talks.';
  return changed ? 'It is no longer one of your talks.' : 'It was not one of your talks.';
}
