import type { Violation } from '../block-kit/checks.ts';
import type { JsonObject } from '../json.ts';
import type { CallResponse } from '../state/calls.ts';

/** An HTTP response of the Web API or of a response_url. */
export interface ApiResponse extends CallResponse {
  readonly headers: { readonly [name: string]: string };
  /** Sent in place of the body where Slack answers in plain text. */
  readonly text?: string;
}

/** The body of a call that Slack refuses, by the name of the error. */
export type Refusal = JsonObject & { readonly ok: false; readonly error: string };

export function succeed(fields: JsonObject = {}): JsonObject {
  return { ok: true, ...fields };
}

export function refuse(error: string, details: JsonObject = {}): Refusal {
  return { ok: false, error, ...details };
}

/** A refusal that says which rules are broken and where, as Slack does: `[ERROR] rule [json-pointer:/blocks/0]`. */
export function refuseViolations(error: string, violations: readonly Violation[], within = ''): Refusal {
  const sentences = violations.map(({ path, rule }) => `${rule} [json-pointer:${within}${path}]`);
  return refuse(error, {
    errors: sentences,
    response_metadata: { messages: sentences.map(sentence => `[ERROR] ${sentence}`) },
  });
}

export function refuseScope(needed: string, scopes: ReadonlySet<string>): Refusal {
  return refuse('missing_scope', { needed, provided: [...scopes].join(',') });
}

export function refuseRate(retryAfterSeconds: number): ApiResponse {
  return { status: 429, headers: { 'retry-after': String(retryAfterSeconds) }, body: refuse('ratelimited') };
}

export function isRefusal(value: object): value is Refusal {
  return 'ok' in value && value.ok === false;
}

/** Slack answers 200 even if it refuses a call; the body says which it is. */
export function toResponse(body: JsonObject): ApiResponse {
  return { status: 200, headers: {}, body };
}
