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
}

/** Nothing is loaded from anywhere, whatever a text may have got into the page. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A page of one file, as XML reads it too: what is well-formed leaves a browser nothing to guess. */
export function page({ title, header, main, conference, url }: PageContent): string {
  const uri = toUri(url ?? '');
  const footer =
    uri === undefined ? html`` : html`<footer><a href="${uri}"><bdi>${conference}</bdi></a></footer>\n`;
  const { html: text } = html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta http-equiv="Content-Security-Policy" content="${POLICY}" />
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
${header}
</header>
<main>
${main}
</main>
${footer}</body>
</html>
`;
  return text;
}
