import type { ChangesContext } from '../../../digests/messages.ts';
import type { Change } from '../../../programme/changes.ts';
import { timeOf } from '../../../programme/moment.ts';
import type { Session } from '../../../programme/sessions.ts';
import type { Message as StoredMessage } from '../../../store/delivery.ts';
import type { Digest } from '../../../store/digests.ts';
import { wordsIn } from '../../../words/catalogue.ts';
import type { Language } from '../../../words/languages.ts';
import { fitLines, type Message, message } from '../blocks/message.ts';
import { aside, bold, plain, richText } from '../blocks/rich-text.ts';
import { detailsMenu } from '../details-menu.ts';
import { ownTime } from '../when-and-where.ts';
import { APART, changePages, changesBlock, changesByDay, changesByDayBlock } from './changes.ts';
import { footer, headed } from './heading.ts';
import { composeLines, optionLabel, sessionText, splitIntoPages } from './lines.ts';

/**
 * The reply in a digest's thread; in that of a week the changes name their days. Changes that do not fit are only counted:
 * the messages above are edited anyway.
 */
export function changesNotice(
  { language, span }: Digest,
  changes: readonly Change[],
  { day, rehearsal }: ChangesContext,
): Message {
  const words = wordsIn(language);
  const [lines = [], ...others] = changePages(changes, APART, span === 'week' ? { words } : { words, day });
  const left = others.flat().length;
  const more = left === 0 ? '' : words.changes.more(left);
  const title = headed(words.changes.sincePosted, rehearsal, words);
  return message(
    [changesBlock(title, lines), ...(more === '' ? [] : [aside(more)])],
    fitLines([title], [...lines, ...(more === '' ? [] : [more])], words),
  );
}

/** The changes of a burst, by day, in the channel itself. Those that do not fit are counted: the programme has them. */
export function announcement({ language }: Digest, changes: readonly Change[], rehearsal: boolean): Message {
  const words = wordsIn(language);
  const { days, left } = changesByDay(changes, words);
  const more = left === 0 ? [] : [words.changes.moreAnnounced(left)];
  const title = headed(words.changes.announced, rehearsal, words);
  const lines = days.flatMap(({ day, lines }) => [...(day === undefined ? [] : [words.day(day)]), ...lines]);
  return message(
    [changesByDayBlock(title, days, words), ...more.map(aside)],
    fitLines([title], [...lines, ...more], words),
  );
}

/** Announces talks that begin at the same time, by the time and not in minutes, since people may read it later. */
export function reminder(
  digest: Digest,
  sessions: readonly Session[],
  { folder, rehearsal }: { readonly folder: string; readonly rehearsal: boolean },
): Message {
  const words = wordsIn(digest.language);
  const [first] = sessions;
  const [lines = []] = splitIntoPages(composeLines(sessions, 0, words));
  const shown = lines.map(line => line.session);
  const at = first === undefined ? '' : timeOf(first.slot.start);
  const title = headed(words.notices.startingAt(at), rehearsal, words);
  const left = sessions.length - shown.length;
  return message(
    [
      richText([
        [bold(title), ...(first === undefined ? [] : ownTime(first.slot, undefined, undefined, words))],
        ...lines.flatMap(line => line.paragraphs),
        [plain(left === 0 ? '' : words.notices.moreSoon(left))],
      ]),
      ...(shown.length === 0
        ? []
        : [
            detailsMenu(
              shown.map(each => ({ talk: each.talk, label: optionLabel(each, words) })),
              folder,
              words,
            ),
          ]),
      footer(digest),
    ],
    fitLines(
      [title],
      sessions.map(each => sessionText(each, words)),
      words,
    ),
  );
}

/** Replaces a part that has no sessions left: they were cancelled, or moved to another day or part. */
export function emptyPart(digest: Digest, part: 'first' | 'reply'): Message {
  const { emptyDay, emptyReply } = wordsIn(digest.language).notices;
  const words = part === 'first' ? emptyDay : emptyReply;
  return message([aside(words), ...(part === 'first' ? [footer(digest)] : [])], words);
}

/** Marks a message that the channel may already have. */
export function markRepeated(first: StoredMessage, language: Language): StoredMessage {
  const words = wordsIn(language).notices.repeated;
  return { ...first, text: `${words}\n${first.text}`, blocks: [aside(words), ...first.blocks] };
}
