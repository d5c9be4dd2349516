import { StoreFault, type StoreFaultCode } from '../store-fault.ts';

/**
 * SQLite's result codes (https://sqlite.org/rescode.html) by what a person can do about them. In the order of the last
 * list: read-only, no access, input or output failed, cannot be opened, damaged, not a database. For statements that
 * return rows the driver passes on SQLite's message without the code.
 */
const RESULTS: readonly {
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

/** Node's reasons why a folder for the file cannot be made. */
const NO_FOLDER = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'EEXIST']);

type Known = Extract<StoreFaultCode, 'locked' | 'full' | 'unusable'>;

/** Turns an error of the file into a fault that says what to do; returns other errors as they are. */
export function sqliteFault(error: unknown, path: string): unknown {
  const code = codeOf(error as SystemError);
  return code === undefined ? error : new StoreFault(code, messageFor(code, path, error), { cause: error });
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
  const known = RESULTS.find(({ results, words }) =>
    errcode === undefined ? words.test(message) : results.includes(errcode & 0xff),
  );
  return known?.code;
}

function messageFor(code: Known, path: string, error: unknown): string {
  switch (code) {
    case 'locked':
      return `The database ${path} is locked by another process. End that process, or wait for it.`;
    case 'full':
      return `The disk of the database ${path} is full. Free some space, and Lectern continues by itself.`;
    case 'unusable':
      return `The database ${path} cannot be used: ${describeUnusable(error as Error)}`;
  }
}

/** A file that is not opened may be intact: its folder could not be made, or it may not be read. */
function describeUnusable({ message }: Error): string {
  if (/unable to open|^E[A-Z]+: /.test(message))
    return `${message.replace(/^Failed to open database: /, '')}. Check that Lectern may write there, or correct DATABASE_URL.`;
  return `${message}. Check that the file is intact and that Lectern may write to it, or set DATABASE_URL to another database.`;
}
