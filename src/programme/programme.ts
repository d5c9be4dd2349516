import { fold } from '../text/fold.ts';
import { compare, groupByEach } from '../text/keys.ts';
import type { Conference } from './conference.ts';
import { listSessions, type Session } from './sessions.ts';
import { isPause, type Speaker, type Talk } from './talk.ts';

/** All that is known of a conference, as it was read. It never changes: a reload makes a new one. */
export interface Programme {
  readonly conference: Conference;
  readonly talks: readonly Talk[];
  /** How many of these are talks: without breaks and service entries. */
  readonly talkCount: number;
  /** People who give at least one talk, by first appearance. */
  readonly speakers: readonly Speaker[];
  /** By name. */
  readonly tracks: readonly string[];
  /** By first use in the schedule. */
  readonly rooms: readonly string[];
  /** Programme days, in order. */
  readonly days: readonly string[];
  /** Every talk at each of its times: by time, then by room. */
  readonly sessions: readonly Session[];
  talk(id: string): Talk | undefined;
  speaker(id: string): Speaker | undefined;
  talksBy(speakerId: string): readonly Talk[];
  /** By the track's name, in any case and with or without accents. */
  talksIn(track: string): readonly Talk[];
}

/** Takes the talks as they are and makes them findable. */
export function createProgramme(conference: Conference, talks: readonly Talk[]): Programme {
  const byId = new Map(talks.map(talk => [talk.id, talk]));
  const speakers = new Map(talks.flatMap(talk => talk.speakers.map(speaker => [speaker.id, speaker])));
  const bySpeaker = groupByEach(talks, talk => talk.speakers.map(speaker => speaker.id));
  const byTrack = groupByEach(talks, talk => (talk.track === undefined ? [] : [fold(talk.track)]));
  const slots = talks.flatMap(talk => talk.slots).sort((a, b) => compare(a.start, b.start));
  const rooms = distinct(slots.flatMap(slot => slot.rooms));
  return Object.freeze({
    conference,
    talks: Object.freeze([...talks]),
    talkCount: talks.filter(talk => !isPause(talk)).length,
    speakers: Object.freeze([...speakers.values()]),
    tracks: Object.freeze(
      distinct(talks.flatMap(talk => talk.track ?? [])).sort((a, b) => a.localeCompare(b, 'en')),
    ),
    rooms: Object.freeze(rooms),
    days: Object.freeze(distinct(slots.map(slot => slot.day)).sort()),
    sessions: Object.freeze(listSessions(talks, rooms)),
    talk: (id: string) => byId.get(id),
    speaker: (id: string) => speakers.get(id),
    talksBy: (speakerId: string) => bySpeaker.get(speakerId) ?? [],
    talksIn: (track: string) => byTrack.get(fold(track)) ?? [],
  });
}

/** The levels of a programme's talks, by name. */
export function levelsOf({ talks }: Pick<Programme, 'talks'>): readonly string[] {
  return distinct(talks.flatMap(talk => talk.level ?? [])).sort((a, b) => a.localeCompare(b, 'en'));
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** Gives talks that come in beside a programme's own a number where their id is taken. */
export function createIdResolver({ talks }: Programme): (talk: Talk) => Talk {
  const taken = new Set(talks.map(talk => talk.id));
  const numbered = createIdNumberer(taken);
  return talk => {
    const id = taken.has(talk.id) ? numbered(talk.id) : talk.id;
    taken.add(id);
    return id === talk.id ? talk : { ...talk, id };
  };
}

/** Makes `7-2` of `7`, or the first number after it with which nothing is taken. What was taken has to stay so. */
export function createIdNumberer(taken: ReadonlySet<string>): (id: string) => string {
  const reached = new Map<string, number>();
  return id => {
    let times = reached.get(id) ?? 2;
    while (taken.has(`${id}-${times}`)) times++;
    reached.set(id, times);
    return `${id}-${times}`;
  };
}
