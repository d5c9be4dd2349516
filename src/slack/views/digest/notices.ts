import type { Change } from '../../../programme/changes.ts';
import { timeOf } from '../../../programme/moment.ts';
import type { Session } from '../../../programme/session.ts';
import type { Message as StoredMessage } from '../../../store/delivery.ts';
import type { Digest } from '../../../store/digests.ts';
import { fitLines, type Message, message } from '../blocks/message.ts';
import { aside, bold, plain, richText } from '../blocks/rich-text.ts';
import { detailsMenu } from '../details-menu.ts';
import { ownTime } from '../when-and-where.ts';
import { APART, changePages, changesBlock } from './changes.ts';
import { footer } from './heading.ts';
import { linesOf, optionLabel, pagesOf, sessionText } from './lines.ts';

const SOON_DETAIL = { title: 120, names: 60, rooms: 60, summary: 0 };

/** The reply in a digest's thread. What does not fit is counted: the messages above are changed in place. */
export function changedNotice(changes: readonly Change[], rehearsal: boolean): Message {
  const [lines = [], ...others] = changePages(changes, APART);
  const left = others.flat().length;
  const more = left === 0 ? '' : `And ${left} more: the messages above are as the programme is now.`;
  const title = `${rehearsal ? 'Rehearsal: ' : ''}Changed since this was posted`;
  return message(
    [changesBlock(title, lines), ...(more === '' ? [] : [aside(more)])],
    fitLines([title], [...lines, ...(more === '' ? [] : [more])]),
  );
}

/** Before talks that begin at the same time. Slack itself counts the minutes, whenever this is read. */
export function soonNotice(
  digest: Digest,
  sessions: readonly Session[],
  { folder, rehearsal }: { readonly folder: string; readonly rehearsal: boolean },
): Message {
  const [first] = sessions;
  const [lines = []] = pagesOf(linesOf(sessions, SOON_DETAIL));
  const shown = lines.map(line => line.session);
  const at = first === undefined ? '' : timeOf(first.slot.start);
  const title = `${rehearsal ? 'Rehearsal: ' : ''}Starting at ${at}`;
  const left = sessions.length - shown.length;
  return message(
    [
      richText([
        [bold(title), ...(first === undefined ? [] : ownTime(first.slot, undefined))],
        ...lines.flatMap(line => line.paragraphs),
        [plain(left === 0 ? '' : `And ${left} more: /talk next`)],
      ]),
      ...(shown.length === 0
        ? []
        : [
            detailsMenu(
              shown.map(each => ({ talk: each.talk, label: optionLabel(each) })),
              folder,
            ),
          ]),
      footer(digest),
    ],
    fitLines([title], sessions.map(sessionText)),
  );
}

/** Nothing of a day is left, or nothing that would not stand in the messages before this one. */
export function emptiedPart(digest: Digest, part: 'first' | 'reply'): Message {
  const words =
    part === 'first'
      ? 'Nothing of what stood here takes place on this day any more. The thread says what was cancelled and what has moved.'
      : 'The sessions that stood here have moved: the other messages of this thread have them.';
  return message([aside(words), ...(part === 'first' ? [footer(digest)] : [])], words);
}

/** The same message, which may stand in the channel already. */
export function repeatedMessage(first: StoredMessage): StoredMessage {
  const words = 'Possibly repeated: Slack did not say whether this had arrived.';
  return { ...first, text: `${words}\n${first.text}`, blocks: [aside(words), ...first.blocks] };
}
