import type { DraftSpeaker } from '../../programme/joining/draft.ts';
import { NAME_WITHHELD } from '../../programme/joining/speakers.ts';
import { fold } from '../../text/fold.ts';
import { hashId } from '../../text/keys.ts';
import { splitAffiliation } from './affiliation.ts';
import { cleanLine, cleanLines, hidesSomething } from './clean.ts';
import { dropContacts, maskContacts } from './contacts.ts';
import { capText, readId } from './fields.ts';
import { toReadableName, toReadableText } from './readable-text.ts';
import type { Report, Spot } from './report.ts';

/** A person as a file has them. Files hold more on people, and none of that is read. */
export interface RawPerson {
  readonly id: string;
  readonly name: string;
  readonly bio: string;
  readonly affiliation?: string | undefined;
}

/** Reads a speaker of the talk `item`; `line` if the file has lines. */
export type ReadPerson = (raw: RawPerson, item: string, line?: number) => readonly DraftSpeaker[];

/** Returns a reader that reads each person once, however many talks name them. A person with only an id keeps an empty name. */
export function createPersonReader(report: Report): ReadPerson {
  const known = new Map<string, readonly DraftSpeaker[]>();
  return (raw, item, line) => {
    const key = JSON.stringify([raw.id, raw.name, raw.bio, raw.affiliation]);
    const people = known.get(key) ?? readPerson(raw, { item, line }, report);
    known.set(key, people);
    return people;
  };
}

function readPerson(raw: RawPerson, spot: Spot, report: Report): readonly DraftSpeaker[] {
  const id = readId(raw.id);
  const name = toReadableName(raw.name);
  if (name === '' && id !== undefined) return [{ id, name: '', bio: '' }];
  if (id !== undefined && !/[\p{L}\p{N}]/u.test(name)) {
    // The source knows this person, so they do speak; they only withhold their name.
    report.warn(spot, `A speaker is called "${name.slice(0, 40)}"; it is shown as "${NAME_WITHHELD}".`);
    return [{ id, name: NAME_WITHHELD, bio: '' }];
  }
  const affiliation = toReadableText(raw.affiliation ?? '');
  const speaker = readSpeaker({ name, bio: toReadableText(raw.bio), affiliation }, spot, report);
  return speaker === undefined ? [] : [{ ...speaker, id: id ?? speaker.id }];
}

