import { toUri } from '../exporters/escape.ts';
import type { Programme } from '../programme/programme.ts';
import type { Talk } from '../programme/talk.ts';
import { findTalkPages } from '../programme/talk-pages.ts';
import { finish } from '../text/steps.ts';

/** The address of the page that the conference's website has for a talk; undefined if it has none. */
export type AddressOf = (talk: Talk) => string | undefined;

export function talkAddresses(programme: Programme): AddressOf {
  const pages = finish(findTalkPages(programme));
  return talk => {
    const own = talk.links.find(({ kind, url }) => kind === 'web' && pages.talkAt(url)?.id === talk.id);
    return own && toUri(own.url);
  };
}
