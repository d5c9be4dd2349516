import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { parseInstant } from '../programme/moment.ts';
import type { SlackMode } from '../slack/receiver.ts';
import { parseUrl } from '../text/parse-url.ts';
import { readSlack } from './config-slack.ts';

/** What Lectern was told by its environment, checked. */
export interface Config {
  readonly slack: SlackMode | { readonly kind: 'local' };
  /** Another Slack than the usual one; always with a slash at its end. */
  readonly apiUrl: string | undefined;
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  /** The instant at which Lectern's own clock starts, in milliseconds since 1970; none where it is the real one. */
  readonly clock: number | undefined;
  /** Where orders and deliveries are kept; without one, the usual file for what Lectern is run for. */
  readonly databaseUrl: string | undefined;
  /** User ids of those who may order digests; empty where anyone may. */
  readonly organisers: readonly string[];
  readonly logLevel: LogLevel;
}

export type LogLevel = (typeof LOG_LEVELS)[number];
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Values by the names of their variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A Config, or every mistake in the environment as a whole sentence that repeats no secret. */
export function readConfig(
  env: Environment,
): { readonly config: Config } | { readonly mistakes: readonly string[] } {
  const mistakes: string[] = [];
  const wrong = (mistake: string) => {
    mistakes.push(mistake);
  };
  const value = (name: string) => env[name]?.trim() || undefined;
  const config: Config = {
    slack: readSlack(value, wrong),
    apiUrl: readApiUrl(value('SLACK_API_URL'), wrong),
    dataDir: value('DATA_DIR') ?? './data',
    port: readPort(value('PORT') ?? '3000', wrong),
    host: readHost(value('HOST') ?? '127.0.0.1', wrong),
    clock: readClock(value('CLOCK'), wrong),
    databaseUrl: readDatabaseUrl(value('DATABASE_URL'), wrong),
    organisers: readOrganisers(value('ORGANISERS') ?? '', wrong),
    logLevel: readLogLevel(value('LOG_LEVEL') ?? 'info', wrong),
  };
  return mistakes.length === 0 ? { config } : { mistakes };
}

/**
 * The process's environment over what a `.env` file in the current folder says. A variable that is set but empty counts
 * as unset, so the file speaks for it.
 */
export function environment(): Environment {
  return { ...withoutEmpty(dotEnv()), ...withoutEmpty(process.env) };
}

function withoutEmpty(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
}

function dotEnv(): Environment {
  try {
    return parse(readFileSync('.env'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new Error(
      'The file .env cannot be read. Give whoever runs Lectern leave to read it, or remove it.',
      {
        cause: error,
      },
    );
  }
}

type Wrong = (mistake: string) => void;

function readApiUrl(text: string | undefined, wrong: Wrong): string | undefined {
  if (text === undefined) return undefined;
  if (/^https?:\/\//i.test(text) && parseUrl(text) !== undefined)
    return text.endsWith('/') ? text : `${text}/`;
  wrong('SLACK_API_URL must be a web address such as https://slack.com/api/.');
  return undefined;
}

function readPort(text: string, wrong: Wrong): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65535)) wrong(`PORT must be a whole number from 0 to 65535; it is "${text}".`);
  return port;
}

function readHost(text: string, wrong: Wrong): string {
  if (!/^[\w.:-]+$/.test(text)) {
    wrong(`HOST must be an address or a name without a scheme, such as 0.0.0.0; it is "${text}".`);
  }
  return text;
}

function readClock(text: string | undefined, wrong: Wrong): number | undefined {
  const clock = text === undefined ? undefined : parseInstant(text);
  if (text !== undefined && clock === undefined)
    wrong(`CLOCK must be an instant with its offset, such as 2027-05-11T08:55+02:00; it is "${text}".`);
  return clock;
}

/** It is not repeated, as the address of a database may hold a password. */
function readDatabaseUrl(text: string | undefined, wrong: Wrong): string | undefined {
  if (text !== undefined && !/^file:(?!~\/)[^?#]+$/.test(text))
    wrong('DATABASE_URL must name a file, such as file:./var/lectern.sqlite, without ~, ? or #.');
  return text;
}

function readOrganisers(text: string, wrong: Wrong): readonly string[] {
  const ids = text.split(/[\s,;]+/).filter(id => id !== '');
  const strange = ids.filter(id => !/^[UW][A-Z0-9]+$/.test(id));
  if (strange.length > 0)
    wrong(
      `ORGANISERS must hold user ids such as U024BE7LH, parted by commas; "${strange.join(', ')}" is none.`,
    );
  return ids;
}

function readLogLevel(text: string, wrong: Wrong): LogLevel {
  const level = LOG_LEVELS.find(each => each === text.toLowerCase());
  if (level === undefined) wrong(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}; it is "${text}".`);
  return level ?? 'info';
}
