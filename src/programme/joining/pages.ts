import { pluralise } from '../../text/display.ts';
import { groupByEach } from '../../text/keys.ts';
import type { Problem } from '../problem.ts';
import type { Draft, DraftPage } from './draft.ts';

/** Reports files that are one page of several, unless the other pages lie beside them. */
export function reportPages(drafts: readonly Draft[]): readonly Problem[] {
  const pages = drafts.flatMap(({ file, format, page }) =>
    page === undefined ? [] : [{ file, format, page }],
  );
  const sets = groupByEach(pages, ({ file, format, page }) => [
    page.reason === undefined ? `${format} ${page.total ?? ''}` : file,
  ]);
  return [...sets.values()].flatMap((set): Problem | readonly Problem[] => {
    const here = set.reduce((sum, { page }) => sum + page.here, 0);
    const total = set[0]?.page.total;
    if (total === undefined ? haveAllNumbers(set.map(({ page }) => page)) : here >= total) return [];
    const [first] = set;
    if (first === undefined) return [];
    const { file, page } = first;
    const advice =
      set.length === 1
        ? `This is one page of several, ${describePage(page, total && total - here)}`
        : `These are ${set.length} pages of several, here and in ${listFiles(set.slice(1))}, ${describePage({ here, total }, total && total - here)}`;
    const message =
      page.reason === undefined
        ? `${advice} Put the other pages beside ${set.length === 1 ? 'it' : 'them'}.`
        : reportAsked(page);
    return { severity: 'error', file, line: undefined, item: undefined, message };
  });
}

/** True if one page says how many there are, and so many are here. */
function haveAllNumbers(set: readonly DraftPage[]): boolean {
  const pages = set.map(page => page.pages).find(number => number !== undefined);
  const numbers = new Set(set.map(({ number }, at) => number ?? `file ${at}`));
  return pages !== undefined && numbers.size >= pages;
}

function listFiles([first, ...others]: readonly { readonly file: string }[]): string {
  const name = first?.file.split('/').at(-1) ?? '';
  return others.length === 0 ? name : `${pluralise(others.length + 1, 'more file')}`;
}

function reportAsked({ here, total, reason }: DraftPage): string {
  const read = `${here} ${here === 1 ? 'was' : 'were'} read`;
  const counts =
    total === undefined
      ? `There are more than ${pluralise(here, 'entry', 'entries')}, and ${read}`
      : `${pluralise(total, 'entry is', 'entries are')} announced, ${read}`;
  return `${counts}. ${reason} A talk that is missing from them stays as it was.`;
}

function describePage({ here, total, number, pages }: DraftPage, missing: number | undefined): string {
  if (total === undefined && number !== undefined && pages !== undefined)
    return `number ${number} of ${pages}; the others are missing.`;
  if (total === undefined || missing === undefined)
    return `with ${pluralise(here, 'entry', 'entries')}; the others are missing.`;
  return `with ${here} of ${total} entries; ${missing} ${missing === 1 ? 'is' : 'are'} missing.`;
}
