import { createProgramme, type Programme } from '../../src/programme/programme.ts';
import type { Slot, Speaker, Talk } from '../../src/programme/talk.ts';
import { nameKey } from '../../src/text/fold.ts';

/** A talk as a test describes it; speakers are `Name`, `Name: bio` or `Name @ affiliation: bio`. */
export interface Sketch {
  readonly id?: string;
  readonly title: string;
  readonly kind?: Talk['kind'];
  readonly abstract?: string;
  readonly speakers?: readonly string[];
  readonly track?: string;
  readonly level?: string;
  readonly languages?: readonly string[];
  readonly slots?: readonly Slot[];
}

/** A programme in Madrid of the talks that a test describes; ids are `t0`, `t1`... where it gives none. */
export function programme(...sketches: readonly Sketch[]): Programme {
  const conference = {
    name: 'Harbour Cloud Days 2027',
    timeZone: 'Europe/Madrid',
    dayStart: '05:00',
    url: undefined,
    folder: '',
    trackNames: {},
    facts: [],
    roomLinks: [],
    sample: false,
  };
  return createProgramme(conference, sketches.map(talk));
}

/** A slot that lasts an hour, on the day that its start is on. */
export function slot(start: string, ...rooms: readonly string[]): Slot {
  return { start: `${start}:00+02:00`, end: undefined, rooms, day: start.slice(0, 10) };
}

function talk(sketch: Sketch, place: number): Talk {
  return {
    id: sketch.id ?? `t${place}`,
    kind: sketch.kind ?? 'talk',
    status: 'confirmed',
    title: sketch.title,
    abstract: sketch.abstract ?? '',
    speakers: (sketch.speakers ?? []).map(speaker),
    track: sketch.track,
    level: sketch.level,
    languages: sketch.languages ?? [],
    links: [],
    slots: sketch.slots ?? [],
    file: 'talks.yml',
  };
}

function speaker(text: string): Speaker {
  const [who = '', bio = ''] = text.split(': ', 2);
  const [name = '', affiliation] = who.split(' @ ', 2);
  return { id: nameKey(name), name, bio, ...(affiliation !== undefined && { affiliation }) };
}
