import { conferenceName } from '../../programme/day-heading.ts';
import { formatDay } from '../../programme/moment.ts';
import type { Programme } from '../../programme/programme.ts';
import { listSome, pluralise } from '../../text/display.ts';
import { ENGLISH } from '../../words/en.ts';
import { html, joinMarkup } from '../html.ts';
import type { SiteContext } from './context.ts';
import { sitePage } from './site-page.ts';

/** Examples of filters, with the programme's own names. */
function searchHint({ days, rooms, tracks }: Programme): string {
  const [day, [room], [track]] = [days[0], rooms, tracks];
  const filters = [
    ...(day === undefined ? [] : [`day:${formatDay(day).slice(0, 3).toLowerCase()}`]),
    ...(room === undefined ? [] : [`room:"${room}"`]),
    ...(track === undefined ? [] : [`track:"${track}"`]),
    'speaker:name',
  ];
  return `Narrow it down by ${listSome(filters, filters.length)}`;
}

/** The first page: the days, and a search for those who have scripts. */
export function indexPage(context: SiteContext): string {
  const { programme, days } = context;
  const { conference, talkCount, speakers } = programme;
  const name = conferenceName(conference, ENGLISH);
  const links = days.map(
    ({ place, published }) =>
      html`<li><a href="${place}.html">${published.heading}</a> · ${published.facts.join(' · ')}</li>`,
  );
  return sitePage(
    {
      root: '',
      title: name,
      header: html`<h1 dir="auto">${name}</h1>
<p>${pluralise(talkCount, 'talk')} · ${pluralise(speakers.length, 'speaker')}</p>
<form id="search" role="search" hidden="hidden">
<label for="words">Search talks and speakers</label>
<input id="words" type="search" autocomplete="off" spellcheck="false" aria-describedby="hint" />
<p id="hint" class="facts">${searchHint(programme)}</p>
</form>`,
      main: html`<div id="found" aria-live="polite"></div>
<section class="entry"><h2>Days</h2>
<ul>${links}</ul>
</section>
<section class="entry"><h2>More</h2>
<ul>${joinMarkup([html`<li><a href="speakers.html">Speakers</a></li>`, html`<li><a href="tracks.html">Tracks</a></li>`, html`<li><a href="rooms.html">Rooms</a></li>`], '')}</ul>
</section>`,
      script: 'search.js',
    },
    context,
  );
}
