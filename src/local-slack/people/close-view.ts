import { viewPayload } from '../state/payloads.ts';
import { interactionBase, personIn, type ShownError, type Stage, shownError } from './context.ts';

/** A person closes their topmost modal; `all` where they close the whole stack at once. */
export async function closeView(
  { user, all = false }: { readonly user: string; readonly all?: boolean },
  { state, deliver }: Stage,
): Promise<{ readonly error?: ShownError }> {
  const person = personIn(state, user);
  const top = state.views.stackOf(user).at(-1);
  if (top === undefined) throw new Error(`${user} has no modal open.`);
  const isCleared = all || top.content.clear_on_close === true;
  state.views.close(user, isCleared ? 'all' : 'top');
  state.changed();
  if (top.content.notify_on_close !== true) return {};
  const payload = {
    ...interactionBase(person, state),
    type: 'view_closed',
    view: viewPayload(top, state),
    is_cleared: isCleared,
  };
  const error = shownError(await deliver({ kind: 'interactive', payload }));
  return { ...(error !== undefined && { error }) };
}
