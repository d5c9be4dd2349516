import { formatTimes, timeOf } from '../programme/moment.ts';
import { isPause, type Slot, speakerNames, type Talk } from '../programme/talk.ts';
import { summarise } from '../search/summary/summarise.ts';
import type { Words } from '../words/words.ts';
import type { PublishedDay, PublishedEntry, PublishedGroup } from './day.ts';
import { SUMMARY_LENGTH_OF_DAY } from './day-markdown.ts';
import { html, joinMarkup, type Markup } from './html.ts';
import { page } from './page.ts';
import type { AddressOf } from './talk-address.ts';

/** Writes a day as one file that needs nothing else: to be put on a website, mailed, or printed. */
export function dayHtml(day: PublishedDay, addressOf: AddressOf): string {
  return page({
    title: `${day.conference}: ${day.heading}`,
    header: dayHeader(day),
    main: dayGroups(day, addressOf),
    language: day.words.language,
    url: day.url,
    conference: day.conference,
  });
}

export function dayHeader({ subtitle, heading, facts }: PublishedDay): Markup {
  return html`<p class="conference" dir="auto">${subtitle}</p>
<h1>${heading}</h1>
<p>${facts.join(' · ')}</p>`;
}

/** The entries of a day, by time. */
export function dayGroups(
  { groups, words }: Pick<PublishedDay, 'groups' | 'words'>,
  addressOf: AddressOf,
): Markup {
  return joinMarkup(
    groups.map((group, index) => groupSection(group, { addressOf, words, id: `at-${index + 1}` })),
  );
}

interface EntryContext {
  readonly addressOf: AddressOf;
  readonly words: Words;
}

function groupSection(
  { heading, start, entries }: PublishedGroup,
  { id, ...context }: EntryContext & { readonly id: string },
): Markup {
  const items = html`<ul>
${entries.map(entry => html`<li${classOf(entry)}>${entryMarkup(entry, context)}</li>`)}
</ul>`;
  if (heading === '') return html`<div class="group">${items}</div>`;
  const time = start === undefined ? html`${heading}` : timeMarkup(start, heading);
  return html`<section class="group" aria-labelledby="${id}">
<h2 id="${id}">${time}</h2>
${items}
</section>`;
}

function classOf({ talk }: PublishedEntry): Markup {
  if (talk.status === 'cancelled') return html` class="cancelled"`;
  return isPause(talk) ? html` class="pause"` : html``;
}

function entryMarkup({ talk, slot }: PublishedEntry, { addressOf, words }: EntryContext): Markup {
  const address = addressOf(talk);
  const title = html`<span dir="auto"${languageOf(talk)}>${oneLine(talk.title)}</span>`;
  const named = address === undefined ? title : html`<a href="${address}">${title}</a>`;
  const mark = cancelledMark(talk, words);
  const summary = isPause(talk) ? '' : summarise(talk.abstract, { length: SUMMARY_LENGTH_OF_DAY });
  return joinMarkup(
    [
      isPause(talk) ? html`<p class="title">${mark}${named}</p>` : html`<h3>${mark}${named}</h3>`,
      factsOfEntry({ talk, slot }),
      ...(summary === '' ? [] : [html`<p dir="auto"${languageOf(talk)}>${oneLine(summary)}</p>`]),
    ],
    '',
  );
}

/** `CANCELLED:` before the title of a talk that is; empty for others. */
export function cancelledMark({ status }: Pick<Talk, 'status'>, words: Words): Markup {
  return status === 'cancelled' ? html`<strong>${words.sessions.cancelled('').trim()}</strong> ` : html``;
}

/** Time, rooms, track and speakers; each text keeps its own direction. */
function factsOfEntry({ talk, slot }: PublishedEntry): Markup {
  const texts = [...(slot?.rooms ?? []), talk.track ?? '', speakerNames(talk)].map(oneLine);
  const parts = [
    // Above those without a clock time stands a heading that says so.
    ...(slot === undefined || slot.untimed !== undefined ? [] : [slotMarkup(slot)]),
    ...texts.filter(text => text !== '').map(text => html`<bdi>${text}</bdi>`),
  ];
  return parts.length === 0 ? html`` : html`<p class="facts">${joinMarkup(parts, ' · ')}</p>`;
}

/** `09:00–09:40`, each as a time that programs read. */
export function slotMarkup(slot: Slot): Markup {
  const { start, end, untimed } = slot;
  if (untimed !== undefined) return html`${formatTimes(slot)}`;
  const from = timeMarkup(start, timeOf(start));
  return end === undefined ? from : html`${from}–${timeMarkup(end, timeOf(end))}`;
}

function timeMarkup(moment: string, text: string): Markup {
  return html`<time datetime="${moment}">${text}</time>`;
}

/** The language of a talk's texts, if it is one: voices read them aloud by it. */
export function languageOf({ languages: [language, ...others] }: Talk): Markup {
  return language === undefined || others.length > 0 ? html`` : html` lang="${language}"`;
}

export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
