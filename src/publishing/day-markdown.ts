import { formatTimes } from '../programme/moment.ts';
import { isPause, speakerNames } from '../programme/talk.ts';
import { summarise } from '../search/summary/summarise.ts';
import type { Words } from '../words/words.ts';
import type { PublishedDay, PublishedEntry } from './day.ts';
import { markdownText } from './markdown-text.ts';
import type { AddressOf } from './talk-address.ts';

/** Two or three lines of a newsletter. */
export const SUMMARY_LENGTH_OF_DAY = 240;

/** Writes a day in Markdown (CommonMark), for a newsletter. */
export function dayMarkdown(
  { subtitle, heading, facts, groups, words }: PublishedDay,
  addressOf: AddressOf,
): string {
  const paragraphs = [
    `# ${markdownText(heading)}`,
    markdownText([subtitle, ...facts].join(' · ')),
    ...groups.flatMap(group => [
      ...(group.heading === '' ? [] : [`## ${markdownText(group.heading)}`]),
      ...group.entries.flatMap(entry => entryParagraphs(entry, { addressOf, words })),
    ]),
  ];
  return `${paragraphs.filter(paragraph => paragraph !== '').join('\n\n')}\n`;
}

function entryParagraphs(
  { talk, slot }: PublishedEntry,
  { addressOf, words }: { readonly addressOf: AddressOf; readonly words: Words },
): readonly string[] {
  // Above those without a clock time stands a heading that says so.
  const times = slot === undefined || slot.untimed !== undefined ? '' : formatTimes(slot, words);
  const rooms = slot === undefined ? '' : slot.rooms.join(', ');
  const title = talk.status === 'cancelled' ? words.sessions.cancelled(talk.title) : talk.title;
  if (isPause(talk)) return [line([times, title, rooms])];
  const address = addressOf(talk);
  const heading = markdownText(title);
  return [
    `### ${address === undefined ? heading : `[${heading}](${withoutParentheses(address)})`}`,
    line([times, rooms, talk.track ?? '', speakerNames(talk)]),
    markdownText(summarise(talk.abstract, { length: SUMMARY_LENGTH_OF_DAY })),
  ];
}

function line(parts: readonly string[]): string {
  return markdownText(parts.filter(part => part.trim() !== '').join(' · '));
}

/** The other characters that would end a link's target do not stand in a URI. */
function withoutParentheses(uri: string): string {
  return uri.replaceAll('(', '%28').replaceAll(')', '%29');
}
