import { type DrawnAnswer, UNCLEAR } from '../../conversation/answer.ts';
import type { Answering, Reader } from '../../conversation/context.ts';
import { practicalNote } from '../../conversation/practical.ts';
import { shorten } from '../../text/display.ts';
import { BLOCK, BLOCK_ID_LENGTH } from '../action-ids.ts';
import { agendaMessage } from './agenda.ts';
import { lineMessage, type Message, message } from './blocks/message.ts';
import { drawBlocks, type MessagePart, ReadyBlocks } from './blocks/ready-blocks.ts';
import { plain, richText } from './blocks/rich-text.ts';
import { calendarButtons } from './calendar/calendar-button.ts';
import { help } from './help.ts';
import { settingsMessage } from './home/settings.ts';
import { listMessage } from './list.ts';
import { myTalksMessage } from './my-talks.ts';
import { nothingFound, results } from './results.ts';
import { searchButtons } from './search-buttons.ts';

/**
 * One page of an answer, from `offset` on; without one, from what people want to read first. Its first block is named by
 * the words that ask for it again.
 */
export function answerMessage(answer: DrawnAnswer, offset?: number): Message {
  const { blocks, ...others } = nameFirstBlock(drawAnswer(answer, offset), answer);
  return { blocks: drawBlocks(blocks), ...others };
}

/** The same as an acknowledgement that one person sees. Its rows are drawn only for those who read them as blocks. */
export function answerAside(answer: DrawnAnswer): AsideAnswer {
  return new AsideAnswer(nameFirstBlock(drawAnswer(answer, undefined), answer));
}

/** JSON.stringify gets all of it as plain blocks. */
class AsideAnswer implements Message<MessagePart> {
  readonly response_type = 'ephemeral';
  readonly blocks: MessagePart[];
  readonly text: string;
  readonly unfurl_links: false;
  readonly unfurl_media: false;

  constructor({ blocks, text, unfurl_links, unfurl_media }: Message<MessagePart>) {
    this.blocks = blocks;
    this.text = text;
    this.unfurl_links = unfurl_links;
    this.unfurl_media = unfurl_media;
  }

  toJSON(): object {
    return { ...this, blocks: drawBlocks(this.blocks) };
  }
}

function nameFirstBlock(drawn: Message<MessagePart>, answer: DrawnAnswer): Message<MessagePart> {
  const asked = askedIn(answer);
  const [first] = drawn.blocks;
  if (asked === undefined || first === undefined || first instanceof ReadyBlocks) return drawn;
  const whole = BLOCK.asked + asked;
  const name = whole.length > BLOCK_ID_LENGTH ? BLOCK.asked : whole;
  return { ...drawn, blocks: drawn.blocks.with(0, { ...first, block_id: name }) };
}

/** The words that ask for an answer again; undefined if nothing can follow it. */
function askedIn(answer: DrawnAnswer): string | undefined {
  switch (answer.kind) {
    case 'results':
    case 'none':
      return answer.results.asked;
    case 'agenda':
    case 'mine':
      return answer.asked;
    case 'list':
      return answer.context.prefix + answer.list;
    default:
      return undefined;
  }
}

function drawAnswer(answer: DrawnAnswer, offset: number | undefined): Message<MessagePart> {
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
      return moreMessage(answer.context.reader);
    case 'thanks':
      return lineMessage('Glad to help. To find another talk, type what you remember of it.');
    case 'settings':
      return settingsMessage();
    case 'unclear':
      return lineMessage(UNCLEAR);
    case 'mine':
      return myTalksMessage(answer, answer.context, offset);
    case 'agenda':
      return agendaMessage(
        { ...answer, beside: calendarButtons(answer) },
        answer.context,
        offset ?? answer.agenda.first,
      );
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
  return lineMessage(shorten(fact, TEXT_LENGTH));
}

/** Words like `more` act on an answer; by themselves they have none. In a channel Lectern reads no earlier messages. */
function moreMessage({ place }: Pick<Reader, 'place'>): Message {
  return lineMessage(
    place === 'thread'
      ? 'Lectern reads no earlier messages in a channel. Type /talk and the same words, and press More under the answer; in a direct message, more will do.'
      : 'To see more of an answer, press More under it; to star a talk, press Star below it. To find a talk, type /talk and what you remember.',
  );
}
