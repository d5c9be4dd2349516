import { starredBy } from '../../../conversation/context.ts';
import { getTalk } from '../../../mcp/tools/get-talk.ts';
import { findClashes } from '../../../people/my-talks.ts';
import type { Talk } from '../../../programme/talk.ts';
import { richText, safeUrl } from '../../views/blocks/rich-text.ts';
import { detailsMessage } from '../../views/details/talk-message.ts';
import { overlapLine } from '../../views/my-talks.ts';
import { drawerOf } from '../drawer.ts';
import { callButtons } from '../parts.ts';
import { toolActions } from '../tool-actions.ts';

const STARS_UNKNOWN = 'Your stars are not known right now.';

/** All of a talk that a message takes, since Slackbot opens no modal. */
export const drawTalk = drawerOf(getTalk, ({ structured, shown: [first], view }) => {
  if (first === undefined) return [];
  const { programme, reader } = view.asked;
  const talk = withSafeLinks(first.talk);
  const writer = { ...toolActions(view), details: () => undefined };
  const note = reader.stars === 'unavailable' ? STARS_UNKNOWN : undefined;
  const overlaps = overlapLine(findClashes(first.talk, starredBy(reader, programme), programme));
  return [
    ...detailsMessage({ talk, programme }, { reader, note, writer }).blocks,
    ...(overlaps.length === 0 ? [] : [richText([overlaps])]),
    ...callButtons(
      getTalk,
      'More like this',
      structured.similar.map(({ id, title }) => ({ label: title, args: { id } })),
    ),
  ];
});

/** Slackbot takes no other links, and shows no block of a message that has one. */
function withSafeLinks(talk: Talk): Talk {
  return { ...talk, links: talk.links.filter(({ url }) => safeUrl(url)?.startsWith('https:') === true) };
}
