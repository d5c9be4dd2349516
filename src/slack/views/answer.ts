import type { DrawnAnswer } from '../../conversation/answer.ts';
import type { Answering } from '../../conversation/context.ts';
import { practicalNote } from '../../conversation/practical.ts';
import { shorten } from '../../text/display.ts';
import { agendaMessage } from './agenda.ts';
import { type Message, message } from './blocks/message.ts';
import { plain, richText } from './blocks/rich-text.ts';
import { help } from './help.ts';
import { listMessage } from './list.ts';
import { nothingFound, results } from './results.ts';
import { searchButtons } from './search-buttons.ts';

/** One page of an answer, from `offset` on; without one, from what people want to read first. */
export function answerMessage(answer: DrawnAnswer, offset?: number): Message {
  switch (answer.kind) {
    case 'help':
      return help(answer.context);
    case 'results':
      return results(answer.results, answer.context, offset ?? 0);
    case 'none':
      return nothingFound(answer.results, answer.context);
    case 'list':
      return listMessage(answer.list, answer.context, offset ?? 0);
    case 'practical':
      return practicalMessage(answer.topic, answer.context);
    case 'facts':
      return factMessage(answer.fact);
    case 'more':
      return moreMessage();
    case 'agenda':
      return agendaMessage(answer, answer.context, offset ?? answer.agenda.first);
  }
}

/** A conference's own words and a person's are as long as they like. */
const TEXT_LENGTH = 500;

/** Says that the programme does not answer a practical question, and leads to the search for its words. */
function practicalMessage(
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
function factMessage(fact: string): Message {
  const text = shorten(fact, TEXT_LENGTH);
  return message([richText([[plain(text)]])], text);
}

/** Words like `more` act on an answer; by themselves they have none. */
function moreMessage(): Message {
  const text =
    'To see more of an answer, press More under it. To find a talk, type /talk and what you remember.';
  return message([richText([[plain(text)]])], text);
}
