import { toUri } from '../exporters/escape.ts';
import { html, type Markup } from './html.ts';
import { STYLE } from './style.ts';

export interface PageContent {
  readonly title: string;
  readonly header: Markup;
  readonly main: Markup;
  readonly conference: string;
  /** That of the conference's website, if it is known. */
  readonly url: string | undefined;
  /** The language of all words that are no text of the programme; English without it. */
  readonly language?: string;
  /** Links to other pages of a site. */
  readonly nav?: Markup;
  /** The address of a script beside the page. */
  readonly script?: string;
}

/** Nothing is loaded from anywhere, whatever a text may have got into the page. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/** The same with scripts beside the page; a page on a disk has no origin, but its scheme. */
const WITH_SCRIPT = `${POLICY}; script-src 'self' file:`;

/** A page of one file, as XML reads it too: what is well-formed leaves a browser nothing to guess. */
export function page({
  title,
  header,
  main,
  conference,
  url,
  nav,
  script,
  language = 'en',
}: PageContent): string {
  const uri = toUri(url ?? '');
  const footer =
    uri === undefined ? html`` : html`<footer><a href="${uri}"><bdi>${conference}</bdi></a></footer>\n`;
  const loaded = script === undefined ? html`` : html`<script src="${script}" defer="defer"></script>\n`;
  const top = nav === undefined ? html`` : html`${nav}\n`;
  const { html: text } = html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta http-equiv="Content-Security-Policy" content="${script === undefined ? POLICY : WITH_SCRIPT}" />
<title>${title}</title>
<style>${STYLE}</style>
${loaded}</head>
<body>
<header>
${top}${header}
</header>
<main>
${main}
</main>
${footer}</body>
</html>
`;
  return text;
}
