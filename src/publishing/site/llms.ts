import { zoneLabel } from '../../programme/conference.ts';
import { conferenceName } from '../../programme/day-heading.ts';
import { pluralise } from '../../text/display.ts';
import { ENGLISH } from '../../words/en.ts';
import { markdownText } from '../markdown-text.ts';
import type { SiteContext } from './context.ts';

/** The site for language models, as llmstxt.org proposes: a title, a summary, and links to Markdown. */
export function llmsText({ programme, days }: SiteContext): string {
  const { conference, talkCount, speakers, tracks, rooms } = programme;
  const zone = conference.timeZone === undefined ? '' : ` Times are in ${zoneLabel(conference.timeZone)}.`;
  const counts = `${pluralise(talkCount, 'talk')}, ${pluralise(speakers.length, 'speaker')}, ${pluralise(tracks.length, 'track')}, ${pluralise(rooms.length, 'room')}.`;
  return [
    `# ${markdownText(conferenceName(conference, ENGLISH))}`,
    `> The programme of ${markdownText(conferenceName(conference, ENGLISH))}: ${counts}${zone}`,
    'Each day names its sessions by time, with room, track, speakers, a summary and a link to the whole talk.',
    '## Days',
    days
      .map(
        ({ place, published }) =>
          `- [${markdownText(published.heading)}](${place}.md): ${markdownText(published.facts.join(', '))}`,
      )
      .join('\n'),
    '## Optional',
    '- [Speakers](speakers.html): everybody who speaks, with their talks\n- [Tracks](tracks.html): talks by track\n- [Rooms](rooms.html): sessions by room',
  ]
    .join('\n\n')
    .concat('\n');
}
