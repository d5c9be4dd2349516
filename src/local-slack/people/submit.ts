import { checkView } from '../block-kit/check.ts';
import type { Violation } from '../block-kit/checks.ts';
import { asString, isObject, type JsonObject } from '../json.ts';
import { type FieldEntries, readFormValues } from '../state/form-values.ts';
import { buildViewPayload } from '../state/payloads.ts';
import type { State } from '../state/state.ts';
import { blocksOf, type View } from '../state/views.ts';
import { refuseViolations, succeed } from '../web-api/responses.ts';
import { completeView } from '../web-api/views.ts';
import {
  buildInteraction,
  requirePerson,
  type ShownError,
  shownErrorOf,
  type WorkspaceContext,
} from './context.ts';
import { checkForm, fillForm, listElements } from './form.ts';

export interface Submission {
  readonly user: string;
  /** By action_id or block_id. Other fields keep their values. */
  readonly entries?: FieldEntries;
}

export interface SubmissionResult {
  readonly error?: ShownError;
  /** By block_id, if the form is sent back. */
  readonly errors?: { readonly [blockId: string]: string };
  /** The modal on top afterwards, if any. */
  readonly view?: View;
  readonly triggerId?: string;
}

/** A person fills in their topmost modal and submits it. Throws if there is none, or it cannot be submitted. */
export async function submit(
  { user, entries = {} }: Submission,
  { state, deliver }: WorkspaceContext,
): Promise<SubmissionResult> {
  const person = requirePerson(state, user);
  const top = requireTopModal(user, state);
  if (top.content.submit === undefined) throw new Error(`The modal of ${user} has no button to submit it.`);
  const view = fillForm(top, entries, state);
  const complaints = checkForm(view);
  if (Object.keys(complaints).length > 0) return { errors: complaints, view };
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
      view: buildViewPayload(view, state.directory),
      response_urls: issueResponseUrls(view, state),
    },
  });
  const error = shownErrorOf(acknowledgement);
  const result =
    acknowledgement.kind === 'acknowledged'
      ? takeFormResponse(acknowledgement.body, view, state)
      : { ...(error !== undefined && { error }) };
  state.changed();
  const remaining = state.views.stackOf(user).at(-1);
  return { ...result, triggerId, ...(remaining !== undefined && { view: remaining }) };
}

/** A person closes their topmost modal, or all of them at once. Throws if they have none open. */
export async function closeView(
  { user, all = false }: { readonly user: string; readonly all?: boolean },
  { state, deliver }: WorkspaceContext,
): Promise<{ readonly error?: ShownError }> {
  const person = requirePerson(state, user);
  const top = requireTopModal(user, state);
  const isCleared = all || top.content.clear_on_close === true;
  state.views.close(user, isCleared ? 'all' : 'top');
  state.changed();
  if (top.content.notify_on_close !== true) return {};
  const payload = {
    ...buildInteraction(person, state),
    type: 'view_closed',
    view: buildViewPayload(top, state.directory),
    is_cleared: isCleared,
  };
  const error = shownErrorOf(await deliver({ kind: 'interactive', payload }));
  return { ...(error !== undefined && { error }) };
}

function requireTopModal(user: string, { views }: State): View {
  const top = views.stackOf(user).at(-1);
  if (top === undefined) throw new Error(`${user} has no modal open.`);
  return top;
}

/** The app's answer to a form: its `response_action`, or nothing, which closes the modal. */
type FormResponse =
  | { readonly kind: 'close' | 'clear' }
  | { readonly kind: 'errors'; readonly errors: { readonly [blockId: string]: string } }
  | { readonly kind: 'update' | 'push'; readonly content: JsonObject }
  | { readonly kind: 'invalid'; readonly violations: readonly Violation[] };

/** Reads the body of an acknowledgement, records it as a call, and does what it says. */
function takeFormResponse(body: JsonObject | string | undefined, view: View, state: State): SubmissionResult {
  const action = isObject(body) ? body : {};
  if (body === undefined || Object.keys(action).length === 0)
    return applyFormResponse({ kind: 'close' }, view, state);
  const note = state.calls.begin({
    method: 'ack view_submission',
    arguments: action,
    at: state.clock.now(),
  });
  const response = readFormResponse(action, view, state);
  const isInvalid = response.kind === 'invalid';
  note({
    status: 200,
    body: isInvalid ? refuseViolations('invalid_view_response', response.violations) : succeed(),
  });
  return applyFormResponse(response, view, state);
}

function readFormResponse(action: JsonObject, view: View, state: State): FormResponse {
  switch (action.response_action) {
    case 'errors':
      return readErrors(action.errors, view);
    case 'update':
    case 'push': {
      const { view: content } = action;
      if (!isObject(content) || content.type !== 'modal')
        return { kind: 'invalid', violations: [{ path: '/view', rule: 'must be a modal' }] };
      const violations = checkView(content);
      return violations.length > 0
        ? { kind: 'invalid', violations }
        : { kind: action.response_action, content: completeView(content, state) };
    }
    case 'clear':
      return { kind: 'clear' };
    default:
      return {
        kind: 'invalid',
        violations: [{ path: '/response_action', rule: 'must be one of errors, update, push, clear' }],
      };
  }
}

/** Slack shows an error only under an input block; for any other key it says that it had trouble connecting. */
function readErrors(value: unknown, view: View): FormResponse {
  const inputs = new Set(
    blocksOf(view)
      .filter(block => block.type === 'input')
      .map(block => asString(block.block_id)),
  );
  const errors = isObject(value) ? Object.entries(value) : [];
  if (errors.length === 0)
    return { kind: 'invalid', violations: [{ path: '/errors', rule: 'must not be empty' }] };
  const wrong = errors.filter(([id, sentence]) => !inputs.has(id) || typeof sentence !== 'string');
  return wrong.length > 0
    ? {
        kind: 'invalid',
        violations: wrong.map(([id]) => ({ path: `/errors/${id}`, rule: 'must be an input block' })),
      }
    : { kind: 'errors', errors: Object.fromEntries(errors.map(([id, text]) => [id, String(text)])) };
}

function applyFormResponse(response: FormResponse, view: View, { views }: State): SubmissionResult {
  switch (response.kind) {
    case 'errors':
      return { errors: response.errors };
    case 'update':
      views.update(view, response.content);
      return {};
    case 'push':
      return views.push(view.user, response.content) === undefined ? { error: 'invalid_view_response' } : {};
    case 'clear':
      views.close(view.user, 'all');
      return {};
    case 'close':
      views.close(view.user, 'top');
      return {};
    case 'invalid':
      return { error: 'invalid_view_response' };
    default:
      return response satisfies never;
  }
}

/** «response_urls[0]: one message», into each conversation chosen in a menu with `response_url_enabled`. */
function issueResponseUrls(view: View, { responseUrls }: State): readonly JsonObject[] {
  const values = readFormValues(blocksOf(view), view.entered);
  return listElements(blocksOf(view)).flatMap(({ element, blockId, actionId }) => {
    const value = values[blockId]?.[actionId];
    const channel = asString(value?.selected_conversation) ?? asString(value?.selected_channel);
    if (element.response_url_enabled !== true || channel === undefined) return [];
    const url = responseUrls.issue({ user: view.user, channel, usesMax: 1 });
    return [{ block_id: blockId, action_id: actionId, channel_id: channel, response_url: url }];
  });
}
