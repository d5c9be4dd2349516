import type { IncomingMessage, RequestListener } from 'node:http';
import type { Loaded } from '../../search/loaded.ts';

/** The answer of `/readyz`: Lectern is ready if it answers people, and what it depends on is told beside that. */
export interface Health {
  readonly ready: boolean;
  /** Without its database Lectern answers searches, and digests wait. */
  readonly store: 'unknown' | 'ok' | 'unavailable';
  /** How many workspaces have a token that cannot be decrypted; absent if Lectern is in one workspace only. */
  readonly unreadableTokens?: number;
  readonly programme: {
    readonly conference?: string;
    readonly talks: number;
    readonly problems: number;
    /** Since when its files or sources could not be read, ISO 8601; absent if they can. */
    readonly asOf?: string;
  };
  /** How Slack reaches Lectern. */
  readonly slack: 'http' | 'connected' | 'not connected';
}

/** The part about what answers now. */
export function programmeHealth({
  programme,
  problems,
  asOf,
}: Pick<Loaded, 'programme' | 'asOf'> & { readonly problems: readonly unknown[] }): Health['programme'] {
  return {
    ...(programme.conference.name !== undefined && { conference: programme.conference.name }),
    talks: programme.talkCount,
    problems: problems.length,
    ...(asOf !== undefined && { asOf: new Date(asOf).toISOString() }),
  };
}

interface HealthAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/**
 * Answers `/healthz` (the process lives) and `/readyz` (200 if it answers people, with its Health); other paths are 404.
 */
export function healthListener(health: () => Health): RequestListener {
  const answers: Readonly<Record<string, () => HealthAnswer>> = {
    '/healthz': () => ({ status: 200, type: 'text/plain', text: 'ok' }),
    '/readyz': () => {
      const now = health();
      return { status: now.ready ? 200 : 503, type: 'application/json', text: JSON.stringify(now) };
    },
  };
  return (request, response) => {
    const path = pathOf(request);
    const answer = Object.hasOwn(answers, path) ? answers[path]?.() : undefined;
    if (answer === undefined) response.writeHead(404).end();
    else if (request.method !== 'GET' && request.method !== 'HEAD')
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
    else response.writeHead(answer.status, { 'content-type': answer.type }).end(`${answer.text}\n`);
  };
}

/** Read from the text itself, since `new URL` throws for a path such as `//`. */
export function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/';
}
