import { timeOf } from '../programme/moment.ts';
import type { Problem } from '../programme/problem.ts';
import type { Programme } from '../programme/programme.ts';
import type { Link, Speaker, Talk } from '../programme/talk.ts';
import { type Exported, lostOfMany } from './exported.ts';
import { guidOf, ownNumber, versionOf } from './ids.ts';
import { plainText } from './plain-text.ts';
import { pageOf, type ScheduledDay, type ScheduledEvent, scheduleOf } from './schedule.ts';
import { uriOf } from './uri.ts';

/**
 * Writes the schedule.xml that conference apps read, valid by the schema of c3voc.de/wiki/schedule.
 *
 * It has no place for a talk without a time, levels, bios, or the file that something was read from. Numbers and codes
 * of six capitals and digits are kept as ids; other talks go by a number made of their id. The schema wants a number for
 * each event, so a talk in several slots or rooms becomes several.
 */
export function exportXml(programme: Programme): Exported {
  const { conference, tracks } = programme;
  const { acronym, days, talks, problems } = scheduleOf(programme);
  if (days.length === 0) return { text: undefined, problems };
  const text = block('schedule', {}, [
    element('generator', { name: 'Lectern' }),
    leaf('version', versionOf(programme)),
    block('conference', {}, [
      leaf('title', conference.name ?? ''),
      leaf('acronym', acronym),
      leaf('start', days[0]?.date ?? ''),
      leaf('end', days.at(-1)?.date ?? ''),
      leaf('days', String(days.length)),
      leaf('timeslot_duration', '00:05'),
      ...optional('url', uriOf(conference.url ?? '')),
      ...optional('time_zone_name', conference.timeZone),
      ...tracks.map(name => element('track', { name })),
    ]),
    ...days.map(dayElement),
  ]);
  return {
    text: `<?xml version="1.0" encoding="UTF-8"?>\n${text}`,
    problems: [...problems, ...lossesOf(talks)],
  };
}

function lossesOf(talks: readonly Talk[]): readonly Problem[] {
  return [
    ...lostOfMany(
      talks.filter(({ slots }) => slots.reduce((sum, slot) => sum + Math.max(1, slot.rooms.length), 0) > 1),
      count => `schedule.xml has one slot and room for a number; ${count} became several.`,
    ),
    ...lostOfMany(
      talks.filter(talk => ownNumber(talk) === undefined && codeOf(talk) === undefined),
      count => `schedule.xml knows talks by numbers or codes of six capitals; ${count} got a new number.`,
    ),
    ...lostOfMany(
      talks.filter(talk => talk.level !== undefined),
      count => `schedule.xml has no place for levels; that of ${count} was left out.`,
    ),
    ...lostOfMany(
      talks.filter(talk => talk.speakers.some(speaker => speaker.bio !== '')),
      count => `schedule.xml has no place for bios; those of ${count} were left out.`,
    ),
  ];
}

function dayElement({ date, start, end, rooms }: ScheduledDay, at: number): string {
  const content = [...rooms].map(([name, events]) => block('room', { name }, events.map(eventElement)));
  return block('day', { index: at + 1, date, start, end }, content);
}

function eventElement(event: ScheduledEvent): string {
  const { talk, room, title, slot, links, guid, number, slug } = event;
  const feedback = links.find(link => link.kind === 'feedback');
  return block('event', { id: number, guid, code: event.isFirst ? codeOf(talk) : undefined }, [
    leaf('date', slot.start),
    leaf('start', timeOf(slot.start)),
    leaf('duration', durationOf(event)),
    leaf('room', room),
    leaf('slug', slug),
    leaf('title', plainText(title)),
    leaf('subtitle', ''),
    leaf('track', plainText(talk.track ?? '')),
    leaf('type', talk.kind),
    leaf('language', talk.languages.join(', ')),
    leaf('abstract', plainText(talk.abstract)),
    leaf('description', ''),
    block('persons', {}, talk.speakers.map(personElement)),
    block('links', {}, links.filter(link => link.kind !== 'slides').map(linkElement('link'))),
    block('attachments', {}, links.filter(link => link.kind === 'slides').map(linkElement('attachment'))),
    ...optional('url', pageOf(event)),
    ...optional('feedback_url', feedback?.url),
  ]);
}

function optional(name: string, text: string | undefined): readonly string[] {
  return text === undefined ? [] : [leaf(name, text)];
}

function durationOf({ seconds }: ScheduledEvent): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const rest = seconds % 60 === 0 ? '' : `:${two(seconds % 60)}`;
  return `${two(seconds / 3600)}:${two((seconds % 3600) / 60)}${rest}`;
}

function personElement({ id, name }: Speaker): string {
  return element('person', { guid: guidOf('person', id) }, [escaped(name)]);
}

function linkElement(name: string): (link: Link) => string {
  return ({ url, title, kind }) => element(name, { href: url, type: kind }, [escaped(title)]);
}

function codeOf(talk: Talk): string | undefined {
  return ownNumber(talk) === undefined && /^[0-9A-Z]{6}$/.test(talk.id) ? talk.id : undefined;
}

/** An element with its attributes, of which those without a value are left out, and what is in it, already XML. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: readonly string[] = [],
): string {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const inner = content.join('');
  return inner === '' ? `<${name}${given.join('')}/>\n` : `<${name}${given.join('')}>${inner}</${name}>\n`;
}

/** An element that holds text. */
export function leaf(name: string, text: string): string {
  return element(name, {}, [escaped(text)]);
}

/** Elements, a line each, in the one that they belong to. */
export function block(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: readonly string[],
): string {
  return element(name, attributes, content.length === 0 ? [] : ['\n', ...content]);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML has no way at all to write most control characters, nor halves of characters. */
const UNWRITABLE = /[^\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

export function escaped(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>"]/g, character => ENTITIES[character] ?? character);
}
