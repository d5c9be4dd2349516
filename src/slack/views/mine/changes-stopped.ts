import type { types } from '@slack/bolt';
import { ACTION } from '../../action-ids.ts';
import { button } from '../blocks/button.ts';
import { lineMessage, type Message } from '../blocks/message.ts';
import { replaceButton } from '../blocks/pressed-button.ts';

const STOPPED =
  'You no longer get messages when your talks change. /talk mine always has them as they are now.';

export const CHANGES_RESUMED = 'You get a message again when one of your talks changes.';

/** *Stop these*, below a message about changes. */
export function stopChangesButton(): types.Button {
  return button({
    label: 'Stop these',
    action: ACTION.stopChanges,
    value: 'off',
    says: 'Stop messages about changes of my talks',
  });
}

function resumeChangesButton(): types.Button {
  return button({
    label: 'Resume',
    action: ACTION.resumeChanges,
    value: 'on',
    says: 'Resume messages about changes of my talks',
  });
}

/** Confirms that a person is told of no changes, and lets them take it back. */
export function changesStopped(): Message {
  return lineMessage(STOPPED, [resumeChangesButton()]);
}

/** The message around *Stop these* or *Resume* after it was pressed, with the way back. */
export function toggleChanges(blocks: readonly types.KnownBlock[], changes: boolean): types.KnownBlock[] {
  const pressed = changes ? ACTION.resumeChanges : ACTION.stopChanges;
  return replaceButton(blocks, element => element.action_id === pressed, {
    button: changes ? stopChangesButton : resumeChangesButton,
    says: changes ? CHANGES_RESUMED : STOPPED,
  });
}
