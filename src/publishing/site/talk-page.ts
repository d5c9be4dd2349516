import { toUri } from '../../exporters/escape.ts';
import { conferenceName } from '../../programme/day-heading.ts';
import { formatDay } from '../../programme/moment.ts';
import type { Link, Slot, Speaker, Talk } from '../../programme/talk.ts';
import { formatLanguage } from '../../text/languages.ts';
import { ENGLISH } from '../../words/en.ts';
import { cancelledMark, languageOf, oneLine, slotMarkup } from '../day-html.ts';
import { html, joinMarkup, type Markup } from '../html.ts';
import type { SiteContext } from './context.ts';
import { sitePage } from './site-page.ts';

/** A talk as a whole: when and where, its abstract, its speakers and its links. */
export function talkPage(talk: Talk, context: SiteContext): string {
  const name = conferenceName(context.programme.conference, ENGLISH);
  const title = oneLine(talk.title) || 'Untitled';
  const mark = cancelledMark(talk, ENGLISH);
  return sitePage(
    {
      root: '../',
      title: `${title} (${name})`,
      header: html`<p class="conference" dir="auto">${name}</p>
<h1>${mark}<span dir="auto"${languageOf(talk)}>${title}</span></h1>
${talk.slots.map(slot => slotLine(slot, context))}
${factsOfTalk(talk, context)}`,
      main: joinMarkup([abstractOf(talk), speakersOf(talk.speakers, context), linksOf(talk.links)]),
    },
    context,
  );
}

/** `Tue 11 May · 09:00–09:40 · Quay Hall` */
function slotLine(slot: Slot, { places }: SiteContext): Markup {
  const rooms = slot.rooms.map(
    room =>
      html` · <a href="../rooms.html#${places.room(room)}"><bdi>${oneLine(room) || 'Without a name'}</bdi></a>`,
  );
  return html`<p><a href="../${places.day(slot.day)}.html">${formatDay(slot.day)}</a> · ${slotMarkup(slot)}${joinMarkup(rooms, '')}</p>`;
}

function factsOfTalk({ track, level, languages }: Talk, { places }: SiteContext): Markup {
  const facts = [
    ...(track === undefined
      ? []
      : [html`<a href="../tracks.html#${places.track(track)}"><bdi>${oneLine(track) || 'Track'}</bdi></a>`]),
    ...[level ?? '', ...languages.map(formatLanguage)]
      .filter(text => text.trim() !== '')
      .map(text => html`<bdi>${oneLine(text)}</bdi>`),
  ];
  return facts.length === 0 ? html`` : html`<p>${joinMarkup(facts, ' · ')}</p>`;
}

function abstractOf(talk: Talk): Markup {
  const paragraphs = paragraphsOf(talk.abstract);
  if (paragraphs.length === 0) return html``;
  return html`<section class="group text" aria-label="Abstract"${languageOf(talk)}>${paragraphs}</section>`;
}

function speakersOf(speakers: readonly Speaker[], { places }: SiteContext): Markup {
  return joinMarkup(
    speakers.map(
      ({ id, name, affiliation, bio }) => html`<section class="group text">
<h2 dir="auto"><a href="../speakers.html#${places.speaker(id)}">${oneLine(name) || 'Without a name'}</a></h2>
${affiliation === undefined || affiliation.trim() === '' ? html`` : html`<p class="facts" dir="auto">${oneLine(affiliation)}</p>`}
${paragraphsOf(bio)}
</section>`,
    ),
  );
}

function linksOf(links: readonly Link[]): Markup {
  const items = links.flatMap(({ url, title }) => {
    const uri = toUri(url);
    return uri === undefined
      ? []
      : [html`<li><a href="${uri}" rel="nofollow"><bdi>${oneLine(title) || uri}</bdi></a></li>`];
  });
  return items.length === 0
    ? html``
    : html`<section class="group text"><h2>Links</h2><ul>${items}</ul></section>`;
}

function paragraphsOf(text: string): readonly Markup[] {
  return text
    .split(/\n{2,}/)
    .map(paragraph => paragraph.trim())
    .filter(paragraph => paragraph !== '')
    .map(paragraph => html`<p dir="auto">${paragraph}</p>`);
}
