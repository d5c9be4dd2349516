import type { Speaker } from '../../programme/talk.ts';
import { shorten } from '../../text/display.ts';
import { ENGLISH } from '../../words/en.ts';
import type { Words } from '../../words/words.ts';
import { countLines, cutToLines } from './phone-lines.ts';

/** A room's name is recognised by so many characters. */
const ROOM_LENGTH = 14;
/** So many characters of a name are left in any case. */
const NAME_LENGTH = 8;
/** More than a line has room for. */
const TEXT_LENGTH = 100;

export interface Facts {
  readonly speakers: readonly Speaker[];
  /** A slot's time, and a shorter form of it for a full line; empty if a heading names it. */
  readonly time: string;
  readonly shortTime: string;
  /** The rooms; a talk that has none may show its track here. */
  readonly place: string;
  /** Where the names stand: before time and place, or after them. */
  readonly names: 'first' | 'last';
}

/**
 * The facts of a talk in one line of a phone: `Ada Lund · Tue 09:00–09:40 · Quay Hall`. If there is no room for all, the
 * end goes first, then all speakers but one (`Ada Lund +2`), then the first name (`A. Lund +2`), at last the ends of the
 * room's name and of the speaker's. *Details* and the message's text have them whole.
 */
export function factsLine(facts: Facts, words: Words = ENGLISH): string {
  const { time, shortTime, names } = facts;
  const fits = (line: string) => countLines(line) === 1;
  const write = (who: string, when: string, where: string) =>
    (names === 'first' ? [who, when, where] : [when, where, who]).filter(part => part !== '').join(' · ');
  const rooms = shorten(facts.place, TEXT_LENGTH);
  const all = shorten(speakerNames(facts.speakers, words), TEXT_LENGTH);
  const [first = '', ...others] = facts.speakers.map(speaker => shorten(speaker.name, TEXT_LENGTH));
  const more = others.length === 0 ? '' : ` +${others.length}`;
  const short = withInitial(first);
  const whole = [
    write(all, time, rooms),
    write(all, shortTime, rooms),
    write(`${first}${more}`, shortTime, rooms),
    write(`${short}${more}`, shortTime, rooms),
  ].find(fits);
  if (whole !== undefined) return whole;
  let [name, where] = [short, rooms];
  const line = () => write(`${name}${more}`, shortTime, where);
  while (!fits(line()) && where.length > ROOM_LENGTH) where = shorten(rooms, where.length - 1);
  while (!fits(line()) && name.length > NAME_LENGTH) name = shorten(short, name.length - 1);
  return cutToLines(line(), 1);
}

/** `Zoë van der Meer` as `Z. van der Meer`. A name of one word or in another script stays as it is. */
function withInitial(name: string): string {
  return name.replace(/^(\p{Script=Latin})[\p{Script=Latin}\p{M}'’-]+ (?=\S)/u, '$1. ');
}

/** `Ada Lund, Zoë van der Meer and 2 more` */
export function speakerNames(speakers: readonly Speaker[], words: Words = ENGLISH): string {
  const names = speakers.map(speaker => speaker.name);
  if (names.length <= 3) return names.join(', ');
  return words.sessions.andMore(names.slice(0, 2).join(', '), names.length - 2);
}
