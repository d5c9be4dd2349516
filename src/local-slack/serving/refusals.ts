import { isObject, type JsonObject } from '../json.ts';
import type { Call } from '../state/calls.ts';
import type { Refusal } from './contract.ts';

/** Refusals beyond this many are old news, and a loop in the app would make the page slow. */
const REFUSALS_MAX = 20;

/** The latest calls that were answered with a no. */
export function refusals(calls: readonly Call[]): readonly Refusal[] {
  return calls
    .flatMap((call, index) =>
      call.answer?.body.ok === false ? [refusal(call, call.answer.body, index)] : [],
    )
    .slice(-REFUSALS_MAX);
}

function refusal({ method, arguments: args, at }: Call, body: JsonObject, index: number): Refusal {
  const details = Array.isArray(body.errors) ? body.errors.map(String) : detailsOf(body);
  return { id: `${at}-${index}`, at, method, error: String(body.error), details, arguments: args };
}

/** What a refusal says besides its name, such as which scope is needed. */
function detailsOf({ ok: _, error: __, ...rest }: JsonObject): readonly string[] {
  return Object.entries(rest).map(
    ([key, value]) => `${key}: ${isObject(value) ? JSON.stringify(value) : String(value)}`,
  );
}
