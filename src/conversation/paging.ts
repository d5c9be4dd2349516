/** Talks that a page of results shows. */
export const RESULTS_A_PAGE = 5;

/** Sessions that a page of an agenda shows: three blocks each at the most, with a heading, of the fifty that a message takes. */
export const SESSIONS_A_PAGE = 12;

/** The part of an answer that a message shows. It travels in a button, so that the button outlives a restart. */
export interface Page {
  readonly query: string;
  readonly offset: number;
  /** The ids of talks that a list of a person's own talks still shows after they were unstarred there. */
  readonly kept?: readonly string[];
}

/** Returns the first page if a shorter answer no longer has this one. `count` is the number of things there are. */
export function pageWithin(page: Page, count: number): Page {
  return page.offset < count ? page : { ...page, offset: 0 };
}

/** Slack takes 2,000 characters in a button's value; JSON may write two for one of ours. */
export const QUERY_LENGTH = 900;

/** How many results there are up to the end of this page. */
export function resultsUpTo({ offset }: Pick<Page, 'offset'>): number {
  return offset + RESULTS_A_PAGE;
}

export function writePage(page: Page): string {
  return JSON.stringify({ q: page.query, o: page.offset });
}

/** A value that is not ours or not whole is the first page of nothing, never a fault. */
export function readPage(value: string | undefined): Page {
  try {
    const { q, o } = JSON.parse(value ?? '') as { q?: unknown; o?: unknown };
    if (typeof q === 'string' && Number.isSafeInteger(o)) return { query: q, offset: Math.max(0, Number(o)) };
  } catch {
    // Falls through: what cannot be read is answered like an empty query, with the help.
  }
  return { query: '', offset: 0 };
}
