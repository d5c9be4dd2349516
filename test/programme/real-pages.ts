import { buildProgramme } from '../../src/programme/joining/build.ts';
import { findTalkPages } from '../../src/programme/talk-pages.ts';
import { finish } from '../../src/text/steps.ts';
import { conference } from '../support/conference.ts';
import { importReal } from '../support/real-programme.ts';

/** The hosts of a real programme's pages, and how many of its links lead back to their own talk. */
export function pagesOfReal(path: string): { readonly hosts: readonly string[]; readonly pages: number } {
  const { programme } = buildProgramme(conference(), [importReal(path)]);
  const found = finish(findTalkPages(programme));
  const linked = programme.talks.flatMap(talk =>
    talk.links.flatMap(({ url }) => (found.talkAt(url) === talk ? [url] : [])),
  );
  return {
    hosts: found.hosts.map(({ host, pages }) => `${host} ${pages}`),
    pages: new Set(linked).size,
  };
}
