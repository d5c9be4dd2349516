import { checkView } from '../block-kit/check.ts';
import { elementsOf } from '../block-kit/ids.ts';
import { asString, isObject, type JsonObject } from '../json.ts';
import { buildViewPayload, readFormValues } from '../state/payloads.ts';
import type { State } from '../state/state.ts';
import { blocksOf, type View } from '../state/views.ts';
import { refuseViolations } from '../web-api/responses.ts';
import { completeView } from '../web-api/views.ts';
import {
  buildInteraction,
  requirePerson,
  type ShownError,
  shownErrorOf,
  type WorkspaceContext,
} from './context.ts';
import { checkForm, type FieldEntries, fillForm } from './form.ts';

export interface Submission {
  readonly user: string;
  /** By action_id or block_id; what is not named keeps what it has. */
  readonly entries?: FieldEntries;
}

export interface SubmissionResult {
  readonly error?: ShownError;
  /** What stands under which block, where the form is not taken as it is. */
  readonly errors?: { readonly [blockId: string]: string };
  /** The modal that lies on top afterwards, if any. */
  readonly view?: View;
  readonly triggerId?: string;
}

/** A person fills in their topmost modal and submits it. */
export async function submit(
  { user, entries = {} }: Submission,
  stage: WorkspaceContext,
): Promise<SubmissionResult> {
  const { state, deliver } = stage;
  const person = requirePerson(state, user);
  const top = state.views.stackOf(user).at(-1);
  if (top === undefined) throw new Error(`${user} has no modal open.`);
  if (top.content.submit === undefined) throw new Error(`The modal of ${user} has no button to submit it.`);
  const view = fillForm(top, entries, state);
  const incomplete = checkForm(view);
  if (Object.keys(incomplete).length > 0) return { errors: incomplete, view };
  const triggerId = state.triggers.issue({
    user,
    fromView: view.id,
    ...(view.openedIn !== undefined && { channel: view.openedIn }),
  });
  const acknowledgement = await deliver({
    kind: 'interactive',
    payload: {
      ...buildInteraction(person, state),
      type: 'view_submission',
      trigger_id: triggerId,
      view: buildViewPayload(view, state),
      response_urls: responseUrls(view, state),
    },
  });
  const shown = shownErrorOf(acknowledgement);
  const answer =
    acknowledgement.kind === 'acknowledged'
      ? carryOut(acknowledgement.body, view, state)
      : { ...(shown !== undefined && { error: shown }) };
  state.changed();
  const remaining = state.views.stackOf(user).at(-1);
  return { ...answer, triggerId, ...(remaining !== undefined && { view: remaining }) };
}

/** Does what the acknowledgement asks for: `response_action` errors, update, push or clear; without one, it closes. */
function carryOut(body: JsonObject | string | undefined, view: View, state: State): SubmissionResult {
  const action = isObject(body) ? body : {};
  const isEmpty = body === undefined || Object.keys(action).length === 0;
  const note = isEmpty
    ? undefined
    : state.calls.begin({ method: 'ack view_submission', arguments: action, at: state.clock.now() });
  const problems = isEmpty ? [] : problemsOf(action, view);
  note?.({
    status: 200,
    body: problems.length === 0 ? { ok: true } : refuseViolations('invalid_view_response', problems),
  });
  if (problems.length > 0) return { error: 'invalid_view_response' };
  const content = isObject(action.view) ? completeView(action.view, state) : {};
  switch (action.response_action) {
    case 'errors':
      return { errors: action.errors as { readonly [blockId: string]: string } };
    case 'update':
      state.views.update(view, content);
      return {};
    case 'push':
      return state.views.push(view.user, content) === undefined ? { error: 'invalid_view_response' } : {};
    case 'clear':
      state.views.close(view.user, 'all');
      return {};
    default:
      state.views.close(view.user, 'top');
      return {};
  }
}

function problemsOf(action: JsonObject, view: View) {
  switch (action.response_action) {
    case 'errors': {
      // Slack shows an error only under an input block; for any other key it says that it had trouble connecting.
      const inputs = new Set(
        blocksOf(view)
          .filter(block => block.type === 'input')
          .map(block => asString(block.block_id)),
      );
      const errors = isObject(action.errors) ? Object.entries(action.errors) : [];
      const wrong = errors.filter(([id, sentence]) => !inputs.has(id) || typeof sentence !== 'string');
      return errors.length === 0
        ? [{ path: '/errors', rule: 'must not be empty' }]
        : wrong.map(([id]) => ({ path: `/errors/${id}`, rule: 'must be an input block' }));
    }
    case 'update':
    case 'push':
      return isObject(action.view) && action.view.type === 'modal'
        ? checkView(action.view)
        : [{ path: '/view', rule: 'must be a modal' }];
    case 'clear':
      return [];
    default:
      return [{ path: '/response_action', rule: 'must be one of errors, update, push, clear' }];
  }
}

/** «response_urls[0]: one message», into each conversation chosen in a menu with `response_url_enabled`. */
function responseUrls(view: View, state: State): readonly JsonObject[] {
  const values = readFormValues(blocksOf(view), view.entered);
  return blocksOf(view).flatMap(block =>
    elementsOf(block).flatMap(({ element }) => {
      const blockId = asString(block.block_id) ?? '';
      const actionId = asString(element.action_id) ?? '';
      const value = values[blockId]?.[actionId];
      const channel = asString(value?.selected_conversation) ?? asString(value?.selected_channel);
      if (element.response_url_enabled !== true || channel === undefined) return [];
      const url = state.responseUrls.issue({ user: view.user, channel, usesAtMost: 1 });
      return [{ block_id: blockId, action_id: actionId, channel_id: channel, response_url: url }];
    }),
  );
}

/** A person closes their topmost modal; `all` where they close the whole stack at once. */
export async function closeView(
  { user, all = false }: { readonly user: string; readonly all?: boolean },
  { state, deliver }: WorkspaceContext,
): Promise<{ readonly error?: ShownError }> {
  const person = requirePerson(state, user);
  const top = state.views.stackOf(user).at(-1);
  if (top === undefined) throw new Error(`${user} has no modal open.`);
  const isCleared = all || top.content.clear_on_close === true;
  state.views.close(user, isCleared ? 'all' : 'top');
  state.changed();
  if (top.content.notify_on_close !== true) return {};
  const payload = {
    ...buildInteraction(person, state),
    type: 'view_closed',
    view: buildViewPayload(top, state),
    is_cleared: isCleared,
  };
  const error = shownErrorOf(await deliver({ kind: 'interactive', payload }));
  return { ...(error !== undefined && { error }) };
}
