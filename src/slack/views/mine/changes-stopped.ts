import { ACTION } from '../../action-ids.ts';
import { actions, button } from '../blocks/button.ts';
import { type Message, message } from '../blocks/message.ts';
import { plain, richText } from '../blocks/rich-text.ts';

const STOPPED =
  'You get no more messages about changes of your talks. /talk mine always shows them as they are now.';

export const CHANGES_RESUMED = 'You are told again when one of your talks changes.';

/** Confirms that a person is told of no changes, and lets them take it back. */
export function changesStopped(): Message {
  const again = button({ label: 'Turn on again', action: ACTION.resumeChanges, value: 'on' });
  return message([richText([[plain(STOPPED)]]), actions([again])], STOPPED);
}
