import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { parseInstant } from '../programme/moment.ts';
import { OPTIONAL_SCOPES } from '../slack/offers.ts';
import type { SlackMode } from '../slack/receiving/slack-server.ts';
import { isPostgresUrl, readPostgresUrl } from '../store/postgres/postgres-url.ts';
import { parseUrl } from '../text/parse-url.ts';
import { readSlack, type Wrong } from './slack-credentials.ts';

/** The configuration that the environment gives, checked. */
export interface Config {
  readonly slack: SlackMode | { readonly kind: 'local' };
  /** The address of another Slack than the usual one, with a slash at its end. */
  readonly apiUrl: string | undefined;
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  /** Where the outside reaches PORT, without a slash at its end: `https://talks.example.org`. */
  readonly publicUrl: string | undefined;
  /** The instant at which Lectern's own clock starts, in milliseconds since 1970; undefined if it is the real one. */
  readonly clock: number | undefined;
  /** Where orders and deliveries are kept; without it, the default file for this kind of run. */
  readonly databaseUrl: string | undefined;
  /** User ids of those who may order digests; empty if anyone may. */
  readonly organisers: readonly string[];
  /** Scopes that people are asked for besides those of the manifest when they install Lectern in many workspaces. */
  readonly optionalScopes: readonly string[];
  /** The bearer token of remote assistants at `POST /mcp`; undefined if there are none. */
  readonly mcpToken: string | undefined;
  readonly logLevel: LogLevel;
  /** How long `/readyz` says 503 before Lectern takes nothing new. */
  readonly drainSeconds: number;
  /** Where `GET /metrics` is answered; undefined if nobody watches. */
  readonly metricsPort: number | undefined;
}

export type LogLevel = (typeof LOG_LEVELS)[number];
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Values by the names of their variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Returns a Config, or every mistake in the environment as a whole sentence that repeats no secret. */
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
    port: readPort('PORT', value('PORT') ?? '3000', wrong),
    host: readHost(value('HOST') ?? '127.0.0.1', wrong),
    publicUrl: readPublicUrl(value('PUBLIC_URL'), wrong),
    clock: readClock(value('CLOCK'), wrong),
    databaseUrl: readDatabaseUrl(value('DATABASE_URL'), wrong),
    organisers: readOrganisers(value('ORGANISERS') ?? '', wrong),
    optionalScopes: readOptionalScopes(value('OPTIONAL_SCOPES') ?? '', wrong),
    mcpToken: readMcpToken(value('MCP_TOKEN'), wrong),
    logLevel: readLogLevel(value('LOG_LEVEL') ?? 'info', wrong),
    metricsPort: readMetricsPort(value('METRICS_PORT'), wrong),
    drainSeconds: readDrainSeconds(value('DRAIN_SECONDS') ?? '0', wrong),
  };
  if (config.port !== 0 && config.port === config.metricsPort)
    wrong(`METRICS_PORT must be another port than PORT; both are ${config.port}.`);
  return mistakes.length === 0 ? { config } : { mistakes };
}

/**
 * The process's environment over a `.env` file in the current folder. A variable that is set but empty counts as unset, so
 * the file's value is used.
 */
export function readEnvironment(): Environment {
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
    throw new Error('The file .env cannot be read. Let the user that runs Lectern read it, or remove it.', {
      cause: error,
    });
  }
}

function readApiUrl(text: string | undefined, wrong: Wrong): string | undefined {
  if (text === undefined) return undefined;
  if (/^https?:\/\//i.test(text) && parseUrl(text) !== undefined)
    return text.endsWith('/') ? text : `${text}/`;
  wrong('SLACK_API_URL must be a web address such as https://slack.com/api/.');
  return undefined;
}

function readPort(name: string, text: string, wrong: Wrong): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65535)) wrong(`${name} must be a whole number from 0 to 65535; it is "${text}".`);
  return port;
}

function readMetricsPort(text: string | undefined, wrong: Wrong): number | undefined {
  return text === undefined ? undefined : readPort('METRICS_PORT', text, wrong);
}

