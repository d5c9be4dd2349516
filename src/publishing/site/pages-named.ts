import { fold } from '../../text/fold.ts';
import { type Calendar, readDay } from '../../text/read-day.ts';

/** A page of a day, or the part of a page that is about a room or a track. */
export interface NamedPage {
  readonly name: string;
  /** The path from the site's root. */
  readonly place: string;
  /** The day that it is about. */
  readonly day?: string;
}

const SHOWN = 8;
const TIME = /(?<!\S)\d{1,2}[:.]\d\d(?!\S)/g;

/** The pages that typed words mean: a day, `monday 10:00`, or rooms and tracks that have each word, `main hall`. */
export function pagesNamed(typed: string, pages: readonly NamedPage[], today: string): readonly NamedPage[] {
  const days = pages.flatMap(({ day }) => day ?? []);
  const calendar: Calendar = { today, days };
  const meant = readDay(typed.trim(), calendar) ?? readDay(typed.replace(TIME, '').trim(), calendar);
  const words = wordsOf(typed);
  const isNamed = ({ name }: NamedPage) =>
    words.length > 0 && words.every(word => wordsOf(name).some(each => each.startsWith(word)));
  return pages.filter(page => (page.day === undefined ? isNamed(page) : page.day === meant)).slice(0, SHOWN);
}

function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '');
}
