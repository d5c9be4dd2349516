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

/**
 * Removes what nobody sees: controls but for the ends of lines, halves of characters, signs without width or for the
 * direction of writing, spaces around, empty lines. Joiners stay, which parts of emoji and letters need.
 */
export function plainOwnText(text: string): string {
  const plain = text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]+|\p{Cs}+/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
  return VISIBLE.test(plain) ? plain : '';
}

const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

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
  const isAddress = /^https:\/\//i.test(sponsorLink) && /[^.]\.[^.]/.test(url?.hostname ?? '');
  if (!isAddress || url?.protocol !== 'https:' || url.username !== '' || url.password !== '')
    return "The sponsor's link should be a web address that begins with https://";
  return sponsor === '' ? 'Write the sponsor, too: a link has no words of its own.' : undefined;
}
