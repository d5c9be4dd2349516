import { cleanLine } from '../reading/clean.ts';
import { findValue, findValues, type IcsBlock } from './lines.ts';

/** A description parted from the people whom it names. */
export interface SplitDescription {
  readonly abstract: string;
  readonly speakers: readonly { readonly name: string; readonly bio: string }[];
}

/** "Section: talks", "Kind: talk", "Name: Ceph at sea" and an address: PyCon US says again what stands in other fields. */
const PREAMBLE = /^\s*(?:(?:Section|Kind|Name): [^\n]*\n){2,3}(?:https?:\/\/\S+\n)?/;

const SPEAKERS = '\nSpeakers:\n';

/** Takes out of descriptions, as PyCon US and Indico write them, what is no abstract. Others stay as they are. */
function splitDescription(description: string): SplitDescription {
  const said = description.replace(PREAMBLE, '');
  if (said === description) return splitFirstLine(description);
  const at = said.lastIndexOf(SPEAKERS);
  if (at < 0) return { abstract: said, speakers: [] };
  return { abstract: said.slice(0, at), speakers: readSpeakers(said.slice(at + SPEAKERS.length)) };
}

/** A line without tags before a bio, or at the end, is a name; bios are paragraphs of HTML. */
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

/** "Speakers: Ada Lund (Harbour University), Bo Ek" in the first line, as Indico writes it. */
function splitFirstLine(description: string): SplitDescription {
  const [line = '', said = ''] =
    /^\s*(?:speakers?|presenters?|conveners?|presented by|referent(?:in|innen|en)?|ponentes?|intervenant(?:e?s?)|relator[ei]):\s*([^\n<]{2,500})(?:\n|$)/i.exec(
      description,
    ) ?? [];
  const speakers = splitPeople(said);
  return speakers.length > 0 && speakers.every(({ name }) => isName(name))
    ? { abstract: description.slice(line.length), speakers }
    : { abstract: description, speakers: [] };
}

/** Commas part people, but not within the brackets that hold where they come from. */
function splitPeople(text: string): SplitDescription['speakers'] {
  return text
    .split(/[,;](?![^()]*\))|\s(?:&|and)\s(?![^()]*\))/)
    .map(cleanLine)
    .filter(part => part !== '')
    .map(part => {
      const [, name = part, bio = ''] = /^([^()]+?)\s*\(([^()]+)\)$/.exec(part) ?? [];
      return { name, bio };
    });
}

function isName(text: string): boolean {
  return /^\p{Lu}/u.test(text) && text.split(' ').length <= 6 && !/[\d:?!/@]/.test(text);
}

/** Lectern writes above the abstract who speaks, for those who read it in a calendar. */
export function splitOwnDescription({ properties }: IcsBlock): SplitDescription {
  const description = findValue(properties, 'description');
  const names = findValues(properties, 'x-lectern-speaker').join(', ');
  const isNamed = names !== '' && description.startsWith(names);
  return { abstract: isNamed ? description.slice(names.length) : description, speakers: [] };
}

/** Some repeat the event's own page in the last line of what they say of it. */
export function splitForeignDescription({ properties }: IcsBlock): SplitDescription {
  const [text, url] = [findValue(properties, 'description').trimEnd(), findValue(properties, 'url').trim()];
  const isRepeated = url !== '' && (text === url || text.endsWith(`\n${url}`));
  return splitDescription(isRepeated ? text.slice(0, -url.length) : text);
}
