import { checkView, isTooLarge } from '../block-kit/check.ts';
import { completeBlocks } from '../block-kit/ids.ts';
import { asObjects, asString, isObject, type JsonObject } from '../json.ts';
import { buildViewPayload } from '../state/payloads.ts';
import type { State } from '../state/state.ts';
import type { Trigger } from '../state/triggers.ts';
import { externalIdOf, modalsAtMost, type View } from '../state/views.ts';
import { parseStructured } from './requests.ts';
import { refuse, refuseViolations, succeed } from './responses.ts';

export function openView(args: JsonObject, state: State): JsonObject {
  const content = readView(args, 'modal', state);
  if (content.ok === false) return content;
  const trigger = exchange(args, state);
  if (!isTrigger(trigger)) return trigger;
  return answer(state.views.open(trigger.user, content, trigger.channel), state);
}

export function pushView(args: JsonObject, state: State): JsonObject {
  const content = readView(args, 'modal', state);
  if (content.ok === false) return content;
  const trigger = exchange(args, state);
  if (!isTrigger(trigger)) return trigger;
  const stack = state.views.stackOf(trigger.user);
  // Only a trigger from within an open modal can lay another one on it.
  if (stack.length === 0 || !stack.some(view => view.id === trigger.fromView)) return refuse('not_found');
  if (stack.length >= modalsAtMost) return refuse('push_limit_reached');
  const view = state.views.push(trigger.user, content);
  return view === undefined ? refuse('push_limit_reached') : answer(view, state);
}

export function updateView(args: JsonObject, state: State): JsonObject {
  const id = asString(args.view_id);
  const wantedExternalId = asString(args.external_id);
  if (id === undefined && wantedExternalId === undefined) return refuse('invalid_arguments');
  const view = state.views.find({ id, externalId: wantedExternalId });
  if (view === undefined) return refuse('not_found');
  const content = readView(args, asString(view.content.type) ?? 'modal', state, view);
  if (content.ok === false) return content;
  if (isStale(args, view)) return refuse('hash_conflict');
  return answer(state.views.update(view, content), state);
}

export function publishView(args: JsonObject, state: State): JsonObject {
  const user = asString(args.user_id) ?? '';
  if (state.directory.person(user) === undefined) return refuse('invalid_arguments');
  const current = state.views.home(user);
  const content = readView(args, 'home', state, current);
  if (content.ok === false) return content;
  if (current !== undefined && isStale(args, current)) return refuse('hash_conflict');
  return answer(state.views.publish(user, content), state);
}

/** The view of a call's arguments with all ids filled in, or Slack's refusal (which has `ok: false`). */
function readView(args: JsonObject, type: string, state: State, replaced?: View): JsonObject {
  const view = parseStructured(args.view);
  if (!isObject(view)) return refuse('invalid_arguments');
  if (isTooLarge(view)) return refuse('view_too_large');
  const problems = view.type === type ? checkView(view) : [{ path: '/type', rule: `must be ${type}` }];
  if (problems.length > 0) return refuseViolations('invalid_arguments', problems, '/view');
  const wanted = asString(view.external_id);
  const holder = wanted === undefined || wanted === '' ? undefined : state.views.find({ externalId: wanted });
  if (holder !== undefined && externalIdOf(holder) !== (replaced && externalIdOf(replaced)))
    return refuse('duplicate_external_id');
  return completeView(view, state);
}

export function completeView(view: JsonObject, state: State): JsonObject {
  return { ...view, blocks: completeBlocks(asObjects(view.blocks), () => state.identifiers.nextId('b')) };
}

function exchange(args: JsonObject, state: State): Trigger | JsonObject {
  const id = asString(args.trigger_id);
  if (id === undefined || id === '') return refuse('invalid_arguments');
  const trigger = state.triggers.exchange(id);
  return typeof trigger === 'string' ? refuse(trigger) : trigger;
}

function isTrigger(found: Trigger | JsonObject): found is Trigger {
  return !('ok' in found);
}

/** «A string that represents view state to protect against possible race conditions.» */
function isStale(args: JsonObject, view: View): boolean {
  return args.hash !== undefined && args.hash !== '' && args.hash !== view.hash;
}

function answer(view: View, state: State): JsonObject {
  return succeed({ view: buildViewPayload(view, state) });
}
