import { formatSlot } from '../../programme/moment.ts';
import { speakerNames, type Talk } from '../../programme/talk.ts';
import type { QueryWords, SearchResult } from '../../search/search-result.ts';
import { highlight } from '../../search/summary/highlight.ts';
import { summarise } from '../../search/summary/summarise.ts';
import { pluralise } from '../../text/display.ts';
import { printable, type Style } from '../io.ts';
import { SUMMARY_LENGTH } from '../talk-json.ts';
import type { Found } from './search-json.ts';

export type Paint = (style: Style, text: string) => string;

interface Layout {
  readonly limit: number;
  readonly paint: Paint;
}

/** The answer for people: how many match, who is meant, and a few lines on each talk. */
export function searchText({ result, programme }: Found, { limit, paint }: Layout): string {
  const shown = result.talks.slice(0, limit);
  const paragraphs = [
    [heading(result, shown.length), ...result.notes].map(printable),
    ...result.speakers.map(({ speaker }) => [
      paint('bold', printable(speaker.name)),
      marked(
        summarise(speaker.bio, { subject: 'person', words: result.words, length: SUMMARY_LENGTH }),
        result.words,
        paint,
      ),
      ...programme.talksBy(speaker.id).map(talk => `- ${printable(talk.title)}`),
    ]),
    ...shown.map(talk => talkLines(talk, result.words, paint)),
  ];
  return `${paragraphs.map(lines => lines.filter(line => line !== '').join('\n')).join('\n\n')}\n`;
}

function heading({ query, talks, speakers, correction, nearest }: SearchResult, shown: number): string {
  if (talks.length === 0 && speakers.length === 0) {
    const others = nearest.length === 0 ? '' : ` Perhaps: ${nearest.join(', ')}.`;
    return `Nothing matches "${query}".${others}`;
  }
  const count = pluralise(talks.length, 'talk');
  const range = shown < talks.length ? `, the best ${shown}` : '';
  return correction === undefined
    ? `${count} for "${query}"${range}`
    : `${count} for "${correction}" (you typed "${query}")${range}`;
}

function talkLines(talk: Talk, words: QueryWords, paint: Paint): readonly string[] {
  return [
    paint('bold', printable(talk.title)),
    detailsOf(talk),
    marked(summarise(talk.abstract, { words, length: SUMMARY_LENGTH }), words, paint),
    paint('dim', printable(talk.id)),
  ];
}

/** Speakers, track, times and rooms, as far as they are known; a cancelled talk says so first. */
export function detailsOf({ status, speakers, track, slots }: Talk): string {
  const times = slots.map(slot => [formatSlot(slot), ...slot.rooms].join(', '));
  const parts = [
    status === 'cancelled' ? 'cancelled' : '',
    speakerNames({ speakers }),
    track ?? '',
    times.join('; '),
  ];
  return printable(parts.filter(part => part !== '').join(' · '));
}

function marked(text: string, words: QueryWords, paint: Paint): string {
  return highlight(printable(text), words)
    .map(piece => (piece.strong ? paint('bold', piece.text) : piece.text))
    .join('');
}
