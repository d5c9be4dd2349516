import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a schedule.xml of four days and 63 rooms, as large as the largest real one we know, with abstracts of so many sentences. */
export function writeSchedule(folder: string, sessions: number, sentences = 8): void {
  mkdirSync(folder, { recursive: true });
  const events = Array.from({ length: sessions }, (_, number) => ({
    day: number % 4,
    room: number % 63,
    xml: eventOf(number, sentences),
  }));
  const days = [0, 1, 2, 3].map(day => {
    const rooms = Array.from({ length: 63 }, (_, room) => {
      const here = events.filter(event => event.day === day && event.room === room).map(event => event.xml);
      return `<room name="Room ${room}">${here.join('')}</room>`;
    });
    return `<day index="${day + 1}" date="2027-05-${11 + day}">${rooms.join('')}</day>`;
  });
  const conference =
    '<conference><title>Bench Days</title><time_zone_name>Europe/Madrid</time_zone_name></conference>';
  writeFileSync(
    join(folder, 'schedule.xml'),
    `<?xml version="1.0"?><schedule>${conference}${days.join('')}</schedule>`,
  );
}

function eventOf(number: number, sentences: number): string {
  const start = `${String(9 + (Math.floor(number / 252) % 10)).padStart(2, '0')}:${number % 2 === 0 ? '00' : '30'}`;
  const sentence = `Session ${number} follows a buoy from its first harbour to its last, and shows how Ceph keeps the charts. `;
  return [
    `<event id="${number + 1}"><date>2027-05-${11 + (number % 4)}T${start}:00+02:00</date><start>${start}</start>`,
    `<duration>00:30</duration><title>Buoy number ${number} and the ${['tide', 'fog', 'lamp', 'crew'][number % 4]}</title>`,
    `<track>Track ${number % 7}</track><language>en</language><abstract>${sentence.repeat(sentences)}</abstract>`,
    `<persons><person id="${number % 567}">Pilot ${number % 567} of the Bay</person></persons></event>`,
  ].join('');
}
