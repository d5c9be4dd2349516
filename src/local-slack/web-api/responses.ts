import type { Problem } from '../block-kit/checks.ts';
import type { JsonObject } from '../json.ts';

export function ok(fields: JsonObject = {}): JsonObject {
  return { ok: true, ...fields };
}

export function refused(error: string, details: JsonObject = {}): JsonObject {
  return { ok: false, error, ...details };
}

/** A refusal that says what is wrong and where, as Slack does: `[ERROR] rule [json-pointer:/blocks/0]`. */
export function refusedFor(error: string, problems: readonly Problem[], within = ''): JsonObject {
  const sentences = problems.map(({ path, rule }) => `${rule} [json-pointer:${within}${path}]`);
  return refused(error, {
    errors: sentences,
    response_metadata: { messages: sentences.map(sentence => `[ERROR] ${sentence}`) },
  });
}
