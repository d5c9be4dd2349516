import type { DraftSpeaker } from '../../programme/joining/draft.ts';
import { NAME_WITHHELD } from '../../programme/joining/people.ts';
import { hashId } from '../../text/hash-id.ts';
import { cleanLine, cleanLines, hidesSomething } from './clean.ts';
import { maskContacts, maskEmails, maskInProse, withoutContacts } from './contacts.ts';
import { isNoBio, isNobody } from './filler.ts';
import type { Report, Spot } from './report.ts';

/** Enough for any abstract; more is a mistake, or an attack on whoever searches. */
const LENGTH_MAX = 20_000;

/** A title as it can be shown; what was mended in it is reported. */
export function readTitle(raw: string, spot: Spot, report: Report): string {
  const title = capped(maskEmails(cleanLine(raw)), 'title', { ...spot, item: undefined }, report);
  const here = { ...spot, item: title };
  if (hidesSomething(raw)) report.warn(here, 'The title held invisible characters; they were taken out.');
  if (raw.includes('\ufffd')) report.warn(here, 'The title has a damaged character; it is shown as \ufffd.');
  return title;
}

/** An abstract as it can be shown and searched. */
export function readAbstract(raw: string, spot: Spot, report: Report): string {
  const text = cleanLines(raw);
  const masked = maskInProse(text);
  if (masked !== maskEmails(text)) report.warn(spot, 'The abstract held a phone number; it was masked.');
  else if (masked !== text) report.warn(spot, 'The abstract held an e-mail address; it was masked.');
  return capped(masked, 'abstract', spot, report);
}

/**
 * A person, or nobody where the name names none. An address that stands in a name is never kept; whom only an address
 * names keeps their place, under an id made of it, so that the talk does not lose its speaker.
 */
export function readSpeaker(
  raw: { readonly name: string; readonly bio: string },
  spot: Spot,
  report: Report,
): DraftSpeaker | undefined {
  const written = cleanLine(raw.name).replace(/^[*"“”\s]+|[*"“”\s]+$/g, '');
  if (isNobody(written)) {
    const named = written === '' ? 'has no name' : `is called "${written}"`;
    report.warn(spot, `A speaker ${named}; the talk is listed without this speaker.`);
    return undefined;
  }
  const name = capped(withoutContacts(written), 'name', spot, report);
  const bio = readBio(raw.bio, { ...spot, item: name }, report);
  if (!isNobody(name)) {
    reportName(raw.name, { written, name }, spot, report);
    return { name, bio };
  }
  report.warn(
    spot,
    `A speaker has an e-mail address or phone number for a name; it is shown as "${NAME_WITHHELD}".`,
  );
  const address = /[^\s<>:;,"']+@[^\s<>:;,"']+/.exec(written)?.[0] ?? written;
  const id = hashId(address.toLowerCase());
  return { id, name: NAME_WITHHELD, bio };
}

function reportName(
  raw: string,
  { written, name }: { readonly written: string; readonly name: string },
  spot: Spot,
  report: Report,
): void {
  const here = { ...spot, item: name };
  if (name !== written) report.warn(here, 'The name held an e-mail address; it was taken out.');
  if (hidesSomething(raw)) report.warn(here, 'The name held invisible characters; they were taken out.');
}

function readBio(raw: string, spot: Spot, report: Report): string {
  const text = cleanLines(raw);
  if (isNoBio(text)) {
    if (text !== '' && text !== 'None')
      report.warn(spot, `The bio says only "${text}"; the speaker is listed without it.`);
    return '';
  }
  const masked = maskContacts(text);
  if (masked !== text) report.warn(spot, 'The bio held an e-mail address or a phone number; it was masked.');
  return capped(masked, 'bio', spot, report);
}

function capped(text: string, field: string, spot: Spot, report: Report): string {
  if (text.length <= LENGTH_MAX) return text;
  report.fail(spot, `The ${field} is longer than 20,000 characters; the rest was left out.`);
  return `${text.slice(0, LENGTH_MAX - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
