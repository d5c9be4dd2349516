import { shorten } from '../../text/display.ts';

/** Slack's limit. */
const TOPIC_LENGTH = 250;
/** With less room, nothing that is worth reading fits. */
const WORTH_LENGTH = 20;
const [BEGIN, END] = ['▶', '◀'];
/** Lectern's words, with the one space that it puts before them. Nobody else writes both signs. */
const OURS = new RegExp(` ?${BEGIN}[^${BEGIN}${END}]*${END}`, 'gu');

/**
 * A topic with these words behind those of people, or without any if they are empty. Of people's words none is touched,
 * wherever they stand; if there is no room, Lectern's are cut or left out. All of it is escaped, as Slack has it.
 */
export function topicWith(words: string, topic: string): string {
  const own = topic.replace(OURS, '');
  if (words === '') return own;
  const between = own === '' ? '' : ' ';
  const room = TOPIC_LENGTH - own.length - between.length - BEGIN.length - END.length - 2;
  if (room < WORTH_LENGTH) return own;
  const plain = words.replaceAll(BEGIN, '').replaceAll(END, '');
  const cut = shorten(plain, room).replace(/&[a-z]{0,3}…$/, '…');
  return `${own}${between}${BEGIN} ${cut} ${END}`;
}
