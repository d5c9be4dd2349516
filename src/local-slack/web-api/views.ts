import { checkView, isTooLarge } from '../block-kit/check.ts';
import { completeBlocks } from '../block-kit/ids.ts';
import { isObject, type JsonObject, objectsIn, textOf } from '../json.ts';
import { viewPayload } from '../state/payloads.ts';
import type { State } from '../state/state.ts';
import type { Trigger } from '../state/triggers.ts';
import { externalId, modalsAtMost, type View } from '../state/views.ts';
import { structured } from './requests.ts';
import { ok, refused, refusedFor } from './responses.ts';

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
  if (stack.length === 0 || !stack.some(view => view.id === trigger.fromView)) return refused('not_found');
  if (stack.length >= modalsAtMost) return refused('push_limit_reached');
  const view = state.views.push(trigger.user, content);
  return view === undefined ? refused('push_limit_reached') : answer(view, state);
}

export function updateView(args: JsonObject, state: State): JsonObject {
  const id = textOf(args.view_id);
  const wantedExternalId = textOf(args.external_id);
  if (id === undefined && wantedExternalId === undefined) return refused('invalid_arguments');
  const view = state.views.find({ id, externalId: wantedExternalId });
  if (view === undefined) return refused('not_found');
  const content = readView(args, textOf(view.content.type) ?? 'modal', state, view);
  if (content.ok === false) return content;
  if (isStale(args, view)) return refused('hash_conflict');
  return answer(state.views.update(view, content), state);
}

export function publishView(args: JsonObject, state: State): JsonObject {
  const user = textOf(args.user_id) ?? '';
  if (state.directory.person(user) === undefined) return refused('invalid_arguments');
  const current = state.views.home(user);
  const content = readView(args, 'home', state, current);
  if (content.ok === false) return content;
  if (current !== undefined && isStale(args, current)) return refused('hash_conflict');
  return answer(state.views.publish(user, content), state);
}

/** The view of a call's arguments with all ids filled in, or Slack's refusal (which has `ok: false`). */
function readView(args: JsonObject, type: string, state: State, replaced?: View): JsonObject {
  const view = structured(args.view);
  if (!isObject(view)) return refused('invalid_arguments');
  if (isTooLarge(view)) return refused('view_too_large');
  const problems = view.type === type ? checkView(view) : [{ path: '/type', rule: `must be ${type}` }];
  if (problems.length > 0) return refusedFor('invalid_arguments', problems, '/view');
  const wanted = textOf(view.external_id);
  const holder = wanted === undefined || wanted === '' ? undefined : state.views.find({ externalId: wanted });
  if (holder !== undefined && externalId(holder) !== (replaced && externalId(replaced)))
    return refused('duplicate_external_id');
  return completeView(view, state);
}

export function completeView(view: JsonObject, state: State): JsonObject {
  return { ...view, blocks: completeBlocks(objectsIn(view.blocks), () => state.identifiers.next('b')) };
}

function exchange(args: JsonObject, state: State): Trigger | JsonObject {
  const id = textOf(args.trigger_id);
  if (id === undefined || id === '') return refused('invalid_arguments');
  const trigger = state.triggers.exchange(id);
  return typeof trigger === 'string' ? refused(trigger) : trigger;
}

function isTrigger(found: Trigger | JsonObject): found is Trigger {
  return !('ok' in found);
}

/** «A string that represents view state to protect against possible race conditions.» */
function isStale(args: JsonObject, view: View): boolean {
  return args.hash !== undefined && args.hash !== '' && args.hash !== view.hash;
}

function answer(view: View, state: State): JsonObject {
  return ok({ view: viewPayload(view, state) });
}
