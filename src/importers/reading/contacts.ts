/**
 * E-mail addresses, plain or written with "(at)", also several without a space between. A handle on a social network
 * (`@user@host`) does not match. The look-behind lets a match begin only at the start of a word, which keeps the search
 * linear in long words.
 */
const EMAIL =
  /(?<![\p{L}\p{N}._%+@＠-])[\p{L}\p{N}._%+-]+(?:(?:[@＠]| ?[([{] ?at ?[)\]}] ?)[\p{L}\p{N}-]+(?:(?:\.| ?[([{] ?dot ?[)\]}] ?)[\p{L}\p{N}-]+)*(?:\.| ?[([{] ?dot ?[)\]}] ?)\p{L}{2,})+/giu;

/**
 * Numbers that are almost surely phone numbers: international, with a trunk zero, American, or after a word such as
 * "phone".
 */
const PHONES: readonly RegExp[] = [
  /(?<![+\w])\+ ?\d(?:[ .()/-]{0,2}\d){8,14}(?!\d)/g,
  /(?<![\w/=.-])00[1-9](?:[ .()/-]{0,2}\d){8,13}(?![\d-])/g,
  /(?<![\w/=.-])\(?0\d{1,4}\)?[ /-]\d{3,5}[ -]\d{3,5}(?![\d-])/g,
  /(?<![\w/=.-])(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\d.-]*\d)/g,
  /(?<=\b(?:tel|phone|telephone|mobile|cell|fax|whatsapp|t[eé]l[eé]fono|telefon|handy)\b[.:]? {0,2})\(?\d(?:[ .()/-]{0,2}\d){5,14}(?!\d)/giu,
];

/** As few digits in a row as the shortest of these has, with what may stand between them. */
const MAY_HOLD_PHONE = /\d(?:[ .()/-]{0,2}\d){5}/;

const PHONE_REMOVED = '[phone number removed]';

const WRITTEN_AT = /[([{] ?at ?[)\]}]/i;

/** Hardly any text holds an address, and this tells most of those far sooner. */
function mayHoldEmail(text: string): boolean {
  return text.includes('@') || text.includes('＠') || WRITTEN_AT.test(text);
}

export function maskEmails(text: string): string {
  if (!mayHoldEmail(text)) return text;
  return text.replace(EMAIL, '[e-mail address removed]');
}

/**
 * Masks e-mail addresses and international phone numbers. Other phone numbers stay, because prose contains many
 * numbers.
 */
export function maskProse(text: string): string {
  return maskPhones(maskEmails(text), PHONES.slice(0, 1));
}

export function maskContacts(text: string): string {
  return maskPhones(maskEmails(text), PHONES);
}

function maskPhones(text: string, phones: readonly RegExp[]): string {
  if (!MAY_HOLD_PHONE.test(text)) return text;
  return phones.reduce((masked, phone) => masked.replace(phone, PHONE_REMOVED), text);
}

/** Removes contacts with the brackets and labels around them. */
export function dropContacts(text: string): string {
  const masked = maskContacts(text);
  if (masked === text) return text;
  return masked
    .replace(/\[(?:e-mail address|phone number) removed\]/g, ' ')
    .replace(/\b(?:mailto|e-?mail|phone|tel)\b:?|[<([{]\s*[>)\]}]|["“”]/giu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:|/-]+|[\s,;:|/-]+$/g, '');
}
