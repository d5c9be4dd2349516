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
  return splitDescription(dropInvitations(isRepeated ? text.slice(0, -url.length) : text));
}

/**
 * Drops the invitations to online meetings that Teams, Zoom, Google Meet and Webex put into a description, with their
 * numbers and passcodes. A sentence or a paragraph after an invitation is part of the abstract again.
 */
function dropInvitations(description: string): string {
  if (!MEETING.test(description)) return description;
  const lines = description.split(LINE_START);
  const texts = lines.map(line => cleanLine(line.replace(TAG, ' ')));
  let isWithin = false;
  const kept = lines.filter((_, at) => {
    const text = texts[at] ?? '';
    const opens =
      opensInvitation(text) || (RULE.test(text) && texts.slice(at + 1, at + 4).some(opensInvitation));
    const goesOn = text === '' || OF_INVITATION.test(text) || (texts[at - 1] !== '' && !PROSE.test(text));
    isWithin = opens || (isWithin && goesOn);
    return !isWithin;
  });
  return kept.length === lines.length ? description : kept.join('').trimEnd();
}

const LINE_START = /(?<=\n|<br\s*\/?>|<\/(?:p|div|li)>)/i;
/** Outlook writes the address of a link behind its words, `Join<https://example.org/>`: that is no tag. */
const TAG = /<(?!https?:)[^<>]*>/gi;
const MEETING = /teams|zoom|google meet|meet\.google|webex/i;
/** Teams draws a line of underscores above its invitation. */
const RULE = /^[_=–—-]{10,}$/;
/** A sentence, and not a label, a number or a list of links. */
const PROSE = /^.{29,}[.!?…]["'”“’»)\]]*$/u;

function opensInvitation(line: string): boolean {
  return OPENINGS.some(opening => opening.test(line));
}

/** Each is a whole line, without a sentence's end but perhaps with an address: an abstract may tell of Zoom. */
const OPENINGS: readonly RegExp[] = [
  // "https://teams.microsoft.com/l/1", "Link: https://example.zoom.us/j/1"
  /^(?:\p{L}[\p{L} -]{0,40}:\s*)?[<([]?https?:\/\/(?:teams\.(?:microsoft|live)\.com\/|(?:[\w-]+\.)?zoom(?:gov)?\.(?:us|com)\/(?:j|s|w|my)\/|meet\.google\.com\/|(?:[\w-]+\.)?webex\.com\/)\S*$/iu,
  // "Join Zoom Meeting", "An Microsoft Teams-Besprechung teilnehmen", "Join with Google Meet: https://meet.google.com/a"
  /^(?:(?:click here to |klicken sie hier, um )?join|an|nehmen sie an|mit|(?:cliquez ici pour )?(?:participer|rejoindre)|(?:haga clic aquí para )?(?:unirse|entrar)|participar|partecipa|deelnemen)(?: \p{L}+){0,4} (?:teams|zoom|google meet|webex)(?!\p{L})[^.!?:<]{0,40}(?:[:<]?\s*[<([]?https?:\S*)?$/iu,
  // "Microsoft Teams meeting", "Microsoft Teams Need help?", "Zoom-Meeting beitreten", "WebEx meeting link"
  /^(?:microsoft teams|zoom|google meet|webex)(?: need help\?|[ -](?:meeting|webinar|besprechung)(?: \p{L}+)?)(?:\s*[:<]?\s*https?:\S*)?$/iu,
  /^(?:réunion|reunión(?: de)?|riunione(?: di)?|reunião(?: do)?) (?:microsoft teams|zoom|webex)$/iu,
  // "Imke Rosendahl is inviting you to a scheduled Zoom meeting."
  /^.{1,80} (?:is inviting you to|lädt sie zu|vous invite à|(?:le|te) (?:está invitando|ha invitado) a) .{1,30} zoom[ -]?.{0,10}(?: ein)?\.?$/iu,
  // Webex, and Google Meet.
  /^-+\s?do not delete or change any of the following text/i,
  /^-::~:[:~-]+$/,
];

const OF_INVITATION =
  /https?:|meeting|besprechung|réunion|reunión|webex|zoom|teams|passcode|password|kenncode|code secret|código|\bpin\b|dial|phone|einwahl|call[ -]in|one tap mobile|\bID\b|do not (?:edit|delete)|^[_=~:–—-]{3,}$|^\+?[\d\s(]{6}/iu;
