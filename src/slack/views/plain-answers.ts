import type { Answering } from '../../conversation/context.ts';
import { practicalNote } from '../../conversation/practical.ts';
import { shorten } from '../../text/display.ts';
import { type Message, message } from './blocks/message.ts';
import { plain, richText } from './blocks/rich-text.ts';
import { searchButtons } from './search-buttons.ts';

/** A conference's own words and a person's are as long as they like. */
const TEXT_LENGTH = 500;

/** Says that the programme does not answer a practical question, and leads to the search for its words. */
export function practicalMessage(
  topic: string,
  { programme, prefix }: Pick<Answering, 'programme' | 'prefix'>,
): Message {
  const note = shorten(practicalNote(topic, programme), TEXT_LENGTH);
  return message(
    [
      richText([[plain(note)]]),
      ...searchButtons({
        heading: 'Search the talks instead',
        row: 'practical',
        suggestions: [{ label: topic, query: `${prefix}"${topic}"` }],
      }),
    ],
    note,
  );
}

/** The organiser's own words, as plain text: nothing in them is markup. */
export function factMessage(fact: string): Message {
  const text = shorten(fact, TEXT_LENGTH);
  return message([richText([[plain(text)]])], text);
}

/** Words like `more` act on an answer; by themselves they have none. */
export function moreMessage(): Message {
  const text =
    'To see more of an answer, press More under it. To find a talk, type /talk and what you remember.';
  return message([richText([[plain(text)]])], text);
}
