import { parseUrl } from '../../text/parse-url.ts';

/** The organisers' own words around a digest. */
export interface OwnTexts {
  readonly intro: string;
  readonly closing: string;
  readonly sponsor: string;
  readonly sponsorLink: string;
}

/** So many characters each takes: a digest is read on phones, and has its sessions to tell. */
export const OWN_TEXT_LENGTHS: Readonly<Record<keyof OwnTexts, number>> = {
  intro: 300,
  closing: 300,
  sponsor: 100,
  sponsorLink: 300,
};

const NAMES: Readonly<Record<keyof OwnTexts, string>> = {
  intro: 'The intro',
  closing: 'The closing line',
  sponsor: 'The sponsor',
  sponsorLink: "The sponsor's link",
};

/** Removes what nobody sees: controls but for the ends of lines, halves of characters, spaces around, empty lines. */
export function plainOwnText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]+|\p{Cs}+/gu, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

/** Sentences about these texts, by the text that cannot be taken. */
export function ownTextMistakes(texts: OwnTexts): Partial<Record<keyof OwnTexts, string>> {
  const mistakes: Partial<Record<keyof OwnTexts, string>> = {};
  for (const key of Object.keys(NAMES) as (keyof OwnTexts)[]) {
    const [length, max] = [texts[key].length, OWN_TEXT_LENGTHS[key]];
    if (length > max) mistakes[key] = `${NAMES[key]} may have ${max} characters and has ${length}.`;
  }
  const link = linkMistake(texts);
  return link === undefined || mistakes.sponsorLink !== undefined
    ? mistakes
    : { ...mistakes, sponsorLink: link };
}

function linkMistake({ sponsor, sponsorLink }: OwnTexts): string | undefined {
  if (sponsorLink === '') return undefined;
  const url = parseUrl(sponsorLink);
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '')
    return "The sponsor's link should be a web address that begins with https://";
  return sponsor === '' ? 'Write the sponsor, too: a link has no words of its own.' : undefined;
}

const BEFORE_INTRO =
  'intro|introduction|einleitung|introducci[oó]n|introdu[cç][aã]o|introduzione|inleiding|冒頭文?';
const BEFORE_CLOSING =
  'closing|closing line|schlusszeile|schluss|cierre|despedida|mot de fin|conclusion|encerramento|chiusura|slotregel|結び';
const OWN_TEXT = new RegExp(`\\s(?:(${BEFORE_INTRO})|(?:${BEFORE_CLOSING})):?\\s+`, 'iu');

/** An order without the organisers' own texts that stand behind it: `daily 08:00 intro Good morning! closing See you.` */
export function cutOwnTexts(
  text: string,
): { readonly order: string } & Partial<Pick<OwnTexts, 'intro' | 'closing'>> {
  const found = OWN_TEXT.exec(text);
  if (found === null) return { order: text };
  const behind = ` ${text.slice(found.index + found[0].length)}`;
  const { order: own, ...others } = cutOwnTexts(behind);
  const name = found[1] === undefined ? 'closing' : 'intro';
  return { ...others, [name]: plainOwnText(withoutQuotes(own.trim())), order: text.slice(0, found.index) };
}

function withoutQuotes(text: string): string {
  return /^(["“„«]).*["”“»]$/u.test(text) ? text.slice(1, -1).trim() : text;
}
