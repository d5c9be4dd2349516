import { cleanLine } from '../reading/clean.ts';
import { findValue, findValues, type IcsBlock } from './lines.ts';

/** A description, split into abstract and speakers. */
export interface SplitDescription {
  readonly abstract: string;
  readonly speakers: readonly {
    readonly name: string;
    readonly bio: string;
    readonly affiliation?: string;
  }[];
}

/** PyCon US repeats other fields at the beginning: "Section: talks", "Kind: talk", "Name: Ceph at sea" and a URL. */
const PREAMBLE = /^\s*(?:(?:Section|Kind|Name): [^\n]*\n){2,3}(?:https?:\/\/\S+\n)?/;

const SPEAKERS = '\nSpeakers:\n';

/** Splits a description as PyCon US and Indico write it; any other is all abstract. */
function splitDescription(description: string): SplitDescription {
  const said = description.replace(PREAMBLE, '');
  if (said === description) return splitFirstLine(description);
  const at = said.lastIndexOf(SPEAKERS);
  if (at < 0) return { abstract: said, speakers: [] };
  return { abstract: said.slice(0, at), speakers: readSpeakers(said.slice(at + SPEAKERS.length)) };
}

/** Bios are paragraphs of HTML; a line without tags before one, or at the end, is a name. */
function readSpeakers(text: string): SplitDescription['speakers'] {
  const speakers: { name: string; bio: string[] }[] = [];
  let isBetween = true;
  for (const line of text.split('\n')) {
    const isName: boolean = isBetween && !line.includes('<') && cleanLine(line) !== '' && line.length < 100;
    if (isName) speakers.push({ name: line, bio: [] });
    else speakers.at(-1)?.bio.push(line);
    isBetween = isName || />\s*$/.test(line);
  }
  return speakers.map(({ name, bio }) => ({ name, bio: bio.join('\n') }));
}

/** Indico writes "Speakers: Ada Lund (Harbour University), Bo Ek" in the first line. */
function splitFirstLine(description: string): SplitDescription {
  const [line = '', said = ''] =
    /^\s*(?:speakers?|presenters?|conveners?|presented by|referent(?:in|innen|en)?|ponentes?|intervenant(?:e?s?)|relator[ei]):[^\S\n]*([^\n<]{2,500})(?:\n|$)/i.exec(
      description,
    ) ?? [];
  const speakers = splitPeople(said);
  return speakers.length > 0 && speakers.every(({ name }) => isName(name))
    ? { abstract: description.slice(line.length), speakers }
    : { abstract: description, speakers: [] };
}

/** Splits people at commas, except within parentheses, which hold their affiliation. */
function splitPeople(text: string): SplitDescription['speakers'] {
  return text
    .split(/[,;](?![^()]*\))|\s(?:&|and)\s(?![^()]*\))/)
    .map(cleanLine)
    .filter(part => part !== '')
    .map(part => {
      const [, name = part, affiliation] = /^([^()]+?)\s*\(([^()]+)\)$/.exec(part) ?? [];
      return { name, bio: '', ...(affiliation !== undefined && { affiliation }) };
    });
}

function isName(text: string): boolean {
  return /^\p{Lu}/u.test(text) && text.split(' ').length <= 6 && !/[\d:?!/@]/.test(text);
}

/** Lectern writes the speakers above the abstract, for people who read it in a calendar. */
export function splitOwnDescription({ properties }: IcsBlock): SplitDescription {
  const description = findValue(properties, 'description');
  const names = findValues(properties, 'x-lectern-speaker').join(', ');
  const isNamed = names !== '' && description.startsWith(names);
  return { abstract: isNamed ? description.slice(names.length) : description, speakers: [] };
}

/** Some calendars repeat the event's URL in the last line of the description. */
export function splitForeignDescription({ properties }: IcsBlock): SplitDescription {
  const [text, url] = [findValue(properties, 'description').trimEnd(), findValue(properties, 'url').trim()];
  const isRepeated = url !== '' && (text === url || text.endsWith(`\n${url}`));
  return splitDescription(isRepeated ? text.slice(0, -url.length) : text);
}
