import type { Violation } from '../block-kit/checks.ts';
import type { JsonObject } from '../json.ts';

export function succeed(fields: JsonObject = {}): JsonObject {
  return { ok: true, ...fields };
}

export function refuse(error: string, details: JsonObject = {}): JsonObject {
  return { ok: false, error, ...details };
}

/** A refusal that says what is wrong and where, as Slack does: `[ERROR] rule [json-pointer:/blocks/0]`. */
export function refuseViolations(error: string, problems: readonly Violation[], within = ''): JsonObject {
  const sentences = problems.map(({ path, rule }) => `${rule} [json-pointer:${within}${path}]`);
  return refuse(error, {
    errors: sentences,
    response_metadata: { messages: sentences.map(sentence => `[ERROR] ${sentence}`) },
  });
}
