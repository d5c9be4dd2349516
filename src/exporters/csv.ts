import type { Problem } from '../programme/problem.ts';
import type { Programme } from '../programme/programme.ts';
import type { Link, Slot, Talk } from '../programme/talk.ts';
import { writeCsv } from '../text/csv.ts';
import { escapeMarkup } from './escape.ts';
import { describeLosses, type ExportResult } from './export-result.ts';

const HEADER = [
  'id',
  'title',
  'day',
  'start',
  'end',
  'room',
  'speakers',
  'track',
  'level',
  'language',
  'type',
  'abstract',
  'bio',
  'affiliation',
  'url',
  'video',
  'slides',
  'feedback',
];

/**
 * Writes a programme as a CSV sheet with one row per slot and a header that Lectern reads. Names are separated by line
 * breaks within their cell.
 *
 * It has no field for the bios and affiliations of several speakers of one talk, the titles of links, or the conference's name and zone.
 */
export function exportCsv(programme: Programme): ExportResult {
  const rows = programme.talks.flatMap(talk =>
    (talk.slots.length === 0 ? [undefined] : talk.slots).map(slot => toRow(talk, slot)),
  );
  return { text: writeCsv([HEADER, ...rows]), problems: findLosses(programme.talks) };
}

function findLosses(talks: readonly Talk[]): readonly Problem[] {
  return [
    ...describeLosses(
      talks.filter(({ speakers }) => speakers.length > 1 && speakers.some(({ bio }) => bio !== '')),
      count => `A row has room for one bio; those of the speakers of ${count} were left out.`,
    ),
    ...describeLosses(
      talks.filter(
        ({ speakers }) =>
          speakers.length > 1 && speakers.some(({ affiliation }) => affiliation !== undefined),
      ),
      count => `A row has room for one affiliation; those of the speakers of ${count} were left out.`,
    ),
    ...describeLosses(
      talks.filter(({ links }) => links.some(({ title }) => title !== '')),
      count => `A row has no field for titles of links; those of ${count} were left out.`,
    ),
  ];
}

function toRow(talk: Talk, slot: Slot | undefined): readonly string[] {
  const [speaker, ...others] = talk.speakers;
  return [
    talk.id,
    // Other formats mark cancelled talks this way too, for want of a field.
    escapeMarkup(talk.status === 'cancelled' ? `CANCELLED: ${talk.title}` : talk.title),
    slot?.day ?? '',
    slot?.untimed === undefined ? (slot?.start ?? '') : slot.untimed === 'all day' ? slot.untimed : '',
    slot?.end ?? '',
    joinLines(slot?.rooms ?? []),
    joinLines(talk.speakers.map(({ name }) => escapeMarkup(name))),
    escapeMarkup(talk.track ?? ''),
    escapeMarkup(talk.level ?? ''),
    talk.languages.join(', '),
    talk.kind,
    escapeMarkup(talk.abstract),
    others.length === 0 ? escapeMarkup(speaker?.bio ?? '') : '',
    others.length === 0 ? escapeMarkup(speaker?.affiliation ?? '') : '',
    ...(['web', 'video', 'slides', 'feedback'] as const).map(kind => addressesOf(talk.links, kind)),
  ];
}

function addressesOf(links: readonly Link[], kind: Link['kind']): string {
  return joinLines(links.filter(link => link.kind === kind).map(({ url }) => url));
}

/** Separates names by line breaks. A single name gets one too if it contains a separator. */
function joinLines(all: readonly string[]): string {
  const names = all.filter(name => name.trim() !== '');
  const [only = '', ...others] = names;
  if (others.length > 0) return names.join('\n');
  return /[,;|&]|\s.*\/|\/.*\s|\s(?:and|und|y|e|et)\s/.test(only) ? `${only}\n` : only;
}
