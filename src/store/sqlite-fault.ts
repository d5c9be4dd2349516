import { StoreFault, type StoreFaultCode } from './store-fault.ts';

/**
 * SQLite's result codes, https://sqlite.org/rescode.html, by what a person can do about them: locked, full, and read-only,
 * no access, input or output failed, cannot be opened, damaged, no database. Where rows are asked for, the driver passes
 * on SQLite's words alone.
 */
const KNOWN: readonly {
  readonly code: Known;
  readonly results: readonly number[];
  readonly words: RegExp;
}[] = [
  { code: 'locked', results: [5, 6], words: /is locked/ },
  { code: 'full', results: [13], words: /disk is full/ },
  {
    code: 'unusable',
    results: [8, 3, 10, 14, 11, 26],
    words: /readonly database|permission denied|disk I\/O error|unable to open|malformed|not a database/,
  },
];

/** Why no folder can be made for the file. */
const NO_FOLDER = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'EEXIST']);

type Known = Extract<StoreFaultCode, 'locked' | 'full' | 'unusable'>;

/** The same error as a fault that says what to do; as it was, where it is no matter of the file. */
export function sqliteFault(error: unknown, path: string): unknown {
  const code = codeOf(error as SystemError);
  return code === undefined ? error : new StoreFault(code, sentenceFor(code, path, error), { cause: error });
}

interface SystemError {
  readonly message: string;
  readonly code?: string;
  readonly errcode?: number;
}

function codeOf({ message, code = '', errcode }: SystemError): Known | undefined {
  if (code === 'ENOSPC') return 'full';
  if (NO_FOLDER.has(code)) return 'unusable';
  if (code !== 'ERR_SQLITE_ERROR') return undefined;
  const known = KNOWN.find(({ results, words }) =>
    errcode === undefined ? words.test(message) : results.includes(errcode & 0xff),
  );
  return known?.code;
}

function sentenceFor(code: Known, path: string, error: unknown): string {
  switch (code) {
    case 'locked':
      return `The database ${path} is locked by another process. End that process, or wait for it.`;
    case 'full':
      return `The database ${path} cannot grow: its disk is full. Free some space; Lectern goes on by itself.`;
    case 'unusable':
      return `The database ${path} cannot be used: ${(error as Error).message}. See that the file is whole and that Lectern may write there, or name another by DATABASE_URL.`;
  }
}
