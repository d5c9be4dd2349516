import type { Conference } from '../../../programme/conference.ts';
import { conferenceKey } from '../../../programme/conference.ts';
import { pluralise } from '../../../text/display.ts';
import { ACTION } from '../../action-ids.ts';
import { dangerButton } from '../blocks/button.ts';
import { lineMessage, type Message } from '../blocks/message.ts';

/** Asks before all stars are removed: `/talk undo` brings them back within the hour only. */
export function unstarQuestion(count: number, conference: Conference): Message {
  if (count === 0) return lineMessage('You have starred no talk.');
  const says = `You have starred ${pluralise(count, 'talk')}. To take one star away, press Unstar below the talk in /talk mine.`;
  return lineMessage(says, [unstarAllButton(count, conference)]);
}

function unstarAllButton(count: number, conference: Conference) {
  return dangerButton(
    {
      label: 'Unstar all',
      action: ACTION.unstarAll,
      value: conferenceKey(conference),
      says: `Unstar all ${pluralise(count, 'talk')}`,
    },
    {
      title: 'Unstar all?',
      text: `This removes the stars of ${pluralise(count, 'talk')}. /talk undo brings them back within an hour.`,
    },
  );
}

export function unstarred(count: number): string {
  return count === 0
    ? 'You have starred no talk.'
    : `${pluralise(count, 'talk')} unstarred. To star ${count === 1 ? 'it' : 'them'} again, type /talk undo.`;
}

export function starredAgain(count: number): string {
  return `${pluralise(count, 'talk')} ${count === 1 ? 'is' : 'are'} starred again. /talk mine shows ${count === 1 ? 'it' : 'them'}.`;
}
