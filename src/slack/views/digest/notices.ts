import type { ChangesContext } from '../../../digests/messages.ts';
import type { Change } from '../../../programme/changes.ts';
import { timeOf } from '../../../programme/moment.ts';
import type { Session } from '../../../programme/sessions.ts';
import type { Message as StoredMessage } from '../../../store/delivery.ts';
import type { Digest } from '../../../store/digests.ts';
import { fitLines, type Message, message } from '../blocks/message.ts';
import { aside, bold, plain, richText } from '../blocks/rich-text.ts';
import { detailsMenu } from '../details-menu.ts';
import { ownTime } from '../when-and-where.ts';
import { APART, changePages, changesBlock } from './changes.ts';
import { footer } from './heading.ts';
import { composeLines, optionLabel, sessionText, splitIntoPages } from './lines.ts';

/** The reply in a digest's thread. Changes that do not fit are only counted: the messages above are edited anyway. */
export function changesNotice(
  _digest: Digest,
  changes: readonly Change[],
  { rehearsal }: ChangesContext,
): Message {
  const [lines = [], ...others] = changePages(changes, APART);
  const left = others.flat().length;
  const more = left === 0 ? '' : `And ${left} more: the messages above show the programme as it is now.`;
  const title = `${rehearsal ? 'Rehearsal: ' : ''}Changed since this was posted`;
  return message(
    [changesBlock(title, lines), ...(more === '' ? [] : [aside(more)])],
    fitLines([title], [...lines, ...(more === '' ? [] : [more])]),
  );
}

/** The changes of a burst, in the channel itself. Those that do not fit are counted: the programme has them. */
export function announcement(_digest: Digest, changes: readonly Change[], rehearsal: boolean): Message {
  const [lines = [], ...others] = changePages(changes, APART);
  const left = others.flat().length;
  const more = left === 0 ? '' : `And ${left} more: /talk changes`;
  const title = `${rehearsal ? 'Rehearsal: ' : ''}The programme has changed`;
  return message(
    [changesBlock(title, lines), ...(more === '' ? [] : [aside(more)])],
    fitLines([title], [...lines, ...(more === '' ? [] : [more])]),
  );
}

/** Announces talks that begin at the same time, by the time and not in minutes, since people may read it later. */
export function reminder(
  digest: Digest,
  sessions: readonly Session[],
  { folder, rehearsal }: { readonly folder: string; readonly rehearsal: boolean },
): Message {
  const [first] = sessions;
  const [lines = []] = splitIntoPages(composeLines(sessions, 0));
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

/** Replaces a part that has no sessions left: they were cancelled, or moved to another day or part. */
export function emptyPart(digest: Digest, part: 'first' | 'reply'): Message {
  const words =
    part === 'first'
      ? 'None of the sessions listed here take place on this day any more. The thread says what was cancelled and what moved.'
      : 'The sessions listed here have moved: they are in the other messages of this thread.';
  return message([aside(words), ...(part === 'first' ? [footer(digest)] : [])], words);
}

/** Marks a message that the channel may already have. */
export function markRepeated(first: StoredMessage): StoredMessage {
  const words = 'Possibly repeated: Slack did not confirm that this had arrived.';
  return { ...first, text: `${words}\n${first.text}`, blocks: [aside(words), ...first.blocks] };
}
