import type { types } from '@slack/bolt';
import { timeOf } from '../../../programme/moment.ts';
import type { Session } from '../../../programme/session.ts';
import { groupByEach } from '../../../text/group.ts';
import { pluralise } from '../../../text/plural.ts';
import { shorten } from '../../../text/shorten.ts';
import { bold, plain, richText } from '../blocks/rich-text.ts';

const TRACK_LENGTH = 60;
const TRACKS = 40;

/** What a day holds that is too long for one message: how much in each track, and when. */
export function overviewBlocks(sessions: readonly Session[]): types.KnownBlock[] {
  const tracks = trackCounts(sessions);
  return [
    ...(tracks.length === 0 ? [] : [richText([[bold('By track')], [plain(tracks.join(' · '))]])]),
    richText([[bold('By time')], [plain(hourCounts(sessions).join(' · '))]]),
  ];
}

/** The largest first. Where no talk has a track there is nothing to tell apart. */
function trackCounts(sessions: readonly Session[]): readonly string[] {
  const tracks = [...groupByEach(sessions, ({ talk }) => [talk.track?.trim() ?? ''])];
  if (tracks.every(([name]) => name === '')) return [];
  const sorted = tracks.sort(([, a], [, b]) => b.length - a.length);
  const rest = sorted.slice(TRACKS).reduce((sum, [, those]) => sum + those.length, 0);
  return [
    ...sorted
      .slice(0, TRACKS)
      .map(([name, those]) => `${shorten(name, TRACK_LENGTH) || 'no track'} (${those.length})`),
    ...(rest === 0 ? [] : [`${pluralise(sorted.length - TRACKS, 'other track')} (${rest})`]),
  ];
}

/** `09:00 (12)`: twelve begin between nine and ten. */
function hourCounts(sessions: readonly Session[]): readonly string[] {
  const hours = groupByEach(sessions, ({ slot }) => [`${timeOf(slot.start).slice(0, 2)}:00`]);
  return [...hours].map(([hour, those]) => `${hour} (${those.length})`);
}