/** Removes marks around a name, as in `**Ada**` or `Ada*`; a pair within it, as in `Max "Star"`, stays whole. */
function withoutMarks(name: string): string {
  const bare = name.replace(/^[*"“”\s]+|[*"“”\s]+$/g, '');
  return (bare.match(/[*"“”]/g) ?? []).length % 2 === 0
    ? bare
    : name.trim().replace(/^([*"“”]+)(.*)\1$/su, '$2');
}

/**
 * Reads a speaker; undefined if the name is a placeholder, which is reported. A position and a company behind the name
 * are the affiliation, unless the source states it. An e-mail address in a name is removed. A speaker named only by an address stays, without a name, under an id made of the address.
 */
export function readSpeaker(
  raw: Omit<RawPerson, 'id'>,
  spot: Spot,
  report: Report,
): DraftSpeaker | undefined {
  const written = withoutMarks(cleanLine(raw.name));
  if (isNobody(written)) {
    const named = written === '' ? 'has no name' : `is called "${written}"`;
    // "TBA" and "-" say that nobody is known yet, which is no fault.
    if (isProgramsWord(written))
      report.warn(spot, `A speaker ${named}; the talk is listed without this speaker.`);
    return undefined;
  }
  const withoutContacts = dropContacts(written);
  const parts = splitAffiliation(withoutContacts);
  // "TBA (Harbour Ltd)"
  if (parts.affiliation !== '' && isNobody(parts.name)) return undefined;
  const name = capText(parts.name, 'name', spot, report);
  const here = { ...spot, item: name };
  const bio = readBio(raw.bio, here, report);
  if (name === written || !isNobody(name)) {
    reportName(raw.name, { isMasked: withoutContacts !== written }, here, report);
    return { name, bio, ...readAffiliation(raw.affiliation || parts.affiliation, here, report) };
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
  { isMasked }: { readonly isMasked: boolean },
  here: Spot,
  report: Report,
): void {
  if (isMasked) report.warn(here, 'The name contains an e-mail address; it was removed.');
  if (hidesSomething(raw)) report.warn(here, 'The name contains invisible characters; they were removed.');
}

function readBio(raw: string, spot: Spot, report: Report): string {
  const text = cleanLines(raw);
  if (isNoBio(text)) {
    if (text !== '' && text !== 'None')
      report.warn(spot, `The bio says only "${text}"; the speaker is listed without it.`);
    return '';
  }
  const masked = maskContacts(text);
  if (masked !== text)
    report.warn(spot, 'The bio contains an e-mail address or a phone number; it was masked.');
  return capText(masked, 'bio', spot, report);
}

function readAffiliation(raw: string, spot: Spot, report: Report): Pick<DraftSpeaker, 'affiliation'> {
  const written = cleanLine(raw);
  if (isNoBio(written)) return {};
  const affiliation = capText(dropContacts(written), 'affiliation', spot, report);
  if (affiliation !== written)
    report.warn(spot, 'The affiliation contains an e-mail address or a phone number; it was removed.');
  return affiliation === '' ? {} : { affiliation };
}

/** Programs write these for a field that they did not find. */
function isProgramsWord(name: string): boolean {
  return /^(?:|(?:none|null|undefined)(?:\s.*)?)$/i.test(name);
}

/** Names no person, as in the row of a welcome. */
const EVERYBODY =
  'all|all of us|all participants|all attendees|all panelists|all presenters|everybody|everyone|anyone|alle|alle gemeinsam|alle zusammen|alle teilnehmenden|alle teilnehmer|alle referenten|tous|toutes|toutes et tous|tout le monde|todos|todas|todos y todas|todos e todas|todo el mundo|tutti|tutte|iedereen|allen'.split(
    '|',
  );

const NOBODY: ReadonlySet<string> = new Set([
  '',
  ...EVERYBODY,
  'na',
  'n n',
  'nn',
  'speaker',
  'speakers',
  'speaker name',
  'speaker tbc',
  'speakers tba',
  'speakers tbc',
  'speakers tbd',
  'tba speaker',
  'speaker to be announced',
  'speakers to be announced',
  'speaker to be confirmed',
  'speakers to be confirmed',
  'to be decided',
  'coming soon',
  'various',
  'various speakers',
  'various presenters',
  'various authors',
  'multiple speakers',
  'several speakers',
  'all speakers',
  'verschiedene',
  'diverse referenten',
  'diverse vortragende',
  'verschiedene vortragende',
  'noch offen',
  'noch nicht bekannt',
  'wird noch bekannt gegeben',
  'wird bekannt gegeben',
  'divers',
  'divers intervenants',
  'plusieurs intervenants',
  'a confirmer',
  'a definir',
  'a preciser',
  'a venir',
  'varios',
  'varios ponentes',
  'por anunciar',
  'por confirmar',
  'por definir',
  'a confirmar',
  'varios palestrantes',
  'da confermare',
  'da definire',
  'vari relatori',
  'none',
  'none none',
  'null',
  'null null',
  'undefined',
  'undefined undefined',
  'n a',
  'tba',
  'tbc',
  'tbd',
  'speaker tba',
  'speaker tbd',
  'to be announced',
  'to be confirmed',
  'to be defined',
  'to be determined',
]);

const NO_BIO: ReadonlySet<string> = new Set([
  ...NOBODY,
  ...'bio|bio here|bio tba|bio tbd|bio to come|bio coming soon|biography|coming soon|na|nil|placeholder|to be added|to come|to follow|todo'.split(
    '|',
  ),
]);

/** True for placeholders that people and programs put for a missing name: `None None`, `TBD`, `-`. */
export function isNobody(name: string): boolean {
  const said = wordsOf(name);
  return NOBODY.has(said) || (MAY_COME.test(said) && TO_COME.test(said));
}

/** In whatever TO_COME matches, which takes long to compile. */
const MAY_COME =
  /tb[acd]|\bto (?:be|come)\b|soon|several|multiple|announced|confirmed|decided|defined|determined/;

const TO_COME =
  /^(?:(?:(?:guest|keynote|invited|mystery|more|further|other|panel) )?(?:speakers?|presenters?|panell?ists?|guests?|moderators?) )?(?:is |are |will be )?(?:tba|tbc|tbd|(?:to be )?(?:announced|confirmed|decided|defined|determined)|to come|coming soon|several|multiple)(?: soon| later| shortly)?$/;

/** True for a bio that is a placeholder: `None`, `n/a`, `Coming soon`, `xxx`, lorem ipsum. */
export function isNoBio(bio: string): boolean {
  if (SEVEN_WORDS.test(bio)) return false;
  const said = wordsOf(bio.slice(0, 100));
  return NO_BIO.has(said) || /^(x+|[a-z0-9]|lorem ipsum\b.*)$/.test(said);
}

/**
 * No placeholder but lorem ipsum has as many words, and most bios begin so. Of Latin letters alone: a pattern with all of
 * Unicode's takes a thousandth of a second to compile each time.
 */
const SEVEN_WORDS =
  /^(?![A-Za-z]{5}[^A-Za-z]+[A-Za-z]{5}(?![A-Za-z]))[A-Za-zÀ-ž]+(?:[ ,.'-]{1,2}[A-Za-zÀ-ž]+){6}[ ,.]/;

function wordsOf(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\bt b (?=[acd]\b)/g, 'tb');
}