function readHost(text: string, wrong: Wrong): string {
  if (!/^[\w.:-]+$/.test(text)) {
    wrong(`HOST must be an address or a name without http://, such as 0.0.0.0; it is "${text}".`);
  }
  return text;
}

function readPublicUrl(text: string | undefined, wrong: Wrong): string | undefined {
  if (text === undefined) return undefined;
  const url = /^https?:\/\//i.test(text) ? parseUrl(text) : undefined;
  if (url !== undefined && url.href === `${url.origin}/`) return url.origin;
  wrong(
    'PUBLIC_URL must be the web address at which the outside reaches PORT, without a path, such as https://talks.example.org.',
  );
  return undefined;
}

function readClock(text: string | undefined, wrong: Wrong): number | undefined {
  const clock = text === undefined ? undefined : parseInstant(text);
  if (text !== undefined && clock === undefined)
    wrong(`CLOCK must be an instant with its offset, such as 2027-05-11T08:55+02:00; it is "${text}".`);
  return clock;
}

/** No message repeats the address, which may hold a password. */
function readDatabaseUrl(text: string | undefined, wrong: Wrong): string | undefined {
  if (text === undefined) return undefined;
  const mistake = isPostgresUrl(text) ? mistakeInPostgresUrl(text) : mistakeInFileUrl(text);
  if (mistake !== undefined) wrong(`DATABASE_URL ${mistake}`);
  return text;
}

function mistakeInPostgresUrl(text: string): string | undefined {
  const read = readPostgresUrl(text);
  return 'mistake' in read ? read.mistake : undefined;
}

function mistakeInFileUrl(text: string): string | undefined {
  if (!/^file:./.test(text))
    return 'must begin with file:, as in file:./var/lectern.sqlite, or with postgres://, as in postgres://user:password@db.example.org/lectern.';
  if (text.endsWith('/')) return 'must name a file in that folder, such as file:./var/lectern.sqlite.';
  return /^file:~\/|[?#]/.test(text)
    ? 'must name a file, such as file:./var/lectern.sqlite, without ~, ? or #.'
    : undefined;
}

function readOrganisers(text: string, wrong: Wrong): readonly string[] {
  const ids = text.split(/[\s,;]+/).filter(id => id !== '');
  const strange = ids.filter(id => !/^[UW][A-Z0-9]+$/.test(id));
  if (strange.length > 0)
    wrong(
      `ORGANISERS must hold user ids such as U024BE7LH, separated by commas; "${strange.join(', ')}" is not one.`,
    );
  return ids;
}

function readOptionalScopes(text: string, wrong: Wrong): readonly string[] {
  const scopes = [...new Set(text.split(/[\s,;]+/).filter(scope => scope !== ''))];
  const strange = scopes.filter(scope => !OPTIONAL_SCOPES.includes(scope));
  if (strange.length > 0)
    wrong(
      `OPTIONAL_SCOPES may hold ${OPTIONAL_SCOPES.join(', ')}, separated by commas; "${strange.join(', ')}" is none of them.`,
    );
  return scopes;
}

/** Clients send it in a header, which has room for these characters (RFC 6750). */
function readMcpToken(text: string | undefined, wrong: Wrong): string | undefined {
  if (text !== undefined && !/^[\w.~+/-]{16,}=*$/.test(text))
    wrong(
      'MCP_TOKEN must have 16 characters or more, of letters, digits and -._~+/ alone, as "openssl rand -hex 32" makes it.',
    );
  return text;
}

function readLogLevel(text: string, wrong: Wrong): LogLevel {
  const level = LOG_LEVELS.find(each => each === text.toLowerCase());
  if (level === undefined) wrong(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}; it is "${text}".`);
  return level ?? 'info';
}

function readDrainSeconds(text: string, wrong: Wrong): number {
  const seconds = Number(text);
  if (/^\d+$/.test(text) && seconds <= 60) return seconds;
  wrong(`DRAIN_SECONDS must be a whole number from 0 to 60; it is "${text}".`);
  return 0;
}
