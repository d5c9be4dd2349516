import type { Conference } from '../../src/programme/conference.ts';
import type { Draft, DraftTalk } from '../../src/programme/joining/draft.ts';
import { createProgramme, type Programme } from '../../src/programme/programme.ts';
import type { Speaker, Talk } from '../../src/programme/talk.ts';

/** Builders of the conference's words: what a test does not name is plain and valid. */
export function conference(given: Partial<Conference> = {}): Conference {
  return {
    name: 'Lighthouse Days',
    timeZone: 'Europe/Madrid',
    dayStart: '00:00',
    url: undefined,
    folder: '',
    trackNames: {},
    facts: [],
    roomLinks: [],
    sample: false,
    ...given,
  };
}

export function speaker(given: Partial<Speaker> = {}): Speaker {
  return {
    id: 'ada-lund',
    name: 'Ada Lund',
    bio: 'Ada keeps the storage of a small harbour afloat.',
    ...given,
  };
}

export function talk(given: Partial<Talk> = {}): Talk {
  return {
    id: 'storage/ceph-at-sea',
    kind: 'talk',
    status: 'confirmed',
    title: 'Ceph at sea',
    abstract: 'How a ferry line runs Ceph on board. In this session we show what broke.',
    speakers: [speaker()],
    track: 'Storage',
    level: undefined,
    languages: [],
    links: [],
    slots: [],
    file: 'storage/ceph-at-sea.txt',
    ...given,
  };
}

export function programme(talks: readonly Talk[] = [talk()], of: Partial<Conference> = {}): Programme {
  return createProgramme(conference(of), talks);
}

export function draftTalk(given: Partial<DraftTalk> = {}): DraftTalk {
  return {
    id: undefined,
    title: 'Ceph at sea',
    abstract: 'How a ferry line runs Ceph on board.',
    speakers: [],
    track: undefined,
    slots: [],
    line: 1,
    ...given,
  };
}

export function draft(talks: readonly DraftTalk[], given: Partial<Draft> = {}): Draft {
  return {
    file: 'talks.txt',
    format: 'abstracts',
    talks,
    oneTalkAFile: false,
    trackNames: {},
    conferenceName: undefined,
    problems: [],
    ...given,
  };
}
