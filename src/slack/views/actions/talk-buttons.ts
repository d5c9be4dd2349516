import type { types } from '@slack/bolt';
import type { Talk } from '../../../programme/talk.ts';
import { rememberOf } from '../../../text/remember.ts';
import { labelText, spokenLabel, type WrittenAction } from '../blocks/button.ts';
import { shared } from '../blocks/shared.ts';

/**
 * Writes the actions of a talk's buttons for one surface, so that a row is written once for all of them. A surface that
 * cannot do something leaves its button out.
 */
export interface ActionWriter {
  /** Shows a talk in full. */
  details(talk: Talk): WrittenAction | undefined;
  /** Stars a talk, or takes the star away from one that is starred. */
  star(talk: Talk, isStarred: boolean): WrittenAction | undefined;
  share(talk: Talk): (WrittenAction & { readonly label: 'Share' | 'Share...' }) | undefined;
}

export function detailsButton(talk: Talk, writer: ActionWriter): readonly types.Button[] {
  const written = writer.details(talk);
  return written === undefined ? [] : [DETAILS(talk, written)];
}

export function shareButton(talk: Talk, writer: ActionWriter): readonly types.Button[] {
  const written = writer.share(talk);
  return written === undefined ? [] : [SHARE[written.label](talk, written)];
}

export function starButton(talk: Talk, isStarred: boolean, writer: ActionWriter): readonly types.Button[] {
  const written = writer.star(talk, isStarred);
  return written === undefined ? [] : [(isStarred ? UNSTAR : STAR)(talk, written)];
}

type TalkButton = (talk: Talk, written: WrittenAction) => types.Button;

const DETAILS = steadyButton('Details');
const SHARE = { Share: steadyButton('Share'), 'Share...': steadyButton('Share...', 'Share') };
const STAR = changingButton('Star');
const UNSTAR = changingButton('Unstar');

/** Its action is the same in most messages: it is made once for each talk, as long as that stays so. */
function steadyButton(label: string, verb = label): TalkButton {
  const text = shared(labelText(label));
  const made = new WeakMap<Talk, types.Button>();
  return (talk, written) => {
    const known = made.get(talk);
    if (known?.value === written.value && known.action_id === written.action) return known;
    const fresh = shared(talkButton(text, written, spokenLabel(`${verb}: ${talk.title}`)));
    made.set(talk, fresh);
    return fresh;
  };
}

/** Its value has the words that were asked, so that only what people read of it is made once. */
function changingButton(label: string): TalkButton {
  const text = shared(labelText(label));
  const saysOf = rememberOf((talk: Talk) => spokenLabel(`${label}: ${talk.title}`));
  return (talk, written) => talkButton(text, written, saysOf(talk));
}

function talkButton(
  text: types.PlainTextElement,
  { action, value }: WrittenAction,
  says: string,
): types.Button {
  return { type: 'button', text, action_id: action, value, accessibility_label: says };
}
