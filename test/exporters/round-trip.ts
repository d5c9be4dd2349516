import { expect } from 'vitest';
import { toUri } from '../../src/exporters/escape.ts';
import { exportJson } from '../../src/exporters/frab-json.ts';
import { exportXml } from '../../src/exporters/frab-xml.ts';
import { importFile } from '../../src/importers/import-file.ts';
import { buildProgramme } from '../../src/programme/joining/build.ts';
import type { Programme } from '../../src/programme/programme.ts';
import type { Slot, Talk } from '../../src/programme/talk.ts';

/** What the form holds of a talk. Only a talk in one place keeps its id, and only if that is a number or a code. */
function heldInXml({ kind, status, title, abstract, speakers, track, languages, links }: Talk) {
  return {
    kind,
    status,
    title,
    abstract,
    speakers: speakers.map(speaker => speaker.name),
    track,
    languages,
    links: links.map(link => `${link.kind} ${toUri(link.url)} ${link.title}`).sort(),
  };
}

function idsIn(given: Programme): readonly string[] {
  return given.talks.flatMap(({ id, slots: [slot, second] }) => {
    const isOnePlace =
      second === undefined && slot !== undefined && isHeld(slot, given) && slot.rooms.length < 2;
    return isOnePlace && /^(?:[1-9]\d{0,14}|[0-9A-Z]{6})$/.test(id) ? id : [];
  });
}

/** Writes a programme as schedule.xml, reads that again, and compares all that the form holds. */
export function checkXmlRoundTrip(before: Programme): void {
  const { text } = exportXml(before);
  if (text === undefined) return;
  const after = importedAgain(text, before);
  expect(eventsIn(after.talks, before, heldInXml)).toEqual(eventsIn(before.talks, before, heldInXml));
  const ids = new Set(after.talks.map(each => each.id));
  expect(idsIn(before).filter(id => !ids.has(id))).toEqual([]);
  const { name, timeZone, url } = before.conference;
  expect(after.conference).toEqual({ ...after.conference, name, timeZone, url: toUri(url ?? '') });
}

/** What the form holds of a talk; ids only where they are numbers or codes. */
function heldInJson({ id, kind, status, title, abstract, speakers, track, languages, links }: Talk) {
  const [first, ...others] = links.filter(link => link.kind === 'feedback').map(link => link.url);
  return {
    ...(/^(?:[1-9]\d{0,14}|[0-9A-Z]*[A-Z][0-9A-Z]*)$/.test(id) && { id }),
    kind,
    status,
    title,
    abstract,
    speakers: speakers.map(({ name, bio }) => ({ name, bio })),
    track,
    languages,
    links: links
      .filter(link => !others.includes(link.url))
      .map(link => `${link.kind} ${toUri(link.url)} ${link.url === first ? 'Feedback' : link.title}`)
      .sort(),
  };
}

/** The same for schedule.json. */
export function checkJsonRoundTrip(before: Programme): void {
  const { text } = exportJson(before);
  if (text === undefined) return;
  const after = importedAgain(text, before);
  const ids = new Set(before.talks.map(each => each.id));
  const known = (each: Talk) => {
    const { id, ...others } = { id: undefined, ...heldInJson(each) };
    return id !== undefined && ids.has(id) ? { id, ...others } : others;
  };
  expect(eventsIn(after.talks, before, known)).toEqual(eventsIn(before.talks, before, known));
  const slots = (given: Programme) =>
    given.talks
      .map(each => each.slots.filter(slot => isHeld(slot, before)).length)
      .filter(count => count > 0)
      .sort();
  expect(slots(after)).toEqual(slots(before));
  const { name, timeZone, url } = before.conference;
  // The form has no other names of zones; then an offset that all times have is taken for the zone.
  const read = after.conference.timeZone;
  const isOffset = read === undefined || /^[+-]\d\d:\d\d$/.test(read);
  const zone = timeZone?.includes('/') || timeZone === 'UTC' || !isOffset ? timeZone : read;
  expect(after.conference).toEqual({ ...after.conference, name, timeZone: zone, url: toUri(url ?? '') });
}

/** The programme that a file makes in the same conference, which itself is known by the file alone. */
export function importedAgain(text: string, { conference }: Programme): Programme {
  const draft = importFile({ path: 'exported', bytes: Buffer.from(text) });
  const unnamed = { ...conference, name: undefined, timeZone: undefined, url: undefined };
  return buildProgramme(unnamed, [draft]).programme;
}

/** A schedule has instants, and all day is one: from midnight to midnight in the conference's zone. */
function isHeld({ start, untimed }: Slot, { conference }: Programme): boolean {
  return untimed === undefined
    ? start.length > 19
    : untimed === 'all day' && conference.timeZone !== undefined;
}

/** A talk in one slot and room, as text, so that two programmes can be compared whatever the order of their talks. */
function eventsIn(
  talks: readonly Talk[],
  written: Programme,
  held: (talk: Talk) => object,
): readonly string[] {
  return talks
    .flatMap(talk =>
      talk.slots
        .filter(slot => isHeld(slot, written))
        .flatMap(({ rooms, ...slot }) =>
          (rooms.length === 0 ? [''] : rooms).map(room => JSON.stringify({ ...held(talk), ...slot, room })),
        ),
    )
    .sort();
}
