import { conferenceName } from '../../programme/day-heading.ts';
import { ENGLISH } from '../../words/en.ts';
import { html, joinMarkup, type Markup } from '../html.ts';
import { type PageContent, page } from '../page.ts';
import type { SiteContext } from './context.ts';

interface SitePage extends Pick<PageContent, 'title' | 'header' | 'main' | 'script'> {
  /** Leads from the page to the site's root. */
  readonly root: '' | '../';
}

/** A page of a site, with links to the others at its top and the conference's own website at its end. */
export function sitePage({ root, ...content }: SitePage, { programme }: SiteContext): string {
  const { conference } = programme;
  return page({
    ...content,
    nav: siteNav(root),
    conference: conferenceName(conference, ENGLISH),
    url: conference.url,
  });
}

function siteNav(root: string): Markup {
  const links = [
    ['index.html', 'Programme'],
    ['speakers.html', 'Speakers'],
    ['tracks.html', 'Tracks'],
    ['rooms.html', 'Rooms'],
  ].map(([path = '', name = '']) => html`<a href="${root}${path}">${name}</a>`);
  return html`<nav aria-label="Site">${joinMarkup(links, ' · ')}</nav>`;
}
