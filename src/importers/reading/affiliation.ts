/** A name as a source writes it, without the position and company behind it; those are empty if there are none. */
export interface NameParts {
  readonly name: string;
  readonly affiliation: string;
}

/**
 * Splits "Ada Lund (Harbour Ltd)" and "Ada Lund, Head of Sails, Harbour Ltd". Parentheses hold nicknames, pronouns and
 * roles on stage as well: what is in them counts only if it has the words of a company or a position, or if it `isUsual`
 * for the names of the file to have some.
 */
export function splitAffiliation(written: string, isUsual = false): NameParts {
  const [, before, inside] = IN_BRACKETS_BEHIND.exec(written) ?? [];
  const isInside = inside !== undefined && (isUsual ? mayBeAffiliation(inside) : isSurely(inside));
  const { name, affiliation } = splitAtComma(isInside ? (before ?? '') : written);
  const parts = isInside ? [affiliation, inside] : [affiliation];
  return { name, affiliation: parts.filter(part => part !== '').join(', ') };
}

/** `Head of Sails, Harbour Ltd`, of a position and a company of which either may be empty. */
export function joinAffiliation(position = '', company = ''): string {
  const parts = [position, company].map(part => part.trim()).filter(part => part !== '');
  const [first = '', second] = parts;
  return second === undefined || first.includes(second) ? first : `${first}, ${second}`;
}

/** CMT marks the author who answers letters: "Ada Lund (Harbour)*". */
const IN_BRACKETS_BEHIND = /^([^()[\]]*[^()[\]\s,])[\s,]*[([]\s*([^()[\]]*[^()[\]\s])\s*[)\]]\s*\**$/u;

function splitAtComma(written: string): NameParts {
  const [name = '', ...others] = written.split(COMMA);
  const told = others.findIndex(isAffiliation);
  // "Ada Lund, Captain, Harbour Ltd"; but "Lund, Ada, Harbour Ltd" is turned.
  const first = told > 0 && /\p{Lu}\S*\s+\p{Lu}/u.test(name) ? 0 : told;
  if (first < 0) return { name: written, affiliation: '' };
  return {
    name: [name, ...others.slice(0, first)].join(','),
    affiliation: others
      .slice(first)
      .map(part => part.trim())
      .join(', '),
  };
}

/** Separates people or their affiliations. "Bo Ek, Jr." is one name, and "Dock, Inc." one company. */
export const COMMA = /,(?!\s*(?:(?:[JS]r|I{2,3}|IV|Ph\.?D|M\.?D)\b|(?:Inc|Ltd|LLC|GmbH|Corp|S\.?A)\b))/;

/** True for a position or a company: "Head of Sails", "Harbour Ltd". */
export function isAffiliation(part: string): boolean {
  return ROLE.test(part) || isCompany(part);
}

export function isCompany(part: string): boolean {
  return COMPANY.test(part) || COMPANY_WORD.test(part);
}

/** True if what stands in parentheses behind a name is an affiliation, whatever other names have. */
function isSurely(text: string): boolean {
  if (PRONOUNS.test(text)) return false;
  return (
    isCompany(text) || (!ON_STAGE.test(text) && (ROLE.test(text) || /^\p{Lu}[^@]*[,;]\s*\p{L}/u.test(text)))
  );
}

function mayBeAffiliation(text: string): boolean {
  return isSurely(text) || (!PRONOUNS.test(text) && !ON_STAGE.test(text) && /^[\p{Lu}\p{Lo}\d]/u.test(text));
}

/** True for a name with something in parentheses behind it that may be an affiliation. */
export function endsInAffiliation(written: string): boolean {
  const [, , inside] = IN_BRACKETS_BEHIND.exec(written.trim()) ?? [];
  return inside !== undefined && mayBeAffiliation(inside);
}

/** True for what somebody does in a session, "moderator", and not where they work. */
export function isRoleOnStage(text: string): boolean {
  return ON_STAGE.test(text);
}

const PRONOUNS =
  /^(?:she|he|they|her|him|them|hers|ze|xe|ey|any|all|sie|er|dey|ella|elle|él|iel|il|lui|lei|ela|ele)(?:$|\s*[/,;|]|\s+pronouns?$)/iu;
const ON_STAGE =
  /(?<!\p{L})(?:moderat(?:or|orin|ion|ed|rice)|moderador|moderadora|modérat(?:eur|rice)|(?:session |panel |co-?)?chair(?:person|man|woman)?|host|panell?ist|speaker|presenter|presenting|keynote|author|invited|online|remote|remotely|virtual|virtually|in person|vor ort|on-?site|cancell?ed|absent|tb[acd]|video|facilitator|interpreter|translator|née?|geb|aka|alias)(?!\p{L})/iu;

const ROLE =
  /^\s*(?:the\s+)?(?:(?:senior|lead|principal|chief|staff|junior|associate|assistant|deputy|vice|managing|executive|technical|general)(?!\p{L}).*|.*(?<!\p{L})(?:head\s+of|director|manager|engineer|developer|professor|president|analyst|architect|consultant|scientist|researcher|officer|editor|co-?founder|founder|evangelist|advocate|maintainer|coordinator|geschäftsführer(?:in)?|leiter(?:in)?|directeur|directrice|responsable|ingénieure?|ingenier[oa]|direttore|direttrice)(?!\p{L}).*|c[etfiop]o)\s*$/iu;
const COMPANY =
  /(?:(?<!\p{L})(?:Ltd|Limited|Inc|LLC|GmbH|AG|Corp|Corporation|plc|SARL|S\.?A\.?S|S\.?L|S\.?p\.?A|B\.?V|Oy|Co)\.?|(?<!\p{L})(?:University|Universität|Université|Universidad|Università|Institute|Institut|Instituto|Foundation|Stiftung|Fundación|Hochschule|College|Labs)(?!\p{L}).*)\s*$|^\s*(?:University|Universität|Université|Universidad|Università|Institute|Institut)(?!\p{L})/u;
/** Only as the last of several words: "Harbour Systems". */
const COMPANY_WORD =
  /\S\s+(?:Systems|Software|Technolog(?:y|ies)|Solutions|Group|Consulting|Services|Studios?|Media|Networks|Ministry|Agency|Association|Council|Museum|Library|Society|Hospital|Clinic|Cent(?:er|re)|Laborator(?:y|ies)|Cloud|Analytics|Robotics|Ventures|Partners|Industries|Academy|Akademie|Verein|e\.\s?V\.?)\s*$/u;
