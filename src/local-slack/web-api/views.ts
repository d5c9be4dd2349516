import { checkView, isTooLarge } from '../block-kit/check.ts';
import { completeBlocks } from '../block-kit/ids.ts';
import { asObjects, asString, isObject, type JsonObject } from '../json.ts';
import { buildViewPayload } from '../state/payloads.ts';
import type { State } from '../state/state.ts';
import { externalIdOf, stackedModalsMax, type Trigger, type View } from '../state/views.ts';
import { parseStructured } from './requests.ts';
import { isRefusal, type Refusal, refuse, refuseViolations, succeed } from './responses.ts';

export function openView(args: JsonObject, state: State): JsonObject {
  const content = readView(args, 'modal', state);
  if (isRefusal(content)) return content;
  const trigger = exchangeTrigger(args, state);
  if (isRefusal(trigger)) return trigger;
  return succeedWithView(state.views.open(trigger.user, content, trigger.channel), state);
}

export function pushView(args: JsonObject, state: State): JsonObject {
  const content = readView(args, 'modal', state);
  if (isRefusal(content)) return content;
  const trigger = exchangeTrigger(args, state);
  if (isRefusal(trigger)) return trigger;
  const stack = state.views.stackOf(trigger.user);
  // Only a trigger from within an open modal can push another one.
  if (stack.length === 0 || !stack.some(view => view.id === trigger.fromView)) return refuse('not_found');
  if (stack.length >= stackedModalsMax) return refuse('push_limit_reached');
  const view = state.views.push(trigger.user, content);
  return view === undefined ? refuse('push_limit_reached') : succeedWithView(view, state);
}

export function updateView(args: JsonObject, state: State): JsonObject {
  const id = asString(args.view_id);
  const externalId = asString(args.external_id);
  if (id === undefined && externalId === undefined) return refuse('invalid_arguments');
  const view = state.views.find({ id, externalId });
  if (view === undefined) return refuse('not_found');
  const content = readView(args, asString(view.content.type) ?? 'modal', state, view);
  if (isRefusal(content)) return content;
  if (isStale(args, view)) return refuse('hash_conflict');
  return succeedWithView(state.views.update(view, content), state);
}

export function publishView(args: JsonObject, state: State): JsonObject {
  const user = asString(args.user_id) ?? '';
  if (state.directory.person(user) === undefined) return refuse('invalid_arguments');
  const current = state.views.home(user);
  const content = readView(args, 'home', state, current);
  if (isRefusal(content)) return content;
  if (current !== undefined && isStale(args, current)) return refuse('hash_conflict');
  return succeedWithView(state.views.publish(user, content), state);
}

/** Fills in the ids that are missing in a view's blocks, as Slack does. */
export function completeView(view: JsonObject, { identifiers }: State): JsonObject {
  return { ...view, blocks: completeBlocks(asObjects(view.blocks), () => identifiers.nextId('b')) };
}

/** The view of a call's arguments with all ids filled in, or Slack's refusal. */
function readView(args: JsonObject, type: string, state: State, replaced?: View): JsonObject | Refusal {
  const view = parseStructured(args.view);
  if (!isObject(view)) return refuse('invalid_arguments');
  if (isTooLarge(view)) return refuse('view_too_large');
  const violations = view.type === type ? checkView(view) : [{ path: '/type', rule: `must be ${type}` }];
  if (violations.length > 0) return refuseViolations('invalid_arguments', violations, '/view');
  const externalId = asString(view.external_id);
  const holder = externalId === undefined || externalId === '' ? undefined : state.views.find({ externalId });
  if (holder !== undefined && externalIdOf(holder) !== (replaced && externalIdOf(replaced)))
    return refuse('duplicate_external_id');
  return completeView(view, state);
}

function exchangeTrigger(args: JsonObject, { triggers }: State): Trigger | Refusal {
  const id = asString(args.trigger_id);
  if (id === undefined || id === '') return refuse('invalid_arguments');
  const trigger = triggers.exchange(id);
  if (typeof trigger === 'string') return refuse(trigger);
  return trigger.isForPane === true ? refuse('invalid_trigger_id') : trigger;
}

/** «A string that represents view state to protect against possible race conditions.» */
function isStale({ hash }: JsonObject, view: View): boolean {
  return hash !== undefined && hash !== '' && hash !== view.hash;
}

function succeedWithView(view: View, { directory }: State): JsonObject {
  return succeed({ view: buildViewPayload(view, directory) });
}
