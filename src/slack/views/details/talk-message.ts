import type { types } from '@slack/bolt';
import { type Reader, starredBy } from '../../../conversation/context.ts';
import type { Programme } from '../../../programme/programme.ts';
import { speakerNames, type Talk } from '../../../programme/talk.ts';
import { shorten } from '../../../text/display.ts';
import { BLOCK } from '../../action-ids.ts';
import type { TalkOfProgramme } from '../../button-values.ts';
import { messageActions } from '../actions/message-actions.ts';
import { type ActionWriter, detailsButton } from '../actions/talk-buttons.ts';
import { actionBlocks } from '../blocks/button.ts';
import { type Message, message } from '../blocks/message.ts';
import { asideIfAny, bold, header, plain, richText } from '../blocks/rich-text.ts';
import { HEADER_LENGTH, linksOf, shareAndStar, talkFacts, textBlock } from '../details.ts';
import { describeTalk } from '../results.ts';
import { joinParts, slotParts } from '../when-and-where.ts';

/** The parts of a talk that a message takes: Slack counts all its text, and refuses more than about 11,000 characters. */
const MESSAGE = { abstract: 3000, speakers: 4, bio: 500, slots: 5 };

interface TalkMessageContext {
  readonly reader: Pick<Reader, 'stars'>;
  /** A line below its buttons. */
  readonly note: string | undefined;
  /** Writes the actions of its buttons; those for Lectern's own listeners unless it is given. */
  readonly writer?: ActionWriter;
}

/** The most that a message can show of a talk, for those who type for it: no typed word can open a modal. */
export function detailsMessage(
  { talk, programme }: TalkOfProgramme,
  context: TalkMessageContext & { readonly reader: Pick<Reader, 'zone'> },
): Message {
  const { reader, note } = context;
  const speakers = talk.speakers.slice(0, MESSAGE.speakers);
  const blocks = [
    { ...header(shorten(talk.title, HEADER_LENGTH)), block_id: BLOCK.opened },
    ...textBlock([
      ...(talk.status === 'cancelled' ? [[bold('This talk is cancelled.')]] : []),
      [plain(shorten(speakerNames(talk), HEADER_LENGTH))],
      ...talk.slots.slice(0, MESSAGE.slots).map(slot => joinParts(slotParts(slot, reader.zone))),
      ...talkFacts(talk),
    ]),
    ...textBlock([[plain(shorten(talk.abstract, MESSAGE.abstract) || 'There is no abstract.')]]),
    ...textBlock(linksOf(talk)),
    ...speakers
      .filter(({ bio }) => bio !== '')
      .map(({ name, bio }) =>
        richText([[bold(shorten(name, HEADER_LENGTH))], [plain(shorten(bio, MESSAGE.bio))]]),
      ),
    ...talkButtons(talk, programme, context),
    ...asideIfAny(note),
  ];
  return message(
    blocks,
    [describeTalk(talk), shorten(talk.abstract, MESSAGE.abstract), note].filter(Boolean).join('\n'),
  );
}

/** Leads to the field that asks where to share a talk, which only a button can open. */
export function shareMessage(
  { talk, programme }: TalkOfProgramme,
  context: Pick<TalkMessageContext, 'reader' | 'note'>,
): Message {
  const { note } = context;
  const says = 'Press Share... and choose where.';
  const blocks = [
    { ...richText([[bold(shorten(talk.title, HEADER_LENGTH))], [plain(says)]]), block_id: BLOCK.opened },
    ...talkButtons(talk, programme, context),
    ...asideIfAny(note),
  ];
  return message(blocks, [describeTalk(talk), says, note].filter(Boolean).join('\n'));
}

/** A break has no details and is nothing to share. */
function talkButtons(
  talk: Talk,
  programme: Programme,
  { reader, writer = messageActions(programme.conference.folder) }: TalkMessageContext,
): types.KnownBlock[] {
  if (talk.kind === 'break') return [];
  return actionBlocks([
    ...detailsButton(talk, writer),
    ...shareAndStar(talk, writer, starredBy(reader, programme).has(talk.id)),
  ]);
}
