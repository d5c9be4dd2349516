import { conferenceName } from '../../programme/day-heading.ts';
import { formatSlot } from '../../programme/moment.ts';
import type { Session } from '../../programme/sessions.ts';
import { isPause, type Talk } from '../../programme/talk.ts';
import { compare, groupByEach } from '../../text/keys.ts';
import { ENGLISH } from '../../words/en.ts';
import { cancelledMark, languageOf, oneLine } from '../day-html.ts';
import { html, joinMarkup, type Markup } from '../html.ts';
import type { SiteContext, SitePlaces } from './context.ts';
import { sitePage } from './site-page.ts';

/** Everybody who speaks, by name, with their talks. */
export function speakersPage(context: SiteContext): string {
  const { programme, places } = context;
  const speakers = [...programme.speakers].sort(
    (a, b) => a.name.localeCompare(b.name, 'en') || compare(a.id, b.id),
  );
  const sections = speakers.map(({ id, name, affiliation }) => ({
    id: places.speaker(id),
    heading: name,
    facts: affiliation ?? '',
    items: programme.talksBy(id).map(talk => talkItem(talk, places)),
  }));
  return listPage('Speakers', sections, context);
}

export function tracksPage(context: SiteContext): string {
  const { programme, places } = context;
  const sections = programme.tracks.map(track => ({
    id: places.track(track),
    heading: track,
    facts: '',
    items: programme
      .talksIn(track)
      .filter(talk => !isPause(talk))
      .map(talk => talkItem(talk, places)),
  }));
  return listPage('Tracks', sections, context);
}

/** Each room with its sessions by time. */
export function roomsPage(context: SiteContext): string {
  const { programme, places } = context;
  const byRoom = groupByEach<Session>(programme.sessions, ({ slot }) => slot.rooms);
  const sections = programme.rooms.map(room => ({
    id: places.room(room),
    heading: room,
    facts: '',
    items: (byRoom.get(room) ?? []).map(
      ({ talk, slot }) => html`${formatSlot(slot)} · ${linkTo(talk, places)}`,
    ),
  }));
  return listPage('Rooms', sections, context);
}

interface ListSection {
  readonly id: string;
  readonly heading: string;
  readonly facts: string;
  readonly items: readonly Markup[];
}

function listPage(title: string, sections: readonly ListSection[], context: SiteContext): string {
  const name = conferenceName(context.programme.conference, ENGLISH);
  return sitePage(
    {
      root: '',
      title: `${name}: ${title}`,
      header: html`<p class="conference" dir="auto">${name}</p>\n<h1>${title}</h1>`,
      main:
        sections.length === 0
          ? html`<p>The programme names none.</p>`
          : joinMarkup(sections.map(sectionMarkup)),
    },
    context,
  );
}

function sectionMarkup({ id, heading, facts, items }: ListSection): Markup {
  const below = facts === '' ? html`` : html`<p class="facts" dir="auto">${oneLine(facts)}</p>`;
  const list = items.length === 0 ? html`` : html`<ul>${items.map(item => html`<li>${item}</li>`)}</ul>`;
  return html`<section class="entry" id="${id}">
<h2 dir="auto">${oneLine(heading) || 'Without a name'}</h2>${below}
${list}
</section>`;
}

function talkItem(talk: Talk, places: SitePlaces): Markup {
  const [slot] = talk.slots;
  return slot === undefined ? linkTo(talk, places) : html`${linkTo(talk, places)} · ${formatSlot(slot)}`;
}

function linkTo(talk: Talk, places: SitePlaces): Markup {
  const title = html`<span dir="auto"${languageOf(talk)}>${oneLine(talk.title) || 'Untitled'}</span>`;
  const mark = cancelledMark(talk, ENGLISH);
  return isPause(talk) ? html`${mark}${title}` : html`${mark}<a href="${places.talk(talk)}">${title}</a>`;
}
