import { type Logger, pino } from 'pino';
import { StoreFault } from '../store/store-fault.ts';
import { workFields } from '../text/work-id.ts';
import type { LogLevel } from './config.ts';

/** Slack's tokens by their form, and addresses with which anybody can post to a channel. */
const SECRET_FORMS = [
  /\b(?:xoxe\.)?(?:xox[a-z]|xapp)-[\w.-]+/g,
  /(?<=hooks\.slack(?:-gov)?\.com\/\w+\/)[\w/-]+/g,
];

export interface LogOptions {
  readonly level: LogLevel;
  /** Values that no line may hold, whatever their form. */
  readonly secrets: readonly string[];
  /** Where the lines go, each whole. */
  readonly write: (line: string) => void;
}

/**
 * A log of JSON lines, with the id of the work under way. Each line is searched for secrets as it leaves, because a token may stand anywhere: in an error
 * that a library throws, in a header, in the middle of a sentence.
 */
export function createLog({ level, secrets, write }: LogOptions): Logger {
  const withoutSecrets = createEraser(secrets);
  return pino(
    {
      level,
      base: null,
      mixin: workFields,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: label => ({ level: label }) },
      serializers: { err: errorFields },
    },
    { write: line => write(withoutSecrets(line)) },
  );
}

/** The message of a StoreFault says all to an operator; stacks of our own code would only alarm them. */
function errorFields(error: Error): object {
  if (error instanceof StoreFault) return { type: error.name, message: error.message };
  return pino.stdSerializers.err(error);
}

function createEraser(secrets: readonly string[]): (line: string) => string {
  // Each line is JSON, so a secret stands there as JSON writes it.
  const written = secrets.map(secret => JSON.stringify(secret).slice(1, -1)).filter(secret => secret !== '');
  return line => {
    const known = written.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line);
    return SECRET_FORMS.reduce((text, form) => text.replace(form, '[secret]'), known);
  };
}
