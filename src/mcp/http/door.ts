import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

interface SlackSignature {
  /** Whether the headers alone could be those of a body that Slack signs now. */
  isClaimed(headers: IncomingHttpHeaders): boolean;
  isTrue(headers: IncomingHttpHeaders, body: Buffer): boolean;
}

/** The keys that open the door to requests over HTTP. */
export interface DoorKeys {
  /** Undefined if there is no secret by which Slack's signatures could be known. */
  readonly signature: SlackSignature | undefined;
  /** The bearer token of remote clients; undefined if there is none. */
  readonly token: string | undefined;
  /** Lets everybody in who reaches this machine's own address, as the page of the local workspace does. */
  readonly isOpen: boolean;
  /** The names of hosts under which Lectern is reached, without ports: `talks.example.org`, `[::1]`. */
  readonly hosts: readonly string[];
}

export interface Refused {
  readonly status: 401 | 403;
  readonly refusal: string;
}

/**
 * Refuses what a web page of somebody else sends: a foreign Origin, or a name of this host that a foreign server gave it
 * (DNS rebinding). Clients that are no browser send no Origin.
 */
export function refuseForeign(
  { headers }: IncomingMessage,
  { hosts }: Pick<DoorKeys, 'hosts'>,
): Refused | undefined {
  const host = hostNameOf(`http://${headers.host ?? ''}`);
  if (host === undefined || !hosts.includes(host))
    return {
      status: 403,
      refusal:
        'its Host is not one of this server. Set PUBLIC_URL to the address at which the outside reaches it.',
    };
  const { origin } = headers;
  if (origin === undefined) return undefined;
  const from = hostNameOf(origin);
  return from !== undefined && hosts.includes(from)
    ? undefined
    : { status: 403, refusal: 'it comes from a web page of another host (Origin).' };
}

function hostNameOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).hostname : undefined;
}

const NOT_ALLOWED = {
  status: 401,
  refusal: 'no valid Slack signature and no valid bearer token.',
} as const;

/** How a caller comes in: Slack speaks for a person, everybody else for nobody. */
export type Entrance = 'slack' | 'other';

/**
 * Finds out by the headers alone how a caller wants to come in, so that nothing is read for those who may not. A signature
 * is believed only once the body is there.
 */
export function chooseEntrance(
  { headers }: IncomingMessage,
  { signature, token, isOpen }: DoorKeys,
): Entrance | Refused {
  if (signature !== undefined && headers['x-slack-signature'] !== undefined)
    return signature.isClaimed(headers) ? 'slack' : NOT_ALLOWED;
  const [, given] = /^bearer +(\S+) *$/i.exec(headers.authorization ?? '') ?? [];
  if (token !== undefined) return given !== undefined && isSame(given, token) ? 'other' : NOT_ALLOWED;
  return isOpen ? 'other' : NOT_ALLOWED;
}

/** Takes as long for every text that is given, however much of it is right. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map(text => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

/** Whether the body is what its entrance promised. */
export function refuseUnsigned(
  entrance: Entrance,
  { headers }: IncomingMessage,
  { body, signature }: { readonly body: Buffer } & Pick<DoorKeys, 'signature'>,
): Refused | undefined {
  return entrance === 'slack' && signature?.isTrue(headers, body) !== true ? NOT_ALLOWED : undefined;
}
