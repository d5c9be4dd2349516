import { zoneNameOf } from '../programme/conference.ts';
import { timeOf } from '../programme/moment.ts';
import type { Problem } from '../programme/problem.ts';
import type { Programme } from '../programme/programme.ts';
import type { Link, Speaker, Talk } from '../programme/talk.ts';
import { guidOf } from '../text/keys.ts';
import { escapeMarkup, toUri } from './escape.ts';
import { describeLosses, type ExportResult } from './export-result.ts';
import { numberOf, versionOf } from './ids.ts';
import { buildSchedule, findTalkPage, type ScheduledDay, type ScheduledEvent } from './schedule.ts';

/**
 * Writes the schedule.xml that conference apps read, valid by the schema of c3voc.de/wiki/schedule.
 *
 * It has no field for a talk without a time, levels, bios, or the source file. Numbers and codes of six capitals and
 * digits are kept as ids; other talks get a number made from their id. The schema wants a number for each event, so a
 * talk in several slots or rooms becomes several events.
 */
export function exportXml(programme: Programme): ExportResult {
  const { conference, tracks } = programme;
  const { acronym, days, talks, problems } = buildSchedule(programme);
  if (days.length === 0) return { text: undefined, problems };
  const text = writeBlock('schedule', {}, [
    writeElement('generator', { name: 'Lectern' }),
    writeLeaf('version', versionOf(programme)),
    writeBlock('conference', {}, [
      writeLeaf('title', conference.name ?? ''),
      writeLeaf('acronym', acronym),
      writeLeaf('start', days[0]?.date ?? ''),
      writeLeaf('end', days.at(-1)?.date ?? ''),
      writeLeaf('days', String(days.length)),
      writeLeaf('timeslot_duration', '00:05'),
      ...writeOptional('url', toUri(conference.url ?? '')),
      ...writeOptional('time_zone_name', zoneNameOf(conference)),
      ...tracks.map(name => writeElement('track', { name })),
    ]),
    ...days.map(writeDay),
  ]);
  return {
    text: `<?xml version="1.0" encoding="UTF-8"?>\n${text}`,
    problems: [...problems, ...findLosses(talks)],
  };
}

function findLosses(talks: readonly Talk[]): readonly Problem[] {
  return [
    ...describeLosses(
      talks.filter(({ slots }) => slots.reduce((sum, slot) => sum + Math.max(1, slot.rooms.length), 0) > 1),
      count => `schedule.xml has one slot and room for a number; ${count} became several.`,
    ),
    ...describeLosses(
      talks.filter(talk => numberOf(talk) === undefined && codeOf(talk) === undefined),
      count => `schedule.xml knows talks by numbers or codes of six capitals; ${count} got a new number.`,
    ),
    ...describeLosses(
      talks.filter(talk => talk.level !== undefined),
      count => `schedule.xml has no field for levels; that of ${count} was left out.`,
    ),
    ...describeLosses(
      talks.filter(talk => talk.speakers.some(speaker => speaker.bio !== '')),
      count => `schedule.xml has no field for bios; those of ${count} were left out.`,
    ),
    ...describeLosses(
      talks.filter(talk => talk.speakers.some(speaker => speaker.affiliation !== undefined)),
      count => `schedule.xml has no field for affiliations; those of ${count} were left out.`,
    ),
  ];
}

function writeDay({ date, start, end, rooms }: ScheduledDay, at: number): string {
  const content = [...rooms].map(([name, events]) => writeBlock('room', { name }, events.map(writeEvent)));
  return writeBlock('day', { index: at + 1, date, start, end }, content);
}

function writeEvent(event: ScheduledEvent): string {
  const { talk, room, title, slot, links, guid, number, slug } = event;
  const feedback = links.find(link => link.kind === 'feedback');
  return writeBlock('event', { id: number, guid, code: event.isFirst ? codeOf(talk) : undefined }, [
    writeLeaf('date', slot.start),
    writeLeaf('start', timeOf(slot.start)),
    writeLeaf('duration', writeDuration(event)),
    writeLeaf('room', room),
    writeLeaf('slug', slug),
    writeLeaf('title', escapeMarkup(title)),
    writeLeaf('subtitle', ''),
    writeLeaf('track', escapeMarkup(talk.track ?? '')),
    writeLeaf('type', talk.kind),
    writeLeaf('language', talk.languages.join(', ')),
    writeLeaf('abstract', escapeMarkup(talk.abstract)),
    writeLeaf('description', ''),
    writeBlock('persons', {}, talk.speakers.map(writePerson)),
    writeBlock('links', {}, links.filter(link => link.kind !== 'slides').map(createLinkWriter('link'))),
    writeBlock(
      'attachments',
      {},
      links.filter(link => link.kind === 'slides').map(createLinkWriter('attachment')),
    ),
    ...writeOptional('url', findTalkPage(event)),
    ...writeOptional('feedback_url', feedback?.url),
  ]);
}

function writeOptional(name: string, text: string | undefined): readonly string[] {
  return text === undefined ? [] : [writeLeaf(name, text)];
}

function writeDuration({ seconds }: ScheduledEvent): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const rest = seconds % 60 === 0 ? '' : `:${two(seconds % 60)}`;
  return `${two(seconds / 3600)}:${two((seconds % 3600) / 60)}${rest}`;
}

function writePerson({ id, name }: Speaker): string {
  return writeElement('person', { guid: guidOf('person', id) }, [escapeXml(name)]);
}

function createLinkWriter(name: string): (link: Link) => string {
  return ({ url, title, kind }) => writeElement(name, { href: url, type: kind }, [escapeXml(title)]);
}

function codeOf(talk: Talk): string | undefined {
  return numberOf(talk) === undefined && /^[0-9A-Z]{6}$/.test(talk.id) ? talk.id : undefined;
}

/** Writes an element. Attributes without a value are left out; `content` is XML already. */
function writeElement(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: readonly string[] = [],
): string {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  const inner = content.join('');
  return inner === '' ? `<${name}${given.join('')}/>\n` : `<${name}${given.join('')}>${inner}</${name}>\n`;
}

function writeLeaf(name: string, text: string): string {
  return writeElement(name, {}, [escapeXml(text)]);
}

/** Writes an element with its children on lines of their own. */
function writeBlock(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: readonly string[],
): string {
  return writeElement(name, attributes, content.length === 0 ? [] : ['\n', ...content]);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML cannot hold most control characters, nor single surrogates. */
const UNWRITABLE = /[^\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function escapeXml(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>"]/g, character => ENTITIES[character] ?? character);
}
