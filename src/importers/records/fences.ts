/** A page parted into its head and what follows. */
export interface FencedPage {
  readonly language: string;
  readonly head: string;
  /** The line at which the head begins, counted from 1. */
  readonly headLine: number;
  readonly body: string;
}

/** Longer than any head of a page. */
const HEAD_MAX = 64 * 1024;

/**
 * Finds the front matter of a page: between lines of `---` (YAML) or `+++` (TOML), after which a language may be named.
 * PyCon UK left the first of them out. We part pages ourselves because gray-matter executes what calls itself `---js`.
 */
export function fencedPage(text: string): FencedPage | undefined {
  const [, fence = '', language = ''] = /^\s*(---|\+\+\+)[ \t]*((?:[a-z][\w-]*)?)[ \t]*\n/i.exec(text) ?? [];
  const start = fence === '' ? 0 : text.indexOf('\n', text.indexOf(fence)) + 1;
  const closing = fence === '+++' ? /^\+\+\+[ \t]*$/m : /^(?:---|\.\.\.)[ \t]*$/m;
  const rest = text.slice(start, start + HEAD_MAX);
  const end = closing.exec(rest);
  const head = rest.slice(0, end?.index ?? 0);
  if (end === null || (fence === '' ? !isOpenHead(head) : language === '' && isText(head))) return undefined;
  return {
    language: (language || (fence === '+++' ? 'toml' : 'yaml')).toLowerCase(),
    head,
    headLine: text.slice(0, start).split('\n').length,
    body: text.slice(start + end.index + end[0].length),
  };
}

/** A title between two lines, or a list. */
function isText(head: string): boolean {
  return /^\s*(?:- |[^:={]*$)/.test(head);
}

/** Without a fence above them, these must be lines such as "title: Ceph at sea" and nothing else. */
function isOpenHead(head: string): boolean {
  const lines = head.trimEnd().split('\n');
  return (
    lines.some(line => /^(?:title|name|session|talk):/i.test(line)) &&
    lines.every((line, at) => /^[A-Za-z_][\w-]*:(?: |$)/.test(line) || (at > 0 && /^(?:[ \t]|- )/.test(line)))
  );
}
