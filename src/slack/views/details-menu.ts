import type { types } from '@slack/bolt';
import type { Talk } from '../../programme/talk.ts';
import type { Loaded } from '../../search/loaded.ts';
import { shorten } from '../../text/display.ts';
import { ENGLISH } from '../../words/en.ts';
import type { Words } from '../../words/words.ts';
import { ACTION } from '../action-ids.ts';
import { readTalkValue, type TalkOfProgramme, writeTalkValue } from '../button-values.ts';
import { optionValue } from './blocks/inputs.ts';

/** Slack takes 75 characters; shorter options leave more of a message's text for its talks. */
const LABEL_LENGTH = 60;

/**
 * *Details of...*: one menu for all talks of a message, since a button for each would take half of its space. `folder`
 * is that of their conference.
 */
export function detailsMenu(
  labelled: readonly LabelledTalk[],
  folder: string,
  words: Words = ENGLISH,
): types.ActionsBlock {
  const byTalk = new Map(labelled.map(each => [each.talk.id, each]));
  return {
    type: 'actions',
    elements: [
      {
        type: 'static_select',
        action_id: ACTION.detailsOf,
        placeholder: { type: 'plain_text', text: words.sessions.details, emoji: false },
        options: [...byTalk.values()].map(each => detailsOption(each, folder, words)),
      },
    ],
  };
}

export interface LabelledTalk {
  readonly talk: Talk;
  readonly label: string;
}

export function detailsOption(
  { talk, label }: LabelledTalk,
  folder: string,
  words: Words = ENGLISH,
): types.PlainTextOption {
  return {
    text: { type: 'plain_text', text: optionText(label, words), emoji: false },
    value: optionValue(writeTalkValue(talk, folder)),
  };
}

/** The text that an option with this label shows. */
export function optionText(label: string, words: Words = ENGLISH): string {
  return shorten(label, LABEL_LENGTH) || words.sessions.talk;
}

/** The talk of an option's value, which may be a hash, or a bare id as older messages have it. */
export function readTalkOption(
  value: string,
  loaded: Pick<Loaded, 'programme' | 'others'>,
): TalkOfProgramme | undefined {
  const named = readTalkValue(value, loaded);
  if (named !== undefined) return named;
  for (const programme of [loaded.programme, ...loaded.others.map(other => other.programme)]) {
    const { folder } = programme.conference;
    const talk = programme.talks.find(each =>
      [writeTalkValue(each, folder), each.id].some(whole => optionValue(whole) === value),
    );
    if (talk !== undefined) return { talk, programme };
  }
  return undefined;
}
