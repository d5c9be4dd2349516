import { importFile } from '../../src/importers/import-file.ts';
import { buildProgramme } from '../../src/programme/joining/build.ts';
import { dateOf, timeOf } from '../../src/programme/moment.ts';
import type { Problem } from '../../src/programme/problem.ts';
import type { Slot, Talk } from '../../src/programme/talk.ts';
import { readConferenceFile } from '../../src/sources/settings/conference-file.ts';

/** How the examples of docs/csv.md are read that have no `conference.yml` of their own. */
const YAML = 'timeZone: Europe/Madrid';

/** All that Lectern takes from a sheet, in the words of docs/csv.md: the talks, then the problems. */
export function readSheet(csv: string, yaml: string = YAML): string {
  const { conference, csv: mapping } = readConferenceFile(yaml, { path: 'conference.yml', folder: '' });
  const options = { csv: mapping, timeZone: conference.timeZone };
  const draft = importFile({ path: 'schedule.csv', bytes: Buffer.from(csv) }, options);
  const { programme, problems } = buildProgramme(conference, [draft]);
  const people = (draft.people ?? []).map(({ name, bio }) => `${name}\n  bio: ${bio}\n`);
  const all = [...draft.problems, ...problems];
  return [...programme.talks.map(talkText), ...people, ...all.map(problemText)].join('');
}

/** The title, and below it a line for each thing that is known. */
function talkText(talk: Talk): string {
  const known = [
    ['id', /^[\da-f]{12}$/.test(talk.id) ? '' : talk.id],
    ['kind', talk.kind === 'talk' ? '' : talk.kind],
    ['status', talk.status === 'confirmed' ? '' : talk.status],
    ...talk.slots.map(slot => ['time', slotText(slot)]),
    ['speakers', talk.speakers.map(({ name }) => name).join(' and ')],
    ...talk.speakers.map(({ name, bio }) => [`bio of ${name}`, bio]),
    ...talk.speakers.map(({ name, affiliation = '' }) => [`affiliation of ${name}`, affiliation]),
    ['track', talk.track ?? ''],
    ['level', talk.level ?? ''],
    ['languages', talk.languages.join(', ')],
    ['abstract', talk.abstract.replace(/\s*\n\s*/g, ' / ')],
    ...talk.links.map(({ kind, url }) => [kind, url]),
  ].filter(([, value]) => value !== '');
  return [talk.title, ...known.map(([name, value]) => `  ${name}: ${value}`)]
    .map(line => `${line}\n`)
    .join('');
}

function slotText({ start, end, rooms, day, untimed }: Slot): string {
  if (untimed !== undefined)
    return [`${start}, ${untimed === 'to come' ? 'time to come' : untimed}`, ...rooms].join(', ');
  const until = end === undefined ? '' : `–${timeOf(end)}`;
  const from = `${dateOf(start)} ${timeOf(start)}${until}${start.slice(19) === '' ? ' in no known zone' : ''}`;
  const belongs = day === dateOf(start) ? '' : `, of the day ${day}`;
  return [`${from}${belongs}`, ...rooms].join(', ');
}

function problemText({ severity, file, line, item, message }: Problem): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return `${severity} ${[place, item === undefined ? '' : `"${item}"`].filter(Boolean).join(' ')}: ${message}\n`;
}
