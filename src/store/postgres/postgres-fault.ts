import { StoreFault, type StoreFaultCode } from '../store-fault.ts';

interface Rule {
  /** SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html) or Node's code of a system error. */
  readonly codes: RegExp;
  /** The words of pg's errors that have no code. */
  readonly words?: RegExp;
  readonly fault: StoreFaultCode;
  /** Follows "The database lectern on db.example.org". `because` is the reason in brackets. */
  readonly says: (because: string) => string;
}

const MISSING = /^(?:42P01|42703|3F000)$/;

/** By what a person can do about them; the first that fits. */
const RULES: readonly Rule[] = [
  {
    codes: /^(?:40001|40P01)$/,
    fault: 'conflict',
    says: () =>
      'was changed by several processes at once, again and again. Lectern tries once more by itself.',
  },
  {
    codes: /^28...$/,
    words: /^SASL/,
    fault: 'unusable',
    says: because =>
      `does not let Lectern in ${because}. Correct the user and password in DATABASE_URL, or what pg_hba.conf allows.`,
  },
  {
    codes: /^3D000$/,
    fault: 'gone',
    says: () => 'does not exist. Create it, or correct its name in DATABASE_URL.',
  },
  {
    codes: /^53300$/,
    fault: 'busy',
    says: () =>
      'has no connection left for Lectern. Raise max_connections, or end processes that hold connections; each Lectern takes up to 10.',
  },
  {
    codes: /^53100$/,
    fault: 'full',
    says: () => 'has a full disk. Free some space, and Lectern continues by itself.',
  },
  {
    codes: /^(?:57014|55P03|25P0[34]|53[24]00)$/,
    words: /^Query read timeout|^timeout exceeded when trying to connect/,
    fault: 'busy',
    says: because =>
      `did not answer in time ${because}. Look what keeps it busy; Lectern continues by itself.`,
  },
  {
    codes: /^(?:25006|0A000)$/,
    fault: 'unusable',
    says: () =>
      'may only be read now: it is a standby, or its server is being replaced. Let DATABASE_URL lead to the primary; Lectern continues by itself.',
  },
  {
    codes: /^42501$/,
    fault: 'unusable',
    says: because =>
      `does not allow Lectern to do its work ${because}. Let the user of DATABASE_URL own the database.`,
  },
  {
    codes: MISSING,
    fault: 'unusable',
    says: because =>
      `lacks a table or column of Lectern's ${because}. Restore its backup, or set DATABASE_URL to another database.`,
  },
  {
    codes: /^(?:ERR_TLS_\w+|ERR_SSL_\w+|\w*CERT\w*|UNABLE_TO_\w+|HOSTNAME_MISMATCH)$/,
    words: /does not support SSL|SSL connection|sslmode|certificate/i,
    fault: 'unusable',
    says: because =>
      `cannot be reached over TLS ${because}. Correct sslmode and sslrootcert in DATABASE_URL.`,
  },
  {
    codes:
      /^(?:57P0\d|08\w{3}|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|ENOENT|EACCES|EADDRNOTAVAIL)$/,
    words: /^Connection terminated|^timeout expired|not queryable$/,
    fault: 'gone',
    says: because =>
      `cannot be reached ${because}. Start it, or correct DATABASE_URL; Lectern continues by itself.`,
  },
];

/**
 * Turns an error of pg into a fault that says what to do. Other errors keep their message alone: what PostgreSQL tells in
 * detail has values of rows, which are people's.
 */
export function postgresFault(error: unknown, label: string): Error {
  if (error instanceof StoreFault) return error;
  const { message, code } = simplify(error);
  const rule = RULES.find(({ codes, words }) => (code === '' ? words?.test(message) : codes.test(code)));
  const stack = { cause: new Error(message) };
  if (rule === undefined) return new Error(`PostgreSQL says "${message}" (${code}).`, stack);
  const because = `(${[message, code].filter(each => each !== '').join(', ')})`;
  return new StoreFault(rule.fault, `The database ${label} ${rule.says(because)}`, stack);
}

/** Whether the connection must not be used again. */
export function isConnectionLost(error: Error): boolean {
  return error instanceof StoreFault && error.code !== 'conflict' && error.code !== 'full';
}

/** Whether the database is not one that Lectern has prepared. */
export function isTableMissing(error: unknown): boolean {
  return MISSING.test(simplify(error).code);
}

/**
 * Several addresses of one host make an AggregateError without a message. The text of some errors tells a port of this
 * process.
 */
function simplify(error: unknown): { readonly message: string; readonly code: string } {
  const { message = String(error), code = '', syscall, errors } = error as SystemError;
  const [first] = errors ?? [];
  if (first !== undefined) return simplify(first);
  return syscall === undefined || syscall === 'open' ? { message, code } : { message: '', code };
}

interface SystemError {
  readonly message?: string;
  readonly code?: string;
  readonly syscall?: string;
  readonly errors?: readonly unknown[];
}
