import { stringify } from 'yaml';
import type { Draft } from '../programme/draft.ts';
import type { DataFolder } from './arrange.ts';
import { askSource } from './ask-source.ts';
import { unnamedConference } from './conference-file.ts';
import type { Fetch } from './fetch-source.ts';

export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** What is at a web address, and the `conference.yml` with which Lectern would go on asking for it. */
export interface WebConference extends DataFolder {
  /** Nothing where no programme was found. */
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

function settingsFor(url: string, { conferenceName: name, timeZone, talks }: Draft): string {
  const settings = stringify({ ...(name && { name }), ...(timeZone && { timeZone }), sources: [{ url }] });
  // Times without an offset are 19 characters long.
  const isZoneMissing = talks.some(talk => talk.slots.some(({ start }) => start.length <= 19));
  if (timeZone !== undefined || !isZoneMissing) return settings;
  return `${settings}# timeZone: Europe/Madrid   # of the place; the times there do not say it\n`;
}
