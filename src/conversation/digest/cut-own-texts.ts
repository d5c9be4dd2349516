import { normalizeSigns } from '../../search/query/query-parts.ts';
import { type OwnTexts, plainOwnText } from './own-texts.ts';

/** The texts that an order in words has; the form has the others. */
export type TypedTexts = Partial<Pick<OwnTexts, 'intro' | 'closing'>>;
type TextName = keyof TypedTexts;

/** The names of each text, longest first. */
const NAMES: Readonly<Record<TextName, string>> = {
  intro: 'introduction|introducci[oó]n|introdu[cç][aã]o|introduzione|intro|einleitung|inleiding|冒頭文?',
  closing:
    'closing line|closing|schlusszeile|schluss|cierre|despedida|mot de fin|conclusion|encerramento|chiusura|slotregel|結びの文|結び',
};

const ARTICLE = "(?:(?:an?|the|eine?|einer|une?|una?|uma|um|een)\\s+|un['’]\\s*)?";
const WITH = `(?:(?:with|and|mit|und|avec|et|con|y|com|e|met|en)\\s+)?${ARTICLE}`;
const WITHOUT = `(?<none>(?:without|no|ohne|keine?n?|sans|sin|sem|senza|zonder|geen)\\s+${ARTICLE})`;
const NAME = `(?:${Object.entries(NAMES)
  .map(([name, names]) => `(?<${name}>${names})`)
  .join('|')})`;

/** Something in quotes, which is passed over, or a name. */
const NAMED = new RegExp(
  `"[^"]*"|(?<![^\\s,;"])(?:${WITHOUT}${NAME.replaceAll('(?<', '(?<no_')}(?:[,;.!?]+|(?=$|\\s))|${WITH}${NAME}(?<mark>\\s*:\\s*|\\s+)(?=\\S))`,
  'giu',
);

/** Whether such a text may be named here; most texts need no closer look. */
export const MAY_NAME_TEXT = new RegExp(Object.values(NAMES).join('|'), 'iu');

/** A text in quotes ends with them; the marks behind it are none of the order's. */
const CLOSED =
  /^(?:"([^"]*)"|“([^”]*)”|„([^“”]*)[“”]|«([^»]*)»|»([^«]*)«|「([^」]*)」)(?=$|[\s,;.!?])[,;.!?]*/u;

/** A part of an order: one of the organisers' own texts with its name, or words of the order itself. */
export interface PartOfOrder {
  readonly name: TextName | 'order';
  /** As it was typed; all of them in a row are the whole. */
  readonly raw: string;
  /** Without its name and its quotes. */
  readonly text: string;
  readonly isQuoted: boolean;
}

/**
 * Parts an order from the organisers' own texts: `daily 08:00 intro: Good morning! closing: See you.` A text in quotes ends
 * with them. Any other reaches to the end, or to the name of the other text with a colon behind it.
 */
export function partsOfOrder(text: string): readonly PartOfOrder[] {
  const signs = normalizeSigns(text);
  const parts: PartOfOrder[] = [];
  const used: TextName[] = [];
  let at = 0;
  for (let found = findName(signs, { at, used }); found !== undefined; ) {
    const { name, start, end } = found;
    used.push(name);
    const behind = text.slice(end);
    const closed = found.isNone ? undefined : CLOSED.exec(behind);
    const isOpen = closed === null;
    const next = findName(signs, { at: end, used, isOpen });
    const until = isOpen ? (next?.start ?? text.length) : end + (closed?.[0].length ?? 0);
    const own = found.isNone
      ? ''
      : (closed?.slice(1).find(each => each !== undefined) ?? text.slice(end, until));
    parts.push(wordsOfOrder(text.slice(at, start)));
    parts.push({ name, raw: text.slice(start, until), text: own, isQuoted: !isOpen });
    at = until;
    found = next;
  }
  return [...parts, wordsOfOrder(text.slice(at))];
}

function wordsOfOrder(raw: string): PartOfOrder {
  return { name: 'order', raw, text: raw, isQuoted: false };
}

interface FoundName {
  readonly name: TextName;
  readonly start: number;
  readonly end: number;
  /** `without intro` */
  readonly isNone: boolean;
}

/** The next name of a text that was not named yet; within an open text only with a colon behind it. */
function findName(
  signs: string,
  {
    at,
    used,
    isOpen = false,
  }: { readonly at: number; readonly used: readonly TextName[]; readonly isOpen?: boolean },
): FoundName | undefined {
  NAMED.lastIndex = at;
  for (let found = NAMED.exec(signs); found !== null; found = NAMED.exec(signs)) {
    const { groups = {}, index: start } = found;
    const name = TEXT_NAMES.find(each => (groups[each] ?? groups[`no_${each}`]) !== undefined);
    const isNone = groups.none !== undefined;
    const isMarked = !isOpen || (!isNone && groups.mark?.trim() === ':');
    if (name !== undefined && !used.includes(name) && isMarked)
      return { name, start, end: start + found[0].length, isNone };
  }
  return undefined;
}

const TEXT_NAMES = Object.keys(NAMES) as TextName[];

/** An order without the organisers' own texts, and these. */
export function cutOwnTexts(text: string): { readonly order: string } & TypedTexts {
  const parts = partsOfOrder(text);
  const own = parts.filter(({ name }) => name !== 'order').map(part => [part.name, plainOwnText(part.text)]);
  const order = parts.filter(({ name }) => name === 'order').map(({ text: words }) => words.trim());
  return { ...Object.fromEntries(own), order: order.filter(Boolean).join(' ') };
}
