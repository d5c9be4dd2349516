import { stringify } from 'yaml';
import type { Draft } from '../programme/joining/draft.ts';
import { parseUrl } from '../text/parse-url.ts';
import { askSource } from './ask-source.ts';
import type { Fetch } from './fetch-source.ts';
import type { DataFolder } from './settings/arrange.ts';
import { unnamedConference } from './settings/conference-file.ts';

export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && parseUrl(text) !== undefined;
}

/** The content of a web address, and the `conference.yml` with which Lectern would go on asking for it. */
export interface WebConference extends DataFolder {
  /** Undefined if no programme was found. */
  readonly settings: string | undefined;
}

/** Reads the programme at a web address, or the one that a page there leads to, once. */
export async function readWebAddress(url: string, fetch: Fetch): Promise<WebConference> {
  const { host } = new URL(url);
  const answer = await askSource({ url, headers: {}, path: host, fetch });
  if (answer.kind !== 'fresh') {
    const message = answer.kind === 'failed' ? answer.message : `${host} sent nothing.`;
    return {
      conferences: [],
      problems: [{ severity: 'error', file: host, line: undefined, item: undefined, message }],
      settings: undefined,
    };
  }
  const { draft } = answer;
  return {
    conferences: [{ conference: unnamedConference(''), drafts: [draft] }],
    problems: [],
    settings: draft.talks.length === 0 ? undefined : settingsFor(url, draft),
  };
}

/** Settings that the source does not give stand there as comments, to be filled in. */
function settingsFor(url: string, { conferenceName: name, timeZone }: Draft): string {
  const settings = stringify({ ...(name && { name }), ...(timeZone && { timeZone }), sources: [{ url }] });
  return [
    settings,
    ...(name ? [] : ['# name: Harbour Cloud Days 2027   # as people call it; the source does not say it\n']),
    ...(timeZone ? [] : ['# timeZone: Europe/Madrid   # of the place; the times there do not say it\n']),
  ].join('');
}
