import { lineMessage, type Message, message } from '../blocks/message.ts';
import { person, plain, richText, withBold } from '../blocks/rich-text.ts';

const NAMED = 5;

/** The answer to a person for whom something is not; undefined if it is not known whether it is. */
export function organisersOnly(
  verb: 'insight' | 'feedback',
  organisers: readonly string[] | undefined,
): Message {
  if (organisers === undefined)
    return lineMessage('Lectern cannot tell right now who organises here: try again in a moment.');
  const says = `${verb === 'insight' ? 'Insight' : 'The file with all ratings'} is for organisers: `;
  const search =
    verb === 'insight'
      ? 'To search for the word, type `/talk "insight"`'
      : 'For your own ratings, type `/talk my ratings`';
  if (organisers.length === 0) {
    const who = 'nobody is named as one here, so the admins and owners of this workspace have it.';
    return message(
      [richText([[plain(`${says}${who}`)], withBold(search)])],
      `${says}${who}\n${search.replaceAll('`', '')}`,
    );
  }
  const named = organisers
    .slice(0, NAMED)
    .flatMap((id, place) => [plain(place === 0 ? 'ask ' : ', '), person(id)]);
  return message(
    [richText([[plain(says), ...named, plain('.')], withBold(search)])],
    `${says}ask one of them.\n${search.replaceAll('`', '')}`,
  );
}
