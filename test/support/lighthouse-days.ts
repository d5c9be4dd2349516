import type { Programme } from '../../src/programme/programme.ts';
import type { Slot, Talk } from '../../src/programme/talk.ts';
import { programme, talk } from './conference.ts';

/** An hour on the clocks of UTC. */
export function hour(day: string, time: string, room = 'Quay Hall'): Slot {
  const end = String(Number(time.slice(0, 2)) + 1).padStart(2, '0');
  return { start: `${day}T${time}:00+00:00`, end: `${day}T${end}:00:00+00:00`, rooms: [room], day };
}

export function session(title: string, day: string, time: string, given: Partial<Talk> = {}): Talk {
  return talk({ id: title.toLowerCase(), title, speakers: [], slots: [hour(day, time)], ...given });
}

/** Two days in UTC: four talks on the first, one on the second. */
export const lighthouseTalks: readonly Talk[] = [
  session('Lamps', '2027-05-11', '09:00'),
  session('Lenses', '2027-05-11', '10:00'),
  session('Fog', '2027-05-11', '11:00'),
  session('Foghorns', '2027-05-11', '15:00'),
  session('Keepers', '2027-05-12', '09:00'),
];

export const lighthouse: Programme = lighthouseDays(lighthouseTalks);

export function lighthouseDays(talks: readonly Talk[]): Programme {
  return programme(talks, { timeZone: 'UTC' });
}

/** The talks with one of them changed, or without it. */
export function lighthouseBut(title: string, change: Partial<Talk> | 'gone'): readonly Talk[] {
  return lighthouseTalks.flatMap(talk =>
    talk.title !== title ? [talk] : change === 'gone' ? [] : [{ ...talk, ...change }],
  );
}
