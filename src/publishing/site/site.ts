import type { Programme } from '../../programme/programme.ts';
import type { Session } from '../../programme/sessions.ts';
import { isPause } from '../../programme/talk.ts';
import { pluralise } from '../../text/display.ts';
import { fold } from '../../text/fold.ts';
import { groupByEach } from '../../text/keys.ts';
import { ENGLISH } from '../../words/en.ts';
import { publishDay, publishTalks } from '../day.ts';
import { dayGroups, dayHeader } from '../day-html.ts';
import { dayMarkdown } from '../day-markdown.ts';
import type { AddressOf } from '../talk-address.ts';
import type { SiteContext, SiteDay, SitePlaces } from './context.ts';
import { safeNames } from './file-names.ts';
import { indexPage } from './index-page.ts';
import { roomsPage, speakersPage, tracksPage } from './lists.ts';
import { llmsText } from './llms.ts';
import { searchData } from './search-data.ts';
import { sitePage } from './site-page.ts';
import { talkPage } from './talk-page.ts';

/**
 * A programme as a website of files, which works from any folder and from a disk: texts by path. `search` is the script that
 * searches it. The same programme always makes the same files.
 */
export function siteFiles(programme: Programme, search: string): ReadonlyMap<string, string> {
  const context: SiteContext = { programme, places: placesIn(programme), days: listDays(programme) };
  const { places, days } = context;
  const talks = programme.talks.filter(talk => !isPause(talk));
  return new Map([
    ['index.html', indexPage(context)],
    ...days.flatMap(day => [
      [`${day.place}.html`, dayPage(day, context)] as const,
      [`${day.place}.md`, dayMarkdown(day.published, addressesFromDay(places))] as const,
    ]),
    ...talks.map(talk => [places.talk(talk), talkPage(talk, context)] as const),
    ['speakers.html', speakersPage(context)],
    ['tracks.html', tracksPage(context)],
    ['rooms.html', roomsPage(context)],
    ['llms.txt', llmsText(context)],
    ['search.js', search],
    ['search-data.js', searchData(programme, places)],
  ]);
}

function placesIn({ talks, speakers, tracks, rooms }: Programme): SitePlaces {
  const talkNames = safeNames(talks.map(({ id }) => id));
  const speakerNames = safeNames(speakers.map(({ id }) => id));
  const trackNames = safeNames(tracks.map(fold));
  const roomNames = safeNames(rooms);
  return {
    talk: ({ id }) => `talks/${talkNames.get(id) ?? ''}.html`,
    day: day => `days/${day}`,
    speaker: id => `speaker-${speakerNames.get(id) ?? ''}`,
    track: name => `track-${trackNames.get(fold(name)) ?? ''}`,
    room: name => `room-${roomNames.get(name) ?? ''}`,
  };
}

function listDays(programme: Programme): readonly SiteDay[] {
  const { days, sessions, talks, conference } = programme;
  const byDay = groupByEach<Session>(sessions, ({ slot }) => [slot.day]);
  const scheduled = days.map((day, index) => ({
    place: `days/${day}`,
    published: publishDay(
      { day, sessions: byDay.get(day) ?? [], number: index + 1, days: days.length },
      conference,
      ENGLISH,
    ),
  }));
  const others = talks.filter(talk => talk.slots.length === 0 && !isPause(talk));
  if (others.length === 0) return scheduled;
  const heading = days.length === 0 ? 'Talks' : 'Talks without a time';
  const fact = pluralise(others.length, 'talk');
  const published = publishTalks(others, { heading, fact }, { conference, words: ENGLISH });
  return [...scheduled, { place: 'days/no-time', published }];
}

function dayPage({ published }: SiteDay, context: SiteContext): string {
  return sitePage(
    {
      root: '../',
      title: `${published.conference}: ${published.heading}`,
      header: dayHeader(published),
      main: dayGroups(published, addressesFromDay(context.places)),
    },
    context,
  );
}

/** The pages of talks, seen from a day's. */
function addressesFromDay(places: SitePlaces): AddressOf {
  return talk => (isPause(talk) ? undefined : `../${places.talk(talk)}`);
}
